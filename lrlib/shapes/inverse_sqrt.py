"""One over the square root of time, down to a floor."""

from dataclasses import dataclass
from typing import Any

from lrlib.fields import MOST_STEPS, Number, parameter
from lrlib.shapes.base import Shape


@dataclass(frozen=True)
class InverseSqrt(Shape):
    label = "Inverse square root"
    about = "Falls as one over the square root of time, down to a floor."
    used_for = (
        "The original Transformer (Noam), T5, fairseq; timescale = warmup continues its curve."
    )
    source = "Vaswani et al. 2017, arXiv:1706.03762"
    rates = ("end_lr",)

    timescale: float = parameter(
        Number(
            1.0,
            0,
            MOST_STEPS,
            above=True,
            label="Timescale",
            help="After this long the rate has fallen by a factor of 1.41.",
            measure="units",
        )
    )

    def lr(self, start: Any, end: Any, at: Any, ops: Any) -> Any:
        return ops.maximum(end, start * ops.sqrt(self.timescale / (self.timescale + at.elapsed)))

    def words(self) -> str:
        return "one over the square root of time"
