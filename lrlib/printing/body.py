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
from lrlib.printing.names import Constant
from lrlib.printing.reading import formula
from lrlib.shapes.base import Phase


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
    runs = [list(run) for _, run in groupby(design.phases(), key=_formula)]
    tick = design.clock.update
    total = f"total_{tick}s"
    constants: dict[str, Constant] = {
        total: design.ticks,
        "steps_per_epoch": design.steps_per_epoch,
        "peak_lr": design.peak_lr,
    }

    def constant(name: str, value: Constant) -> Code:
        while constants.setdefault(name, value) != value:
            name += "_2"  # parts that a warmup lies over are cut otherwise than the rest
        return language.constant(name)

    branches = []
    begin = None
    for i, run in enumerate(runs):
        last = i == len(runs) - 1
        end = constant(total if last else f"{run[0].name}_end", run[-1].end)
        lines, rate = formula(run, tick, begin, end, last, language, constant)
        branches.append(Branch(run[0].name, None if last else end, lines, rate))
        begin = end
    made = Body(tick, total, branches)
    used = {name.removeprefix("self.").lower() for name in made.names} | set(always)
    if made.moves:
        used |= {total, *moving}
    chosen = _ordered(constants, used, design)
    return dataclasses.replace(made, constants=chosen, units=_units(chosen, design))


def _formula(phase: Phase) -> tuple[Any, ...]:
    """What the phases of one branch have in common."""
    return phase.name, phase.shape, phase.times and phase.times.shape


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
