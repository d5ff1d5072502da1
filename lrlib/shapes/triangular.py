"""Triangles one after another: from the floor up to a peak and back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lrlib.fields import write_number
from lrlib.shapes.base import Phase, Shape, whole_ticks
from lrlib.shapes.cycles import (
    cycle_decay_parameter,
    cycle_length_parameter,
    cycle_phases,
    cycles_parameter,
    edges,
    edges_of_length,
    length_faults,
)
from lrlib.shapes.fault import Fault
from lrlib.shapes.handle import Handle, Upright
from lrlib.shapes.triangle import Triangle, rise_parameter


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
    cut = "Cycles are equally long; each rises peak decay times as high above the end."
    rates = ("end_lr",)
    arrives = True
    from_peak = False

    cycles: int = cycles_parameter("How many triangles.")
    cycle_decay: float = cycle_decay_parameter()
    cycle_length: float = cycle_length_parameter()
    rise: float = rise_parameter()

    def phases(self, phase: Phase) -> list[Phase]:
        cuts = edges(phase.length, self.cycles, 1.0)
        if self.cycle_length:
            cuts = edges_of_length(phase.length, self._first(phase.per_unit), 1.0)
        return cycle_phases(phase, Triangle(self.rise), cuts, self.cycle_decay)

    def _first(self, per_unit: int) -> int:
        return max(1, whole_ticks(self.cycle_length, per_unit))

    def faults(self, run: Mapping[str, Any], ticks: int, per_unit: int) -> Iterator[Fault]:
        if self.cycle_length:
            yield from length_faults(run, self._first(per_unit), 1.0, ticks)

    @property
    def idle(self) -> tuple[str, ...]:
        return ("cycles",) if self.cycle_length else ()

    @property
    def waves(self) -> float:
        return self.cycles

    def handles(self, phase: Phase, first: int, zero: bool) -> Iterator[Handle]:
        cycle = self.phases(phase)[0]
        tick = cycle.origin + round(cycle.length * self.rise)
        yield Handle("top", "First top", tick, phase.start_lr, None, Upright("peak_lr", zero=False))

    def words(self, start: float, end: float) -> str:
        several = self.cycle_length > 0 or self.cycles > 1
        name = "triangles" if several else "triangle"
        if not self.cycle_length:
            name = f"{self.cycles} {name}"
        if end > start:
            name += " pointing down"
        each = f", each {write_number(self.cycle_decay)} times as high as the one before"
        return name + each * (several and self.cycle_decay != 1)
