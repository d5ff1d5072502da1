"""Which ticks get a dot, and which dots a label."""

import numpy
import pytest
from every_shape import every_long_shape
from hypothesis import given
from strategies import designs

from lrlib import Design, curve
from lrlib.chart.figure import figure_data
from lrlib.chart.marks import MOST_MARKS, importance, marked_ticks


def test_a_short_run_marks_every_epoch():
    assert marked_ticks(Design(epochs=12)) == list(range(12))
    steps = Design(epochs=12, update="step", steps_per_epoch=10)
    assert marked_ticks(steps) == [*range(0, 120, 10), 119]


def test_a_longer_run_marks_every_fifth_epoch_with_both_ends():
    assert marked_ticks(Design(epochs=50)) == [0, 4, 9, 14, 19, 24, 29, 34, 39, 44, 49]


def test_edges_of_phases_are_marked():
    assert 7 in marked_ticks(Design(epochs=50, warmup="linear", warmup_length=7))


def test_the_highest_rate_comes_first_then_both_ends():
    design = Design(epochs=12, warmup="linear", warmup_length=4)
    ticks = numpy.array(marked_ticks(design))
    assert importance(design, ticks, curve(design, ticks))[:3] == [4, 0, 11]


@pytest.mark.parametrize("log", [False, True])
def test_a_plain_chart_labels_the_highest_rate_and_both_ends(log):
    drawn = figure_data(Design(epochs=50, warmup="linear", warmup_length=10), log)
    (marks,) = (trace for trace in drawn["data"] if trace.get("name") == "marks")
    labelled = {x: text for x, text in zip(marks["x"], marks["text"], strict=True) if text}
    assert labelled == {0: "0", 10: "1.0E-03", 49: "1.5E-06"}


def test_a_billion_steps_have_few_marks():
    for name, design in every_long_shape().items():
        assert len(marked_ticks(design)) <= 2 * MOST_MARKS + 2, name


@given(designs(wide=True))
def test_marks_rise_inside_the_run_and_each_is_ranked_once(design):
    marks = marked_ticks(design)
    assert marks == sorted(set(marks))
    assert marks[0] >= 0
    assert marks[-1] == design.ticks - 1
    order = importance(design, numpy.array(marks), curve(design, marks))
    assert sorted(order) == list(range(len(marks)))
