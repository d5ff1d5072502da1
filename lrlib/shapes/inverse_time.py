"""One over time, down to a floor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lrlib.fields import MOST_STEPS, Flag, Number, parameter
from lrlib.shapes.base import Shape
from lrlib.shapes.before import Before
from lrlib.shapes.floor import TOWARDS, floor_parameter


@dataclass(frozen=True)
class InverseTime(Shape):
    label = "Inverse time"
    about = "Falls as one over time, down to a floor."
    used_for = "Classic stochastic approximation; long tails."
    source = "keras.optimizers.schedules.InverseTimeDecay"
    also = ("InverseTimeDecay", "hyperbolic", "1/t")
    rates = ("end_lr",)
    open_ended = True

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

    floor: str = floor_parameter()

    @property
    def stair(self) -> str:
        return "decay_length" if self.staircase else ""

    def lr(self, start: Any, end: Any, at: Any, ops: Any) -> Any:
        grown = self.decay_rate * (at.count if self.staircase else at.elapsed)
        lengths = grown if self.staircase else grown / self.decay_length
        if self.floor == TOWARDS:
            return end + (start - end) / (1 + lengths)
        return ops.maximum(end, start / (1 + lengths))

    def merged(self, drops: float) -> dict[str, float]:
        return {"decay_rate": min(self.decay_rate * drops, 1e6)}

    @classmethod
    def fitted(cls, before: Before) -> dict[str, Any]:
        return {"decay_length": max(1.0, float(round(before.length / 10)))}

    def words(self, start: float, end: float) -> str:
        return "one over time"
