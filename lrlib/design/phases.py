"""Values of a design -> its phases in order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from lrlib.design.clock import Clock
from lrlib.design.spans import Span, spans
from lrlib.shapes import PHASES, build_shape
from lrlib.shapes.base import Phase, rate


def build_phases(values: Mapping[str, Any], clock: Clock) -> list[Phase]:
    """The phases of a run, each with at least one tick; together they cover it.

    A shape of several parts (restarts, points) gives one phase a part; a part that begins
    at the tick after the last is kept, since the rate after the run is its rate.
    """
    found = spans(values, clock)
    last = "cooldown" if found["cooldown"].ticks else "decay"
    wholes = {name: whole_phase(name, values, span, clock) for name, span in found.items()}
    decay = _parts(wholes["decay"], last == "decay" and values.get("reach_end", False))
    start, called = _reached(values, found, decay)
    cooldown = replace(wholes["cooldown"], start_lr=start, start_name=called)
    phases = [
        *_warmup(wholes["warmup"], values, found, decay),
        *_parts(wholes["hold"]),
        *(_clipped(decay, found["decay"]) if found["decay"].ticks else []),
        *_parts(cooldown, values.get("reach_end", False)),
    ]
    return drop_empty(phases, clock.ticks)


def whole_phase(name: str, values: Mapping[str, Any], span: Span, clock: Clock) -> Phase:
    """The stretch of ticks that a phase's formula has, before its shape cuts it into parts."""
    kind, begin = PHASES[name], max(span.origin, 0)
    per_epoch = kind.strides and values.get("decay_update", "step") == "epoch"
    return Phase(
        name,
        build_shape(name, values),
        begin,
        span.end,
        span.origin,
        span.length,
        clock.per_unit,
        values.get(kind.start, 0.0),
        values.get(kind.end, 0.0),
        kind.start,
        kind.end,
        stride=clock.steps_per_epoch if per_epoch else 1,
        first=begin,
    )


def _parts(whole: Phase, reach_end: bool = False) -> list[Phase]:
    """The parts that a phase is cut into, over all the ticks that its formula has."""
    if whole.begin >= whole.end:
        return []
    parts = drop_empty(_on_strides(whole.shape.phases(whole)), whole.end)
    end = parts[-1]
    cut = end.origin + end.length != end.end  # which keeps its length
    if reach_end and whole.shape.arrives and not cut:
        parts[-1] = replace(end, length=max(1, end.length - end.stride))
    return parts


def _on_strides(parts: list[Phase]) -> list[Phase]:
    """Parts that begin inside a stride serve from the next one on."""
    return [
        replace(part, begin=-(-part.begin // part.stride) * part.stride)
        if part.begin > part.first
        else part
        for part in parts
    ]


def _warmup(
    whole: Phase, values: Mapping[str, Any], found: dict[str, Span], decay: list[Phase]
) -> list[Phase]:
    """The warmup: towards the peak, towards the decay that it lies over, or times that decay."""
    warmup, overlap = _parts(whole), values.get("overlap", "none")
    if not warmup or overlap in ("none", "jump"):
        return warmup
    if overlap == "join":
        goal = rate_in(decay, min(whole.length, found["decay"].end))
        return [replace(part, end_lr=goal, end_name="join_lr") for part in warmup]
    return [
        replace(whole, begin=below.begin, end=below.end, times=below)
        for below in _clipped(decay, found["warmup"])
    ]


def _clipped(parts: list[Phase], span: Span) -> list[Phase]:
    """The parts within a span, and the one that begins where it ends."""
    return [
        replace(part, begin=max(part.begin, span.begin), end=min(part.end, span.end))
        for part in parts
        if part.begin <= span.end and max(part.end, part.begin + 1) > span.begin
    ]


def _reached(
    values: Mapping[str, Any], found: dict[str, Span], decay: list[Phase]
) -> tuple[float, str]:
    """The rate where the cooldown starts, and its name: what the decay has come to.

    It is the peak where there was no decay, and where the warmup covers one that it jumps to.
    """
    covered = not found["decay"].ticks and values.get("overlap") not in ("join", "multiply")
    if covered or not decay:
        return values["peak_lr"], "peak_lr"
    return rate_in(decay, found["decay"].end), PHASES["cooldown"].start


def rate_in(phases: list[Phase], tick: int) -> float:
    """The rate of a tick, by the last of these phases that has begun by then."""
    return float(rate([phase for phase in phases if phase.begin <= tick][-1], tick))


def drop_empty(phases: list[Phase], total: int) -> list[Phase]:
    """Without the phases that no tick reaches."""
    begins = [phase.begin for phase in phases[1:]] + [total + 1]
    return [
        replace(phase, end=min(begin, total))
        for phase, begin in zip(phases, begins, strict=True)
        if phase.begin < begin and phase.begin <= total
    ]
