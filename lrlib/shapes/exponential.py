"""A constant factor each length, down to a floor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lrlib.fields import MOST_STEPS, Flag, Number, parameter, write_number
from lrlib.shapes.base import Shape

if TYPE_CHECKING:
    from lrlib.design import Design


@dataclass(frozen=True)
class Exponential(Shape):
    label = "Exponential"
    about = "Multiplies the rate by a factor each length, down to a floor."
    used_for = "EfficientNet (0.97 every 2.4 epochs, as a staircase)."
    source = "keras.optimizers.schedules.ExponentialDecay"
    also = ("ExponentialLR", "ExponentialDecay", "exponential_decay", "staircase")
    rates = ("end_lr",)

    decay_rate: float = parameter(
        Number(
            0.96,
            0,
            1,
            above=True,
            label="Decay rate",
            help="The rate is multiplied by this over each length.",
        )
    )
    decay_length: float = parameter(
        Number(
            1.0,
            0,
            MOST_STEPS,
            above=True,
            label="Decay length",
            help="How long one multiplication takes.",
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
        lengths = at.count if self.staircase else at.elapsed / self.decay_length
        return ops.maximum(end, start * ops.power(self.decay_rate, lengths))

    @classmethod
    def fitted(cls, design: Design, phase: str) -> dict[str, Any]:
        return {"decay_length": max(1.0, float(round(design.clock.length / 50)))}

    def words(self) -> str:
        smooth = "a staircase" if self.staircase else "an exponential"
        return f"{smooth} of factor {write_number(self.decay_rate)}"
