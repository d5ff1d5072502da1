"""Every shape against its formula, written here a second time from the contract."""

import dataclasses
from math import cos, floor, pi, sqrt

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import designs

from lrlib import Design, curve
from lrlib.shapes import SHAPES, build_shape, prefix
from lrlib.shapes.cosine_restarts import cuts

# From a phase's values, rates start and end, progress p, units x since it began, and its
# units n in all.
WARMUPS = {
    "linear": lambda v, s, e, p, x, n: s + (e - s) * p,
    "cosine": lambda v, s, e, p, x, n: s + (e - s) * (1 - cos(pi * p)) / 2,
    "polynomial": lambda v, s, e, p, x, n: s + (e - s) * p ** v["warmup_power"],
    "exponential": lambda v, s, e, p, x, n: e * v["warmup_base"] ** (x - n),
}
DECAYS = {
    "constant": lambda v, s, e, p, x, n: s,
    "linear": lambda v, s, e, p, x, n: s * (1 - p) + e * p,
    "cosine": lambda v, s, e, p, x, n: e + (s - e) * (1 + cos(2 * pi * v["cycles"] * p)) / 2,
    "polynomial": lambda v, s, e, p, x, n: e + (s - e) * (1 - p) ** v["power"],
    "one_minus_sqrt": lambda v, s, e, p, x, n: e + (s - e) * (1 - sqrt(p)),
    "rex": lambda v, s, e, p, x, n: e + (s - e) * (1 - p) / (1 - p / 2),
    "geometric": lambda v, s, e, p, x, n: s * (e / s) ** p,
    "exponential": lambda v, s, e, p, x, n: max(e, s * v["decay_rate"] ** lengths(v, x)),
    "inverse_time": lambda v, s, e, p, x, n: max(e, s / (1 + v["decay_rate"] * lengths(v, x))),
    "inverse_sqrt": lambda v, s, e, p, x, n: max(
        e, s * sqrt(v["timescale"] / (v["timescale"] + x))
    ),
    "step": lambda v, s, e, p, x, n: max(e, s * v["drop"] ** floor(x / v["every"] + 1e-9)),
}
COOLDOWNS = {
    "linear": DECAYS["linear"],
    "cosine": lambda v, s, e, p, x, n: e + (s - e) * (1 + cos(pi * p)) / 2,
    "polynomial": lambda v, s, e, p, x, n: e + (s - e) * (1 - p) ** v["cooldown_power"],
    "one_minus_sqrt": DECAYS["one_minus_sqrt"],
    "geometric": DECAYS["geometric"],
}
FORMULAS = {"warmup": WARMUPS, "decay": DECAYS, "cooldown": COOLDOWNS}
OF_PARTS = {"piecewise", "cosine_restarts", "triangular", "points"}


def lengths(values, x):
    passed = x / values["decay_length"]
    return floor(passed + 1e-9) if values["staircase"] else passed


def whole_lengths(design):
    """Lengths of a staircase as whole ticks, which is how they are counted."""
    values = dict(design.chosen)
    per_unit = design.clock.per_unit
    for key in ("every", "decay_length"):
        if key in values and values.get("staircase", True):
            values[key] = max(1, floor(values[key] * per_unit + 0.5)) / per_unit
    return values


def test_every_shape_is_in_one_of_the_tables():
    for phase, shapes in SHAPES.items():
        parts = OF_PARTS if phase == "decay" else set()
        assert set(shapes) == set(FORMULAS[phase]) | parts


@pytest.mark.parametrize(
    ("phase", "name"), [(phase, name) for phase in FORMULAS for name in FORMULAS[phase]]
)
@settings(max_examples=40)
@given(data=st.data())
def test_curve_equals_the_formula(phase, name, data):
    design = data.draw(designs(**{phase: name}))
    values, per_unit = whole_lengths(design), design.clock.per_unit
    for part in design.phases():
        if part.name != phase:
            continue
        ends = {"warmup": "peak_lr", "decay": "end_lr", "cooldown": "final_lr"}
        start = {"warmup": values.get("init_lr"), "decay": design.peak_lr}.get(phase, part.start_lr)
        for tick in range(part.begin, part.end):
            done = tick - part.begin
            asked = (start, values.get(ends[phase]), done / part.length)
            expected = FORMULAS[phase][name](
                values, *asked, done / per_unit, part.length / per_unit
            )
            top = max(start or 0, values.get(ends[phase]) or 0, expected)
            assert abs(curve(design, [tick])[0] - expected) <= 1e-12 * top


@pytest.mark.parametrize(
    ("phase", "name"), [(phase, name) for phase in SHAPES for name in SHAPES[phase]]
)
def test_every_shape_says_what_it_is(phase, name):
    shape = SHAPES[phase][name]
    for text in (shape.label, shape.about, shape.used_for, shape.source):
        assert text.strip() == text != ""
        assert "\n" not in text
    defaults = {field.name: field.default for field in dataclasses.fields(shape)}
    assert defaults == {key: field.default for key, field in shape.parameters().items()}
    for key, field in shape.parameters().items():
        assert field.check(field.default) == field.default
        assert field.read(field.write(field.default)) == field.default
        assert field.label, key
        assert field.help, key
    assert shape().words()


@given(designs())
def test_shapes_are_built_from_their_own_keys(design):
    for phase in SHAPES:
        shape = build_shape(phase, design.chosen)
        for key in shape.parameters():
            assert getattr(shape, key) == design.chosen[prefix(phase) + key]


@pytest.mark.parametrize(
    ("length", "cycles", "mult", "edges"),
    [
        (50, 3, 1, [0, 17, 33, 50]),
        (50, 4, 1, [0, 13, 25, 38, 50]),  # 12.5 and 37.5: halves go up
        (45, 6, 1, [0, 8, 15, 23, 30, 38, 45]),
        (396, 24, 1, [floor(16.5 * i + 0.5) for i in range(25)]),
        (70, 3, 2, [0, 10, 30, 70]),
        (80, 4, 3, [0, 2, 8, 26, 80]),
        (78, 4, 5, [0, 1, 3, 16, 78]),  # 78·4/624 and 78·124/624 are halves
        (7, 3, 0.5, [0, 4, 6, 7]),
        (2, 5, 1, [0, 0, 1, 1, 2, 2]),
        (10**9, 2, 1, [0, 500_000_000, 10**9]),
    ],
)
def test_cycles_are_cut_as_the_formula_says(length, cycles, mult, edges):
    assert cuts(length, cycles, mult) == edges


def test_cycles_of_a_billion_ticks_reach_both_ends():
    for mult in (0.1, 0.999999999, 1.0000000000000002, 1.5, 10):
        edges = cuts(10**9, 64, mult)
        assert (edges[0], edges[-1]) == (0, 10**9)
        assert edges == sorted(edges)


def test_a_vanishing_length_leaves_no_hole_in_the_curve():
    design = Design(decay="inverse_time", decay_rate=0, decay_length=1e-320)
    assert set(curve(design)) == {1e-3}
    design = Design(decay="inverse_time", decay_length=1e-320, end_lr=1e-6)
    numpy.testing.assert_array_equal(curve(design, [0, 1, 50]), [1e-3, 1e-6, 1e-6])
