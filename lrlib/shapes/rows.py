"""A table of (unit, rate) rows that a shape is made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Rows:
    """What a row is called, and the lists that are its columns: two of numbers, one of points."""

    name: str
    columns: tuple[str, ...]
    from_label: str = ""  # before the unit, over the first column
    drop: float = 1.0  # the rate of a new row, as a part of the one before
