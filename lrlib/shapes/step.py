"""A drop by a factor at equal distances, down to a floor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lrlib.fields import MOST_STEPS, Number, parameter, write_number
from lrlib.shapes.base import Shape
from lrlib.shapes.before import Before
from lrlib.shapes.floor import floor_parameter, with_floor


@dataclass(frozen=True)
class Step(Shape):
    label = "Step"
    about = "Drops by a factor at equal distances, down to a floor."
    used_for = "Classic convolutional networks; StepLR in PyTorch."
    source = "torch.optim.lr_scheduler.StepLR"
    also = ("StepLR", "step decay", "staircase", "drop every")
    rates = ("end_lr",)
    open_ended = True

    drop: float = parameter(
        Number(
            0.1, 0, 1, above=True, label="Drop", help="The rate is multiplied by this at each drop."
        )
    )
    every: float = parameter(
        Number(
            10.0,
            0,
            MOST_STEPS,
            above=True,
            label="Every",
            help="Distance between two drops.",
            measure="units",
        )
    )

    floor: str = floor_parameter()

    @property
    def stair(self) -> str:
        return "every"

    def lr(self, start: Any, end: Any, at: Any, ops: Any) -> Any:
        return with_floor(self.floor, start, end, ops.power(self.drop, at.count), ops)

    def merged(self, drops: float) -> dict[str, float]:
        return {"drop": max(self.drop**drops, 1e-300)}

    @classmethod
    def fitted(cls, before: Before) -> dict[str, Any]:
        return {"every": max(1.0, float(round(before.length / 3)))}

    def words(self, start: float, end: float) -> str:
        if end > start:
            return f"steps of factor {write_number(self.drop)}"
        return f"drops by a factor of {write_number(self.drop)}"
