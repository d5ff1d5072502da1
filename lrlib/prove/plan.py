"""Design and target -> the job: the text to run, and which of the run's steps are trained."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy

from lrlib.curves import Ticks, jumps, sample
from lrlib.design import Design
from lrlib.prove.job import Job, Windows
from lrlib.targets import TARGETS, code
from lrlib.targets.release import released_at
from lrlib.targets.resume import resumed_at

MOST_STEPS = 10_000  # a longer run is sampled
MOST_TICKS = 2_000  # a sampled run still visits every one of so many ticks
AROUND = 4  # ticks on each side of an edge


def provable(target: str) -> bool:
    """Whether this target's text is a schedule that a framework can train with."""
    return TARGETS[target].proof is not None


def plan(design: Design, target: str, options: Mapping[str, Any], address: str = "") -> Job:
    """All steps of a run of up to 10,000 batches; of a longer one those around every phase
    edge, at both ends and at even places between, and the first and last batch of each: up to
    where the text lets go of the rate. Raises ValueError where there is nothing to run.
    """
    text = code(design, target, address, **options)
    chosen = TARGETS[target]
    proof = chosen.proof
    if proof is None:
        allowed = ", ".join(filter(provable, TARGETS))
        raise ValueError(
            f"target: got {target!r}, which has nothing to prove of its own, "
            f"allowed: one of {allowed}"
        )
    clock = design.clock
    by_tick = proof.counts == "ticks"
    accumulate = options.get("accumulate", 1)
    begin = resumed_at(design, options)
    release = released_at(design, options) if "release" in chosen.options else None
    end = clock.ticks if release is None else release
    per_place = 1 if by_tick else clock.steps_per_tick  # a place is what the object counts
    whole = (end - begin) * clock.steps_per_tick * accumulate <= MOST_STEPS
    if whole:
        windows: Windows = ((begin * per_place, (end - begin) * per_place),)
    else:
        ticks = _visited(design, begin, end)
        windows = _runs(ticks if by_tick else _both_ends(ticks, per_place))
    return Job(
        text,
        chosen.framework,
        proof.module,
        chosen.defines,
        proof.counts,
        design.update == "epoch",
        design.steps_per_epoch,
        windows,
        clock.steps_per_tick if whole and by_tick else 1,
        begin * clock.steps_per_tick,
        accumulate,
        not whole,
        0 if release is None else release * clock.steps_per_tick,
    )


def _visited(design: Design, begin: int, end: int) -> Ticks:
    """The ticks of a long run that are trained, from tick `begin` to the one before `end`."""
    if end - begin <= MOST_TICKS:
        return numpy.arange(begin, end)
    edges = numpy.array([begin, *jumps(design), end])
    near = (edges[:, None] + numpy.arange(-AROUND, AROUND + 1)).ravel()
    ticks = numpy.unique(numpy.concatenate([near, sample(design)]))
    return ticks[(ticks >= begin) & (ticks < end)]


def _both_ends(ticks: Ticks, steps_per_tick: int) -> Ticks:
    """The first and the last step of each tick."""
    first = ticks * steps_per_tick
    return numpy.unique(numpy.concatenate([first, first + steps_per_tick - 1]))


def _runs(places: Ticks) -> Windows:
    """Rising numbers as (first, count) of each unbroken run."""
    parts = numpy.split(places, numpy.flatnonzero(numpy.diff(places) > 1) + 1)
    return tuple((int(part[0]), len(part)) for part in parts)
