"""Phase -> the names that a formula knows a place by, as text of a language."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from lrlib.printing.code import Code
from lrlib.printing.languages import Language
from lrlib.shapes import prefix
from lrlib.shapes.base import Phase

Constant = float | int | tuple[float, ...] | tuple[int, ...]
MakeConstant = Callable[[str, Constant], Code]  # lists a constant; its name in the language


@dataclass(frozen=True)
class At:
    """The names that a formula knows a place by."""

    progress: Code
    left: Code
    elapsed: Code
    remaining: Code
    count: Code


Place = tuple[Code | None, Code, Code]  # first tick (None for 0), the tick after the last, ticks


def single(phase: Phase, begin: Code | None, end: Code, constant: MakeConstant) -> Place:
    """Where a phase of one part starts and finishes."""
    origin = begin
    if phase.origin != phase.begin:
        origin = constant(f"{phase.name}_origin", phase.origin)
    if phase.origin + phase.length == phase.end:
        return origin, end, end if origin is None else end - origin
    length = constant(f"{phase.name}_ticks", phase.length)
    return origin, length if origin is None else origin + length, length


def places(
    phase: Phase,
    tick: Code,
    place: Place,
    language: Language,
    constant: MakeConstant,
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


def named_shape(phase: Phase, constant: MakeConstant) -> Any:
    """The shape with a name in place of each number; flags and choices stay."""
    shape = phase.shape
    numbers = {
        field.name: constant(prefix(phase.name) + field.name, getattr(shape, field.name))
        for field in dataclasses.fields(shape)
        if field.name != shape.stair and type(getattr(shape, field.name)) in (int, float)
    }
    return dataclasses.replace(shape, **numbers)
