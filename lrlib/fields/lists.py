"""Fields of several entries: numbers, and points of a curve."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from lrlib.fields.base import Field, Ruler
from lrlib.fields.numbers import Number, Rate, read_number, write_number

MOST_ENTRIES = 200


def entries(value: Any) -> Sequence[Any]:
    """The entries of a list, a tuple or an array, from 1 to 200; never those of a text."""
    listed = value.tolist() if hasattr(value, "tolist") else value
    if isinstance(listed, str | bytes | bytearray) or not isinstance(listed, Sequence):
        raise ValueError("a list")
    if not 1 <= len(listed) <= MOST_ENTRIES:
        raise ValueError(f"1 to {MOST_ENTRIES} entries")
    return listed


@dataclass(frozen=True)
class Numbers(Field):
    """Up to 200 numbers, each checked by `entry`; `rising` wants each above the one before."""

    kind = "numbers"

    default: tuple[float, ...]
    entry: Number
    rising: bool = False

    @property
    def allowed(self) -> str:
        order = ", each above the one before" if self.rising else ""
        return f"1 to {MOST_ENTRIES} entries separated by commas, each {self.entry.allowed}{order}"

    def check(self, value: Any) -> tuple[float, ...]:
        try:
            numbers = tuple(self.entry.check(number) for number in entries(value))
        except ValueError:
            raise ValueError(self.allowed) from None
        if self.rising and any(b <= a for a, b in pairwise(numbers)):
            raise ValueError(self.allowed)
        return numbers

    def read(self, text: str) -> tuple[float, ...]:
        parts = text.split(",", MOST_ENTRIES)
        try:
            return self.check([read_number(part) for part in parts])
        except ValueError:
            raise ValueError(self.allowed) from None

    def write(self, value: tuple[float, ...]) -> str:
        return ",".join(map(write_number, value))

    def columns(self) -> tuple[Field, ...]:
        return (self.entry,)

    def lengths(self, value: tuple[float, ...]) -> tuple[float, ...]:
        return tuple(units for entry in value for units in self.entry.lengths(entry))

    def scaled(self, value: tuple[float, ...], ruler: Ruler) -> tuple[float, ...]:
        return tuple(self.entry.scaled(entry, ruler) for entry in value)

    def rates(
        self, value: tuple[float, ...], change: Callable[[float], float]
    ) -> tuple[float, ...]:
        return tuple(self.entry.rates(entry, change) for entry in value)


@dataclass(frozen=True)
class Points(Field):
    """Up to 200 pairs `unit:rate`; units never fall, a repeated unit is a jump."""

    kind = "points"

    default: tuple[tuple[float, float], ...]
    unit: Number
    rate: Rate

    @property
    def allowed(self) -> str:
        return (
            f"1 to {MOST_ENTRIES} pairs unit:rate separated by commas, each unit "
            f"{self.unit.allowed} and never below the one before, each rate {self.rate.allowed}"
        )

    def check(self, value: Any) -> tuple[tuple[float, float], ...]:
        try:
            pairs = tuple(
                (self.unit.check(unit), self.rate.check(rate))
                for unit, rate in map(entries, entries(value))
            )
        except ValueError:
            raise ValueError(self.allowed) from None
        if any(b[0] < a[0] for a, b in pairwise(pairs)):
            raise ValueError(self.allowed)
        return pairs

    def read(self, text: str) -> tuple[tuple[float, float], ...]:
        parts = text.split(",", MOST_ENTRIES)
        try:
            return self.check([[read_number(n) for n in part.split(":", 2)] for part in parts])
        except ValueError:
            raise ValueError(self.allowed) from None

    def write(self, value: tuple[tuple[float, float], ...]) -> str:
        return ",".join(f"{write_number(unit)}:{write_number(rate)}" for unit, rate in value)

    def columns(self) -> tuple[Field, ...]:
        return self.unit, self.rate

    def lengths(self, value: tuple[tuple[float, float], ...]) -> tuple[float, ...]:
        return tuple(unit for unit, _ in value)

    def scaled(
        self, value: tuple[tuple[float, float], ...], ruler: Ruler
    ) -> tuple[tuple[float, float], ...]:
        return tuple((ruler.whole(unit), rate) for unit, rate in value)

    def rates(
        self, value: tuple[tuple[float, float], ...], change: Callable[[float], float]
    ) -> tuple[tuple[float, float], ...]:
        return tuple((unit, change(rate)) for unit, rate in value)
