"""The numbers beside the chart."""

import math

import numpy
import pytest
from hypothesis import given
from strategies import designs

from lrlib import Design, curve
from lrlib.summary import MOST_EXACT, summary


def test_by_hand():
    design = Design(
        epochs=4, steps_per_epoch=5, peak_lr=1, decay="piecewise", boundaries=[3], values=[0.005]
    )
    found = summary(design)
    assert (found.start, found.highest, found.final) == (1, 1, 0.005)
    assert found.mean == pytest.approx(3.005 / 4, rel=1e-15)
    assert (found.steps, found.below, found.exact) == (20, 5, True)


@given(designs())
def test_a_short_run_is_summed_tick_by_tick(design):
    rates, found = curve(design), summary(design)
    assert found.exact
    assert (found.start, found.highest, found.final) == (rates[0], rates.max(), rates[-1])
    assert found.mean == pytest.approx(rates.mean(), rel=1e-12)
    low = int((rates < 0.01 * rates.max()).sum()) * design.clock.steps_per_tick
    assert (found.steps, found.below) == (design.clock.steps, low)


def test_a_long_run_is_sampled_and_nearly_right():
    design = Design(steps=MOST_EXACT * 8, warmup="linear", warmup_length=4000, decay="cosine")
    rates, found = curve(design), summary(design)
    assert not found.exact
    assert found.mean == pytest.approx(rates.mean(), rel=1e-4)
    assert found.below == pytest.approx((rates < 0.01 * rates.max()).sum(), rel=0.01)


def test_a_billion_steps_have_the_mean_of_half_a_cosine():
    found = summary(Design(steps=10**9, peak_lr=1, decay="cosine"))
    assert found.mean == pytest.approx(0.5, rel=1e-3)
    # (1 + cos x) / 2 < 0.01 for the last 6.4 % of half a wave.
    share = 1 - math.acos(2 * 0.01 - 1) / math.pi
    assert found.below == pytest.approx(share * 1e9, rel=0.01)
    assert numpy.isfinite(found.final)
