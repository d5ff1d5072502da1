"""Half a cosine wave from start to end, as warmup, cooldown, restart or join."""

from dataclasses import dataclass
from typing import Any

from lrlib.shapes.base import Shape


@dataclass(frozen=True)
class HalfCosine(Shape):
    label = "Cosine"
    about = "Half a cosine wave: slow at both ends."
    used_for = "A warmup or cooldown without corners."
    source = "fastai, SchedCos"
    also = ("cosine annealing", "half cosine", "SchedCos")
    rates = ("init_lr",)
    arrives = True

    def lr(self, start: Any, end: Any, at: Any, ops: Any) -> Any:
        return end + (start - end) * 0.5 * (1 + ops.cos(ops.pi * at.progress))

    def words(self, start: float, end: float) -> str:
        return "half a cosine"
