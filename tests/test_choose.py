"""Choosing a shape: what both shapes share is kept, what would be useless is fitted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import designs

from lrlib import Design, DesignError
from lrlib.edit.choose import choose
from lrlib.shapes import SHAPES

EVERY = [(phase, name) for phase, shapes in SHAPES.items() for name in ("none", *shapes)]
EVERY.remove(("decay", "none"))


@pytest.mark.parametrize(("phase", "name"), EVERY)
@pytest.mark.parametrize("length", [{"epochs": 1}, {"epochs": 50}, {"steps": 10**9}])
def test_every_shape_fits_every_length(phase, name, length):
    chosen = choose(Design(**length), phase, name)
    assert chosen.chosen[phase] == name
    assert chosen.clock == Design(**length).clock


@given(designs(), st.sampled_from(EVERY))
def test_any_design_takes_any_shape_or_says_why_not(design, chosen):
    phase, name = chosen
    try:
        changed = choose(design, phase, name)
    except DesignError as error:
        reasons = [finding.reason for finding in error.findings]
    else:
        reasons = []
        assert changed.chosen[phase] == name
        assert changed.peak_lr == design.peak_lr
        assert changed.clock == design.clock
    assert all(reason.startswith("got ") for reason in reasons)


def test_shared_fields_are_kept():
    design = Design(decay="linear", end_lr=1e-5, warmup="linear", warmup_length=7, init_lr=1e-6)
    chosen = choose(choose(design, "decay", "rex"), "warmup", "cosine")
    assert (chosen.end_lr, chosen.warmup_length, chosen.init_lr) == (1e-5, 7, 1e-6)


def test_a_key_of_another_meaning_takes_its_default():
    # Waves of a cosine may be 0.5; cycles of restarts are whole.
    assert choose(Design(cycles=0.5), "decay", "cosine_restarts").cycles == 3
    assert choose(Design(cycles=5.0), "decay", "cosine_restarts").cycles == 5


def test_a_new_warmup_lasts_a_tenth_of_the_run():
    assert choose(Design(epochs=80), "warmup", "linear").warmup_length == 8
    assert choose(Design(epochs=3), "cooldown", "linear").cooldown_length == 1


def test_boundaries_lie_inside_the_run():
    chosen = choose(Design(epochs=90, peak_lr=0.1), "decay", "piecewise")
    assert (chosen.boundaries, chosen.values) == ((45, 72), (0.01, 0.001))


def test_a_geometric_fall_ends_above_0():
    assert choose(Design(peak_lr=0.1, end_lr=0), "decay", "geometric").end_lr == 0.001
    assert choose(Design(end_lr=2e-6), "decay", "geometric").end_lr == 2e-6


def test_what_comes_before_a_geometric_cooldown_ends_above_0():
    chosen = choose(Design(decay="linear", end_lr=0), "cooldown", "geometric")
    assert chosen.end_lr == pytest.approx(1e-4)
    assert chosen.final_lr == pytest.approx(1e-5)
