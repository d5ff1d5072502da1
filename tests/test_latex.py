"""Formulas in LaTeX mean what the curve computes."""

import re
from dataclasses import fields, replace

import pytest
from every_shape import every_shape
from hypothesis import given, settings
from read_latex import value_of
from test_formula import TREES, VALUES, Numbers

from lrlib.printing.latex import Latex, formula, legend
from lrlib.shapes import SHAPES, build_shape
from lrlib.shapes.base import Place, rate
from lrlib.shapes.cosine import Cosine
from lrlib.shapes.cosine_restarts import CosineRestarts
from lrlib.shapes.exponential import Exponential
from lrlib.shapes.exponential_warmup import ExponentialWarmup
from lrlib.shapes.geometric import Geometric
from lrlib.shapes.linear import Linear
from lrlib.shapes.piecewise import Piecewise
from lrlib.shapes.rex import Rex

EVERY = every_shape("epoch")


@pytest.mark.parametrize(
    ("shape", "phase", "text"),
    [
        (
            Linear(),
            "warmup",
            r"\eta_\text{init} + \left(\eta_\text{max} - \eta_\text{init}\right) \, p",
        ),
        (ExponentialWarmup(), "warmup", r"\eta_\text{max} \, \text{base}^{-\left(W - x\right)}"),
        (
            Cosine(),
            "decay",
            r"\eta_\text{end} + \left(\eta_\text{max} - \eta_\text{end}\right) \, \frac{1}{2} \, "
            r"\left(1 + \cos\left(2 \, \pi \, \text{cycles} \, p\right)\right)",
        ),
        (
            Rex(),
            "decay",
            r"\eta_\text{end} + \frac{\left(\eta_\text{max} - \eta_\text{end}\right) \, "
            r"\left(1 - p\right)}{1 - \frac{p}{2}}",
        ),
        (
            Exponential(staircase=True),
            "decay",
            r"\max\left(\eta_\text{end}, \eta_\text{max} \, \text{decay rate}^{"
            r"\left\lfloor \frac{x}{\text{decay length}} \right\rfloor}\right)",
        ),
        (
            Geometric(),
            "cooldown",
            r"\eta_\text{start} \, \left(\frac{\eta_\text{final}}{\eta_\text{start}}\right)^{p}",
        ),
        (Piecewise(), "decay", r"\eta_\text{piece}"),
    ],
    ids=lambda given: type(given).__name__ if not isinstance(given, str) else "",
)
def test_a_formula_reads_like_this(shape, phase, text):
    assert formula(shape, phase) == rf"\eta = {text}"


@pytest.mark.parametrize("name", EVERY)
def test_every_formula_gives_the_curves_rates(name):
    design = EVERY[name]
    phase = name.split("-")[0]
    shape = build_shape(phase, design.chosen)
    text = formula(shape, phase).removeprefix(r"\eta = ")
    parameters = {
        rf"\text{{{field.name.replace('_', ' ')}}}": getattr(shape, field.name)
        for field in fields(shape)
    }
    for part in design.phases():
        for tick in range(part.begin, part.end) if part.name == phase else ():
            place = Place(part, tick)
            names = parameters | symbols(part)
            names |= {"p": place.progress, "x": place.elapsed, "W": float(part.length)}
            names |= {"k": float(place.count), "N": float(place.ticks)}
            assert value_of(text, names) == pytest.approx(rate(part, tick), rel=1e-12), tick


def symbols(part):
    """What the rates of a part are called, by phase and by how it was cut."""
    starts = {"warmup": ["init"], "decay": ["max"], "cooldown": ["start"]}[part.name]
    ends = {"warmup": ["max"], "decay": ["end"], "cooldown": ["final"]}[part.name]
    starts += [f"{part.part}", f"{part.part} start"]
    ends += [f"{part.part} end"]
    named = dict.fromkeys(starts, part.start_lr) | dict.fromkeys(ends, part.end_lr)
    return {rf"\eta_\text{{{name}}}": value for name, value in named.items()}


@settings(max_examples=400)
@given(TREES)
def test_the_text_of_any_expression_has_its_value(tree):
    try:
        value = tree(VALUES, Numbers)
    except (ArithmeticError, ValueError, TypeError):  # no such number, or a complex one
        return
    if not isinstance(value, int | float) or not 1e-9 < abs(value) < 1e9:
        return
    ops = Latex()
    text = ops.code(tree({name: ops.name(name) for name in VALUES}, ops)).text
    # Sums of products may cancel: the order of rounding is another one.
    assert value_of(text, VALUES) == pytest.approx(value, rel=1e-6), text


def test_a_local_stands_as_its_value():
    ops = Latex()
    p = ops.name("p")
    assert (ops.let("rest", 1 - p) * 2).text == r"\left(1 - p\right) \cdot 2"


def test_cycles_of_falling_height_have_a_start_of_their_own():
    assert r"\eta_\text{max}" in formula(CosineRestarts())
    assert r"\eta_\text{cycle}" in formula(CosineRestarts(cycle_decay=0.5))


@pytest.mark.parametrize("name", EVERY)
def test_the_legend_explains_what_the_formula_uses(name):
    phase = name.split("-")[0]
    shape = build_shape(phase, EVERY[name].chosen)
    said = legend(shape, phase, "steps")
    letters = re.sub(r"\\text\{[^}]*\}|\\[a-z]+", "", formula(shape, phase))
    for symbol in "pxW":
        assert (symbol in letters) == bool(re.search(rf"\b{symbol} ", said)), symbol
    assert "epochs" not in said
    cut = shape.phases(EVERY[name].phases()[0])[0].part
    assert bool(shape.cut) == bool(cut)
    assert shape.cut in said


def test_flags_and_choices_are_decided_and_numbers_named():
    smooth, stairs = (Exponential(staircase=stair) for stair in (False, True))
    assert formula(smooth) != formula(stairs)
    assert formula(replace(smooth, decay_rate=0.5)) == formula(smooth)


def test_no_formula_is_missing():
    shown = {formula(shape(), phase) for phase, row in SHAPES.items() for shape in row.values()}
    # Restarts fall in cycles as a whole phase does, so that two shapes may share one formula.
    assert len(shown) >= sum(map(len, SHAPES.values())) - 4
    assert all(text.isascii() for text in shown)
