"""Design -> handles: the places of its curve that a person can take hold of."""

from __future__ import annotations

import math
from collections.abc import Iterator

from lrlib.curves import curve
from lrlib.design import Design
from lrlib.design.phases import whole_phase
from lrlib.design.spans import overlaps
from lrlib.shapes import build_shape
from lrlib.shapes.handle import Along, Handle, Upright

NEAR = 1e-9  # what rounding may add


def handles(design: Design) -> list[Handle]:
    """The handles of a design, from left to right; none stands outside the run."""
    found = [*_start(design), *_decay(design), *_end(design)]
    inside = [handle for handle in found if 0 <= handle.tick <= design.ticks]
    return sorted(inside, key=lambda handle: handle.tick)


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
    if "end_lr" in design.fields and decay.ticks:
        upright = Upright("end_lr", zero=_zero(design))
        met = math.isclose(reached, design.end_lr, rel_tol=NEAR, abs_tol=NEAR * design.peak_lr)
        if design.cooldown == "none" or not met:
            label = "End LR" if met else "Floor, end LR"
            yield Handle("end", label, decay.end, design.end_lr, None, upright)
            upright = None
    if design.cooldown != "none":
        end = design.ticks
        along = Along("cooldown_length", decay.begin, end, base=end, sign=-1)
        label = "Start of cooldown, end LR" if upright else "Start of cooldown"
        rate = design.end_lr if upright else reached
        yield Handle("cooldown", label, decay.end, rate, along, upright)
        if cooldown.ticks:
            final = Upright("final_lr", zero=_zero(design, "cooldown"))
            yield Handle("final", "Final LR", end, design.final_lr, None, final)
