# make run starts the dashboard, make test runs every test; each first makes .venv where needed.
PYTHON ?= python3
PORT ?= 8501
BIN := .venv/bin
SETUP := $(PYTHON) .ci/setup.py

.PHONY: run test lint bench screenshot golden frameworks compat clean
.DEFAULT_GOAL := run

run:
	@$(SETUP) run --port $(PORT)
	@exec $(BIN)/streamlit run app.py --server.port $(PORT)

test:
	@$(SETUP) test
	$(BIN)/python -m pytest

lint:
	@$(SETUP) test --no-browser
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench:
	@$(SETUP) test
	$(BIN)/python tests/benchmarks/run.py

screenshot:
	@$(SETUP) test
	$(BIN)/python tests/browser/screenshot.py

golden:
	@$(SETUP) test --no-browser
	$(BIN)/python -m pytest tests/test_golden.py --update

clean:
	rm -rf .venv .venv-* .pytest_cache .hypothesis .mypy_cache .ruff_cache
