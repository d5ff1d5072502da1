"""A power of what is left: fast at first for powers above 1."""

from dataclasses import dataclass
from typing import Any

from lrlib.fields import Number, parameter, write_number
from lrlib.shapes.base import Shape


@dataclass(frozen=True)
class Polynomial(Shape):
    label = "Polynomial"
    about = "Falls as a power of what is left of the run."
    used_for = "Segmentation (power 0.9) and detection; power 2 falls fast first."
    source = "keras.optimizers.schedules.PolynomialDecay"
    also = ("poly", "PolynomialLR", "PolynomialDecay", "PolyLR", "quadratic")
    rates = ("end_lr",)
    arrives = True

    power: float = parameter(
        Number(
            2.0,
            0,
            100,
            above=True,
            label="Power",
            help="1 is a straight line; larger falls faster at first.",
        )
    )

    def lr(self, start: Any, end: Any, at: Any, ops: Any) -> Any:
        return end + (start - end) * at.left**self.power

    def words(self, start: float, end: float) -> str:
        return f"a polynomial of power {write_number(self.power)}"
