"""A field and its value -> where its slider runs: low, high, step. The exact field takes more."""

from __future__ import annotations

from lrlib.fields import Number, Whole

Range = tuple[float, float, float]


def run_range(length: int) -> Range:
    """For the length of a run: up to the next 1, 2 or 5 times a power of ten above its double."""
    size = 10
    while True:
        for step in (1, 2, 5):
            if 2 * length <= step * size:
                return 1, step * size, 1
        size *= 10


def length_range(lowest: int, length: int) -> Range:
    """For the length of a part: to the end of the run."""
    return lowest, max(2, length), 1


def whole_range(field: Whole, value: int) -> Range:
    """For a count."""
    return field.low, min(field.high, max(12, 2 * value)), 1


def number_range(field: Number, value: float) -> Range:
    """For any other number: within what the field takes, around what people use."""
    if field.slider:
        low, high, step = field.slider
        return low, max(high, value), step
    if field.high <= 1:
        return 0.01, 1.0, 0.01
    return max(field.low, 0.1), max(4.0, value), 0.1
