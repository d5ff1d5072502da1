"""Up in a line in the first half, down in the second: one cycle of the triangular shape."""

from dataclasses import dataclass
from typing import Any

from lrlib.shapes.base import Shape


@dataclass(frozen=True)
class Triangle(Shape):
    label = "Triangle"
    about = "One triangle: up in a line, and back."
    used_for = "One cycle of the triangular shape."
    source = "Smith 2017, arXiv:1506.01186"

    def lr(self, start: Any, end: Any, at: Any, ops: Any) -> Any:
        return end + (start - end) * (1 - ops.maximum(2 * at.progress - 1, 2 * at.left - 1))
