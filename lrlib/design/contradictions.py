"""Values of a design -> what in them contradicts itself, and what would settle that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lrlib.design.clock import Clock
from lrlib.design.finding import Finding, shown
from lrlib.design.keys import RUN, used_fields
from lrlib.design.phases import build_phases
from lrlib.design.spans import spans
from lrlib.fields import MOST_STEPS, SMALLEST_RATE
from lrlib.shapes import PHASES, SHAPES, build_shape

Settled = tuple[Finding, dict[str, Any]]  # what is wrong, and the values that resolve it


def contradictions(values: Mapping[str, Any]) -> Iterator[Settled]:
    """Each contradiction, with the values that resolve it."""
    too_long = list(_too_long(values))
    yield from too_long
    if any(finding.field == "epochs" for finding, _ in too_long):
        return
    found = [fault for phase in SHAPES for fault in _shape_faults(phase, values)]
    yield from found
    if not found and values["cooldown"] != "none":
        last = build_phases(values, Clock.of(values))[-1]
        # From less, float32 code would divide by 0.
        if last.name == "cooldown" and last.shape.above_zero() and last.start_lr < SMALLEST_RATE:
            reason = (
                f"got {values['cooldown']} from a decay that ends at {last.start_lr:.1g}, "
                f"allowed: a start of {SMALLEST_RATE:g} or more"
            )
            yield Finding("error", "cooldown", reason), {"cooldown": RUN["cooldown"].default}


def _too_long(values: Mapping[str, Any]) -> Iterator[Settled]:
    """Lengths of more steps than a run may have."""
    clock = Clock.of(values)
    if clock.length * (clock.steps_per_epoch if clock.unit == "epochs" else 1) > MOST_STEPS:
        reason = (
            f"got {clock.length:,} epochs of {clock.steps_per_epoch:,} steps, "
            f"allowed: {MOST_STEPS:,} steps in all"
        )
        resets = {key: RUN[key].default for key in ("epochs", "steps_per_epoch")}
        yield Finding("error", "epochs", reason), resets
        return
    most = MOST_STEPS / (clock.steps_per_epoch if clock.unit == "epochs" else 1)
    for key, field in used_fields(values).items():
        if max(field.lengths(values[key]), default=0) > most:
            given = shown(field.write(values[key]))
            reason = f"got {given}, allowed: at most {most:,.0f} {clock.unit}"
            # Where even the default is too long, the shape makes way for the phase's default.
            fits = max(field.lengths(field.default), default=0) <= most
            yield (
                Finding("error", key, reason),
                {key: field.default} if fits else {"decay": "cosine"},
            )


def _shape_faults(phase: str, values: Mapping[str, Any]) -> Iterator[Settled]:
    """What a shape says of itself; one that has no other way out makes way for the default."""
    shape, clock = build_shape(phase, values), Clock.of(values)
    default = {phase: RUN[phase].default}
    span = spans(values, clock)[phase]
    for fault in shape.faults(values, span.end - max(span.origin, 0), clock.per_unit):
        yield Finding("error", fault.key, fault.reason), dict(fault.resets) or default
    if shape.above_zero():
        for key in (PHASES[phase].start, PHASES[phase].end):
            if values.get(key) == 0:
                reason = f"got 0, allowed: a rate above 0 where {phase} is {values[phase]}"
                yield Finding("error", key, reason), default
