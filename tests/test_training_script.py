"""The training script runs from top to bottom, and trains with the curve."""

import os
import runpy
import subprocess
import sys

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ["MPLBACKEND"] = "Agg"

import numpy
import pytest

from lrlib import Design, code, curve

EPOCHS = Design(epochs=4, steps_per_epoch=5, warmup="linear", warmup_length=1, init_lr=1e-4)
STEPS = Design(steps=18, steps_per_epoch=5, warmup="linear", warmup_length=7)
LAST = numpy.array([4, 9, 14, 19])  # the last step of each epoch
CASES = {
    "per-epoch": (EPOCHS, {}),
    "per-step": (EPOCHS.replace(update="step"), {"verbose": True}),
    "steps": (STEPS, {}),
    "accumulate": (STEPS, {"accumulate": 3, "optimizer": "rmsprop"}),
    "accumulate-per-epoch": (EPOCHS, {"accumulate": 2, "optimizer": "lion"}),
    "weight-decay": (EPOCHS, {"weight_decay": 0.1, "verbose": True}),
    "resume": (EPOCHS, {"resume": 1, "optimizer": "sgd"}),
    "resume-per-step": (EPOCHS.replace(update="step"), {"resume": 3, "accumulate": 2}),
    "resume-inside-an-epoch": (STEPS, {"resume": 7, "weight_decay": 0.1}),
    "adafactor": (EPOCHS, {"optimizer": "adafactor", "weight_decay": 0.1}),
}


FIRST = {"resume": 5, "resume-per-step": 15, "resume-inside-an-epoch": 7}  # steps


def ends(first=0):
    """The last step of each epoch of a training that begins with this step."""
    return LAST[first // 5 :] + first % 5


def rates(design, first=0):
    """The rate that each epoch ends with."""
    return curve(design, ends(first) // design.clock.steps_per_tick)


def test_it_is_a_program_of_its_own(tmp_path):
    script = tmp_path / "train.py"
    script.write_text(code(EPOCHS, "training-script"))
    done = subprocess.run(
        [sys.executable, script],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("5/5") == 4
    assert done.stdout.splitlines()[-1] == "The plot of rate and loss is in training.png"
    assert (tmp_path / "training.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("case", CASES)
def test_it_trains_all_steps_with_the_curve(case, tmp_path, monkeypatch):
    design, options = CASES[case]
    monkeypatch.chdir(tmp_path)
    (tmp_path / "train.py").write_text(code(design, "training-script", **options))
    names = runpy.run_path("train.py")
    history, optimizer = names["history"].history, names["model"].optimizer
    first = FIRST.get(case, 0)
    assert history["learning_rate"] == pytest.approx(rates(design, first), rel=1e-6)
    assert int(optimizer.iterations) == 5 * len(ends(first))
    assert optimizer.gradient_accumulation_steps == options.get("accumulate")
    chosen = options.get("optimizer", "adamw" if "weight_decay" in options else "adam")
    assert type(optimizer).__name__.lower() == chosen
    top, bottom = names["figure"].axes
    assert top.lines[-1].get_ydata() == pytest.approx(rates(design, first), rel=1e-6)
    assert list(bottom.lines[0].get_ydata()) == history["loss"]
    if design.update == "step":
        every = curve(design, numpy.arange(20))
        assert top.lines[0].get_ydata() == pytest.approx(every, rel=1e-12)
        assert top.lines[1].get_xdata() == pytest.approx((ends(first) + 1) / 5 - 1 / 5)


def test_it_goes_on_from_what_was_saved(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "train.py").write_text(code(EPOCHS, "training-script"))
    model = runpy.run_path("train.py")["model"]
    model.save_weights("checkpoint.weights.h5")
    (tmp_path / "train.py").write_text(code(EPOCHS, "training-script", resume=2))
    capsys.readouterr()
    names = runpy.run_path("train.py")
    assert int(names["model"].optimizer.iterations) == 20 + 10  # its state came back
    assert names["history"].history["learning_rate"] == pytest.approx(rates(EPOCHS, 10), rel=1e-6)
    assert "No checkpoint" not in capsys.readouterr().out


def test_the_model_learns(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    design = Design(epochs=3, steps_per_epoch=60, peak_lr=0.01)
    (tmp_path / "train.py").write_text(code(design, "training-script"))
    history = runpy.run_path("train.py")["history"].history
    assert history["accuracy"][-1] > 0.6  # one in ten by chance
    assert history["loss"][-1] < history["loss"][0]


@pytest.mark.parametrize(
    ("design", "line"),
    [
        (EPOCHS, "# Trains 20 steps: 4 epochs of 5."),
        (STEPS, "# Trains 20 steps: 4 epochs of 5."),
        (Design(epochs=1, steps_per_epoch=7), "# Trains 7 steps: 1 epoch of 7."),
        (Design(steps=10**9), "# Trains 1,000,000,000 steps: 5,000,000 epochs of 200."),
    ],
)
def test_it_says_how_long_it_runs(design, line):
    assert line in code(design, "training-script").splitlines()
