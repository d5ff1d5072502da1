"""One minus the square root of progress."""

from dataclasses import dataclass
from typing import Any

from lrlib.shapes.base import Shape


@dataclass(frozen=True)
class OneMinusSqrt(Shape):
    label = "1 − sqrt"
    about = "Falls as one minus the square root of progress: steep at first."
    used_for = "The cooldown of warmup-stable-decay runs."
    source = "Hägele et al. 2024, arXiv:2405.18392"
    also = ("1-sqrt", "one minus square root")
    rates = ("end_lr",)
    arrives = True

    def lr(self, start: Any, end: Any, at: Any, ops: Any) -> Any:
        return end + (start - end) * (1 - ops.sqrt(at.progress))

    def words(self, start: float, end: float) -> str:
        return "one minus a square root"
