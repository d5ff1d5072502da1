"""A quarter of a sine wave: fast at first, flat where it ends."""

from dataclasses import dataclass
from typing import Any

from lrlib.shapes.base import Shape


@dataclass(frozen=True)
class Sine(Shape):
    label = "Sine"
    about = "Rises fast at first, and comes to the peak without a corner."
    used_for = "Delayed rates of radiance fields, laid over a geometric fall by multiplying."
    source = "google-research/google-research jaxnerf/nerf/utils.py, learning_rate_decay"
    also = ("delay", "lr_delay", "NeRF", "radiance field")
    rates = ("init_lr",)

    def lr(self, start: Any, end: Any, at: Any, ops: Any) -> Any:
        # The sine of progress is the cosine of what is left.
        return start + (end - start) * ops.cos(0.5 * ops.pi * at.left)

    def words(self, start: float, end: float) -> str:
        return "a quarter of a sine"
