"""Rules about rates: zeros, jumps, and ends above starts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lrlib.advice.case import Case, percent
from lrlib.design.finding import Finding, Level
from lrlib.shapes.base import rate
from lrlib.words import rate_text

JUMP = 0.05  # of the larger rate: what an overlaid warmup usually leaves is less
NEAR = 1e-9  # of a computed rate: less is rounding
FEW, MANY = 0.1, 0.3  # of the updates: a cosine to 0 spends 6 % of them below 1 %


def zero_first_epoch(case: Case) -> Iterator[Finding]:
    """One rate an epoch, and the first is 0."""
    design = case.design
    if design.update == "epoch" and case.summary.start == 0:
        keys = ("init_lr", "points", "values", "end_lr")
        key = next((key for key in keys if key in design.chosen), "warmup_length")
        reason = (
            "The rate changes once an epoch and starts at 0, so the whole first epoch, "
            f"{design.steps_per_epoch:,} updates, trains nothing."
        )
        yield Finding("warning", key, reason, "huggingface/transformers#20916")


def low_rates(case: Case) -> Iterator[Finding]:
    """A good part of the run trains at next to nothing."""
    below, steps = case.summary.below, case.summary.steps
    if below > FEW * steps:
        number = f"{below:,}" if case.summary.exact else f"About {float(f'{below:.3g}'):,.0f}"
        reason = (
            f"{number} of {steps:,} updates, {percent(below / steps)}, "
            f"run below 1 % of the highest rate, {rate_text(case.summary.highest)}."
        )
        level: Level = "warning" if below > MANY * steps else "note"
        yield Finding(level, _low_key(case), reason)


def _low_key(case: Case) -> str:
    """The field behind the phase that holds most of the low rates."""
    values = case.design.chosen
    phase = max(case.summary.below_by_phase, key=case.summary.below_by_phase.__getitem__)
    if phase == "warmup":
        return "warmup_length"
    if phase == "cooldown":
        return "final_lr"
    own = ("values", "points", "end_lr", "decay_rate", "drop")
    return next((key for key in own if key in values), "decay")


def jump(case: Case) -> Iterator[Finding]:
    """The rate jumps where one phase meets another."""
    for before, after in pairwise(case.phases):
        cut = before.origin + before.length > before.end
        meant = before.name == "warmup" and case.design.overlap == "jump"
        if before.name == after.name or cut or meant:
            continue
        low, high = sorted(float(rate(phase, after.begin)) for phase in (before, after))
        if high - low > JUMP * high and not _explained(case):
            ends = [rate_text(float(rate(phase, after.begin))) for phase in (before, after)]
            reason = (
                f"The rate jumps from {ends[0]} to {ends[1]} at {case.place(after.begin)}, "
                f"where {before.name} meets {after.name}."
            )
            yield Finding(
                "warning", case.decay.first_key, reason, "huggingface/pytorch-image-models#1242"
            )


def _explained(case: Case) -> bool:
    """Whether the jump comes from a boundary inside the warmup, which has its own rule."""
    boundaries = case.design.chosen.get("boundaries")
    return boundaries is not None and case.tick(boundaries[0]) < case.decay_begin


def end_above_start(case: Case) -> Iterator[Finding]:
    """A decay, a cooldown or a warmup that goes the wrong way."""
    values, peak = case.design.chosen, case.design.peak_lr
    start, source = rate_text(peak), "keras-team/keras#18747"
    if values.get("init_lr", 0) > peak:
        first = rate_text(values["init_lr"])
        reason = f"The warmup starts at {first}, above the max LR of {start}: it falls."
        yield Finding("warning", "init_lr", reason, source)
    key, end = case.decay.goal(values.get("end_lr", 0))
    if end > peak:
        what = "floor" if case.decay.open_ended else "decay's end"
        reason = f"The {what}, {rate_text(end)}, is above the max LR of {start}: the rate rises."
        yield Finding("warning", key, reason, source)
    for phase in case.parts("cooldown"):
        if phase.end_lr > phase.start_lr * (1 + NEAR):
            reason = (
                f"The cooldown ends at {rate_text(phase.end_lr)}, above the "
                f"{rate_text(phase.start_lr)} where it starts: the rate rises."
            )
            yield Finding("warning", "final_lr", reason, source)
