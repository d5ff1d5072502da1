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
    ticks: Code


@dataclass(frozen=True)
class Stretch:
    """The ticks that a formula counts: from `origin` (None for 0, or so many before 0), over
    `length` of them, to `finish`.
    """

    origin: Code | int | None
    finish: Code
    length: Code


def single(phase: Phase, begin: Code | None, end: Code, constant: MakeConstant) -> Stretch:
    """The ticks of a phase of one part, which serves those from `begin` (None for 0) to `end`."""
    origin: Code | None = begin if phase.origin == phase.begin else None
    if phase.origin > 0 and origin is None:
        origin = constant(f"{phase.name}_origin", phase.origin)
    if phase.origin < 0:  # it counts from 1
        whole = end if phase.length == phase.end else constant(f"{phase.name}_ticks", phase.length)
        return Stretch(phase.origin, whole - -phase.origin, whole)
    if phase.origin + phase.length == phase.end:
        return Stretch(origin, end, end if origin is None else end - origin)
    length = constant(f"{phase.name}_ticks", phase.length)
    return Stretch(origin, length if origin is None else origin + length, length)


def served(
    phase: Phase, tick: Code, begin: Code | None, language: Language, constant: MakeConstant
) -> Code:
    """The tick whose rate is trained: the first of those that share one."""
    stride = constant("steps_per_epoch", phase.stride)
    earliest = language.whole(tick, stride) * stride
    if phase.first % phase.stride == 0:  # never below the first
        return earliest
    first = begin if begin is not None else constant(f"{phase.name}_begin", phase.first)
    return language.maximum(earliest, first)


def places(
    phase: Phase,
    tick: Code,
    stretch: Stretch,
    language: Language,
    constant: MakeConstant,
) -> dict[str, Code]:
    """The names a formula may use, each with its expression."""
    origin, length = stretch.origin, stretch.length
    done = tick if origin is None else tick - origin
    if isinstance(origin, int):
        done = tick + -origin
    left = stretch.finish - tick
    length = language.real(length) if length.varies else length
    stair = phase.shape.stair

    def units(ticks: Code) -> Code:
        real = language.real(ticks)
        return real if phase.per_unit == 1 else real / constant("steps_per_epoch", phase.per_unit)

    def count() -> Code:
        if not stair:
            return done
        return language.whole(done, constant(prefix(phase.name) + stair, phase.every))

    return {
        "progress": language.real(done) / length,
        "left": language.real(left) / length,
        "elapsed": units(done),
        "remaining": units(left),
        "count": language.real(count()),
        "ticks": length,
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
