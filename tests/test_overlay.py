"""The chart of a verdict: which dots, where, and which of them stand out."""

import pytest

from lrlib import Design, curve
from lrlib.chart.overlay import DOTS, chart
from lrlib.chart.palette import LIGHT
from lrlib.prove import plan
from lrlib.prove.report import judge

DESIGN = Design(epochs=4, steps_per_epoch=5, decay="linear")


def drawn(design=DESIGN, **changes):
    """The chart of a run whose rates are the curve's, but for the steps named."""
    job = plan(design, "keras-callback", {})
    rates = curve(design, job.steps() // design.clock.steps_per_tick)
    for step, rate in changes.items():
        rates[int(step[1:])] = rate
    return chart(judge(design, job, rates.tolist()))


def test_each_epoch_has_a_dot_in_its_middle():
    line, dots = drawn(_0=1e-3 * (1 + 1e-8))["data"]
    assert dots["x"] == pytest.approx([0, 0.4, 1.4, 2.4, 3.4])  # the largest difference, too
    assert dots["y"] == pytest.approx([1e-3, 1e-3, 7.5e-4, 5e-4, 2.5e-4])
    assert line["y"] == pytest.approx([1e-3, 7.5e-4, 5e-4, 2.5e-4, 2.5e-4])
    assert set(dots["marker"]["color"]) == {LIGHT.others[0]}


def test_a_step_that_disagrees_stands_out():
    dots = drawn(_7=2e-4)["data"][1]
    at = dots["marker"]["color"].index(LIGHT.others[2])
    assert dots["marker"]["color"].count(LIGHT.others[2]) == 1
    assert (dots["x"][at], dots["y"][at]) == (7 / 5, 2e-4)
    assert dots["customdata"][at] == ["7", "2.000000e-04", "7.500000e-04"]


@pytest.mark.parametrize("design", [Design(update="step"), Design(steps=10**6)])
def test_a_long_run_has_few_dots_over_all_its_length(design):
    dots = drawn(design)["data"][1]
    assert DOTS <= len(dots["x"]) <= DOTS + 1
    assert dots["x"] == sorted(dots["x"])
    assert 0 <= dots["x"][0] < 0.02 * design.clock.length
    assert 0.98 * design.clock.length < dots["x"][-1] < design.clock.length
