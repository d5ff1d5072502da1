"""A drop by a factor at equal distances, down to a floor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lrlib.fields import MOST_STEPS, Number, parameter, write_number
from lrlib.shapes.base import Shape

if TYPE_CHECKING:
    from lrlib.design import Design


@dataclass(frozen=True)
class Step(Shape):
    label = "Step"
    about = "Drops by a factor at equal distances, down to a floor."
    used_for = "Classic convolutional networks; StepLR in PyTorch."
    source = "torch.optim.lr_scheduler.StepLR"
    also = ("StepLR", "step decay", "staircase", "drop every")
    rates = ("end_lr",)

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

    @property
    def stair(self) -> str:
        return "every"

    def lr(self, start: Any, end: Any, at: Any, ops: Any) -> Any:
        return ops.maximum(end, start * ops.power(self.drop, at.count))

    @classmethod
    def fitted(cls, design: Design, phase: str) -> dict[str, Any]:
        return {"every": max(1.0, float(round(design.clock.length / 3)))}

    def words(self) -> str:
        return f"drops by a factor of {write_number(self.drop)}"
