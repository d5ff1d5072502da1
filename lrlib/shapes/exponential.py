"""A constant factor each length, down to a floor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lrlib.fields import MOST_STEPS, Flag, Number, parameter, write_number
from lrlib.shapes.base import Shape
from lrlib.shapes.before import Before
from lrlib.shapes.floor import floor_parameter, with_floor


@dataclass(frozen=True)
class Exponential(Shape):
    label = "Exponential"
    about = "Multiplies the rate by a factor each length, down to a floor."
    used_for = "EfficientNet (0.97 every 2.4 epochs, as a staircase)."
    source = "keras.optimizers.schedules.ExponentialDecay"
    also = ("ExponentialLR", "ExponentialDecay", "exponential_decay", "staircase")
    rates = ("end_lr",)
    open_ended = True
    pictured = {"decay_rate": 0.9}

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

    floor: str = floor_parameter()

    @property
    def stair(self) -> str:
        return "decay_length" if self.staircase else ""

    def lr(self, start: Any, end: Any, at: Any, ops: Any) -> Any:
        lengths = at.count if self.staircase else at.elapsed / self.decay_length
        return with_floor(self.floor, start, end, ops.power(self.decay_rate, lengths), ops)

    def merged(self, drops: float) -> dict[str, float]:
        return {"decay_rate": max(self.decay_rate**drops, 1e-300)}

    @classmethod
    def fitted(cls, before: Before) -> dict[str, Any]:
        return {"decay_length": max(1.0, float(round(before.length / 50)))}

    def words(self, start: float, end: float) -> str:
        smooth = "a staircase" if self.staircase else "an exponential"
        return f"{smooth} of factor {write_number(self.decay_rate)}"
