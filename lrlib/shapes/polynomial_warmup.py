"""A power of progress: slow at first for powers above 1."""

from dataclasses import dataclass
from typing import Any

from lrlib.fields import Number, parameter, write_number
from lrlib.shapes.base import Shape


@dataclass(frozen=True)
class PolynomialWarmup(Shape):
    label = "Polynomial"
    about = "Rises as a power of progress."
    used_for = "A gentler first part of the warmup."
    source = "TF Model Garden, PolynomialWarmUp"
    also = ("PolynomialWarmUp", "quadratic warmup")
    rates = ("init_lr",)

    power: float = parameter(
        Number(
            2.0,
            0,
            100,
            above=True,
            label="Power",
            help="1 is a straight line; larger starts more slowly.",
        )
    )

    def lr(self, start: Any, end: Any, at: Any, ops: Any) -> Any:
        return start + (end - start) * at.progress**self.power

    def words(self, start: float, end: float) -> str:
        return f"rising with power {write_number(self.power)}"
