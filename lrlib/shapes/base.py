"""What every shape is, and the stretch of ticks that it fills: a shape cuts phases, and a
phase holds a shape.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

import numpy

from lrlib.fields import Field
from lrlib.shapes.before import Before
from lrlib.shapes.fault import Fault
from lrlib.shapes.handle import Handle
from lrlib.shapes.numbers import NUMBERS
from lrlib.shapes.rows import Rows


def whole_ticks(units: float, per_unit: int) -> int:
    """Ticks in so many units, halves up."""
    return math.floor(units * per_unit + 0.5)


@dataclass(frozen=True)
class Phase:
    """A stretch of ticks under one formula: `begin` is its first tick, `end` the next phase's.

    Progress is counted from tick `origin` over `length` ticks, and is at most 1: a phase that
    is cut short keeps the length it was given. The rates' names are what generated code calls
    them. `stride` ticks share a rate, that of the first of them, but never of one before
    `first`. Where a warmup is laid over a decay by multiplying, `times` is that decay.
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
    stride: int = 1
    first: int = 0
    times: Phase | None = None

    @property
    def stops(self) -> bool:
        """Whether its formula has come to its end before the phase has."""
        return self.origin + self.length < self.end

    @property
    def every(self) -> int:
        """Ticks in one length of the shape's staircase."""
        stair = self.shape.stair
        return max(1, whole_ticks(getattr(self.shape, stair), self.per_unit)) if stair else 1


class Place:
    """Where ticks stand inside a phase. All numbers come from differences of whole ticks."""

    def __init__(self, phase: Phase, tick: Any) -> None:
        if phase.stride > 1:
            tick = numpy.maximum(tick - tick % phase.stride, phase.first)
        if phase.stops:
            tick = numpy.minimum(tick, phase.origin + phase.length)
        self.phase = phase
        self.done = tick - phase.origin
        self.to_go = phase.origin + phase.length - tick

    @cached_property
    def progress(self) -> Any:
        """0 at the phase's first tick, 1 where the next phase begins."""
        return self.done / self.phase.length

    @cached_property
    def left(self) -> Any:
        """1 - progress, without the rounding of that subtraction."""
        return self.to_go / self.phase.length

    @cached_property
    def elapsed(self) -> Any:
        """Units since the phase began."""
        return self.done / self.phase.per_unit

    @cached_property
    def remaining(self) -> Any:
        """Units until the phase ends."""
        return self.to_go / self.phase.per_unit

    @cached_property
    def count(self) -> Any:
        """Whole lengths of the staircase that have passed; ticks, where there is no staircase."""
        return self.done // self.phase.every

    @property
    def ticks(self) -> int:
        """Ticks over which the formula runs."""
        return self.phase.length


def rate(phase: Phase, tick: Any) -> Any:
    """The rate of a tick, or of an array of ticks, by this phase's formula in float64."""
    with numpy.errstate(over="ignore"):  # a divisor beyond every float makes a rate of 0
        own = phase.shape.lr(phase.start_lr, phase.end_lr, Place(phase, tick), NUMBERS)
        return own if phase.times is None else own / phase.end_lr * rate(phase.times, tick)


@dataclass(frozen=True)
class Shape:
    """Base of all shapes: frozen dataclasses whose fields are made by `parameter`."""

    label: ClassVar[str]  # as the page calls it
    about: ClassVar[str]  # one line: what it does
    used_for: ClassVar[str]  # one line: when people take it
    source: ClassVar[str]  # the paper or library it comes from
    also: ClassVar[tuple[str, ...]] = ()  # what people and libraries call it
    cut: ClassVar[str] = ""  # one sentence: how it is cut into parts, where it is
    rates: ClassVar[tuple[str, ...]] = ()  # rates of the design that it uses: init_lr or end_lr
    open_ended: ClassVar[bool] = False  # its end rate is only a floor
    arrives: ClassVar[bool] = False  # it comes to its end rate where its phase ends
    from_peak: ClassVar[bool] = True  # its first tick trains at the rate where its phase starts
    first_key: ClassVar[str] = "end_lr"  # the field to change where its first rate is a jump
    rows: ClassVar[Rows | None] = None  # the table of its lists
    pictured: ClassVar[dict[str, Any]] = {}  # parameters that make a good small picture

    def lr(self, start: Any, end: Any, at: Any, ops: Any) -> Any:
        """The rate at a place of a phase from `start` to `end`: numbers, arrays or Code.

        `at` is a Place, or the same names as Code; `ops` is NUMBERS or a Printer. Only
        arithmetic, `**`, and ops.cos, sqrt, exp, log, maximum, minimum, power and pi; a value
        that is needed twice gets a name by ops.let(name, value).
        """
        raise TypeError(f"{type(self).__name__} is made of parts and has no formula of its own")

    @property
    def stair(self) -> str:
        """The parameter that holds the length of its staircase; empty where it has none."""
        return ""

    @property
    def idle(self) -> tuple[str, ...]:
        """The parameters that another one takes the place of."""
        return ()

    @property
    def waves(self) -> float:
        """How often its formula turns: so many times the rounding of one fall."""
        return 0.0

    def phases(self, phase: Phase) -> list[Phase]:
        """The parts that a phase of this shape is made of: itself, for one formula."""
        return [phase]

    def faults(self, run: Mapping[str, Any], ticks: int, per_unit: int) -> Iterator[Fault]:
        """What contradicts itself in a design of these values, whose phase has so many ticks."""
        return iter(())

    def above_zero(self) -> bool:
        """Whether both rates must be above 0."""
        return False

    def goal(self, end: float) -> tuple[str, float]:
        """The rate that it ends at or heads for, and the field that says so."""
        return "end_lr", end

    def merged(self, drops: float) -> dict[str, float]:
        """The parameters of a staircase so many of whose drops are one."""
        raise TypeError(f"{type(self).__name__} is no staircase")

    def latest(self, per_unit: int) -> float:
        """The last tick at which its phase may begin."""
        return math.inf

    def handles(self, phase: Phase, first: int, zero: bool) -> Iterator[Handle]:
        """Its own handles in a whole phase: none stands before tick `first`; `zero` says
        whether a rate may be 0.
        """
        return iter(())

    @classmethod
    def fitted(cls, before: Before) -> dict[str, Any]:
        """Link keys that want other values than their defaults when a person picks this shape."""
        return {}

    def words(self, start: float, end: float) -> str:
        """How a sentence about the design names it, from one rate towards the other."""
        return self.label.lower()

    @classmethod
    def parameters(cls) -> dict[str, Field]:
        """Its fields by name, without the prefix of a phase."""
        return {field.name: field.metadata["field"] for field in dataclasses.fields(cls)}
