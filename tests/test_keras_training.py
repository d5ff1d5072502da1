"""Every shape in both Keras targets trains, in compiled `fit`, with the rates of its curve."""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy
import probe
import pytest
from every_design import DESIGNS, epochs, tolerance, wanted
from every_shape import every_long_shape
from hypothesis import assume, given
from strategies import designs

from lrlib import Design, code, curve
from lrlib.curves import jumps, sample

LONG_DESIGNS = every_long_shape()
XLA = ("decay-cosine_restarts-step", "decay-piecewise-step", "decay-points-epoch", "waves")


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
    assume(design.chosen.get("power", 1) <= 4 and design.chosen.get("warmup_power", 1) <= 4)
    assert largest_difference(design, numpy.arange(design.ticks + 1)) <= tolerance(design)


@pytest.mark.parametrize("power", [10, 100])
def test_a_large_power_magnifies_the_rounding_of_float32(power):
    design = Design(steps=100, decay="polynomial", power=power)
    assert largest_difference(design, numpy.arange(101)) <= 1e-7 * power * design.peak_lr
