"""Up in a line, and down in a line: one cycle of the triangular shape."""

from dataclasses import dataclass
from typing import Any

from lrlib.fields import Number, parameter
from lrlib.shapes.base import Shape


def rise_parameter() -> Any:
    """The part of a triangle in which the rate rises."""
    return parameter(
        Number(
            0.5,
            0.01,
            0.99,
            label="Rise",
            help="The part of each cycle in which the rate rises; in the rest it falls "
            "(PyTorch CyclicLR's step_size_up and step_size_down).",
            convention=True,
        )
    )


@dataclass(frozen=True)
class Triangle(Shape):
    label = "Triangle"
    about = "One triangle: up in a line, and back."
    used_for = "One cycle of the triangular shape."
    source = "Smith 2017, arXiv:1506.01186"

    rise: float = rise_parameter()

    def lr(self, start: Any, end: Any, at: Any, ops: Any) -> Any:
        up, down = at.progress / self.rise, at.left / (1 - self.rise)
        return end + (start - end) * ops.minimum(up, down)
