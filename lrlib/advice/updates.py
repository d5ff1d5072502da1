"""Rules about epochs, steps and updates."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

import numpy

from lrlib.advice.case import Case, percent
from lrlib.curves import curve
from lrlib.design.finding import Finding
from lrlib.design.keys import RUN
from lrlib.shapes.base import rate
from lrlib.words import rate_text

FEW_EPOCHS = 20  # from here on one epoch is at most a twentieth of a wave
COARSE = 0.1  # of the highest rate
FLOAT32 = 2**24  # the first whole numbers that float32 skips lie above


def steps_per_epoch(case: Case) -> Iterator[Finding]:
    """Steps per epoch that do not follow from the data set and the batch."""
    given, default = case.design.steps_per_epoch, RUN["steps_per_epoch"].default
    if case.data_size is None:
        return
    still = "still " if given == default else ""
    source = "keras-team/keras#11877"
    if case.batch_size is None:
        if still:
            reason = (
                f"Steps per epoch is still {given:,}: with {case.data_size:,} samples "
                f"that is right for a batch of {math.ceil(case.data_size / given):,} only."
            )
            yield Finding("note", "steps_per_epoch", reason, source)
        return
    devices, accumulate = case.devices or 1, case.batches
    batches = case.batch_size * devices
    # The last batch may be dropped or not.
    if given in _whole(case.data_size, batches * accumulate):
        return
    right = math.ceil(case.data_size / (batches * accumulate))
    how = f" on {devices:,} devices" if devices > 1 else ""
    how += f", {accumulate:,} to an update," if accumulate > 1 else ""
    if accumulate > 1 and given in _whole(case.data_size, batches):
        reason = (
            f"Steps per epoch, {given:,}, counts batches: {case.data_size:,} samples in batches "
            f"of {case.batch_size:,}{how} make {right:,} updates, and the rate changes by updates."
        )
    else:
        reason = (
            f"Steps per epoch is {still}{given:,}, but {case.data_size:,} samples "
            f"in batches of {case.batch_size:,}{how} make {right:,}."
        )
    yield Finding("warning", "steps_per_epoch", reason, source)


def _whole(samples: int, size: int) -> tuple[int, int]:
    """The updates of an epoch with its last, smaller one and without it; at least 1."""
    return max(1, math.ceil(samples / size)), max(1, samples // size)


def coarse_epochs(case: Case) -> Iterator[Finding]:
    """One rate an epoch in a run of few epochs: the largest jump."""
    if case.design.update != "epoch" or not 1 < case.ticks <= FEW_EPOCHS:
        return
    rates = curve(case.design)
    meant = set()  # ticks whose jump is the point of the shape
    for before, after in pairwise(case.phases):
        if not math.isclose(rate(before, after.begin), rates[after.begin], rel_tol=1e-6):
            meant.add(after.begin)
    for phase in case.phases:
        if phase.shape.stair:
            meant.update(range(phase.begin + 1, phase.end))
    steps = {t: abs(rates[t] - rates[t - 1]) for t in range(1, case.ticks) if t not in meant}
    tick = max(steps, key=lambda t: steps[t], default=0)
    if tick and steps[tick] > COARSE * case.summary.highest:
        share = percent(steps[tick] / case.summary.highest)
        reason = (
            f"With one rate an epoch for {case.span(case.ticks)} the rate jumps by up to "
            f"{rate_text(steps[tick])}, {share} of the highest, at {case.place(tick)}; "
            "changing it every step is smooth."
        )
        yield Finding("note", "update", reason)


def float32_steps(case: Case) -> Iterator[Finding]:
    """More steps than float32 can count."""
    steps = case.design.clock.steps
    if steps > FLOAT32:
        gap = int(numpy.spacing(numpy.float32(steps)))
        reason = (
            f"At {steps:,} steps a float32 counter moves {gap:,} steps at a time, so library "
            "schedules change late or not at all; the code given here counts in whole numbers."
        )
        yield Finding(
            "note", case.design.clock.unit, reason, "IEEE 754: float32 has 24 binary digits"
        )
