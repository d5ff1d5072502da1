"""How a curve may be asked for."""

import time

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import designs

from lrlib import Design, curve
from lrlib.curves import jumps, rate_at, sample


def test_the_same_design_counted_in_steps():
    """25 steps an epoch: the same shape, read 25 times as finely."""
    design = Design(
        epochs=8,
        steps_per_epoch=25,
        update="step",
        warmup="exponential",
        warmup_length=4,
        decay="exponential",
        decay_rate=0.25,
        decay_length=2,
        peak_lr=1,
    )
    rates = curve(design, [0, 25, 50, 75, 100, 125, 150, 199, 200])
    expected = [1 / 16, 1 / 8, 1 / 4, 1 / 2, 1, 1 / 2, 1 / 4, 0.25**1.98, 1 / 16]
    numpy.testing.assert_allclose(rates, expected, rtol=1e-13)


def test_a_length_in_steps_is_the_same_as_that_many_ticks():
    keys = {"warmup": "linear", "decay": "cosine", "peak_lr": 1}
    steps = Design(steps=80, warmup_length=20, **keys)
    epochs = Design(epochs=80, warmup_length=20, **keys)
    numpy.testing.assert_array_equal(curve(steps), curve(epochs))


def test_every_join_of_a_warmed_up_curve():
    design = Design(
        epochs=8, warmup="linear", warmup_length=4, hold_length=2, decay="linear", peak_lr=1
    )
    expected = [0, 0.25, 0.5, 0.75, 1, 1, 1, 0.5]
    numpy.testing.assert_allclose(curve(design), expected, rtol=0, atol=1e-15)


@given(designs(), st.data())
def test_any_tick_can_be_asked_alone_and_in_any_order(design, data):
    whole = curve(design)
    assert whole.shape == (design.ticks,)
    assert whole.dtype == numpy.float64
    ticks = data.draw(st.lists(st.integers(0, design.ticks - 1), max_size=30))
    numpy.testing.assert_array_equal(curve(design, ticks), whole[ticks])
    assert all(rate_at(design, tick) == whole[tick] for tick in ticks[:3])


@given(designs(wide=True))
def test_rates_are_finite_never_negative_and_hold_past_the_end(design):
    ticks = [*sample(design), design.ticks, design.ticks + 1, 10**12, 2**63 - 1, 2**64 - 1]
    rates = curve(design, numpy.array(ticks, dtype=numpy.uint64))
    assert numpy.isfinite(rates).all()
    assert (rates >= 0).all()
    assert set(rates[-4:]) == {rates[-5]}


@pytest.mark.parametrize(
    "ticks",
    [
        range(8),
        (3, 1, 2),
        numpy.array([[0, 1], [7, 2]]),
        numpy.array(5),
        numpy.array([0, 7], dtype=numpy.uint8),
        numpy.array([0, 7], dtype=numpy.int8),
        numpy.array([0, 7], dtype=numpy.uint64),
        [],
        [5, 5, 5],
    ],
)
@pytest.mark.parametrize("epochs", [8, 1000])
def test_ticks_come_in_many_forms_and_keep_their_shape(ticks, epochs):
    design = Design(epochs=epochs)
    asked = numpy.asarray(ticks, dtype=int)
    numpy.testing.assert_array_equal(curve(design, ticks), curve(design)[asked])


@pytest.mark.parametrize(
    "ticks",
    [
        [-1],
        [0, -5],
        [0.0],
        [1.5],
        ["1"],
        [True],
        [None],
        [10**30],
        [[1], [1, 2]],
        "12",
        {},
        object(),
    ],
)
def test_ticks_that_are_none_are_refused(ticks):
    with pytest.raises(ValueError, match=r"ticks|sequence|shape"):
        curve(Design(), ticks)


def test_a_whole_curve_stops_at_ten_million_ticks():
    with pytest.raises(ValueError, match=r"10,000,001 ticks.*10,000,000.*curve\(design, ticks\)"):
        curve(Design(steps=10_000_001))


def test_a_billion_steps_cost_what_fifty_epochs_cost():
    design = Design(
        steps=10**9, warmup="linear", warmup_length=10**8, decay="cosine_restarts", cycles=2
    )
    begin = time.perf_counter()
    rates = curve(design, [0, 5 * 10**7, 10**8, 325_000_000, 549_999_999, 550_000_000, 10**9])
    assert time.perf_counter() - begin < 0.5
    expected = [0, 5e-4, 1e-3, 5e-4, 0, 1e-3, 0]
    numpy.testing.assert_allclose(rates, expected, rtol=0, atol=1e-18)


@given(designs(wide=True))
def test_a_drawing_has_both_sides_of_every_edge(design):
    ticks = sample(design)
    assert (numpy.diff(ticks) > 0).all()
    assert ticks[0] == 0
    assert ticks[-1] == design.ticks - 1
    inside = {tick for tick in jumps(design) if tick < design.ticks}
    assert {tick + side for tick in inside for side in (-1, 0)} <= set(ticks.tolist())
    assert len(ticks) <= min(design.ticks, 1300)


WAVES = [
    Design(epochs=200, update="step", decay="triangular", cycles=64, end_lr=1e-5),
    Design(steps=10**6, decay="triangular", cycles=200),
    Design(steps=10**9, decay="triangular", cycles=200, rise=0.3),
    Design(epochs=50, update="step", cycles=60),
    Design(steps=10**6, cycles=200, warmup="linear", warmup_length=1000),
]


@pytest.mark.parametrize("design", WAVES, ids=range(len(WAVES)))
def test_every_wave_is_drawn_at_its_height(design):
    ticks = sample(design)
    rates = curve(design, ticks)
    tops = [i for i in range(1, len(ticks) - 1) if rates[i - 1] < rates[i] >= rates[i + 1]]
    cycles = {"triangular": design.cycles, "cosine": int(design.cycles)}[design.decay]
    high = [i for i in tops if rates[i] > 0.99 * design.peak_lr]
    assert len(high) >= cycles - 2
    assert len(ticks) < 2000


@settings(max_examples=100)
@given(designs(decay="cosine", warmup="none", cooldown="none", steps=3000))
def test_the_highest_and_the_lowest_rate_are_drawn(design):
    rates = curve(design)
    drawn = curve(design, sample(design))
    assert drawn.max() == pytest.approx(rates.max(), rel=1e-12)
    assert drawn.min() == pytest.approx(rates.min(), rel=1e-12, abs=1e-12 * rates.max())
