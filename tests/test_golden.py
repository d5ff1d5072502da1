"""What people paste, whole: `pytest --update` accepts a change that was meant."""

import subprocess
import sys
from pathlib import Path

import pytest

from lrlib import code, link
from lrlib.targets import TARGETS

GOLDEN = Path(__file__).parent / "golden"
ARTICLE = "epochs=50&warmup=exp&warmup_length=10"
CASES = {
    # The design of the article, in every form.
    "callback_per_epoch.py": (ARTICLE, "keras-callback", {}),
    "callback_per_step.py": (f"{ARTICLE}&update=step", "keras-callback", {}),
    "schedule_per_epoch.py": (ARTICLE, "keras-schedule", {}),
    "schedule_per_step.py": (f"{ARTICLE}&update=step", "keras-schedule", {}),
    "builtin_per_epoch.py": (ARTICLE, "keras-builtin", {}),
    "pytorch_per_epoch.py": (ARTICLE, "pytorch", {}),
    "pytorch_per_step.py": (f"{ARTICLE}&update=step", "pytorch", {}),
    "optax_per_epoch.py": (ARTICLE, "optax", {}),
    "optax_per_step.py": (f"{ARTICLE}&update=step", "optax", {}),
    "design.json": (ARTICLE, "json", {}),
    "curve.csv": (ARTICLE, "csv", {}),
    # Options.
    "callback_verbose.py": (ARTICLE, "keras-callback", {"verbose": True}),
    "callback_weight_decay.py": (ARTICLE, "keras-callback", {"weight_decay": 0.05}),
    "callback_everything.py": (
        f"{ARTICLE}&update=step",
        "keras-callback",
        {"verbose": True, "weight_decay": 0.05},
    ),
    "callback_resume_epoch.py": (ARTICLE, "keras-callback", {"resume": 20, "optimizer": "sgd"}),
    "callback_resume_step.py": (
        "steps=10000&warmup=linear&warmup_length=500",
        "keras-callback",
        {"resume": 4250, "accumulate": 4},
    ),
    "callback_release_epoch.py": (ARTICLE, "keras-callback", {"release": True}),
    "callback_release_step.py": (
        "steps=10000&warmup=linear&warmup_length=500",
        "keras-callback",
        {"release": True, "resume": 250, "accumulate": 4, "verbose": True, "weight_decay": 0.05},
    ),
    "schedule_resume.py": (f"{ARTICLE}&update=step", "keras-schedule", {"resume": 20}),
    "schedule_accumulate.py": (
        ARTICLE,
        "keras-schedule",
        {"resume": 20, "accumulate": 4, "optimizer": "lion"},
    ),
    "schedule_weight_decay.py": (ARTICLE, "keras-schedule", {"weight_decay": 0.05}),
    "pytorch_options.py": (ARTICLE, "pytorch", {"accumulate": 4, "resume": 20}),
    "pytorch_options_per_step.py": (
        f"{ARTICLE}&update=step",
        "pytorch",
        {"accumulate": 4, "resume": 20},
    ),
    "optax_options.py": (f"{ARTICLE}&update=step", "optax", {"accumulate": 4, "resume": 20}),
    # Whole programs.
    "training_script.py": (ARTICLE, "training-script", {}),
    "training_script_options.py": (
        "steps=1000&warmup=linear&warmup_length=100",
        "training-script",
        {"accumulate": 2, "weight_decay": 0.05, "optimizer": "sgd", "verbose": True},
    ),
    "training_script_resume.py": (
        "steps=1000&warmup=linear&warmup_length=100",
        "training-script",
        {"resume": 250},
    ),
    "notebook.ipynb": (ARTICLE, "notebook", {}),
    "builtin_options.py": (
        "epochs=90&peak_lr=0.1&decay=step&every=30",
        "keras-builtin",
        {"accumulate": 4, "resume": 30, "optimizer": "sgd"},
    ),
    # Structures.
    "builtin_cosine.py": (
        "steps=20000&warmup=linear&warmup_length=500&end_lr=1e-5",
        "keras-builtin",
        {},
    ),
    "builtin_restarts.py": (
        "steps=750&decay=cosine_restarts&cycle_decay=0.5&end_lr=1e-4",
        "keras-builtin",
        {},
    ),
    "builtin_hold.py": ("steps=20000&hold_length=5000&end_lr=1e-5", "keras-builtin", {}),
    "builtin_polynomial.py": ("steps=20000&decay=polynomial", "keras-builtin", {}),
    "builtin_pieces.py": (
        "name=ResNet (1 hour)&epochs=90&peak_lr=0.1"
        "&decay=piecewise&boundaries=30,60,80&values=0.01,0.001,0.0001",
        "keras-builtin",
        {},
    ),
    "builtin_constant.py": ("steps=20000&decay=constant", "keras-builtin", {}),
    "optax_restarts.py": (
        "steps=20000&warmup=linear&warmup_length=500&decay=cosine_restarts"
        "&cycles=3&cycle_mult=2&cycle_decay=0.5&end_lr=1e-5",
        "optax",
        {},
    ),
    "callback_pieces.py": (
        "name=ResNet (1 hour)&epochs=90&peak_lr=0.1&warmup=linear&warmup_length=5"
        "&decay=piecewise&boundaries=30,60,80&values=0.01,0.001,0.0001",
        "keras-callback",
        {},
    ),
    "schedule_restarts.py": (
        "steps=20000&warmup=linear&warmup_length=500&decay=cosine_restarts"
        "&cycles=3&cycle_mult=2&cycle_decay=0.5&end_lr=1e-5",
        "keras-schedule",
        {},
    ),
    "schedule_points.py": (
        "steps=100000&warmup=linear&warmup_length=2000&peak_lr=2.2e-4&decay=points"
        "&points=2000:2.2e-4,66000:2.2e-4,90000:2.2e-5,96000:2.2e-5,96000:7.3e-6&join=cosine",
        "keras-schedule",
        {},
    ),
    "schedule_staircase.py": (
        "epochs=350&update=step&steps_per_epoch=1251&warmup=linear&warmup_length=5"
        "&decay=exponential&decay_rate=0.97&decay_length=2.4&staircase=true&end_lr=1e-5",
        "keras-schedule",
        {},
    ),
    "schedule_all_phases.py": (
        "steps=100000&warmup=cosine&warmup_length=1000&hold_length=20000&decay=rex&end_lr=1e-4"
        "&cooldown=one_minus_sqrt&cooldown_length=10000",
        "keras-schedule",
        {},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_text_is_what_it_was(name, request):
    address, target, options = CASES[name]
    design, problems = link.read(address)
    assert problems == []
    text = code(design, target, **options)
    if request.config.getoption("--update"):
        (GOLDEN / name).write_text(text, encoding="ascii")
    golden = (GOLDEN / name).read_text(encoding="ascii")
    if name.endswith(".csv"):  # numpy's last digit is the processor's
        assert text.splitlines()[0] == golden.splitlines()[0]
        assert cells(text) == pytest.approx(cells(golden), rel=1e-14)
    else:
        assert golden == text


def cells(csv):
    _, *rows = csv.splitlines()
    return [float(cell) for row in rows for cell in row.split(",")]


def test_every_file_has_its_case():
    assert {path.name for path in GOLDEN.iterdir()} == set(CASES)


@pytest.mark.parametrize("target", TARGETS)
def test_every_target_has_a_golden_file(target):
    assert target in [shown for _, shown, _ in CASES.values()]


@pytest.mark.parametrize("command", [["check"], ["format", "--check"]])
def test_ruff_finds_nothing_by_its_default_rules(command):
    done = subprocess.run(
        [sys.executable, "-m", "ruff", *command, "--isolated", str(GOLDEN)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
