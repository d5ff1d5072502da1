"""Design -> one plain sentence."""

from __future__ import annotations

from itertools import groupby

import numpy

from lrlib.curves import curve, rate_at, sample
from lrlib.design import Design
from lrlib.design.spans import overlaps
from lrlib.shapes import build_shape
from lrlib.shapes.base import Phase, rate

OVER = {
    "jump": ", from which it jumps to the decay below it",
    "join": ", where it joins the decay below it",
    "multiply": ", times the decay below it",
}


def rate_text(rate: float, decimals: int = 1) -> str:
    """A rate as people read it: 1.0E-03, and a plain 0."""
    return f"{rate:.{decimals}E}" if rate else "0"


def sentence(design: Design) -> str:
    """What the rate does from the first tick to the last.

    Every rate in it is one that some tick trains with, or stands behind "towards".

    "10 warmup epochs doubling from 9.8E-07 to 1.0E-03, then half a cosine towards 0 over 40
    epochs."
    """
    groups = groupby(design.phases(), key=lambda phase: phase.name)
    spans = [(name, list(parts)) for name, parts in groups]
    said = [_phase(design, name, parts) for name, parts in spans]
    text = ", then ".join(said)
    return f"{text[0].upper()}{text[1:]}."


def _phase(design: Design, name: str, parts: list[Phase]) -> str:
    begin, end = parts[0].begin, parts[-1].end
    length = length_text(design, end - begin)
    start = rate_text(rate_at(design, begin))
    goal = _goal(design, parts)
    words = build_shape(name, design.chosen).words(parts[0].start_lr, parts[-1].end_lr)
    if name == "warmup":
        count, unit = length.rsplit(" ", 1)
        how = words if words.endswith(("ing", "fold")) or "ing " in words else f"along {words}"
        return f"{count} warmup {unit} {how} from {start} {goal}{OVER.get(design.overlap, '')}"
    if name == "hold":
        return f"{length} at {start}"
    if _is_level(design, begin, end):
        return f"constant at {start} for {length}"
    if name == "cooldown":
        return f"a cooldown along {words} {goal} over {length}"
    extra = ["counted from the run's start"] * bool(begin and overlaps(design.chosen))
    extra += ["changing once an epoch"] * (design.chosen.get("decay_update") == "epoch")
    said = f", {' and '.join(extra)}," if extra else "," * (", each" in words)
    return f"{words}{said} {goal} over {length}"


def _goal(design: Design, parts: list[Phase]) -> str:
    """The rate that a phase comes to, or the limit that no tick of it reaches.

    What is cut, what has no end and what goes in stairs comes to the rate of its last tick.
    """
    last = parts[-1]
    tick = max(parts[0].begin, last.end - 1)
    reached = rate_text(rate_at(design, tick))
    whole = build_shape(last.name, design.chosen).arrives and last.origin + last.length == last.end
    if not whole and last.name != "warmup":
        return f"to {reached}"
    limit = rate_text(float(rate(last, last.end)))
    after = [rate_text(rate_at(design, last.end))] if last.end < design.ticks else []
    return f"to {limit}" if limit in [reached, *after] else f"towards {limit}"


def _is_level(design: Design, begin: int, end: int) -> bool:
    """Whether every tick of a phase trains with the same rate."""
    ticks = sample(design)
    rates = curve(design, ticks[(ticks >= begin) & (ticks < end)])
    return bool(numpy.all(rates == rate_at(design, begin)))


def length_text(design: Design, ticks: int) -> str:
    """So many ticks in units: "1 epoch", "1,000 steps"."""
    units = ticks / design.clock.per_unit
    unit = design.clock.unit.removesuffix("s") if units == 1 else design.clock.unit
    number = f"{units:,.0f}" if units == int(units) or units >= 1000 else f"{units:.4g}"
    return f"{number} {unit}"
