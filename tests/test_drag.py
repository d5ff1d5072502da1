"""What a drag changed becomes another design, and nothing else that a browser may send does."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import designs

from lrlib import Design, DesignError
from lrlib.edit.drag import apply_edit, movable
from lrlib.edit.handles import handles

WARM = Design(warmup="linear", warmup_length=5)
PIECES = Design(decay="piecewise", boundaries=[10, 20], values=[1e-4, 1e-5])


def test_a_drag_changes_the_fields_of_its_handle():
    changed = apply_edit(WARM, {"warmup_length": 8, "peak_lr": 0.003})
    assert changed == WARM.replace(warmup_length=8, peak_lr=0.003)


def test_a_boundary_is_added_with_its_rate_and_removed_with_it():
    more = apply_edit(PIECES, {"boundaries": [10, 15, 20], "values": [1e-4, 5e-5, 1e-5]})
    assert more.boundaries == (10, 15, 20)
    fewer = apply_edit(more, {"boundaries": [10, 20], "values": [1e-4, 1e-5]})
    assert fewer == PIECES


def test_a_point_is_a_pair():
    design = Design(decay="points", points=[(0, 1e-3), (50, 0)])
    changed = apply_edit(design, {"points": [[0, 1e-3], [25, 2e-4], [50, 0]]})
    assert changed.points == ((0, 1e-3), (25, 2e-4), (50, 0))


@pytest.mark.parametrize(
    "changes",
    [
        {"epochs": 3},
        {"name": "x"},
        {"warmup_length": 5, "decay": "linear"},
        {"boundaries": [1], "values": [1e-3]},
        {"__class__": 1},
        {1: 2},
        None,
        [],
        "peak_lr",
        7,
    ],
)
def test_what_no_handle_changes_is_refused_by_name(changes):
    with pytest.raises(DesignError, match=r"chart: got .*allowed: new values of end_lr, peak_lr"):
        apply_edit(WARM, changes)


@pytest.mark.parametrize(
    ("design", "changes", "field"),
    [
        (WARM, {"peak_lr": 0}, "peak_lr"),
        (WARM, {"peak_lr": "1e-3; import os"}, "peak_lr"),
        (WARM, {"peak_lr": float("nan")}, "peak_lr"),
        (WARM, {"peak_lr": 10**400}, "peak_lr"),
        (WARM, {"warmup_length": -1}, "warmup_length"),
        (WARM, {"warmup_length": None}, "warmup_length"),
        (WARM, {"end_lr": True}, "end_lr"),
        (PIECES, {"boundaries": [20, 10]}, "boundaries"),
        (PIECES, {"boundaries": [10]}, "boundaries"),
        (PIECES, {"values": [[1e-4], 1e-5]}, "values"),
        (PIECES, {"values": []}, "values"),
    ],
)
def test_a_value_that_its_field_does_not_take_is_refused(design, changes, field):
    with pytest.raises(DesignError, match=field):
        apply_edit(design, changes)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


@given(designs(), st.data())
def test_any_json_gives_a_valid_design_or_a_plain_refusal(design, data):
    keys = sorted(movable(design)) or ["peak_lr"]
    changes = data.draw(st.dictionaries(st.sampled_from(keys), JSON, max_size=2))
    with suppress(DesignError):
        assert apply_edit(design, changes).ticks == design.ticks


@given(designs(wide=True))
def test_only_what_stands_on_the_chart_can_move(design):
    parts = [part for handle in handles(design) for part in (handle.x, handle.y) if part]
    assert movable(design) == {part.key for part in parts}
    assert movable(design) <= set(design.fields)
