"""One field of a design: how it is read, checked, written and described.

A field raises ValueError with what is allowed; whoever called knows which key it was and
what was received.
"""

from __future__ import annotations

import dataclasses
import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?", re.ASCII)
LONGEST_NUMBER = 40
MOST_ENTRIES = 200
MOST_STEPS = 10**9
SMALLEST_RATE, LARGEST_RATE = 1e-12, 1e6


class Field:
    """What every kind of field can do; `default` is the link's."""

    default: Any
    label: str
    help: str

    @property
    def allowed(self) -> str:
        """What the field takes, as the end of a sentence."""
        raise TypeError

    def check(self, value: Any) -> Any:
        """The value in its own type; ValueError where it is not allowed."""
        raise TypeError

    def read(self, text: str) -> Any:
        """The value that a link's text states."""
        return self.check(text)

    def write(self, value: Any) -> str:
        """The text that a link states it with."""
        return str(value)


def write_number(value: float) -> str:
    """Shortest text that reads back as exactly this number."""
    return repr(float(value)).removesuffix(".0")


def read_number(text: str) -> float:
    text = text.strip(" ")
    if len(text) > LONGEST_NUMBER or not NUMBER.fullmatch(text):
        raise ValueError("a number")
    return float(text)


def is_number(value: Any) -> bool:
    """A finite number, numpy's scalars included; True and False are none."""
    if hasattr(value, "item") and getattr(value, "shape", None) == ():
        value = value.item()
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    try:
        return math.isfinite(value)
    except OverflowError:  # an integer beyond every float
        return False


def entries(value: Any) -> Sequence[Any]:
    """The entries of a list, a tuple or an array, from 1 to 200; never those of a text."""
    listed = value.tolist() if hasattr(value, "tolist") else value
    if isinstance(listed, str | bytes | bytearray) or not isinstance(listed, Sequence):
        raise ValueError("a list")
    if not 1 <= len(listed) <= MOST_ENTRIES:
        raise ValueError(f"1 to {MOST_ENTRIES} entries")
    return listed


@dataclass(frozen=True)
class Number(Field):
    """A finite number between `low` and `high`; `above` excludes `low` itself."""

    default: float
    low: float
    high: float
    above: bool = False
    label: str = ""
    help: str = ""
    measure: str = ""  # "units", "per unit" (growth), "rate" or nothing: what the number is

    @property
    def allowed(self) -> str:
        low, high = write_number(self.low), f"{self.high:,.0f}" if self.high >= 1 else self.high
        return f"a number above {low}, to {high}" if self.above else f"a number {low} to {high}"

    def check(self, value: Any) -> float:
        if not is_number(value):
            raise ValueError(self.allowed)
        number = float(value)
        if not (self.low < number if self.above else self.low <= number) or number > self.high:
            raise ValueError(self.allowed)
        return number + 0.0  # no negative zero: it would print a sign

    def read(self, text: str) -> float:
        try:
            number = read_number(text)
        except ValueError:
            raise ValueError(self.allowed) from None
        return self.check(number)

    def write(self, value: float) -> str:
        return write_number(value)


@dataclass(frozen=True)
class Rate(Number):
    """A learning rate: 0, or 1e-12 to 1e6; `above` excludes 0."""

    low: float = 0.0
    high: float = LARGEST_RATE
    measure: str = "rate"

    @property
    def allowed(self) -> str:
        zero = "" if self.above else "0, or "
        return f"{zero}a rate from {SMALLEST_RATE:g} to {LARGEST_RATE:g}"

    def check(self, value: Any) -> float:
        number = super().check(value)
        if 0 < number < SMALLEST_RATE:
            raise ValueError(self.allowed)
        return number


@dataclass(frozen=True)
class Whole(Field):
    """A whole number from `low` to `high`."""

    default: int | None
    low: int = 1
    high: int = MOST_STEPS
    label: str = ""
    help: str = ""

    @property
    def allowed(self) -> str:
        return (
            f"a whole number {self.low} to {self.high:,}" if self.low < self.high else f"{self.low}"
        )

    def check(self, value: Any) -> int:
        if not is_number(value) or value != int(value) or not self.low <= value <= self.high:
            raise ValueError(self.allowed)
        return int(value)

    def read(self, text: str) -> int:
        try:
            number = read_number(text)
        except ValueError:
            raise ValueError(self.allowed) from None
        return self.check(number)


@dataclass(frozen=True)
class Choice(Field):
    """One of a few words."""

    default: str
    options: tuple[str, ...]
    label: str = ""
    help: str = ""

    @property
    def allowed(self) -> str:
        return "one of " + ", ".join(self.options)

    def check(self, value: Any) -> str:
        if not isinstance(value, str) or value not in self.options:
            raise ValueError(self.allowed)
        return str(value)  # numpy's strings print in their own way


@dataclass(frozen=True)
class Flag(Field):
    """Yes or no, written `true` or `false`."""

    default: bool = False
    label: str = ""
    help: str = ""

    @property
    def allowed(self) -> str:
        return "true or false"

    def check(self, value: Any) -> bool:
        if not isinstance(value, bool):
            raise ValueError(self.allowed)
        return value

    def read(self, text: str) -> bool:
        if text not in ("true", "false"):
            raise ValueError(self.allowed)
        return text == "true"

    def write(self, value: bool) -> str:
        return "true" if value else "false"


@dataclass(frozen=True)
class Name(Field):
    """A title: letters, combining marks and digits of any script, spaces and `_ . - ( )`."""

    default: str = ""
    longest: int = 60
    label: str = "Name"
    help: str = "A title for this design; teammates see it in the browser tab."

    @property
    def allowed(self) -> str:
        return f"up to {self.longest} letters, digits, spaces and _ . - ( )"

    def check(self, value: Any) -> str:
        if not isinstance(value, str) or len(value) > self.longest:
            raise ValueError(self.allowed)
        for letter in value:
            if letter not in " _.-()" and not _is_letter(letter):
                raise ValueError(self.allowed)
        return str(value)


def _is_letter(character: str) -> bool:
    """A letter, a combining mark or a decimal digit of any script."""
    category = unicodedata.category(character)
    return category[0] in "LM" or category == "Nd"


@dataclass(frozen=True)
class Numbers(Field):
    """Up to 200 numbers, each checked by `entry`; `rising` wants each above the one before."""

    default: tuple[float, ...]
    entry: Number
    rising: bool = False
    label: str = ""
    help: str = ""

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


@dataclass(frozen=True)
class Points(Field):
    """Up to 200 pairs `unit:rate`; units never fall, a repeated unit is a jump."""

    default: tuple[tuple[float, float], ...]
    unit: Number
    rate: Rate
    label: str = ""
    help: str = ""

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


def parameter(field: Field) -> Any:
    """A dataclass field of a shape, described by `field`."""
    return dataclasses.field(default=field.default, metadata={"field": field})
