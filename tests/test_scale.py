"""Another run length, the same proportions; another unit, the same curve."""

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from lrlib import Design, curve
from lrlib.edit.scale import scale, to_epochs, to_steps
from lrlib.shapes import SHAPES

WARMUP = {"warmup": "linear", "warmup_length": 10}
STEPS = {"steps": 100_000, "steps_per_epoch": 1000}
DECAYS = {
    "inverse_sqrt": {"timescale": 1000},
    "exponential": {"decay_length": 2000},
    "inverse_time": {"decay_length": 2000},
    "step": {"every": 20_000},
    "piecewise": {"boundaries": (30_000, 60_000), "values": (1e-4, 1e-5)},
    "points": {"points": ((20_000, 5e-4), (50_000, 1e-4), (100_000, 0)), "join": "cosine"},
    "geometric": {"end_lr": 1e-5},
    "cosine_restarts": {"cycles": 4},  # cycles of whole ticks at every length below
    "triangular": {"cycles": 4},
}
# Every decay over a warmup that grows each step, with a hold and a cooldown around it.
ROUND = {"warmup": "exponential", "warmup_base": 1.001, "warmup_length": 10_000}
SIDES = {"hold_length": 10_000, "cooldown": "linear", "cooldown_length": 10_000}
ALL = [
    Design(**STEPS, **ROUND, **SIDES, decay=name, **DECAYS.get(name, {}))
    for name in SHAPES["decay"]
]


@pytest.mark.parametrize("design", ALL, ids=list(SHAPES["decay"]))
@pytest.mark.parametrize("factor", [0.1, 3])
def test_the_scaled_curve_is_the_same_at_the_same_share_of_the_run(design, factor):
    scaled = scale(design, steps=round(100_000 * factor))
    share = numpy.arange(0, 100, 2) / 100 + 0.005  # between the edges
    before = curve(design, (share * design.ticks).astype(int))
    after = curve(scaled, (share * scaled.ticks).astype(int))
    numpy.testing.assert_allclose(after, before, rtol=1e-9, atol=0)


@pytest.mark.parametrize("design", ALL, ids=list(SHAPES["decay"]))
def test_epochs_and_steps_state_the_same_curve(design):
    epochs = to_epochs(design)
    assert (epochs.epochs, epochs.update, epochs.warmup_length) == (100, "step", 10)
    ticks = numpy.arange(0, 100_000, 7)
    numpy.testing.assert_allclose(curve(epochs, ticks), curve(design, ticks), rtol=1e-9)
    back = to_steps(epochs)
    assert (back.steps, back.hold_length) == (100_000, 10_000)
    numpy.testing.assert_allclose(curve(back, ticks), curve(design, ticks), rtol=1e-9)


def test_lengths_and_boundaries_grow_and_rates_stay():
    design = Design(
        epochs=90, **WARMUP, decay="piecewise", boundaries=(30, 60, 80), values=(3e-4, 1e-4, 1e-5)
    )
    scaled = scale(design, epochs=45, steps_per_epoch=7)
    assert (scaled.epochs, scaled.steps_per_epoch, scaled.warmup_length) == (45, 7, 5)
    assert (scaled.boundaries, scaled.values) == ((15, 30, 40), (3e-4, 1e-4, 1e-5))
    assert scaled.peak_lr == design.peak_lr


def test_a_per_epoch_design_in_steps_starts_each_epoch_at_its_rate():
    design = Design(epochs=20, steps_per_epoch=50, **WARMUP | {"warmup": "exponential"})
    steps = to_steps(design)
    assert (steps.steps, steps.warmup_length) == (1000, 500)
    numpy.testing.assert_allclose(curve(steps, range(0, 1000, 50)), curve(design), rtol=1e-12)


def test_a_run_that_is_no_whole_number_of_epochs_keeps_its_lengths():
    design = Design(steps=1030, steps_per_epoch=100, **WARMUP, cooldown="linear", final_lr=1e-5)
    epochs = to_epochs(design)
    assert (epochs.epochs, epochs.warmup_length) == (10, 0.1)
    numpy.testing.assert_allclose(curve(epochs, range(10)), curve(design, range(10)), rtol=1e-12)
    assert to_epochs(Design(steps=30, steps_per_epoch=100)).epochs == 1


def test_a_staircase_gets_no_extra_drop_from_whole_ticks():
    # 30 of 90 epochs become 33.33 of 100: whole epochs of 33 would drop again at 99.
    design = Design(epochs=90, decay="step", every=30)
    assert scale(design, epochs=100).every == pytest.approx(34.33, abs=0.5)
    assert curve(scale(design, epochs=100))[-1] == pytest.approx(1e-5)


def test_stairs_below_a_tick_become_one_drop_of_their_product():
    design = Design(steps=1000, decay="step", drop=0.9, every=10)
    scaled = scale(design, steps=50)  # every 0.5 steps
    assert (scaled.every, scaled.drop) == (1, pytest.approx(0.81))
    assert curve(scaled)[-1] == pytest.approx(curve(design)[980])


def test_boundaries_that_meet_leave_the_last_rate():
    design = Design(
        steps=1000, decay="piecewise", boundaries=(500, 500.001, 900), values=(3e-4, 2e-4, 1e-4)
    )
    scaled = scale(design, steps=100)
    assert (scaled.boundaries, scaled.values) == ((50, 90), (2e-4, 1e-4))


def test_an_exponential_warmup_still_starts_where_it_did():
    design = Design(epochs=50, warmup="exponential", warmup_length=10)
    assert scale(design, epochs=100).warmup_base == pytest.approx(2**0.5)
    assert curve(scale(design, epochs=100))[0] == pytest.approx(1e-3 / 1024)
    # Two epochs would need a base of 1024: the largest base there is, 1000, comes close.
    assert scale(design, epochs=5).warmup_base == 1000


@settings(max_examples=100, deadline=None)
@given(
    decay=some.sampled_from(ALL),
    length=some.integers(1, 10**6),
    per_epoch=some.integers(1, 1000),
    unit=some.sampled_from(["epochs", "steps"]),
)
def test_any_length_gives_a_valid_design(decay, length, per_epoch, unit):
    scaled = scale(decay, **{unit: length, "steps_per_epoch": per_epoch})
    assert scaled.clock.steps == length * (per_epoch if unit == "epochs" else 1)
    assert to_epochs(to_steps(scaled)).clock.unit == "epochs"
