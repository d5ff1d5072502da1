"""Design -> one plain sentence."""

from __future__ import annotations

from itertools import groupby

from lrlib.curves import rate_at
from lrlib.design import Design
from lrlib.shapes import build_shape
from lrlib.shapes.base import Phase


def rate_text(rate: float, decimals: int = 1) -> str:
    """A rate as people read it: 1.0E-03, and a plain 0."""
    return f"{rate:.{decimals}E}" if rate else "0"


def sentence(design: Design) -> str:
    """What the rate does from the first tick to the last.

    "10 warmup epochs doubling from 9.8E-07 to 1.0E-03, then half a cosine to 0 over 40 epochs."
    """
    groups = groupby(design.phases(), key=lambda phase: phase.name)
    spans = [(name, list(parts)) for name, parts in groups]
    said = [_phase(design, name, parts) for name, parts in spans]
    text = ", then ".join(said)
    return f"{text[0].upper()}{text[1:]}."


def _phase(design: Design, name: str, parts: list[Phase]) -> str:
    begin, end = parts[0].begin, parts[-1].end
    length = _length(design, end - begin)
    start, stop = rate_text(rate_at(design, begin)), rate_text(rate_at(design, end))
    words = build_shape(name, design.chosen).words()
    if name == "warmup":
        peak = rate_text(design.peak_lr)
        count, unit = length.rsplit(" ", 1)
        how = words if words.endswith(("ing", "fold")) or "ing " in words else f"along {words}"
        return f"{count} warmup {unit} {how} from {start} to {peak}"
    if name == "hold":
        return f"{length} at {start}"
    if words == "constant":
        return f"constant at {start} for {length}"
    if name == "cooldown":
        return f"a cooldown along {words} to {rate_text(design.final_lr)} over {length}"
    return f"{words} to {stop} over {length}"


def _length(design: Design, ticks: int) -> str:
    units = ticks / design.clock.per_unit
    unit = design.clock.unit.removesuffix("s") if units == 1 else design.clock.unit
    number = f"{units:,.0f}" if units == int(units) or units >= 1000 else f"{units:.4g}"
    return f"{number} {unit}"
