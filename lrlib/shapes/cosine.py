"""Cosine waves: half a wave falls once, one and a half go down, up and down again."""

from dataclasses import dataclass
from typing import Any

from lrlib.fields import Number, parameter, write_number
from lrlib.shapes.base import Shape


@dataclass(frozen=True)
class Cosine(Shape):
    label = "Cosine"
    about = "Falls along cosine waves; half a wave is the usual."
    used_for = "The common default for vision and language models."
    source = "Loshchilov & Hutter 2017, arXiv:1608.03983"
    also = (
        "cosine annealing",
        "CosineAnnealingLR",
        "CosineDecay",
        "CosineLRScheduler",
        "half cosine",
        "get_cosine_schedule_with_warmup",
    )
    rates = ("end_lr",)
    arrives = True

    cycles: float = parameter(
        Number(
            0.5,
            0,
            200,
            above=True,
            slider=(0.5, 5.0, 0.5),
            label="Cycles",
            help="Waves: 0.5 falls once; 1.5 falls, rises and falls again.",
        )
    )

    def lr(self, start: Any, end: Any, at: Any, ops: Any) -> Any:
        return end + (start - end) * 0.5 * (1 + ops.cos(2 * ops.pi * self.cycles * at.progress))

    @property
    def waves(self) -> float:
        return self.cycles

    def words(self, start: float, end: float) -> str:
        if self.cycles == 0.5:
            return "half a cosine"
        return f"{write_number(self.cycles)} cosine {'wave' if self.cycles == 1 else 'waves'}"
