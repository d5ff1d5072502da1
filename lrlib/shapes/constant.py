"""Stay at the rate where the phase starts."""

from dataclasses import dataclass
from typing import Any

from lrlib.shapes.base import Shape


@dataclass(frozen=True)
class Constant(Shape):
    label = "Constant"
    about = "Stays at the peak."
    used_for = "Baselines, fine-tuning, and the stable part of warmup-stable-decay with a cooldown."
    source = "torch.optim.lr_scheduler.ConstantLR; optax.constant_schedule"
    also = ("ConstantLR", "constant_schedule", "flat", "no decay")

    def lr(self, start: Any, end: Any, at: Any, ops: Any) -> Any:
        return start

    def words(self, start: float, end: float) -> str:
        return "constant"
