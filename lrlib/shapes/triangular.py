"""Triangles one after another: from the floor up to a peak and back."""

from dataclasses import dataclass, replace

from lrlib.design.phases import Phase
from lrlib.fields import Number, Whole, parameter
from lrlib.shapes.base import Shape
from lrlib.shapes.cosine_restarts import CosineRestarts
from lrlib.shapes.triangle import Triangle


@dataclass(frozen=True)
class Triangular(Shape):
    label = "Triangular"
    about = "Rises from the end rate to the peak and back, once a cycle."
    used_for = "Cyclical learning rates; one cycle gives super-convergence."
    source = "Smith 2017, arXiv:1506.01186"
    also = (
        "cyclical",
        "CyclicLR",
        "CLR",
        "one cycle",
        "1cycle",
        "triangular2",
        "super-convergence",
    )
    cut = "Cycles are equally long; each peaks peak decay times as high as the one before."
    rates = ("end_lr",)

    cycles: int = parameter(Whole(3, 1, 64, label="Cycles", help="How many triangles."))
    cycle_decay: float = parameter(
        Number(
            1.0,
            0,
            1,
            above=True,
            label="Peak decay",
            help="Each cycle's peak is this many times the one before.",
        )
    )

    def phases(self, phase: Phase) -> list[Phase]:
        restarts = CosineRestarts(self.cycles, 1.0, self.cycle_decay)
        return [replace(cycle, shape=Triangle()) for cycle in restarts.phases(phase)]

    def words(self) -> str:
        return f"{self.cycles} {'triangle' if self.cycles == 1 else 'triangles'}"
