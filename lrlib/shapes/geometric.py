"""A constant factor each tick: a straight line on a log axis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lrlib.shapes.base import Shape

if TYPE_CHECKING:
    from lrlib.design import Design


@dataclass(frozen=True)
class Geometric(Shape):
    label = "Geometric"
    about = "A straight line on a logarithmic axis; both ends above 0."
    used_for = "Range tests, tri-stage schedules, and decays over several orders of magnitude."
    source = "fastai, SchedExp"
    also = ("log-linear", "SchedExp", "exponential interpolation", "log scale")
    rates = ("end_lr",)

    def lr(self, start: Any, end: Any, at: Any, ops: Any) -> Any:
        return start * (end / start) ** at.progress

    def above_zero(self) -> bool:
        return True

    @classmethod
    def fitted(cls, design: Design, phase: str) -> dict[str, Any]:
        key = "final_lr" if phase == "cooldown" else "end_lr"
        return {} if design.chosen.get(key) else {key: design.peak_lr / 100}

    def words(self) -> str:
        return "a geometric fall"
