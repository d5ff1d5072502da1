"""A place of a curve that a person can take hold of, and what moving it changes."""

from __future__ import annotations

from dataclasses import dataclass

from lrlib.fields import LARGEST_RATE, SMALLEST_RATE


@dataclass(frozen=True)
class Along:
    """Moving sideways: `key` becomes (tick - base) * sign in units, for ticks low to high."""

    key: str
    low: int
    high: int
    base: int = 0
    sign: int = 1
    index: int | None = None  # the entry of a list


@dataclass(frozen=True)
class Upright:
    """Moving up or down: `key` becomes the rate, one from low to high, or 0 where `zero`."""

    key: str
    zero: bool
    index: int | None = None
    low: float = SMALLEST_RATE
    high: float = LARGEST_RATE


@dataclass(frozen=True)
class Handle:
    """One place: the tick and the rate it stands at, and what moving it changes."""

    id: str
    label: str
    tick: int
    rate: float
    x: Along | None = None
    y: Upright | None = None
