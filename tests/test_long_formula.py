"""The drill: a shape with a long formula prints clean code within the width, in every target."""

import ast
import subprocess
import sys
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy
import pytest

from lrlib import Design, code, curve
from lrlib.fields import Number, parameter
from lrlib.printing.latex import formula
from lrlib.shapes import SHAPES
from lrlib.shapes.base import Shape
from lrlib.targets import TARGETS

PYTHON = [target.name for target in TARGETS.values() if target.language == "python"]


def sigmoid(steepness, p, ops):
    return 1 / (1 + ops.exp(steepness * (p - 0.5)))


@dataclass(frozen=True)
class Sigmoid(Shape):
    """Falls along a sigmoid that is stretched to reach both of its ends."""

    label = "Sigmoid"
    about = "Falls along a sigmoid."
    used_for = "Tests."
    source = "Nobody."
    rates = ("end_lr",)

    steepness: float = parameter(Number(10.0, 0, 100, above=True, label="Steepness"))

    def lr(self, start: Any, end: Any, at: Any, ops: Any) -> Any:
        s = partial(sigmoid, self.steepness, ops=ops)
        return end + (start - end) * ((s(at.progress) - s(1)) / (s(0) - s(1)))


@dataclass(frozen=True)
class SigmoidWithLocals(Sigmoid):
    """The same, with names for what it needs twice.

    Its default is another one: phases of equal designs are kept, and the table has changed.
    """

    steepness: float = parameter(Number(8.0, 0, 100, above=True, label="Steepness"))

    def lr(self, start: Any, end: Any, at: Any, ops: Any) -> Any:
        s = partial(sigmoid, self.steepness, ops=ops)
        let = ops.let
        # A name that code has already is given another one.
        low, progress = let("low", s(1)), let("progress", s(at.progress))
        return end + (start - end) * ((progress - low) / (let("high", s(0)) - low))


DESIGNS = {
    "epochs": {"epochs": 20, "steps_per_epoch": 3},
    "steps": {"epochs": 20, "steps_per_epoch": 3, "update": "step"},
    "all phases": {
        "epochs": 20,
        "steps_per_epoch": 3,
        "update": "step",
        "warmup": "exponential",
        "warmup_length": 3,
        "hold_length": 2,
        "cooldown": "one_minus_sqrt",
        "cooldown_length": 4,
    },
}


@pytest.fixture(params=[Sigmoid, SigmoidWithLocals])
def designs(request, monkeypatch):
    """Designs that decay so; the shape takes another's place in the table."""
    monkeypatch.setitem(SHAPES["decay"], "rex", request.param)
    return {
        name: Design(decay="rex", end_lr=1e-5, peak_lr=0.3, **lengths)
        for name, lengths in DESIGNS.items()
    }


def test_the_code_is_clean_and_narrow_in_every_target(designs, tmp_path):
    for name, design in designs.items():
        for target in PYTHON:
            text = code(design, target)
            ast.parse(text)
            lines = [line for line in text.splitlines() if not line.startswith("# Link")]
            assert max(map(len, lines)) <= 88
            file = f"{target}_{name}.py".replace(" ", "_")
            (tmp_path / file).write_text(text)
    for command in (["check"], ["format", "--check", "--diff"]):
        arguments = [sys.executable, "-m", "ruff", *command, "--isolated", str(tmp_path)]
        done = subprocess.run(arguments, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout


def test_the_code_is_the_curve(designs):
    for design in designs.values():
        names = {"__name__": "pasted"}
        exec(code(design, "pytorch"), names)
        printed = [names["lr_at"](tick) for tick in range(design.ticks + 2)]
        expected = curve(design, numpy.arange(design.ticks + 2))
        assert printed == pytest.approx(expected.tolist(), rel=1e-12)


def test_tensor_code_is_the_curve(designs):
    """On numpy in place of jax.numpy: both know these functions."""
    for design in designs.values():
        text = code(design, "optax").replace("import jax.numpy as jnp", "import numpy as jnp")
        names = {"__name__": "pasted"}
        exec(text, names)
        counts = range(design.clock.steps + 2)
        ticks = numpy.array(counts) // design.clock.steps_per_tick
        printed = [float(names["schedule"](count)) for count in counts]
        assert printed == pytest.approx(curve(design, ticks).tolist(), rel=1e-5)


def test_locals_stand_before_what_uses_them(monkeypatch):
    monkeypatch.setitem(SHAPES["decay"], "rex", SigmoidWithLocals)
    text = code(Design(decay="rex", epochs=7), "keras-callback")
    assert (
        "    progress = epoch / TOTAL_EPOCHS\n"
        "    progress_2 = 1 / (1 + math.exp(STEEPNESS * (progress - 0.5)))\n"
        "    low = 1 / (1 + math.exp(STEEPNESS * 0.5))\n"
        "    high = 1 / (1 + math.exp(STEEPNESS * -0.5))\n"
        "    return END_LR + (PEAK_LR - END_LR) * ((progress_2 - low) / (high - low))\n"
    ) in text


def test_in_latex_a_local_stands_as_its_value():
    assert formula(SigmoidWithLocals()) == formula(Sigmoid())
