"""Rows of boundaries and points: always sorted, never empty."""

from hypothesis import given
from hypothesis import strategies as st

from lrlib.edit.rows import add_row, remove_row, set_row

ROWS = [(10.0, 1e-3), (20.0, 1e-4), (30.0, 1e-5)]


def test_a_moved_row_finds_its_place():
    assert set_row(ROWS, 0, (25, 5e-3)) == [(20, 1e-4), (25, 5e-3), (30, 1e-5)]


def test_rows_of_one_unit_keep_their_order():
    assert set_row(ROWS, 2, (20, 7.0)) == [(10, 1e-3), (20, 1e-4), (20, 7.0)]


def test_the_last_row_stays():
    assert remove_row(ROWS, 1) == [ROWS[0], ROWS[2]]
    assert remove_row(ROWS[:1], 0) == ROWS[:1]


def test_a_new_row_goes_halfway_to_the_end():
    assert add_row(ROWS, 0, 50, 0.1) == [*ROWS, (40, 1e-6)]


def test_where_nothing_is_left_it_goes_into_the_widest_gap():
    rows = [(10.0, 1e-3), (49.5, 1e-4)]
    assert add_row(rows, 0, 50, 0.1) == [(10, 1e-3), (29.75, 1e-4), (49.5, 1e-4)]


units = st.floats(1, 1000).map(lambda unit: float(f"{unit:.3g}"))
tables = st.lists(st.tuples(units, st.floats(1e-6, 1)), min_size=1, max_size=8).map(sorted)


@given(tables, st.integers(1, 2000))
def test_a_table_with_a_new_row_is_one_longer_and_in_order(rows, end):
    longer = add_row(rows, 0, end, 0.1)
    assert len(longer) == len(rows) + 1
    assert [unit for unit, _ in longer] == sorted(unit for unit, _ in longer)
    assert all(row in longer for row in rows)
