"""Half a cosine, again and again, each from its own peak."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lrlib.fields import Number, parameter, write_number
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
from lrlib.shapes.half_cosine import HalfCosine


@dataclass(frozen=True)
class CosineRestarts(Shape):
    label = "Cosine restarts"
    about = "Falls along half a cosine, jumps back to the peak, and falls again."
    used_for = "SGDR; snapshot ensembles: each cycle ends in a usable model."
    source = "Loshchilov & Hutter 2017, arXiv:1608.03983"
    also = (
        "SGDR",
        "warm restarts",
        "CosineAnnealingWarmRestarts",
        "CosineDecayRestarts",
        "hard restarts",
        "cyclic cosine",
    )
    cut = (
        "Each cycle is cycle growth times as long as the one before, "
        "and starts peak decay times as high above the end."
    )
    rates = ("end_lr",)
    arrives = True

    cycles: int = cycles_parameter("How many times the rate falls.")
    cycle_mult: float = parameter(
        Number(
            1.0,
            0.1,
            10,
            label="Cycle growth",
            help="Each cycle lasts this many times the one before.",
        )
    )
    cycle_decay: float = cycle_decay_parameter()
    cycle_length: float = cycle_length_parameter()

    def phases(self, phase: Phase) -> list[Phase]:
        cuts = edges(phase.length, self.cycles, self.cycle_mult)
        if self.cycle_length:
            cuts = edges_of_length(phase.length, self._first(phase.per_unit), self.cycle_mult)
        return cycle_phases(phase, HalfCosine(), cuts, self.cycle_decay)

    def _first(self, per_unit: int) -> int:
        return max(1, whole_ticks(self.cycle_length, per_unit))

    def faults(self, run: Mapping[str, Any], ticks: int, per_unit: int) -> Iterator[Fault]:
        if self.cycle_length:
            yield from length_faults(run, self._first(per_unit), self.cycle_mult, ticks)

    @property
    def idle(self) -> tuple[str, ...]:
        return ("cycles",) if self.cycle_length else ()

    @property
    def waves(self) -> float:
        return self.cycles

    def words(self, start: float, end: float) -> str:
        several = self.cycle_length > 0 or self.cycles > 1
        size = [f"{write_number(self.cycle_mult)} times as long"] * (self.cycle_mult != 1)
        size += [f"{write_number(self.cycle_decay)} times as high"] * (self.cycle_decay != 1)
        each = ", each " + " and ".join(size) + " as the one before"
        name = "cosine cycles with restarts" if several else "cosine cycle"
        if not self.cycle_length:
            name = f"{self.cycles} {name}"
        return name + each * bool(several and size)
