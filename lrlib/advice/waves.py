"""Rules about cosines and cycles: where they end, and whether they are long enough."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lrlib.advice.case import Case
from lrlib.design.finding import Finding
from lrlib.design.spans import overlaps
from lrlib.fields import write_number
from lrlib.shapes.base import rate
from lrlib.words import rate_text

CHINCHILLA = "Hoffmann et al. 2022, arXiv:2203.15556"
SHORTEST = 4  # ticks: fewer draw no wave
SMALLEST = 0.01  # of the run, or of the peak
EARLY = 0.9  # of the run
LATE = 1.25  # of the run: from there on the paper measures harm


def wave_end(case: Case) -> Iterator[Finding]:
    """A cosine whose number of waves does not end at its bottom."""
    if case.design.decay != "cosine" or not case.parts("decay"):
        return
    cycles, phase = case.design.cycles, case.parts("decay")[-1]
    part = cycles % 1
    if abs(part - 0.5) < 1e-9:
        return
    end = float(rate(phase, phase.end))
    wave = f"A cosine of {write_number(cycles)} {'wave' if cycles == 1 else 'waves'}"
    bottom = [n for n in (round(cycles) - 0.5, round(cycles) + 0.5) if n > 0]
    better = " or ".join(map(write_number, bottom))
    if part == 0 or part > 0.5:
        reason = f"{wave} ends on the way up, at {rate_text(end)}; one of {better} ends low."
        yield Finding("warning", "cycles", reason)
    else:
        reason = (
            f"{wave} ends at {rate_text(end)}, before the bottom at "
            f"{rate_text(phase.end_lr)}; one of {better} reaches it."
        )
        yield Finding("note", "cycles", reason)


def wave_too_short(case: Case) -> Iterator[Finding]:
    """Waves of so few ticks that the rate cannot follow them."""
    for phase in case.parts("decay") if case.design.decay == "cosine" else []:
        ticks = (phase.end - phase.begin) / case.design.cycles
        if case.design.cycles > 0.5 and ticks < SHORTEST:
            reason = (
                f"A wave lasts {ticks:.2g} changes of the rate: fewer than {SHORTEST} draw no wave."
            )
            yield Finding("warning", "cycles", reason)


def restart_too_short(case: Case) -> Iterator[Finding]:
    """A cycle that is over before it did anything, or that hardly rises."""
    if case.design.decay not in ("cosine_restarts", "triangular"):
        return
    parts = case.parts("decay")
    given = case.design.cycle_length > 0  # the run then decides how many there are
    cycles = len(parts) if given else case.design.cycles
    if cycles == 1 or not parts:
        return
    # What the run's end, a warmup or an epoch cuts off is no cycle that was meant to be short.
    whole = [part for part in parts if part.end - part.begin == part.length] or parts
    shortest = min(part.end - part.begin for part in whole)
    if len(parts) < cycles and not overlaps(case.design.chosen):
        reason = f"Only {len(parts)} of {cycles} cycles have room in {case.span(case.ticks)}."
        yield Finding("warning", "cycles", reason)
    elif shortest < max(SHORTEST, SMALLEST * case.ticks):
        reason = (
            f"The shortest of {cycles} cycles lasts {case.span(shortest)} "
            f"of {case.units(case.ticks)}: too short to matter."
        )
        yield Finding("warning", "cycle_length" if given else "cycles", reason)
    last = parts[-1]
    height = abs(last.start_lr - last.end_lr)
    if height < SMALLEST * abs(case.design.peak_lr - last.end_lr):
        reason = (
            f"The last cycle rises only to {rate_text(last.start_lr)}, "
            f"from {rate_text(last.end_lr)}: too little to matter."
        )
        yield Finding("warning", "cycle_decay", reason)


def cosine_end(case: Case) -> Iterator[Finding]:
    """A cosine that ends well before the run, or would end after it."""
    ends = _cosine_end(case)
    if ends is None:
        return
    end, key = ends
    if end > case.ticks:
        reason = (
            f"The cosine would end at {case.place(end)}, but the run ends at "
            f"{case.place(case.ticks)}, at {rate_text(case.summary.final)}: "
            "a cosine as long as the run trains best."
        )
        yield Finding("warning" if end > LATE * case.ticks else "note", key, reason, CHINCHILLA)
    elif end < EARLY * case.ticks:
        reason = (
            f"The cosine ends at {case.place(end)}, {case.span(case.ticks - end)} "
            "before the run does: a cosine as long as the run trains best."
        )
        yield Finding("note", key, reason, CHINCHILLA)


def _cosine_end(case: Case) -> tuple[int, str] | None:
    """The tick where the design's last cosine ends, and the field that says so."""
    design = case.design
    if design.decay == "cosine" and case.parts("decay"):
        return (case.decay_end, "cooldown_length") if case.asked("cooldown") else None
    if design.decay != "points" or design.join != "cosine":
        return None
    slopes = [b for a, b in pairwise(design.points) if a[0] < b[0] and a[1] != b[1]]
    # Points behind the start of a cooldown belong to no cosine that trains.
    return (case.tick(slopes[-1][0]), "points") if slopes and not case.asked("cooldown") else None
