"""The drill: a new shape is one class and one line in SHAPES, and goes through all rooms."""

from dataclasses import dataclass, replace
from typing import Any

import numpy
import pytest
from node import node
from test_pages import checked, code_of, opened

from lrlib import Design, code, curve, link
from lrlib.edit.choose import choose
from lrlib.edit.handles import handles
from lrlib.edit.scale import scale
from lrlib.fields import Number, Numbers, parameter
from lrlib.printing.javascript import program
from lrlib.printing.latex import formula, legend
from lrlib.prove import plan, prove
from lrlib.shapes import SHAPES
from lrlib.shapes.base import Phase, Shape
from lrlib.shapes.linear import Linear
from lrlib.targets import TARGETS
from lrlib.words import sentence


class Scratch(Shape):
    label = "Scratch"
    about = "A drill."
    used_for = "Tests."
    source = "Nobody."
    rates = ("init_lr", "end_lr")


@dataclass(frozen=True)
class Smoothstep(Scratch):
    """Plain, with a parameter and a name for what it needs twice."""

    bend: float = parameter(Number(3.0, 1, 9, label="Bend", help="How it bends."))

    def lr(self, start: Any, end: Any, at: Any, ops: Any) -> Any:
        eased = ops.let("eased", at.progress * at.progress * (self.bend - 2 * at.progress))
        return start + (end - start) * eased / (self.bend - 2)


@dataclass(frozen=True)
class Halves(Scratch):
    """Of parts: two lines, the second from halfway."""

    def phases(self, phase: Phase) -> list[Phase]:
        half = phase.length // 2
        middle = (phase.start_lr + 3 * phase.end_lr) / 4
        part = replace(phase, shape=Linear(), part="half")
        first = replace(part, length=half, end_lr=middle, end_name="half_end_lr")
        begin = phase.origin + half
        second = replace(part, begin=begin, origin=begin, length=phase.length - half)
        return [
            first,
            replace(second, start_lr=middle, start_name="half_lr", end_name="half_end_lr"),
        ]


@dataclass(frozen=True)
class Weighted(Scratch):
    """With a list: the mean of it bends the line."""

    weights: tuple[float, ...] = parameter(
        Numbers((0.5, 1.0), Number(1, 0, 2), label="Weights", help="What the line is made of.")
    )

    def phases(self, phase: Phase) -> list[Phase]:
        mean = sum(self.weights) / len(self.weights)
        return [replace(phase, shape=Linear(), end_lr=phase.end_lr * mean, end_name="weighted_lr")]


@dataclass(frozen=True)
class Harmonic(Scratch):
    """With both ends above zero."""

    def lr(self, start: Any, end: Any, at: Any, ops: Any) -> Any:
        return 1 / (1 / start + (1 / end - 1 / start) * at.progress)

    def above_zero(self) -> bool:
        return True


SCRATCH = [
    ("decay", Smoothstep),
    ("decay", Halves),
    ("decay", Weighted),
    ("decay", Harmonic),
    ("warmup", Smoothstep),
    ("warmup", Harmonic),
    ("cooldown", Harmonic),
]
LENGTHS = {"epochs": 12, "steps_per_epoch": 5, "update": "step"}
RATES = {"init_lr": 1e-5, "end_lr": 1e-4, "final_lr": 1e-5}
AROUND = {
    "decay": {"warmup": "linear", "warmup_length": 2, "init_lr": 1e-5},
    "warmup": {"warmup_length": 4},
    "cooldown": {"cooldown_length": 4},
}
pytestmark = [
    pytest.mark.usefixtures("scanned_once"),
    pytest.mark.parametrize(("phase", "shape"), SCRATCH),
]


@pytest.fixture
def design(phase, shape, monkeypatch):
    """A design with the scratch shape: its one line in SHAPES is all that is added."""
    monkeypatch.setitem(SHAPES[phase], "scratch", shape)
    keys = LENGTHS | AROUND[phase] | {phase: "scratch", "end_lr": 1e-4}
    keys |= {"init_lr": 1e-5} if phase == "warmup" else {}
    keys |= {"final_lr": 1e-5} if phase == "cooldown" else {}
    # Equal designs keep their phases: each drill's is its own.
    return Design(name=f"{phase}.{shape.__name__}", **keys)


def test_its_link_its_words_and_its_formula(design, phase, shape):
    assert link.read(link.write(design)) == (design, [])
    assert link.read(link.write_json(design)) == (design, [])
    assert sentence(design).endswith(".")
    own = shape()
    assert formula(own, phase).startswith(r"\eta = ")
    assert legend(own, phase).endswith(".")


def test_it_can_be_chosen_scaled_and_taken_hold_of(design, phase, shape):
    plain = Design(**LENGTHS, **({"end_lr": 1e-4} if phase != "warmup" else {}))
    if shape is Harmonic and phase != "decay":
        with pytest.raises(ValueError, match="a rate above 0"):
            choose(plain, phase, "scratch")  # it does not say what would fit
    else:
        assert choose(plain, phase, "scratch").chosen[phase] == "scratch"
    assert scale(design, epochs=24).epochs == 24
    assert handles(design)


def test_its_code_is_the_curve(design, phase, shape):
    ticks = numpy.arange(design.ticks + 2)
    space: dict[str, Any] = {}
    exec(code(design, "pytorch"), space)
    found = [space["lr_at"](tick) for tick in ticks.tolist()]
    numpy.testing.assert_allclose(found, curve(design, ticks), rtol=0, atol=1e-15)
    for target in TARGETS:
        if target != "keras-builtin":
            assert code(design, target)


def test_its_javascript_is_the_curve(design, phase, shape, tmp_path):
    ticks = list(range(design.ticks + 2))
    with node(tmp_path) as ask:
        drawn = ask("rates", program(design, ask("parts")), dict(design.chosen), ticks)
    numpy.testing.assert_allclose(drawn, curve(design, ticks), rtol=0, atol=1e-15)


def test_the_page_has_a_control_for_each_of_its_fields(design, phase, shape):
    at = opened(link.write(design))
    assert at.session_state.session.shown.design == design
    shown = {widget.key for widget in at.text_input}
    for name in shape.parameters():
        assert (name if phase == "decay" else f"{phase}_{name}") in shown
    assert code_of(at)
    checked(at.button_group(key=phase).set_value("linear").run())


def test_it_can_be_proved(design, phase, shape):
    assert plan(design, "keras-schedule", {}).trained == design.clock.steps
    if (phase, shape) == ("decay", Smoothstep):
        assert prove(design, "keras-schedule", {}).agrees
