"""The proof with real Keras: every step of right code agrees, and wrong code is caught."""

import dataclasses
import subprocess
import sys
from pathlib import Path

import pytest

from lrlib import Design, code, link
from lrlib.__main__ import main
from lrlib.prove import plan, prove
from lrlib.prove.process import Process
from lrlib.prove.report import judge
from lrlib.targets import TARGETS
from lrlib.targets.lr_at import lr_at

ROOT = Path(__file__).parents[1]
KERAS = ("keras-callback", "keras-schedule")
PIECES = Design(
    epochs=8, steps_per_epoch=5, update="step", decay="piecewise", boundaries=[4], values=[1e-4]
)
LONG = Design(
    steps=10**9,
    steps_per_epoch=1000,
    warmup="linear",
    warmup_length=5 * 10**7 + 1,
    cooldown="linear",
    cooldown_length=10**8 + 7,
)


def test_the_command_line_proves_a_design():
    done = subprocess.run(
        [sys.executable, "-m", "lrlib", "prove", link.write(PIECES), "--target", "keras-schedule"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("All 40 steps agree, ")
    assert done.stdout.count("\n") == 1


@pytest.mark.parametrize(
    ("target", "update"),
    [("keras-callback", "epoch"), ("keras-callback", "step"), ("keras-schedule", "step")],
)
def test_options_do_not_disturb_the_proof(target, update):
    verdict = prove(PIECES.replace(update=update), target, {"weight_decay": 0.5, "verbose": True})
    assert verdict.agrees, verdict.sentence
    assert len(verdict.steps) == 40


@pytest.mark.parametrize(
    ("target", "update"), [("keras-callback", "step"), ("keras-schedule", "epoch")]
)
def test_accumulation_and_resume_are_trained_as_the_code_says(target, update):
    verdict = prove(PIECES.replace(update=update), target, {"accumulate": 3, "resume": 3})
    assert verdict.agrees, verdict.sentence
    assert verdict.steps.tolist() == list(range(15, 40))


@pytest.mark.parametrize("target", KERAS)
def test_a_long_run_that_goes_on_inside_an_epoch(target):
    design = Design(steps=100_001, steps_per_epoch=300, warmup="linear", warmup_length=1000)
    verdict = prove(design, target, {"resume": 401, "accumulate": 2})
    assert verdict.agrees, verdict.sentence
    assert verdict.steps[0] == 401


@pytest.mark.parametrize(
    ("target", "update"), [("keras-callback", "step"), ("keras-schedule", "epoch")]
)
def test_any_accumulation_ends_in_time(target, update):
    design = Design(epochs=2000, update=update, warmup="linear", warmup_length=1000)
    verdict = prove(design, target, {"accumulate": 10_000})
    assert verdict.agrees, verdict.sentence
    assert " trained by their first and last batch" in verdict.sentence


@pytest.mark.parametrize("target", KERAS)
def test_a_billion_steps_agree_around_every_edge(target):
    verdict = prove(LONG, target, {})
    assert verdict.agrees, verdict.sentence
    assert (
        " of 1,000,000,000 steps trained, around every phase edge and evenly between; all agree, "
        in (verdict.sentence)
    )


def test_a_run_that_ends_inside_an_epoch_agrees():
    design = Design(steps=47, steps_per_epoch=10, warmup="linear", warmup_length=7)
    assert prove(design, "keras-callback", {}).sentence.startswith("All 47 steps agree, ")
    far = design.replace(steps_per_epoch=10**6)
    assert prove(far, "keras-callback", {}).sentence.startswith("All 47 steps agree, ")


def test_one_step_of_each_long_epoch_is_trained():
    design = Design(epochs=30, steps_per_epoch=10**5, warmup="exponential", warmup_length=10)
    verdict = prove(design, "keras-callback", {})
    assert verdict.sentence.startswith("One step of each of 30 epochs trained; all agree, ")


@pytest.mark.parametrize("target", KERAS)
def test_a_boundary_one_step_late_is_caught_and_named(target):
    job = plan(PIECES, target, {})
    late = job.text.replace("(0, 20)", "(0, 21)")
    assert late != job.text
    *_, last = Process(dataclasses.replace(job, text=late)).messages()
    verdict = judge(PIECES, job, last["rates"])
    assert not verdict.agrees
    assert verdict.sentence.startswith(
        "1 of 40 trained steps disagree, first step 20: trained at 0.001, the curve says 0.0001; "
    )


def test_a_new_target_that_wraps_the_function_is_proved(monkeypatch):
    def write(design, options):
        made = lr_at(design)
        callback = ["callback = keras.callbacks.LearningRateScheduler(lr_at)"]
        return dataclasses.replace(made, imports=[*made.imports, ["import keras"]], made=callback)

    new = dataclasses.replace(TARGETS["keras-callback"], name="new", write=write, options=())
    monkeypatch.setitem(TARGETS, "new", new)
    verdict = prove(PIECES.replace(update="epoch"), "new", {})
    assert verdict.agrees, verdict.sentence
    assert len(verdict.steps) == 40


def test_wrong_code_ends_the_command_with_one(monkeypatch, capsys):
    right = TARGETS["keras-callback"]
    wrong = dataclasses.replace(
        right,
        name="wrong",
        write=lambda design, options: code(design, right.name).replace(
            "0.001, 0.0001)", "0.001, 0.0002)"
        ),
    )
    monkeypatch.setitem(TARGETS, "wrong", wrong)
    assert main(["prove", link.write(PIECES), "--target", "wrong"]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("20 of 40 trained steps disagree, first step 20: ")
    assert err == ""
