"""Values of a design -> its phases in order, and the rate of any tick in one of them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy

if TYPE_CHECKING:
    from lrlib.shapes.base import Shape

NAMES = ("warmup", "hold", "decay", "cooldown")


def whole_ticks(units: float, per_unit: int) -> int:
    """Ticks in so many units, halves up."""
    return math.floor(units * per_unit + 0.5)


@dataclass(frozen=True)
class Phase:
    """A stretch of ticks under one formula: `begin` is its first tick, `end` the next phase's.

    Progress is counted from tick `origin` over `length` ticks: a phase that is cut short
    keeps the length it was given. The rates' names are what generated code calls them.
    """

    name: str  # warmup, hold, decay or cooldown
    shape: Shape
    begin: int
    end: int
    origin: int
    length: int
    per_unit: int  # ticks in a unit
    start_lr: float
    end_lr: float
    start_name: str = "peak_lr"
    end_name: str = "end_lr"
    part: str = ""  # what one of several is called: cycle, piece, segment

    @property
    def every(self) -> int:
        """Ticks in one length of the shape's staircase."""
        stair = self.shape.stair
        return max(1, whole_ticks(getattr(self.shape, stair), self.per_unit)) if stair else 1


class Place:
    """Where ticks stand inside a phase. All numbers come from differences of whole ticks."""

    def __init__(self, phase: Phase, tick: Any) -> None:
        self.phase = phase
        self.tick = tick

    @cached_property
    def progress(self) -> Any:
        """0 at the phase's first tick, 1 where the next phase begins."""
        return (self.tick - self.phase.origin) / self.phase.length

    @cached_property
    def left(self) -> Any:
        """1 - progress, without the rounding of that subtraction."""
        return (self.phase.origin + self.phase.length - self.tick) / self.phase.length

    @cached_property
    def elapsed(self) -> Any:
        """Units since the phase began."""
        return (self.tick - self.phase.origin) / self.phase.per_unit

    @cached_property
    def remaining(self) -> Any:
        """Units until the phase ends."""
        return (self.phase.origin + self.phase.length - self.tick) / self.phase.per_unit

    @cached_property
    def count(self) -> Any:
        """Whole lengths of the staircase that have passed."""
        return (self.tick - self.phase.origin) // self.phase.every


def rate(phase: Phase, tick: Any) -> Any:
    """The rate of a tick, or of an array of ticks, by this phase's formula in float64."""
    with numpy.errstate(over="ignore"):  # a divisor beyond every float makes a rate of 0
        return phase.shape.lr(phase.start_lr, phase.end_lr, Place(phase, tick), numpy)


def build_phases(values: Mapping[str, Any], total: int, per_unit: int) -> list[Phase]:
    """The phases of a run of `total` ticks, each with at least one tick.

    They take their ticks in the order warmup, hold, cooldown, decay; what does not fit is
    cut. A shape of several parts (restarts, points) gives one phase a part; a part that
    begins at tick `total` is kept, since the rate after the run is its rate.
    """
    lengths = {name: whole_ticks(values.get(f"{name}_length", 0), per_unit) for name in NAMES}
    room, left = {}, total
    for name in ("warmup", "hold", "cooldown"):
        room[name] = min(lengths[name], left)
        left -= room[name]
    room["decay"] = lengths["decay"] = left

    phases: list[Phase] = []
    begin = 0
    for name in NAMES:
        if room[name]:
            end = begin + room[name]
            start = _start(name, values, phases, begin)
            span = _span(name, values, start, (begin, end, begin, lengths[name], per_unit))
            phases += drop_empty(span.shape.phases(span), end)
            begin = end
    return drop_empty(phases, total)


def _span(
    name: str,
    values: Mapping[str, Any],
    start: tuple[float, str],
    place: tuple[int, int, int, int, int],
) -> Phase:
    """The stretch of ticks that a phase is given, before its shape cuts it into parts."""
    from lrlib.shapes import build_shape

    end_name = {"warmup": "peak_lr", "cooldown": "final_lr"}.get(name, "end_lr")
    end_lr = values.get(end_name, 0.0)
    return Phase(name, build_shape(name, values), *place, start[0], end_lr, start[1], end_name)


def _start(
    name: str, values: Mapping[str, Any], before: list[Phase], tick: int
) -> tuple[float, str]:
    """The rate where a phase starts, and its name."""
    if name == "warmup":
        return values.get("init_lr", 0.0), "init_lr"
    if name == "cooldown" and before and before[-1].name == "decay":
        return float(rate(before[-1], tick)), "cooldown_lr"
    return values["peak_lr"], "peak_lr"


def drop_empty(phases: list[Phase], total: int) -> list[Phase]:
    """Without the phases that no tick reaches."""
    begins = [phase.begin for phase in phases[1:]] + [total + 1]
    return [
        replace(phase, end=min(begin, total))
        for phase, begin in zip(phases, begins, strict=True)
        if phase.begin < begin and phase.begin <= total
    ]
