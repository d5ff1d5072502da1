"""The proof in PyTorch, in Optax, and in Keras on JAX and Torch: the command as people run it."""

import dataclasses

import pytest

from lrlib import Design, link
from lrlib.__main__ import main
from lrlib.prove import plan
from lrlib.prove.process import Process
from lrlib.prove.report import judge

PIECES = Design(
    epochs=8, steps_per_epoch=5, update="step", decay="piecewise", boundaries=[4], values=[1e-4]
)
DESIGNS = {
    "per step": PIECES,
    "per epoch": PIECES.replace(update="epoch"),
    "long": Design(steps=10**5, steps_per_epoch=300, warmup="linear", warmup_length=1000),
    "long per epoch": Design(epochs=5000, steps_per_epoch=300, warmup="linear", warmup_length=9),
}
OPTIONS = {
    "plain": {},
    "resumed": {"resume": 3},
    "both": {"resume": 3, "accumulate": 4},
    "many batches": {"accumulate": 10_000},
}


def command(design, target, options, capsys):
    given = [f"--option={name}={value}" for name, value in options.items()]
    status = main(["prove", link.write(design), "--target", target, *given])
    return status, capsys.readouterr().out


@pytest.mark.parametrize("options", OPTIONS.values(), ids=OPTIONS)
@pytest.mark.parametrize("design", DESIGNS.values(), ids=DESIGNS)
@pytest.mark.parametrize("target", ["pytorch", "optax"])
def test_every_step_agrees(target, design, options, capsys):
    status, line = command(design, target, options, capsys)
    assert status == 0, line
    assert " agree, " in line


@pytest.mark.parametrize("name", ["per step", "long"])
@pytest.mark.parametrize("target", ["keras-callback", "keras-schedule"])
@pytest.mark.parametrize("backend", ["jax", "torch"])
def test_keras_agrees_on_every_backend(backend, target, name, capsys, monkeypatch):
    monkeypatch.setenv("KERAS_BACKEND", backend)
    options = OPTIONS["both" if name == "per step" else "many batches"]
    status, line = command(DESIGNS[name], target, options, capsys)
    assert status == 0, line


@pytest.mark.parametrize("target", ["pytorch", "optax"])
def test_a_boundary_one_step_late_is_caught_and_named(target):
    job = plan(PIECES, target, {})
    late = job.text.replace("(0, 20)", "(0, 21)")
    assert late != job.text
    *_, last = Process(dataclasses.replace(job, text=late)).messages()
    said = judge(PIECES, job, last["rates"]).sentence
    assert said.startswith("1 of 40 trained steps disagree, first step 20: trained at 0.001, ")
