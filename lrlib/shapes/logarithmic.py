"""The logarithm of time: fast at first, slow where it ends."""

from dataclasses import dataclass
from typing import Any

from lrlib.shapes.base import Shape


@dataclass(frozen=True)
class Logarithmic(Shape):
    label = "Logarithmic"
    about = "Rises as the logarithm of the steps since it began."
    used_for = "What DeepSpeed does where nobody says otherwise."
    source = "deepspeedai/DeepSpeed deepspeed/runtime/lr_schedules.py, WarmupLR"
    also = ("log", "DeepSpeed", "WarmupLR")
    rates = ("init_lr",)

    def lr(self, start: Any, end: Any, at: Any, ops: Any) -> Any:
        grown = ops.log(1 + at.count) / ops.log(ops.maximum(at.ticks, 2))
        return start + (end - start) * ops.minimum(grown, 1.0)

    def words(self, start: float, end: float) -> str:
        return "a logarithm"
