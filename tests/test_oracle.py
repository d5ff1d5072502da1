"""Every design's curve against the contract's formulas, written a second time in oracle.py."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import ENDS, FALLS, OPEN, WARMUPS, Oracle
from strategies import designs

from lrlib import curve
from lrlib.shapes import SHAPES

CHECKED = 300


def test_every_shape_has_its_formula():
    assert set(SHAPES["warmup"]) == set(WARMUPS)
    others = {"constant", "piecewise", "points", "cosine_restarts", "triangular"}
    assert set(SHAPES["decay"]) == set(FALLS) | set(OPEN) | others
    assert set(SHAPES["cooldown"]) <= set(FALLS)
    assert {name for name, shape in SHAPES["decay"].items() if shape.arrives} == ENDS


def check(design):
    ticks = list(range(min(design.ticks + 2, 300)))
    ticks += [tick for tick in (design.ticks - 1, design.ticks, design.ticks + 9) if tick > 300]
    oracle = Oracle(design.chosen)
    expected = [oracle(tick) for tick in ticks]
    top = max(map(abs, [*expected, design.peak_lr, design.chosen.get("end_lr", 0)]))
    found = curve(design, ticks)
    worst = max(range(len(ticks)), key=lambda i: abs(found[i] - expected[i]))
    assert abs(found[worst] - expected[worst]) <= 1e-12 * top, (design, ticks[worst])


@pytest.mark.parametrize(
    ("phase", "name"), [(phase, name) for phase in SHAPES for name in SHAPES[phase]]
)
@settings(max_examples=60)
@given(data=st.data())
def test_every_shape_in_any_design(phase, name, data):
    check(data.draw(designs(**{phase: name})))


@pytest.mark.parametrize("overlap", ["none", "jump", "join", "multiply"])
@settings(max_examples=CHECKED)
@given(data=st.data())
def test_every_overlap_with_any_decay(overlap, data):
    warmup = data.draw(st.sampled_from(list(WARMUPS)))
    check(data.draw(designs(warmup=warmup, overlap=overlap)))


@settings(max_examples=CHECKED)
@given(designs(update="step", epochs=7, decay_update="epoch"))
def test_decays_that_change_once_an_epoch(design):
    check(design)


@settings(max_examples=CHECKED)
@given(designs(reach_end=True))
def test_runs_whose_last_update_is_at_the_end(design):
    check(design)
