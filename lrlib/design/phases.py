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
    phases: list[Phase] = []
    for name, span in spans(values, clock).items():
        if span.ticks:
            start = _start(name, values, phases, span.begin)
            whole = whole_phase(name, values, span, clock, start)
            phases += drop_empty(whole.shape.phases(whole), span.end)
    return drop_empty(phases, clock.ticks)


def whole_phase(
    name: str, values: Mapping[str, Any], span: Span, clock: Clock, start: tuple[float, str]
) -> Phase:
    """The stretch of ticks that a phase is given, before its shape cuts it into parts.

    `start` is the rate where it starts, and what that is called.
    """
    end = PHASES[name].end
    return Phase(
        name,
        build_shape(name, values),
        span.begin,
        span.end,
        span.begin,
        span.length,
        clock.per_unit,
        start[0],
        values.get(end, 0.0),
        start[1],
        end,
    )


def _start(
    name: str, values: Mapping[str, Any], before: list[Phase], tick: int
) -> tuple[float, str]:
    """The rate where a phase starts, and its name.

    A cooldown starts where the decay has come to, from the peak where there was none.
    """
    key = PHASES[name].start
    if key == "cooldown_lr":
        if before and before[-1].name == "decay":
            return float(rate(before[-1], tick)), key
        key = "peak_lr"
    return values.get(key, 0.0), key


def drop_empty(phases: list[Phase], total: int) -> list[Phase]:
    """Without the phases that no tick reaches."""
    begins = [phase.begin for phase in phases[1:]] + [total + 1]
    return [
        replace(phase, end=min(begin, total))
        for phase, begin in zip(phases, begins, strict=True)
        if phase.begin < begin and phase.begin <= total
    ]
