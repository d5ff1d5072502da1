"""Fields of one number: a number, a rate, a whole number."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from lrlib.fields.base import Field, Ruler

NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?", re.ASCII)
LONGEST_NUMBER = 40
MOST_STEPS = 10**9
SMALLEST_RATE, LARGEST_RATE = 1e-12, 1e6


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


@dataclass(frozen=True)
class Number(Field):
    """A finite number between `low` and `high`; `above` excludes `low` itself."""

    kind = "number"

    default: float
    low: float
    high: float
    above: bool = False
    measure: str = ""  # "units", "per unit" (growth) or nothing: what the number is
    slider: tuple[float, float, float] | None = None  # from, to and step, where they are unusual
    presets: tuple[tuple[float, str], ...] = ()  # the values that people mostly take, by name

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

    def lengths(self, value: float) -> tuple[float, ...]:
        return (value,) if self.measure == "units" else ()

    def scaled(self, value: float, ruler: Ruler) -> float:
        if self.measure == "units":
            # What must be above 0 enters a formula as it is (timescale), so it is not rounded.
            return max(ruler.exact(value), 1e-9) if self.above else ruler.whole(value)
        if self.measure == "per unit":
            return min(max(ruler.growth(value), math.nextafter(self.low, math.inf)), self.high)
        return value


@dataclass(frozen=True)
class Rate(Number):
    """A learning rate: 0, or 1e-12 to 1e6; `above` excludes 0."""

    kind = "rate"

    low: float = 0.0
    high: float = LARGEST_RATE

    @property
    def allowed(self) -> str:
        zero = "" if self.above else "0, or "
        return f"{zero}a rate from {SMALLEST_RATE:g} to {LARGEST_RATE:g}"

    def check(self, value: Any) -> float:
        number = super().check(value)
        if 0 < number < SMALLEST_RATE:
            raise ValueError(self.allowed)
        return number

    def rates(self, value: float, change: Callable[[float], float]) -> float:
        return change(value)


@dataclass(frozen=True)
class Whole(Field):
    """A whole number from `low` to `high`."""

    kind = "whole"

    default: int | None
    low: int = 1
    high: int = MOST_STEPS

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
