"""One over the square root of time, down to a floor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lrlib.fields import MOST_STEPS, Number, parameter
from lrlib.shapes.base import Shape

if TYPE_CHECKING:
    from lrlib.design import Design


@dataclass(frozen=True)
class InverseSqrt(Shape):
    label = "Inverse square root"
    about = "Falls as one over the square root of time, down to a floor."
    used_for = (
        "The original Transformer (Noam), T5, fairseq; timescale = warmup continues its curve."
    )
    source = "Vaswani et al. 2017, arXiv:1706.03762"
    also = ("rsqrt", "InverseSquareRoot", "InverseSqrtLR", "Noam")
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

    @classmethod
    def fitted(cls, design: Design, phase: str) -> dict[str, Any]:
        warmup = design.chosen.get("warmup_length", 0.0)
        return {"timescale": warmup or max(1.0, float(round(design.clock.length / 10)))}

    def words(self) -> str:
        return "one over the square root of time"
