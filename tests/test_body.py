"""The printed code is the curve: every shape, every phase, every tick, in plain Python."""

import bisect
import math
import pickle

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import designs

from lrlib import Design, curve
from lrlib.printing.body import body
from lrlib.printing.languages import JavaScript, Python
from lrlib.printing.lines import constants, scalar
from lrlib.shapes import SHAPES

EVERY = [(phase, name) for phase, shapes in SHAPES.items() for name in shapes]


def lr_at(design):
    """The generated function, executed on `math` and `bisect` alone."""
    made = body(design, Python())
    lines = [*constants(made, made.constants), f"def lr_at({made.tick}):"]
    names = {"math": math, "bisect": bisect, "__builtins__": {"min": min, "max": max}}
    exec("\n".join([*lines, *scalar(made)]), names)
    return names["lr_at"]


def check(design, ticks):
    code = lr_at(design)
    printed = [code(tick) for tick in ticks]
    # A phase that is cut short is computed from an end that no tick reaches.
    ends = [rate for phase in design.phases() for rate in (phase.start_lr, phase.end_lr)]
    top = max(design.peak_lr, *ends)
    numpy.testing.assert_allclose(printed, curve(design, ticks), rtol=0, atol=1e-12 * top)
    assert all(type(rate) is float for rate in printed)


@pytest.mark.parametrize(("phase", "name"), EVERY)
@settings(max_examples=30)
@given(data=st.data())
def test_code_equals_curve_at_every_tick(phase, name, data):
    design = data.draw(designs(**{phase: name}))
    check(design, range(design.ticks + 3))


@pytest.mark.parametrize(("phase", "name"), EVERY)
@settings(max_examples=15)
@given(data=st.data())
def test_code_equals_curve_all_over_the_ranges(phase, name, data):
    """Runs of a billion steps: at random ticks, and at both sides of every edge."""
    design = data.draw(designs(wide=True, **{phase: name}))
    edges = [p.begin + side for p in design.phases() for side in (-1, 0, 1)]
    ticks = data.draw(st.lists(st.integers(0, design.ticks + 2), max_size=40))
    check(design, [tick for tick in [*ticks, *edges, design.ticks] if tick >= 0])


def test_a_piece_past_the_cooldown_does_not_move_its_start():
    design = Design(
        decay="piecewise",
        boundaries=(10, 45),
        values=(1e-4, 1e-5),
        cooldown="linear",
        cooldown_length=10,
    )
    assert body(design, Python()).constants["decay_end"] == 40
    assert [lr_at(design)(tick) for tick in (9, 10, 39, 40, 45, 50)] == pytest.approx(
        [1e-3, 1e-4, 1e-4, 1e-4, 5e-5, 0], abs=1e-18
    )


def test_constants_carry_the_names_of_the_fields_and_their_exact_values():
    made = body(Design(warmup="linear", warmup_length=5, init_lr=1e-5, cycles=1.5), Python())
    assert made.constants == {
        "warmup_end": 5,
        "total_epochs": 50,
        "peak_lr": 1e-3,
        "init_lr": 1e-5,
        "cycles": 1.5,
        "end_lr": 0.0,
    }


def test_only_constants_in_use_are_listed_and_those_always_wanted():
    design = Design(decay="constant")
    assert set(body(design, Python()).constants) == {"peak_lr"}
    always = body(design, Python(), ("steps_per_epoch",)).constants
    assert always["steps_per_epoch"] == 200


def test_a_per_step_design_counts_steps():
    made = body(Design(epochs=2, steps_per_epoch=30, update="step"), Python())
    assert (made.tick, made.total, made.constants["total_steps"]) == ("step", "total_steps", 60)


def test_a_run_of_parts_is_one_lookup():
    made = body(Design(decay="cosine_restarts", cycles=64, epochs=640), Python())
    assert len(made.branches) == 1
    assert len(made.constants["cycle_begins"]) == 64


def test_javascript_reads_the_same_shapes():
    made = body(Design(decay="cosine"), JavaScript())
    assert made.branches[0].rate.text == (
        "END_LR + (PEAK_LR - END_LR) * 0.5 * (1 + Math.cos(2 * Math.PI * CYCLES * progress))"
    )


@given(designs(wide=True))
def test_the_same_design_prints_the_same_code(design):
    again = pickle.loads(pickle.dumps(design))
    one, two = (scalar(body(d, Python())) for d in (design, again))
    assert one == two
