"""One over the square root of time, down to a floor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lrlib.fields import MOST_STEPS, Number, parameter
from lrlib.shapes.base import Shape
from lrlib.shapes.before import Before
from lrlib.shapes.floor import floor_parameter, with_floor


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
    open_ended = True
    pictured = {"timescale": 12.0}

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

    floor: str = floor_parameter()

    def lr(self, start: Any, end: Any, at: Any, ops: Any) -> Any:
        fall = ops.sqrt(self.timescale / (self.timescale + at.elapsed))
        return with_floor(self.floor, start, end, fall, ops)

    @classmethod
    def fitted(cls, before: Before) -> dict[str, Any]:
        warmup = before.chosen.get("warmup_length", 0.0)
        return {"timescale": warmup or max(1.0, float(round(before.length / 10)))}

    def words(self, start: float, end: float) -> str:
        return "one over the square root of time"
