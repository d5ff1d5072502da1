"""Every shape in both Keras targets trains, in compiled `fit`, with the rates of its curve."""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy
import probe
import pytest
from every_shape import EPOCHS, STEPS_PER_EPOCH, every_long_shape, every_shape
from hypothesis import assume, given
from strategies import designs

from lrlib import Design, code, curve
from lrlib.curves import jumps, sample

UPDATES = ("epoch", "step")
DESIGNS = {
    f"{name}-{update}": design for update in UPDATES for name, design in every_shape(update).items()
}

# What the table's designs leave out, by hand.
RUN = {"epochs": EPOCHS, "steps_per_epoch": STEPS_PER_EPOCH, "update": "step", "peak_lr": 0.3}
DESIGNS |= {
    "steps": Design(steps=70, steps_per_epoch=3, peak_lr=0.3, warmup="linear", warmup_length=7),
    "one-tick": Design(epochs=1, steps_per_epoch=3, peak_lr=0.3),
    "halves-of-ticks": Design(**RUN, warmup="cosine", warmup_length=1.5, hold_length=0.5),
    "warmup-cut": Design(**RUN, warmup="polynomial", warmup_length=30),
    "waves": Design(**RUN, warmup="linear", warmup_length=2, cycles=4.5),
    "restarts-growing": Design(
        **RUN, decay="cosine_restarts", cycles=4, cycle_mult=1.7, cycle_decay=0.6, end_lr=0.01
    ),
    "triangles-falling": Design(**RUN, decay="triangular", cycles=4, cycle_decay=0.5),
    "floor": Design(**RUN, decay="step", drop=0.3, every=3, end_lr=0.02),
    "jumps": Design(
        **RUN, decay="points", points=[(0, 0.1), (5, 0.3), (5, 0.2), (9, 0.2), (9, 0), (30, 0.3)]
    ),
    "one-boundary": Design(**RUN, decay="piecewise", boundaries=[7], values=[0.2]),
    "boundary-in-warmup": Design(
        **RUN,
        warmup="linear",
        warmup_length=4,
        decay="piecewise",
        boundaries=[2, 6],
        values=[0.2, 0.1],
    ),
    "pieces": Design(
        **RUN,
        decay="piecewise",
        boundaries=[i / 3 for i in range(1, 61)],
        values=[0.3 - i / 300 for i in range(60)],
    ),
}
LONG_DESIGNS = every_long_shape()
XLA = ("decay-cosine_restarts-step", "decay-piecewise-step", "decay-points-epoch", "waves")


def epochs(design: Design) -> int:
    """As many as the design has, begun ones too, and one more: there the final rate holds."""
    return -(-design.clock.steps // design.steps_per_epoch) + 1


def wanted(design: Design, steps: int) -> numpy.ndarray:
    """The curve of each training step."""
    return curve(design, numpy.arange(steps) // design.clock.steps_per_tick)


def highest(design: Design) -> float:
    return max(design.peak_lr, curve(design, sample(design)).max())


def tolerance(design: Design) -> float:
    """What float32 may differ by: far less than a jump that comes a step late."""
    return 5e-7 * (1 + design.values.get("cycles", 0)) * highest(design)


@pytest.mark.parametrize("name", DESIGNS)
def test_the_callback_trains_with_the_curve(name):
    design = DESIGNS[name]
    callback = probe.run(code(design, "keras-callback"))["callback"]
    applied = probe.applied_by_callback(callback, epochs(design), design.steps_per_epoch)
    expected = wanted(design, len(applied))
    assert abs(applied - expected).max() <= 1e-7 * expected.max()


@pytest.mark.parametrize("name", DESIGNS)
def test_the_schedule_trains_with_the_curve(name):
    design = DESIGNS[name]
    schedule = probe.run(code(design, "keras-schedule"))["learning_rate"]
    applied = probe.applied(schedule, epochs(design), design.steps_per_epoch)
    assert abs(applied - wanted(design, len(applied))).max() <= tolerance(design)


@pytest.mark.parametrize("name", XLA)
def test_the_schedule_trains_with_the_curve_under_xla(name):
    design = DESIGNS[name]
    schedule = probe.run(code(design, "keras-schedule"))["learning_rate"]
    clock = epochs(design), design.steps_per_epoch
    applied = probe.applied(schedule, *clock, jit_compile=probe.HAS_XLA)
    assert abs(applied - wanted(design, len(applied))).max() <= tolerance(design)


def largest_difference(design: Design, ticks: numpy.ndarray) -> float:
    """Between the schedule, called in compiled code at these ticks, and the curve."""
    schedule = probe.run(code(design, "keras-schedule"))["learning_rate"]
    rates = probe.called(schedule, ticks * design.clock.steps_per_tick)
    return abs(rates - curve(design, ticks)).max()


@pytest.mark.parametrize("name", LONG_DESIGNS)
def test_a_billion_steps_keep_every_edge(name):
    design = LONG_DESIGNS[name]
    edges = numpy.array([*jumps(design), design.ticks])
    windows = (edges[:, None] + numpy.arange(-2, 3)).ravel()
    steps = numpy.concatenate([windows, sample(design, 50)])
    assert largest_difference(design, steps) <= tolerance(design)


@given(designs(most_ticks=60))
def test_any_design_in_compiled_code(design):
    assume(design.values.get("power", 1) <= 4 and design.values.get("warmup_power", 1) <= 4)
    assert largest_difference(design, numpy.arange(design.ticks + 1)) <= tolerance(design)


@pytest.mark.parametrize("power", [10, 100])
def test_a_large_power_magnifies_the_rounding_of_float32(power):
    design = Design(steps=100, decay="polynomial", power=power)
    assert largest_difference(design, numpy.arange(101)) <= 1e-7 * power * design.peak_lr
