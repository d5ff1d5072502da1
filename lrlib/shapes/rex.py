"""Reflected exponential: slow at first, steep at the end."""

from dataclasses import dataclass
from typing import Any

from lrlib.shapes.base import Shape


@dataclass(frozen=True)
class Rex(Shape):
    label = "REX"
    about = "Reflected exponential: slow at first, steep at the end."
    used_for = "Short training budgets."
    source = "Chen et al. 2021, arXiv:2107.04197"
    also = ("reflected exponential",)
    rates = ("end_lr",)
    arrives = True

    def lr(self, start: Any, end: Any, at: Any, ops: Any) -> Any:
        return end + (start - end) * at.left / (1 - at.progress / 2)

    def words(self, start: float, end: float) -> str:
        return "a REX decay"
