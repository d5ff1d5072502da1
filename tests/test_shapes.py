"""What every shape says of itself, and how cycles are cut; their formulas: test_oracle.py."""

import dataclasses
from math import floor

import numpy
import pytest
from hypothesis import given
from strategies import designs

from lrlib import Design, curve
from lrlib.shapes import SHAPES, build_shape, prefix
from lrlib.shapes.cycles import edges as cuts


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
    assert shape().words(1e-3, 1e-5)


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
