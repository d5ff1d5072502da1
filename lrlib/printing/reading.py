"""A run of phases that share a formula -> the locals and the expression of their rate."""

from __future__ import annotations

from typing import Any

from lrlib.printing.code import Code
from lrlib.printing.languages import Language
from lrlib.printing.names import (
    At,
    MakeConstant,
    Stretch,
    named_shape,
    places,
    served,
    single,
)
from lrlib.shapes import PHASES
from lrlib.shapes.base import Phase

MODULES = ("math", "bisect", "ops", "jnp", "take", "self")  # what generated code calls them
BELOW = "below_"  # before the locals of a decay that a warmup lies over
Locals = list[tuple[str, Code]]


def formula(
    run: list[Phase],
    tick: str,
    begin: Code | None,
    end: Code,
    last: bool,
    language: Language,
    constant: MakeConstant,
) -> tuple[Locals, Code]:
    """The rate of the ticks from `begin` (None for 0) to `end`; `last` where no branch follows."""
    reading = _Reading(tick, begin, end, last, language, constant)
    if run[0].times is None:
        rate = reading.rate(run)
    else:
        own = reading.rate(run[:1])  # one warmup, whatever parts lie under it
        below = _Reading(tick, begin, end, last, language, constant, BELOW)
        under = below.rate([phase.times for phase in run if phase.times])
        reading.lines += below.lines
        rate = own / constant(run[0].end_name, run[0].end_lr) * under
    if reading.lines and rate.text in dict(reading.lines):
        rate = dict(reading.lines)[rate.text]
    return _needed(reading.lines, rate), rate


class _Reading:
    """One formula in one language; `mark` stands before its locals."""

    def __init__(
        self,
        tick: str,
        begin: Code | None,
        end: Code,
        last: bool,
        language: Language,
        constant: MakeConstant,
        mark: str = "",
    ) -> None:
        self.tick = language.name(tick, varies=True)
        self.begin, self.end, self.last = begin, end, last
        self.language, self.constant, self.mark = language, constant, mark
        self.lines: Locals = []

    def rate(self, run: list[Phase]) -> Code:
        """The expression; its locals are added to `lines`."""
        first, language, constant = run[0], self.language, self.constant
        tick = self.tick
        inside = language.inside(tick, self.begin, None if self.last else self.end)
        if first.stride > 1:
            inside = served(first, self._local("inside", inside), self.begin, language, constant)
            tick = inside = self._local("changed", inside)
        start, stop, stretch = self._ends(run, tick)
        if self.last and any(phase.stops for phase in run):
            inside = self._local("reached", language.minimum(inside, stretch.finish))
        elif first.stride == 1:
            inside = self._local("inside", inside)
        named = places(first, inside, stretch, language, constant)
        at = At(**{name: self._local(name, code) for name, code in named.items()})
        own = (
            *vars(at),
            "start_lr",
            "stop_lr",
            "begin",
            "length",
            "inside",
            "changed",
            "reached",
            "rate",
        )
        taken = [self.mark + name for name in (*own, first.part)]
        ops = language.leaving([*own, *taken, *PHASES, self.tick.text, *MODULES])
        rate = ops.code(named_shape(first, constant).lr(start, stop, at, ops))
        self.lines += rate.lets
        return rate

    def _local(self, name: str, code: Code) -> Code:
        if code.text == self.tick.text:
            return self.tick
        self.lines.append((self.mark + name, code))
        return self.language.name(self.mark + name, varies=True)

    def _ends(self, run: list[Phase], tick: Code) -> tuple[Code, Code, Stretch]:
        """The rates where a formula starts and stops, and the ticks that it counts; of several
        parts those of the one that the tick falls into.
        """
        first, language, constant = run[0], self.language, self.constant
        if len(run) == 1:
            start = constant(first.start_name, first.start_lr)
            stop = constant(first.end_name, first.end_lr)
            return start, stop, single(first, self.begin, self.end, constant)
        begins = constant(f"{first.part}_begins", tuple(phase.origin for phase in run))
        index = self._local(first.part, language.find(begins, tick))

        def pick(name: str, one: str, several: str, values: list[Any], kind: str) -> Code:
            if len(set(values)) == 1:
                return constant(one, values[0])
            table = constant(several, tuple(values))
            return self._local(name, language.pick(table, index, kind))

        def rates(name: str, called: str, values: list[float]) -> Code:
            return pick(name, called, f"{called}s", values, "float32")

        start = rates("start_lr", first.start_name, [phase.start_lr for phase in run])
        stop = rates("stop_lr", first.end_name, [phase.end_lr for phase in run])
        origin = self._local("begin", language.pick(begins, index, "int32"))
        lengths = [phase.length for phase in run]
        part = first.part
        length = pick("length", f"{part}_ticks", f"{part}_lengths", lengths, "int32")
        return start, stop, Stretch(origin, origin + length, length)


def _needed(lines: Locals, rate: Code) -> Locals:
    """The locals that the rate is made from."""
    names, kept = set(rate.names), []
    for name, code in reversed(lines):
        if name in names:
            names |= code.names
            kept.append((name, code))
    return kept[::-1]
