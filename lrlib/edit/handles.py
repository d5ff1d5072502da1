"""Design -> handles: the places of its curve that a person can take hold of."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from lrlib.curves import curve
from lrlib.design import Design
from lrlib.design.phases import rate_in, whole_phase
from lrlib.design.spans import overlaps
from lrlib.shapes import build_shape
from lrlib.shapes.base import Phase, rate
from lrlib.shapes.handle import Along, Handle, Upright

NEAR = 1e-9  # what rounding may add


def handles(design: Design) -> list[Handle]:
    """The handles of a design, from left to right; none stands outside the run or off its curve."""
    found, phases = [*_start(design), *_decay(design), *_end(design)], design.phases()
    inside = [handle for handle in found if 0 <= handle.tick <= design.ticks]
    placed = [on for handle in inside for on in _on_curve(handle, phases, design.peak_lr)]
    return sorted(placed, key=lambda handle: handle.tick)


def _on_curve(handle: Handle, phases: list[Phase], peak: float) -> Iterator[Handle]:
    """The handle where its rate is trained or a phase ends on it; else it only moves sideways.

    Without a length to change, or as an entry of a list, it is left out: its field remains.
    """
    tick = handle.tick
    trained = rate_in(phases, tick)
    ends = [float(rate(phase, tick)) for phase in phases if phase.end == tick]
    if any(_met(handle.rate, reached, peak) for reached in (trained, *ends)):
        yield handle
    elif handle.x and handle.x.index is None:
        place = handle.label.partition(",")[0]  # without the rate that it is not at
        yield replace(handle, label=place, rate=trained, y=None)


def _met(wanted: float, reached: float, peak: float) -> bool:
    return math.isclose(wanted, reached, rel_tol=NEAR, abs_tol=NEAR * peak)


def _zero(design: Design, *phases: str) -> bool:
    """Whether a rate of these phases may be 0: a geometric curve reaches no 0 and leaves none."""
    shapes = [build_shape(phase, design.chosen) for phase in phases or ("decay", "cooldown")]
    return not any(shape.above_zero() for shape in shapes)


def _start(design: Design) -> Iterator[Handle]:
    """The end of the warmup with the highest rate, and the end of the hold."""
    spans, decay = design.spans, build_shape("decay", design.chosen)
    hold, cooldown = spans["hold"], spans["cooldown"]
    warm, held = design.warmup != "none", hold.ticks > 0
    if not (warm or held or decay.from_peak):
        return  # no tick at the start trains at the peak
    along = None
    if warm:
        room = int(min(cooldown.begin - hold.ticks, decay.latest(design.clock.per_unit)))
        along = Along("warmup_length", 0, max(room, hold.begin))
    label = "End of warmup, max LR" if warm else "Max LR"
    peak = Upright("peak_lr", zero=False)
    yield Handle("peak", label, hold.begin, design.peak_lr, along, peak)
    if held:
        along = Along("hold_length", hold.begin, cooldown.begin, base=hold.begin)
        yield Handle("hold", "End of hold", hold.end, design.peak_lr, along)


def _decay(design: Design) -> Iterator[Handle]:
    """What the decay's own parts are made of; nothing where it has no tick."""
    span, clock = design.spans["decay"], design.clock
    if not span.ticks:
        return
    phase = whole_phase("decay", design.chosen, span, clock)
    after = 0 if overlaps(design.chosen) else design.chosen.get("warmup_length", 0)
    first = math.ceil(after * clock.per_unit - NEAR)
    yield from phase.shape.handles(phase, first, _zero(design))


def _end(design: Design) -> Iterator[Handle]:
    """The end rate of the decay, the start of the cooldown, and its end."""
    decay, cooldown = design.spans["decay"], design.spans["cooldown"]
    reached = float(curve(design, [decay.end])[0])
    upright = None
    ends = "end_lr" in design.fields and decay.ticks
    if ends and _met(design.end_lr, reached, design.peak_lr):
        upright = Upright("end_lr", zero=_zero(design))
    if upright and design.cooldown == "none":
        yield Handle("end", "End LR", decay.end, design.end_lr, None, upright)
    if design.cooldown != "none":
        end = design.ticks
        along = Along("cooldown_length", decay.begin, end, base=end, sign=-1)
        label = "Start of cooldown, end LR" if upright else "Start of cooldown"
        rate = design.end_lr if upright else reached
        yield Handle("cooldown", label, decay.end, rate, along, upright)
        if cooldown.ticks:
            final = Upright("final_lr", zero=_zero(design, "cooldown"))
            yield Handle("final", "Final LR", end, design.final_lr, None, final)
