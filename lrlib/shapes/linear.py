"""A straight line from start to end."""

from dataclasses import dataclass
from typing import Any

from lrlib.shapes.base import Shape


@dataclass(frozen=True)
class Linear(Shape):
    label = "Linear"
    about = "A straight line."
    used_for = "The usual warmup; as decay in BERT, wav2vec 2 and recent language models."
    source = "Goyal et al. 2017, arXiv:1706.02677"
    also = ("LinearLR", "linear_schedule", "ramp")
    rates = ("init_lr", "end_lr")
    arrives = True

    def lr(self, start: Any, end: Any, at: Any, ops: Any) -> Any:
        return start + (end - start) * at.progress

    def words(self, start: float, end: float) -> str:
        return "a straight line"
