"""Growth by a constant factor each unit, ending at the peak."""

from dataclasses import dataclass
from typing import Any

from lrlib.fields import Number, parameter
from lrlib.shapes.base import Shape


@dataclass(frozen=True)
class ExponentialWarmup(Shape):
    label = "Exponential"
    about = "Multiplies the rate by the base each epoch (or step) until the peak."
    used_for = "The Kaggle warmup: base 2 is its exp method, base 10 its log method."
    source = "Kaggle notebooks (ASL fingerspelling), lrfn with WARMUP_METHOD exp and log"
    also = ("exp warmup", "log warmup", "lrfn", "doubling")

    pictured = {"base": 1.03}

    base: float = parameter(
        Number(
            2.0,
            1,
            1000,
            above=True,
            label="Base",
            help="Growth in each unit: 2 doubles (exp), 10 is tenfold (log).",
            measure="per unit",
            presets=((2.0, "2 (exp)"), (10.0, "10 (log)")),
        )
    )

    def lr(self, start: Any, end: Any, at: Any, ops: Any) -> Any:
        return end * ops.power(self.base, -at.remaining)

    def words(self, start: float, end: float) -> str:
        names = {2.0: "doubling", 3.0: "tripling", 10.0: "growing tenfold"}
        return names.get(self.base, f"growing by a factor of {self.base:.4g}")
