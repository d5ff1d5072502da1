"""A constant factor each tick: a straight line on a log axis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lrlib.shapes.base import Shape
from lrlib.shapes.before import Before


@dataclass(frozen=True)
class Geometric(Shape):
    label = "Geometric"
    about = "A straight line on a logarithmic axis; both ends above 0."
    used_for = "Range tests, tri-stage schedules, and decays over several orders of magnitude."
    source = "fastai, SchedExp"
    also = ("log-linear", "SchedExp", "exponential interpolation", "log scale")
    rates = ("end_lr",)
    arrives = True

    def lr(self, start: Any, end: Any, at: Any, ops: Any) -> Any:
        return start * (end / start) ** at.progress

    def above_zero(self) -> bool:
        return True

    @classmethod
    def fitted(cls, before: Before) -> dict[str, Any]:
        keys = {"warmup": "init_lr", "decay": "end_lr", "cooldown": "final_lr"}
        key = keys[before.phase]
        return {} if before.chosen.get(key) else {key: before.chosen["peak_lr"] / 100}

    def words(self, start: float, end: float) -> str:
        return "a geometric fall" if end < start else "a geometric rise"
