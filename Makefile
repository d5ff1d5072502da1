# make run starts the dashboard, make test runs every test; each first makes .venv where needed.
PYTHON ?= python3
PORT ?= 8501
BIN := .venv/bin
SETUP := $(PYTHON) .ci/setup.py
# A process for each core, each a file at a time, in the order of tests/conftest.py.
PARALLEL := -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

.PHONY: run test lint bench screenshot golden frameworks compat clean
.DEFAULT_GOAL := run

run:
	@$(SETUP) run --port $(PORT)
	@exec $(BIN)/streamlit run app.py --server.port $(PORT)

test:
	@$(SETUP) test
	$(BIN)/python -m pytest $(PARALLEL)

lint:
	@$(SETUP) test --no-browser
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/oxlint --deny-warnings -c pages/.oxlintrc.json pages

bench:
	@$(SETUP) test
	PYTHONPATH=. $(BIN)/python tests/benchmarks/cost.py
	PYTHONPATH=. $(BIN)/python tests/benchmarks/run.py

screenshot:
	@$(SETUP) test
	$(BIN)/python tests/browser/screenshot.py

golden:
	@$(SETUP) test --no-browser
	$(BIN)/python -m pytest tests/test_golden.py --update

# Keras on JAX and on Torch, XLA, plain PyTorch, Optax, and the curves of other libraries.
KERAS_TESTS := $(filter-out %_prove.py,$(wildcard tests/test_keras_*.py)) tests/test_weight_decay.py
FRAMEWORKS := .venv-frameworks/bin/python -m pytest -W ignore $(PARALLEL)

frameworks:
	@$(SETUP) frameworks
	$(FRAMEWORKS) tests/frameworks
	KERAS_BACKEND=jax $(FRAMEWORKS) $(KERAS_TESTS)
	KERAS_BACKEND=torch $(FRAMEWORKS) $(KERAS_TESTS)

# The Keras forms in older versions of Keras; writes docs/keras-versions.md. Python 3.11.
compat:
	@$(SETUP) test --no-browser
	@$(SETUP) keras-2.15
	@$(SETUP) keras-3.0
	@$(SETUP) keras-legacy
	PYTHONPATH=.:tests $(BIN)/python tests/compat/run.py

clean:
	rm -rf .venv .venv-* .pytest_cache .hypothesis .mypy_cache .ruff_cache
