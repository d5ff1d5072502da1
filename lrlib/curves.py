"""Design -> numbers."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor

import numpy
from numpy.typing import NDArray

from lrlib.design import Design
from lrlib.shapes.base import Phase, rate

MOST_TICKS = 10_000_000
Rates = NDArray[numpy.float64]
Ticks = NDArray[numpy.int64]


def curve(design: Design, ticks: Sequence[int] | Ticks | None = None) -> Rates:
    """The rate each tick trains with, in float64, one for each of `ticks`.

    Without `ticks`, of the whole run: shape (design.ticks,), at most 10,000,000. Ticks count
    from 0 and may lie past the run, where the final rate holds. Raises ValueError for a
    longer run, and for ticks that are not whole numbers from 0.
    """
    if ticks is None:
        if design.ticks > MOST_TICKS:
            raise ValueError(
                f"the run has {design.ticks:,} ticks, a whole curve at most {MOST_TICKS:,}: "
                "curve(design, ticks) gives the rates of the ticks you name"
            )
        return _sorted_curve(design, numpy.arange(design.ticks))
    asked = numpy.asarray(ticks)
    if asked.size == 0:
        return numpy.zeros(asked.shape)
    if asked.dtype.kind not in "iu" or asked.min() < 0:
        raise ValueError("ticks: allowed are whole numbers from 0")
    # The widest type first: the number of ticks may not fit into what was given.
    flat = numpy.minimum(asked.ravel().astype(numpy.uint64), design.ticks).astype(numpy.int64)
    if numpy.all(flat[1:] >= flat[:-1]):
        return _sorted_curve(design, flat).reshape(asked.shape)
    distinct, where = numpy.unique(flat, return_inverse=True)
    return _sorted_curve(design, distinct)[where].reshape(asked.shape)


def rate_at(design: Design, tick: int) -> float:
    """The rate of one tick."""
    return float(curve(design, [tick])[0])


def _sorted_curve(design: Design, ticks: Ticks) -> Rates:
    """The curve at rising ticks: each phase fills its own slice."""
    rates = numpy.empty(len(ticks))
    phases = design.phases()
    edges = [*numpy.searchsorted(ticks, [phase.begin for phase in phases]), len(ticks)]
    for phase, begin, end in zip(phases, edges, edges[1:], strict=False):
        if end > begin:
            rates[begin:end] = rate(phase, ticks[begin:end])
    return rates


def jumps(design: Design) -> list[int]:
    """The first tick of each phase but the first."""
    return [phase.begin for phase in design.phases()[1:]]


def sample(design: Design, most: int = 400) -> Ticks:
    """Ticks to draw: all of a short run, else about `most` with both sides of every edge, and
    every turning point whatever `most` says, so that no wave is drawn lower than it is.
    """
    if design.ticks <= most:
        return numpy.arange(design.ticks)
    last = design.ticks - 1
    phases = design.phases()
    edges = [phase.begin for phase in phases] + [phase.begin - 1 for phase in phases[1:]]
    for phase in phases:
        edges += _stairs(phase, most) + _turns(phase)
    count = max(most // 4, most - len(edges))
    even = numpy.linspace(0, last, count).round().astype(numpy.int64)
    ticks = numpy.unique(numpy.concatenate([even, numpy.array(edges, dtype=numpy.int64)]))
    return ticks[(ticks >= 0) & (ticks <= last)]


def _turns(phase: Phase) -> list[int]:
    """Both ticks around each turning point, and those that share their rate."""
    waving = phase.times or phase
    found = []
    for progress in waving.shape.turns():
        at = waving.origin + progress * waving.length
        for tick in (floor(at), ceil(at)):
            shared = tick // waving.stride * waving.stride
            found += [tick, shared, shared + waving.stride]
    return [tick for tick in found if phase.begin <= tick < phase.end]


def _stairs(phase: Phase, most: int) -> list[int]:
    """Both sides of each step of a staircase, where they are few enough to draw."""
    if not phase.shape.stair or (phase.end - phase.begin) / phase.every > most / 2:
        return []
    passed = max(1, ceil((phase.begin - phase.origin) / phase.every))
    first = phase.origin + passed * phase.every
    return [tick for step in range(first, phase.end, phase.every) for tick in (step - 1, step)]
