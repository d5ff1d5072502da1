"""Small pictures of curves: inside their frame, with every jump upright."""

import re
from xml.etree import ElementTree

import pytest
from every_shape import every_long_shape, every_shape

from lrlib import Design
from lrlib.chart.picture import path, svg

WIDTH, HEIGHT = 200, 56
EVERY = every_shape("epoch") | every_long_shape()


def places(design, points=48):
    numbers = re.findall(r"-?[\d.]+", path(design, WIDTH, HEIGHT, points))
    values = [float(number) for number in numbers]
    return list(zip(values[::2], values[1::2], strict=True))


@pytest.mark.parametrize("name", EVERY)
def test_a_picture_runs_from_left_to_right_inside_its_frame(name):
    found = places(EVERY[name])
    across = [x for x, _ in found]
    assert across == sorted(across)
    assert (across[0], across[-1]) == (0, WIDTH)
    assert all(0 <= y <= HEIGHT for _, y in found)
    # The highest rate touches the top.
    assert min(y for _, y in found) == 0


def test_a_jump_in_a_long_run_is_upright():
    design = Design(steps=10**6, decay="piecewise", boundaries=[500_000], values=[1e-5])
    before, after = (place for place in places(design) if place[0] == 100.0)
    assert (before[1], after[1]) == (0, pytest.approx(0.99 * HEIGHT, abs=0.1))


def test_a_rate_of_nothing_at_all_still_has_its_picture():
    design = Design(epochs=1, warmup="linear", warmup_length=1)
    assert places(design) == [(0, HEIGHT)]


def test_the_whole_text_is_one_stroke_of_one_colour():
    root = ElementTree.fromstring(svg(Design(), WIDTH, HEIGHT, "#3B82F6"))
    (line,) = root
    assert line.get("stroke") == "#3B82F6"
    assert line.get("d") == path(Design(), WIDTH, HEIGHT)
    assert root.get("viewBox") == "-2 -2 204 60"
