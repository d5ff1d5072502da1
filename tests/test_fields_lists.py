"""Fields that hold lists: boundaries with their values, and points."""

import math

import numpy
import pytest

from lrlib import Design, DesignError
from lrlib.fields.lists import entries


@pytest.mark.parametrize(
    "value",
    [(10, 20), [10, 20], numpy.array([10, 20]), numpy.array([10.0, 20.0]), range(10, 30, 10)],
)
def test_lists_come_in_many_forms(value):
    design = Design(decay="piecewise", boundaries=value, values=[1e-4, 1e-5])
    assert design.boundaries == (10.0, 20.0)


def test_points_come_in_many_forms():
    pairs = [(0.0, 0.5), (9.0, 0.25)]
    for points in (pairs, tuple(map(list, pairs)), numpy.array(pairs)):
        assert Design(decay="points", points=points).points == tuple(pairs)


DEEP = [1]
for _ in range(20_000):
    DEEP = [DEEP]
CIRCLE: list = []
CIRCLE.append(CIRCLE)


@pytest.mark.parametrize(
    "value",
    [
        [], (), "10,20", b"\x0a\x14", bytearray(b"\x0a\x14"), {10: 1, 20: 2}, {10, 20}, 10, None,
        numpy.array(10), numpy.array([[10, 20]]), [10, None], [10, "20"], [20, 10], [10, 10],
        [-1, 5], [10, math.nan], DEEP, CIRCLE, iter([10, 20]), list(range(201)),
    ],
    ids=lambda value: type(value).__name__,
)  # fmt: skip
def test_boundaries_that_are_none_are_refused(value):
    with pytest.raises(DesignError, match=r"^boundaries: got .*, allowed: 1 to 200 entries"):
        Design(decay="piecewise", boundaries=value, values=[1e-4, 1e-5])


@pytest.mark.parametrize(
    "value",
    [
        [], "0:1", "ab", {0: 1}, {(0, 1): 2}, [0, 1], [(0,)], [(0, 1, 2)], [(0, -1)], [(-1, 0)],
        [(5, 1), (4, 1)], [b"\x01\x02"], ["12"], [(0, None)], [(0, [1])], DEEP, CIRCLE, 5, None,
        numpy.array(5), numpy.zeros((0, 2)), [(0, 1)] * 201, [(0, 1e-13)],
    ],
    ids=lambda value: type(value).__name__,
)  # fmt: skip
def test_points_that_are_none_are_refused(value):
    with pytest.raises(DesignError, match=r"^points: got .*, allowed: 1 to 200 pairs unit:rate"):
        Design(decay="points", points=value)


def test_two_hundred_entries_are_allowed():
    boundaries, rates = list(range(200)), [1e-3] * 200
    design = Design(epochs=300, decay="piecewise", boundaries=boundaries, values=rates)
    assert len(design.boundaries) == len(entries(boundaries)) == 200
    points = [(unit, 1e-3) for unit in boundaries]
    assert len(Design(epochs=300, decay="points", points=points).points) == 200
