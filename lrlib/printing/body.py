"""Phases -> the body of lr_at(tick): constants, and one branch for each run of one formula."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from lrlib.design import Design
from lrlib.printing.code import Code
from lrlib.printing.languages import Language
from lrlib.printing.names import At, Constant, MakeConstant, named_shape, places, single
from lrlib.shapes import PHASES
from lrlib.shapes.base import Phase

MODULES = ("math", "bisect", "ops", "jnp", "take", "self")  # what generated code calls them


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
    units: dict[str, str] = field(default_factory=dict)  # of the constants that are lengths

    @property
    def names(self) -> frozenset[str]:
        """Every constant, local and module that the branches use."""
        return frozenset().union(*(code.names for code in self.codes()))

    @property
    def locals(self) -> frozenset[str]:
        """The locals of the function that is printed, but for those that parts are given."""
        made = {name for branch in self.branches for name, _ in branch.lines}
        return frozenset({self.tick, "rate", *made, *(branch.name for branch in self.branches)})

    @property
    def moves(self) -> bool:
        """Whether the rate depends on the tick at all."""
        return len(self.branches) > 1 or self.tick in self.names

    def codes(self) -> Iterator[Code]:
        for branch in self.branches:
            if branch.until is not None:
                yield branch.until
            yield from (code for _, code in branch.lines)
            yield branch.rate


def body(
    design: Design,
    language: Language,
    always: tuple[str, ...] = (),
    moving: tuple[str, ...] = (),
) -> Body:
    """The design's formulas in one language, over a tick that is never above the total.

    Constants are listed where a formula uses them; those in `always` without exception,
    those in `moving` where the rate depends on the tick at all.
    """
    runs = [list(run) for _, run in groupby(design.phases(), key=lambda p: (p.name, p.shape))]
    tick = design.clock.update
    total = f"total_{tick}s"
    constants: dict[str, Constant] = {
        total: design.ticks,
        "steps_per_epoch": design.steps_per_epoch,
        "peak_lr": design.peak_lr,
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
    used = {name.removeprefix("self.").lower() for name in made.names} | set(always)
    if made.moves:
        used |= {total, *moving}
    chosen = _ordered(constants, used, design)
    return dataclasses.replace(made, constants=chosen, units=_units(chosen, design))


def _units(constants: dict[str, Constant], design: Design) -> dict[str, str]:
    """What the fields that state a length are counted in: a staircase's in whole ticks."""
    return {
        name: f"{design.update}s" if isinstance(value, int) else design.clock.unit
        for name, value in constants.items()
        if getattr(design.fields.get(name), "measure", "") == "units"
    }


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
    constant: MakeConstant,
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
        place = single(first, begin, end, constant)
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
    named = places(first, inside, place, language, constant)
    at = At(**{name: local(name, code) for name, code in named.items()})
    shape = named_shape(first, constant)
    own = (*vars(at), "start_lr", "stop_lr", "begin", "length", "inside", "rate", first.part)
    ops = language.leaving([*own, *PHASES, tick_name, *MODULES])
    rate = ops.code(shape.lr(start, stop, at, ops))
    lines += rate.lets
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
