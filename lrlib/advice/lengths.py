"""Rules about lengths: what does not fit into the run, or is never reached."""

from __future__ import annotations

from collections.abc import Iterator

from lrlib.advice.case import Case
from lrlib.design.finding import Finding
from lrlib.words import rate_text

SAME_WITH_BOUNDARIES = "ageron/handson-ml3#206 (the same with boundaries)"


def warmup_too_long(case: Case) -> Iterator[Finding]:
    """The warmup is as long as the run, or longer."""
    warmup = case.asked("warmup")
    if warmup >= case.ticks:
        reason = (
            f"The warmup of {case.span(warmup)} takes the whole run of {case.span(case.ticks)}: "
            f"the rate never reaches the max LR of {rate_text(case.design.peak_lr)}."
        )
        yield Finding("error", "warmup_length", reason)


def phase_cut(case: Case) -> Iterator[Finding]:
    """Warmup, hold and cooldown ask for more than the run has."""
    left = case.ticks
    for name in ("warmup", "hold", "cooldown"):
        asked = case.asked(name)
        if asked > left and name != "warmup":
            reason = (
                f"The {name} is cut from {case.span(asked)} to {case.units(left)}: "
                f"the run of {case.span(case.ticks)} has no more room."
            )
            yield Finding("warning", f"{name}_length", reason)
        left = max(0, left - asked)
    full = sum(map(case.asked, ("warmup", "hold", "cooldown"))) == case.ticks
    if full and case.asked("warmup") < case.ticks and case.design.decay != "constant":
        key = "cooldown_length" if case.asked("cooldown") else "hold_length"
        reason = f"Nothing of the run of {case.span(case.ticks)} is left for the decay."
        yield Finding("warning", key, reason)


def boundary_never_reached(case: Case) -> Iterator[Finding]:
    """A boundary at or past the end of the run, or of the decay."""
    if "boundaries" not in case.design.chosen:
        return
    end = case.decay_end
    late = [tick for tick in map(case.tick, case.design.boundaries) if tick >= end]
    if late:
        what = "the end of the run" if end == case.ticks else "the start of the cooldown"
        several = f"{len(late)} boundaries, from {case.place(late[0])} on, are"
        one = f"The boundary at {case.place(late[0])} is"
        reason = (
            f"{several if len(late) > 1 else one} at or past {what}, {case.place(end)}: "
            f"the rate {rate_text(case.design.chosen['values'][-len(late)])} is never used."
        )
        yield Finding("warning", "boundaries", reason, "ageron/handson-ml3#206")


def boundary_in_warmup(case: Case) -> Iterator[Finding]:
    """A boundary before warmup and hold are over."""
    if "boundaries" not in case.design.chosen or case.decay_begin == case.ticks:
        return
    early = [tick for tick in map(case.tick, case.design.boundaries) if tick < case.decay_begin]
    if early:
        warmup_only = "the warmup, which lasts"
        before = "warmup and hold, which last" if case.asked("hold") else warmup_only
        rate = case.design.values[len(early) - 1]
        reason = (
            f"The boundary at {case.place(early[-1])} lies inside {before} to "
            f"{case.place(case.decay_begin)}: from there on the rate is {rate_text(rate)} at once."
        )
        yield Finding("warning", "boundaries", reason)


def no_drop(case: Case) -> Iterator[Finding]:
    """A staircase whose first drop comes after the decay."""
    stair = case.decay.stair
    for phase in case.parts("decay"):
        if stair and phase.every >= phase.end - phase.begin:
            reason = (
                f"The first drop would come after {case.span(phase.every)}, "
                f"but the decay lasts {case.span(phase.end - phase.begin)}: the rate never drops."
            )
            yield Finding("warning", stair, reason, SAME_WITH_BOUNDARIES)


def points_past_end(case: Case) -> Iterator[Finding]:
    """Points that go on after the run."""
    if case.design.decay != "points" or case.design.join == "cosine":
        return
    last = case.tick(case.design.points[-1][0])
    if last > case.ticks:
        reason = (
            f"The points go on to {case.place(last)}, past the end of the run, "
            f"{case.place(case.ticks)}: the last rate that trains is "
            f"{rate_text(case.summary.final)}."
        )
        yield Finding("note", "points", reason)
