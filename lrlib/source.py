"""Phases -> the body of lr_at(tick): constants, and one branch for each run of one formula."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from lrlib.design import Design
from lrlib.formula import Code
from lrlib.languages import Language
from lrlib.phases import Phase
from lrlib.shapes import prefix

Constant = float | int | tuple[float, ...] | tuple[int, ...]


@dataclass(frozen=True)
class Branch:
    """One formula: it serves the ticks below `until`, the last branch all that are left."""

    name: str
    until: Code | None
    lines: list[tuple[str, Code]]  # locals, in order
    rate: Code


@dataclass(frozen=True)
class Body:
    """What every target prints: `constants` by lower-case name, then the branches in order."""

    tick: str  # "epoch" or "step"
    total: str  # the constant that holds the number of ticks
    branches: list[Branch]
    constants: dict[str, Constant] = field(default_factory=dict)

    @property
    def names(self) -> frozenset[str]:
        """Every constant, local and module that the branches use."""
        return frozenset().union(*(code.names for code in self.codes()))

    def codes(self) -> Iterator[Code]:
        for branch in self.branches:
            if branch.until is not None:
                yield branch.until
            yield from (code for _, code in branch.lines)
            yield branch.rate


def body(design: Design, language: Language, always: tuple[str, ...] = ()) -> Body:
    """The design's formulas in one language, over a tick that is never above the total.

    `always` names constants that are listed whether a formula uses them or not.
    """
    runs = [list(run) for _, run in groupby(design.phases(), key=lambda p: (p.name, p.shape))]
    tick = design.clock.update
    total = f"total_{tick}s"
    constants: dict[str, Constant] = {
        total: design.ticks,
        "steps_per_epoch": design.steps_per_epoch,
    }

    def constant(name: str, value: Constant) -> Code:
        constants[name] = value
        return language.constant(name)

    branches = []
    begin = None
    for i, run in enumerate(runs):
        last = i == len(runs) - 1
        end = constant(total if last else f"{run[0].name}_end", run[-1].end)
        branches.append(_branch(run, tick, begin, end, last, language, constant))
        begin = end
    made = Body(tick, total, branches)
    used = {name.removeprefix("self.").lower() for name in made.names} | {total, *always}
    return dataclasses.replace(made, constants=_ordered(constants, used, design))


def _ordered(constants: dict[str, Constant], used: set[str], design: Design) -> dict[str, Constant]:
    """Those in use: ticks first, then the fields as the link orders them, then the rest."""
    fields = list(design.fields)

    def rank(name: str) -> tuple[int, int]:
        if name.startswith("total_") or name.endswith("_end"):
            return 0, constants[name]  # type: ignore[return-value]
        return (1, fields.index(name)) if name in fields else (2, 0)

    return {
        name: constants[name] for name in sorted(filter(used.__contains__, constants), key=rank)
    }


def _branch(
    run: list[Phase],
    tick_name: str,
    begin: Code | None,
    end: Code,
    last: bool,
    language: Language,
    constant: Callable[[str, Constant], Code],
) -> Branch:
    """One run of phases that share a formula, from tick `begin` (None for 0) to `end`."""
    first = run[0]
    tick = language.name(tick_name, varies=True)
    lines: list[tuple[str, Code]] = []

    def local(name: str, code: Code) -> Code:
        if code.text == tick.text:
            return tick
        lines.append((name, code))
        return language.name(name, varies=True)

    if len(run) == 1:
        start = constant(first.start_name, first.start_lr)
        stop = constant(first.end_name, first.end_lr)
        place = _single(first, begin, end, constant)
    else:
        part = first.part
        begins = constant(f"{part}_begins", tuple(phase.origin for phase in run))
        index = local(part, language.find(begins, tick))

        def pick(name: str, table: str, values: list[Any], kind: str) -> Code:
            if len(set(values)) == 1:
                return constant(table, values[0])
            return local(name, language.pick(constant(f"{table}s", tuple(values)), index, kind))

        start = pick("start_lr", first.start_name, [phase.start_lr for phase in run], "float32")
        stop = pick("stop_lr", first.end_name, [phase.end_lr for phase in run], "float32")
        origin = local("begin", language.pick(begins, index, "int32"))
        length = pick("length", f"{part}_length", [phase.length for phase in run], "int32")
        place = origin, origin + length, length
    inside = local("inside", language.inside(tick, begin, None if last else end))
    places = _places(first, inside, place, language, constant)
    at = _At(**{name: local(name, code) for name, code in places.items()})
    shape = _named(first, constant)
    rate = language.code(shape.lr(start, stop, at, language))
    if lines and rate.text in dict(lines):
        rate = dict(lines)[rate.text]
    return Branch(first.name, None if last else end, _needed(lines, rate), rate)


def _needed(lines: list[tuple[str, Code]], rate: Code) -> list[tuple[str, Code]]:
    """The locals that the rate is made from."""
    names, kept = set(rate.names), []
    for name, code in reversed(lines):
        if name in names:
            names |= code.names
            kept.append((name, code))
    return kept[::-1]


@dataclass(frozen=True)
class _At:
    """The names that a formula knows a place by."""

    progress: Code
    left: Code
    elapsed: Code
    remaining: Code
    count: Code


Place = tuple[Code | None, Code, Code]  # first tick (None for 0), the tick after the last, ticks


def _single(
    phase: Phase, begin: Code | None, end: Code, constant: Callable[[str, Constant], Code]
) -> Place:
    """Where a phase of one part starts and finishes."""
    origin = begin
    if phase.origin != phase.begin:
        origin = constant(f"{phase.name}_origin", phase.origin)
    if phase.origin + phase.length == phase.end:
        return origin, end, end if origin is None else end - origin
    length = constant(f"{phase.name}_ticks", phase.length)
    return origin, length if origin is None else origin + length, length


def _places(
    phase: Phase,
    tick: Code,
    place: Place,
    language: Language,
    constant: Callable[[str, Constant], Code],
) -> dict[str, Code]:
    """The names a formula may use, each with its expression."""
    origin, finish, length = place
    done = tick if origin is None else tick - origin
    left = finish - tick
    length = language.real(length) if length.varies else length
    stair = phase.shape.stair
    every = constant(prefix(phase.name) + stair, phase.every) if stair else 1

    def units(ticks: Code) -> Code:
        real = language.real(ticks)
        return real if phase.per_unit == 1 else real / constant("steps_per_epoch", phase.per_unit)

    return {
        "progress": language.real(done) / length,
        "left": language.real(left) / length,
        "elapsed": units(done),
        "remaining": units(left),
        "count": language.real(language.whole(done, every)),
    }


def _named(phase: Phase, constant: Callable[[str, Constant], Code]) -> Any:
    """The shape with a name in place of each number; flags and choices stay."""
    shape = phase.shape
    numbers = {
        field.name: constant(prefix(phase.name) + field.name, getattr(shape, field.name))
        for field in dataclasses.fields(shape)
        if field.name != shape.stair and type(getattr(shape, field.name)) in (int, float)
    }
    return dataclasses.replace(shape, **numbers)
