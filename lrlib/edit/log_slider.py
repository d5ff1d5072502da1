"""A rate <-> its place on a logarithmic slider, a power of ten; its left end may stand for 0."""

from __future__ import annotations

import math

SMALLEST, LARGEST, STEP = -7.0, 1.0, 0.05  # powers of ten that a slider covers
ZERO = SMALLEST - 0.5  # where 0 stands


def lowest(zero: bool) -> float:
    """The slider's left end; `zero` says whether the rate may be 0."""
    return ZERO if zero else SMALLEST


def place_of(rate: float, zero: bool) -> float:
    """Where a rate stands; one beyond the slider stands at its end."""
    if rate <= 0:
        return lowest(zero)
    return min(max(round(math.log10(rate), 2), SMALLEST), LARGEST)


def rate_of(place: float, zero: bool) -> float:
    """The rate at a place, of two digits."""
    if zero and place < (ZERO + SMALLEST) / 2:
        return 0.0
    return float(f"{10**place:.2g}")
