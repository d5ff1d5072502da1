"""Rows of (unit, rate): what the page's tables of boundaries and points do."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from lrlib.design import Design
from lrlib.fields import Field
from lrlib.shapes.rows import Rows

Row = tuple[float, float]


def rows_of(design: Design, table: Rows) -> list[Row]:
    """The rows that a design has; none where its shapes have no such table."""
    columns = [design.chosen.get(key, ()) for key in table.columns]
    return list(columns[0] if len(columns) == 1 else zip(*columns, strict=True))


def changes_of(table: Rows, rows: Sequence[Row]) -> dict[str, Any]:
    """The link keys that say these rows."""
    if len(table.columns) == 1:
        return {table.columns[0]: rows}
    return dict(zip(table.columns, zip(*rows, strict=True), strict=True))


def fields_of(design: Design, table: Rows) -> tuple[Field, ...]:
    """The fields of a row's unit and of its rate."""
    return tuple(field for key in table.columns for field in design.fields[key].columns())


def set_row(rows: Sequence[Row], index: int, row: Row) -> list[Row]:
    """The rows with one replaced, sorted by unit."""
    changed = [*rows[:index], row, *rows[index + 1 :]]
    return sorted(changed, key=lambda entry: entry[0])


def remove_row(rows: Sequence[Row], index: int) -> list[Row]:
    """The rows without one; the last one stays."""
    return [*rows[:index], *rows[index + 1 :]] if len(rows) > 1 else list(rows)


def add_row(rows: Sequence[Row], begin: float, end: float, factor: float) -> list[Row]:
    """The rows with one more after the last, halfway to `end`, at `factor` times its rate.

    Where nothing is left after the last row, the new one goes into the widest gap.
    """
    unit, rate = rows[-1]
    if unit < end - 1:
        return [*rows, (float(round((unit + end) / 2)), float(f"{rate * factor:.3g}"))]
    edges = [begin, *(unit for unit, _ in rows)]
    gaps = [later - earlier for earlier, later in pairwise(edges)]
    widest = gaps.index(max(gaps))
    middle = (edges[widest] + edges[widest + 1]) / 2
    return sorted([*rows, (float(f"{middle:.6g}"), rows[widest][1])], key=lambda row: row[0])
