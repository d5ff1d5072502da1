"""Design -> the pieces of PiecewiseConstantDecay that are its curve."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy
from numpy.typing import NDArray

from lrlib.curves import curve
from lrlib.design import Design
from lrlib.shapes.base import Phase
from lrlib.shapes.constant import Constant
from lrlib.shapes.geometric import Geometric
from lrlib.shapes.half_cosine import HalfCosine
from lrlib.shapes.linear import Linear

MOST = 100  # boundaries; Keras compares every step with each of them
FEW = 1_000_000  # ticks that are looked at one by one


@dataclass(frozen=True)
class Pieces:
    """PiecewiseConstantDecay: the ticks that begin a piece, and one rate more than these."""

    begins: tuple[int, ...]
    rates: tuple[float, ...]


def find_pieces(design: Design, phases: list[Phase]) -> Pieces | None:
    """The pieces of a curve; equal neighbours are one. None where they are too many."""
    ticks = numpy.arange(design.ticks + 1) if design.ticks <= FEW else _steps(phases)
    rates = curve(design, ticks)
    changes = numpy.flatnonzero(numpy.diff(rates)) + 1
    if len(changes) > MOST:
        return None
    found = rates[[0, *changes]].tolist()
    if len(found) > 1:  # numpy's last digit depends on the processor; a link's code must not
        found = [float(f"{rate:.15g}") for rate in found]
    return Pieces(tuple(ticks[changes].tolist()), tuple(found))


def _steps(phases: list[Phase]) -> NDArray[numpy.int64]:
    """The ticks at which constant phases and staircases may change."""
    found = []
    for phase in phases:
        drops = _drops(phase) if phase.shape.stair else range(0)
        found += [phase.begin, *drops[:FEW]]  # by then it changes too often, or never again
    return numpy.unique(numpy.array(found))


def _drops(phase: Phase) -> Sequence[int]:
    """The ticks at which its staircase may drop, if a stride does not put that off."""
    stair, stride = phase.every, phase.stride
    if stair < stride:
        return range(_up(phase.begin, stride), phase.end + 1, stride)
    passed = max(1, (phase.begin - phase.origin) // stair)
    drops = range(phase.origin + passed * stair, phase.end + 1, stair)[:FEW]
    return drops if stride == 1 else [_up(drop, stride) for drop in drops]


def _up(tick: int, stride: int) -> int:
    return -(-tick // stride) * stride


def is_stepped(phase: Phase) -> bool:
    """Whether a phase is constant but for whole drops."""
    return is_flat(phase) or (bool(phase.shape.stair) and phase.times is None)


def is_flat(phase: Phase) -> bool:
    """Whether a phase is constant: one that is laid over another is not."""
    if phase.times is not None:
        return False
    joined = type(phase.shape) in (Linear, HalfCosine, Geometric)
    return isinstance(phase.shape, Constant) or (joined and phase.start_lr == phase.end_lr)
