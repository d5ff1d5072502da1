"""Phases -> the factor by which CosineDecayRestarts lets its cycles grow, where they are its own.

Keras finds the cycle of a step by a division in float32, and by two logarithms where cycles
grow. Compiled, a division by a constant is a product with its rounded reciprocal: at some
lengths a restart then trains at the end of the cycle before (measured on TensorFlow). So
each restart is counted here both ways.
"""

from __future__ import annotations

from itertools import pairwise

import numpy

from lrlib.shapes.base import Phase
from lrlib.shapes.half_cosine import HalfCosine

MOST_GROWING = 2**19  # steps; above, the logarithms may take the step before a restart for it


def growth(phases: list[Phase]) -> float | None:
    """1.0 or 2.0, for which alone compiled Keras is right; None for any other cycles."""
    first = phases[0].length
    if len(phases) < 2 or any(type(phase.shape) is not HalfCosine for phase in phases):
        return None
    if {(phase.part, phase.end_lr) for phase in phases} != {("cycle", phases[0].end_lr)}:
        return None
    lengths = [phase.length for phase in phases]
    if lengths == [first] * len(phases):
        return 1.0 if _counts(phases) else None
    doubled = all(after == 2 * before for before, after in pairwise(lengths))
    return 2.0 if doubled and phases[-1].end <= MOST_GROWING and _counts(phases) else None


def _counts(phases: list[Phase]) -> bool:
    """Whether float32 counts whole first cycles at each restart, and not a tick before it."""
    length = numpy.float32(phases[0].length)
    ends = numpy.array([phase.end for phase in phases])
    passed = ends // phases[0].length
    at, before = numpy.float32(ends[:-1]), numpy.float32(ends - 1)
    reciprocal = numpy.float32(1) / length
    divided = (at / length == passed[:-1]).all() and (before / length < passed).all()
    multiplied = at * reciprocal == passed[:-1], before * reciprocal < passed
    return bool(divided and all(map(numpy.all, multiplied)))
