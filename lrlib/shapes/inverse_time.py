"""One over time, down to a floor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lrlib.fields import MOST_STEPS, Flag, Number, parameter
from lrlib.shapes.base import Shape

if TYPE_CHECKING:
    from lrlib.design import Design


@dataclass(frozen=True)
class InverseTime(Shape):
    label = "Inverse time"
    about = "Falls as one over time, down to a floor."
    used_for = "Classic stochastic approximation; long tails."
    source = "keras.optimizers.schedules.InverseTimeDecay"
    also = ("InverseTimeDecay", "hyperbolic", "1/t")
    rates = ("end_lr",)

    decay_rate: float = parameter(
        Number(0.5, 0, 1e6, label="Decay rate", help="How much the divisor grows over each length.")
    )
    decay_length: float = parameter(
        Number(
            1.0,
            0,
            MOST_STEPS,
            above=True,
            label="Decay length",
            help="How long the divisor takes to grow once.",
            measure="units",
        )
    )
    staircase: bool = parameter(
        Flag(label="Staircase", help="Drop at the end of each length instead of falling smoothly.")
    )

    @property
    def stair(self) -> str:
        return "decay_length" if self.staircase else ""

    def lr(self, start: Any, end: Any, at: Any, ops: Any) -> Any:
        grown = self.decay_rate * (at.count if self.staircase else at.elapsed)
        lengths = grown if self.staircase else grown / self.decay_length
        return ops.maximum(end, start / (1 + lengths))

    @classmethod
    def fitted(cls, design: Design, phase: str) -> dict[str, Any]:
        return {"decay_length": max(1.0, float(round(design.clock.length / 10)))}

    def words(self) -> str:
        return "one over time"
