"""Where phases begin and end, by hand."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from strategies import designs

from lrlib import Design, curve
from lrlib.shapes.base import whole_ticks


def spans(design):
    return [(phase.name, phase.begin, phase.end) for phase in design.phases()]


@pytest.mark.parametrize(
    ("units", "per_unit", "ticks"),
    [
        (0.4, 1, 0),
        (0.5, 1, 1),
        (1.5, 1, 2),
        (2.5, 1, 3),
        (2.4999, 1, 2),
        (0.0125, 200, 3),
        (0, 9, 0),
    ],
)
def test_lengths_round_halves_up(units, per_unit, ticks):
    assert whole_ticks(units, per_unit) == ticks


WARM = {"warmup": "linear", "cooldown": "linear"}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, [("decay", 0, 50)]),
        (
            {**WARM, "warmup_length": 5, "hold_length": 10, "cooldown_length": 8},
            [("warmup", 0, 5), ("hold", 5, 15), ("decay", 15, 42), ("cooldown", 42, 50)],
        ),
        # Taken in the order warmup, hold, cooldown, decay.
        ({**WARM, "warmup_length": 60, "cooldown_length": 8}, [("warmup", 0, 50)]),
        (
            {**WARM, "warmup_length": 20, "hold_length": 40, "cooldown_length": 8},
            [("warmup", 0, 20), ("hold", 20, 50)],
        ),
        (
            {**WARM, "warmup_length": 20, "cooldown_length": 40},
            [("warmup", 0, 20), ("cooldown", 20, 50)],
        ),
        ({**WARM, "warmup_length": 0.4, "cooldown_length": 0.49}, [("decay", 0, 50)]),
        (
            {**WARM, "warmup_length": 0.5, "cooldown_length": 0.5},
            [("warmup", 0, 1), ("decay", 1, 49), ("cooldown", 49, 50)],
        ),
        ({"warmup": "none", "warmup_length": 5}, [("decay", 0, 50)]),
        (
            {"update": "step", "steps_per_epoch": 3, "warmup": "linear", "warmup_length": 2.5},
            [("warmup", 0, 8), ("decay", 8, 150)],
        ),
    ],
)
def test_phases_take_their_ticks_in_order(given, expected):
    assert spans(Design(**given)) == expected


def test_one_tick_that_is_all_warmup_or_all_cooldown():
    assert spans(Design(epochs=1, **WARM, warmup_length=1)) == [("warmup", 0, 1)]
    assert spans(Design(epochs=1, **WARM, cooldown_length=1)) == [("cooldown", 0, 1)]


def test_a_warmup_longer_than_the_run_keeps_its_length():
    design = Design(epochs=4, warmup="linear", warmup_length=8, peak_lr=0.8)
    assert curve(design, [0, 1, 3, 4, 99]) == pytest.approx([0, 0.1, 0.3, 0.4, 0.4])


def test_a_cooldown_longer_than_its_room_keeps_its_length():
    design = Design(epochs=4, decay="constant", cooldown="linear", cooldown_length=8, peak_lr=0.8)
    assert curve(design, [0, 1, 3, 4, 99]) == pytest.approx([0.8, 0.7, 0.5, 0.4, 0.4])


@pytest.mark.parametrize(
    ("given", "start"),
    [
        ({"decay": "linear"}, 0.0),
        ({"decay": "linear", "end_lr": 1e-4}, 1e-4),
        ({"decay": "exponential", "decay_rate": 0.5, "decay_length": 20}, 0.25e-3),
        ({"decay": "step", "drop": 0.5, "every": 20}, 0.25e-3),  # the drop that falls on its start
        ({"decay": "cosine", "cycles": 1}, 1e-3),
        ({"decay": "cosine_restarts", "cycles": 2}, 0.0),
        ({"decay": "triangular", "cycles": 2, "end_lr": 1e-5}, 1e-5),
        ({"decay": "piecewise", "boundaries": [20, 40], "values": [1e-4, 1e-5]}, 1e-5),
        ({"decay": "piecewise", "boundaries": [20, 41], "values": [1e-4, 1e-5]}, 1e-4),
        ({"decay": "points", "points": [(0, 1e-3), (80, 0)]}, 0.5e-3),
        ({"decay": "points", "points": [(0, 1e-3), (40, 5e-4), (40, 2e-4)]}, 2e-4),
        ({"decay": "linear", "hold_length": 40}, 1e-3),  # no decay at all: from the peak
    ],
)
def test_a_cooldown_starts_where_the_decay_would_be(given, start):
    design = Design(**given, cooldown="linear", cooldown_length=10)
    assert design.phases()[-1].start_lr == pytest.approx(start, abs=1e-18)
    assert curve(design, [40, 45, 50]) == pytest.approx([start, start / 2, 0], abs=1e-18)


@pytest.mark.parametrize("shape", ["piecewise", "points"])
def test_parts_past_the_cooldown_end_where_it_begins(shape):
    parts = {
        "piecewise": {"boundaries": [10, 45], "values": [1e-4, 1e-5]},
        "points": {"points": [(10, 1e-3), (45, 1e-4), (60, 1e-5)]},
    }
    design = Design(decay=shape, cooldown="linear", cooldown_length=10, **parts[shape])
    assert spans(design) == [("decay", 0, 10), ("decay", 10, 40), ("cooldown", 40, 50)]


def test_the_warmup_reaches_the_peak_exactly_where_the_decay_starts():
    for decay in ("linear", "constant", "one_minus_sqrt", "geometric", "exponential"):
        design = Design(warmup="linear", warmup_length=7, decay=decay, peak_lr=3e-4, end_lr=1e-5)
        assert curve(design, [7])[0] == 3e-4


@settings(max_examples=150)
@given(designs(wide=True))
def test_phases_cover_the_run_without_a_gap(design):
    phases = design.phases()
    edges = [phase.begin for phase in phases] + [design.ticks]
    assert edges[0] == 0
    # A last part that begins with the run's end stays: it is the rate that holds.
    assert all(a < b for a, b in pairwise(edges[:-1]))
    assert edges[-2] <= edges[-1]
    assert [phase.end for phase in phases] == edges[1:]
    for phase in phases:
        assert phase.origin <= phase.begin
        # A warmup that counts from 1, and a run whose last tick is at the end, are there sooner.
        early = phase.end - phase.origin - phase.length
        assert early <= max(-phase.origin, phase.stride) or phase.begin == phase.end
    order = ["warmup", "hold", "decay", "cooldown"]
    places = [order.index(phase.name) for phase in phases]
    assert places == sorted(places)
