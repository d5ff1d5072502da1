"""The places that a person can take hold of: where they stand and what they may change."""

import pytest
from every_design import DESIGNS
from every_shape import every_long_shape
from hypothesis import given
from strategies import designs

from lrlib import Design, curve
from lrlib.edit.drag import apply_edit
from lrlib.edit.handles import handles
from lrlib.shapes.base import rate

WARM = {"warmup": "linear", "warmup_length": 5}
EVERY = DESIGNS | every_long_shape()


def at(design):
    return {handle.id: (handle.tick, handle.rate) for handle in handles(design)}


def test_the_end_of_the_warmup_carries_the_highest_rate():
    assert at(Design(**WARM)) == {"peak": (5, 1e-3), "end": (50, 0)}
    peak = handles(Design(**WARM))[0]
    assert (peak.x.key, peak.y.key) == ("warmup_length", "peak_lr")
    assert (peak.x.low, peak.x.high) == (0, 50)


def test_without_a_warmup_only_the_rate_moves():
    peak = handles(Design())[0]
    assert (peak.tick, peak.x, peak.y.key) == (0, None, "peak_lr")


def test_ends_of_hold_and_starts_of_cooldown():
    design = Design(**WARM, hold_length=10, end_lr=1e-4, cooldown="linear", cooldown_length=6)
    assert at(design) == {
        "peak": (5, 1e-3),
        "hold": (15, 1e-3),
        "cooldown": (44, 1e-4),
        "final": (50, 0),
    }
    hold, cooldown = (h for h in handles(design) if h.id in ("hold", "cooldown"))
    assert (hold.x.low, hold.x.high) == (5, 44)
    assert (cooldown.x.low, cooldown.x.high, cooldown.y.key) == (15, 50, "end_lr")


def test_each_boundary_stays_between_its_neighbours():
    design = Design(decay="piecewise", boundaries=[10, 20, 30], values=[3e-4, 2e-4, 1e-4])
    assert at(design) == {
        "peak": (0, 1e-3),
        "piece0": (10, 3e-4),
        "piece1": (20, 2e-4),
        "piece2": (30, 1e-4),
    }
    ranges = [(h.x.low, h.x.high) for h in handles(design) if h.x]
    assert ranges == [(0, 19), (11, 29), (21, 50)]


def test_each_point_stays_between_its_neighbours_and_after_the_warmup():
    design = Design(**WARM, decay="points", points=[(5, 1e-3), (20, 5e-4), (20, 1e-4), (50, 0)])
    ranges = [(h.x.low, h.x.high) for h in handles(design) if h.id.startswith("point")]
    assert ranges == [(5, 20), (5, 20), (20, 50), (20, 50)]
    assert next(h for h in handles(design) if h.id == "peak").x.high == 5


def test_triangles_have_their_first_top_and_their_floor():
    assert at(Design(epochs=60, decay="triangular", end_lr=1e-5)) == {
        "top": (10, 1e-3),
        "end": (60, 1e-5),
    }


def test_an_end_that_must_be_above_0_says_so():
    end = handles(Design(decay="geometric", end_lr=1e-6))[-1]
    assert (end.y.key, end.y.zero) == ("end_lr", False)


def test_a_floor_has_a_handle_only_where_the_curve_has_come_to_it():
    design = Design(decay="exponential", decay_rate=0.9)
    assert [h.label for h in handles(design)] == ["Max LR"]
    assert at(design.replace(end_lr=1e-4))["end"] == (50, 1e-4)


def test_a_warmup_that_ends_on_the_decay_only_moves_sideways():
    design = Design(**WARM, overlap="join")
    peak = handles(design)[0]
    assert (peak.label, peak.x.key, peak.y) == ("End of warmup", "warmup_length", None)
    assert peak.rate == curve(design, [5])[0] < design.peak_lr
    assert handles(design.replace(overlap="jump"))[0].y.key == "peak_lr"


def lies_on_its_curve(design):
    """Each handle's rate is trained at its tick, or is the end of a phase that ends there."""
    for handle in handles(design):
        phases = [phase for phase in design.phases() if phase.end == handle.tick]
        ends = [float(rate(phase, phase.end)) for phase in phases]
        places = [float(curve(design, [handle.tick])[0]), *ends]
        near = pytest.approx(handle.rate, rel=1e-8, abs=1e-8 * design.peak_lr)
        assert any(place == near for place in places), handle


@pytest.mark.parametrize("name", EVERY)
def test_what_is_taken_hold_of_lies_on_the_curve(name):
    assert {handle.id for handle in handles(EVERY[name])} & {"peak", "hold", "cooldown"} or (
        EVERY[name].decay in ("points", "triangular")
    )
    lies_on_its_curve(EVERY[name])


@given(designs())
def test_what_is_taken_hold_of_lies_on_the_curve_of_any_design(design):
    lies_on_its_curve(design)


@given(designs(wide=True))
def test_handles_stand_inside_the_run_and_inside_their_own_range(design):
    found = handles(design)
    assert len({handle.id for handle in found}) == len(found)
    for handle in found:
        assert 0 <= handle.tick <= design.ticks
        assert handle.x or handle.y
        if handle.x:
            assert handle.x.low <= handle.tick <= handle.x.high


def test_a_rate_that_a_geometric_cooldown_leaves_is_above_0():
    design = Design(end_lr=1e-5, final_lr=1e-6, cooldown="geometric", cooldown_length=9)
    assert [h.y.zero for h in handles(design) if h.id in ("cooldown", "final")] == [False, False]
    assert next(h for h in handles(design.replace(cooldown="linear")) if h.id == "final").y.zero


@given(designs())
def test_both_ends_of_each_handles_reach_are_valid_designs(design):
    for handle in handles(design):
        along, up = handle.x, handle.y
        if along and along.index is None:
            for tick in {along.low, along.high} - {handle.tick}:
                units = (tick - along.base) * along.sign / design.clock.per_unit
                apply_edit(design, {along.key: units})
        if up and up.index is None:
            # A rate of 1e-12 beside a peak of 1 is lost in rounding, so that 0 is left.
            for rate in [max(up.low, 1e-9 * design.peak_lr), up.high, *([0.0] if up.zero else [])]:
                apply_edit(design, {up.key: rate})
