"""Applied and expected rates -> the verdict, and one sentence that says it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy

from lrlib.curves import Rates, Ticks, curve, sample
from lrlib.design import Design
from lrlib.prove.job import Job

FLOAT64 = 1e-12  # of the peak
FLOAT32 = 5e-7


def highest(design: Design) -> float:
    """The highest rate of the run: what differences are measured against."""
    return float(max(design.peak_lr, curve(design, sample(design)).max()))


def tolerance(design: Design, framework: str) -> float:
    """The largest rounding error, in parts of the peak: far below a jump one step late."""
    if framework == "torch":
        return FLOAT64
    values, phases = design.chosen, design.phases()
    # Waves and powers magnify the rounding of their progress.
    power = max(values.get(key, 1) for key in ("power", "warmup_power", "cooldown_power"))
    cycles = sum(phase.part == "cycle" for phase in phases)
    waves = max(cycles, *(phase.shape.waves for phase in phases))
    return float(max(FLOAT32 * (1 + waves), 1e-7 * power))


@dataclass(frozen=True, eq=False)
class Verdict:
    """What came of one run: the rate of each trained step, and the curve's."""

    design: Design
    job: Job
    steps: Ticks
    applied: Rates
    expected: Rates
    tolerance: float

    @cached_property
    def differences(self) -> Rates:
        """In parts of the peak."""
        return numpy.abs(self.applied - self.expected) / highest(self.design)

    @property
    def disagreeing(self) -> Ticks:
        """The steps that differ by more than rounding; a rate that is no number is one."""
        return self.steps[~(self.differences <= self.tolerance)]

    @property
    def agrees(self) -> bool:
        return len(self.disagreeing) == 0

    @property
    def worst(self) -> int:
        """The index of the largest difference."""
        return int(self.differences.argmax())

    @property
    def sentence(self) -> str:
        """Steps run, the largest difference and where."""
        worst = self.differences[self.worst]
        where = f"largest difference {worst:.1e} of the peak at step {self.steps[self.worst]:,}"
        if not worst:
            where = "without any difference"
        if self.agrees:
            start = self._sampled()
            return f"{start}; all agree, {where}." if start else self._all(where)
        step = int(self.disagreeing[0])
        at = int(numpy.searchsorted(self.steps, step))
        applied, expected = (f"{rates[at]:.4g}" for rates in (self.applied, self.expected))
        return (
            f"{len(self.disagreeing):,} of {len(self.steps):,} trained steps disagree, first step "
            f"{step:,}: trained at {applied}, the curve says {expected}; {where}."
        )

    def _all(self, where: str) -> str:
        count = len(self.steps)
        begin = f" from step {self.job.first:,} on" if self.job.first else ""
        end = self._until()
        if count > 1:
            return f"All {count:,} steps{begin}{end} agree, {where}."
        return f"The only step{end} agrees, {where}."

    def _until(self) -> str:
        """Where the proof ends before the run does."""
        released = self.job.released
        return f" before the release at step {released:,}" if released else ""

    def _sampled(self) -> str:
        """How a long run was sampled; empty where every step was trained."""
        clock = self.design.clock
        total = (self.job.released or clock.steps) - self.job.first
        if len(self.steps) == total:
            return ""
        every = len(self.job.batches) == self.job.accumulate
        trained = "trained" if every else "trained by their first and last batch"
        ticks = total // clock.steps_per_tick
        visited = len(numpy.unique(self.steps // clock.steps_per_tick))
        if visited == ticks:
            count = "One step" if len(self.steps) == ticks else "The first and the last step"
            return f"{count} of each of {ticks:,} epochs{self._until()} {trained}"
        places = "around every phase edge and evenly between"
        return f"{len(self.steps):,} of {total:,} steps{self._until()} {trained}, {places}"


def judge(design: Design, job: Job, applied: list[float]) -> Verdict:
    """The verdict on the rates that the trained steps of a job were applied with."""
    steps = job.steps()
    expected = curve(design, steps // design.clock.steps_per_tick)
    rates = numpy.array(applied, dtype="float64")
    return Verdict(design, job, steps, rates, expected, tolerance(design, job.framework))
