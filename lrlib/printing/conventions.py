"""Design -> what its conventions change in one phase, as sentences."""

from __future__ import annotations

from collections.abc import Callable

from lrlib.design import Design
from lrlib.shapes.base import Place, whole_ticks

UNDER = {
    "jump": "It heads for the peak while the decay counts from the run's start; where it ends, "
    "the rate goes over to the decay at once.",
    "join": "The decay counts from the run's start, and the warmup heads for the rate that the "
    "decay has where the two meet, not for the peak.",
    "multiply": "It is laid over the first part of the decay and multiplies it, as a part of the "
    "peak: at half the peak the rate is half the decay's.",
}
LAST = {"join": "where it meets the decay", "multiply": "at the decay's own rate"}


def conventions(design: Design, phase: str) -> list[str]:
    """What the conventions that are not at their default mean for a phase of this design.

    "The run's last update trains at the end itself, where p is 1."
    """
    chosen = [
        key
        for key, field in design.fields.items()
        if field.convention and design.chosen[key] != field.default
    ]
    return [said for key in chosen if (said := WORDS[key](design, phase))]


def _warmup_from(design: Design, phase: str) -> str:
    span = design.spans["warmup"]
    if phase != "warmup" or not span.ticks:
        return ""
    tick = _tick(design)
    first = f"It counts from 1: the first {tick} is one step on already"
    if span.ticks < span.asked:
        return f"{first}."
    return f"{first}, and its last trains {LAST.get(design.overlap, 'at the peak')}."


def _overlap(design: Design, phase: str) -> str:
    if phase == "cooldown" or not design.spans["warmup"].ticks:
        return ""
    if phase == "warmup":
        return UNDER[design.overlap]
    return "It counts from the run's start, under the warmup."


def _decay_update(design: Design, phase: str) -> str:
    return "" if phase == "warmup" else "It changes once an epoch and keeps its rate in between."


def _reach_end(design: Design, phase: str) -> str:
    last = [part for part in design.phases() if part.begin < part.end][-1]
    if phase != last.name or not last.shape.arrives or Place(last, last.end - 1).progress != 1:
        return ""
    tick = "epoch" if last.stride > 1 else _tick(design)
    return f"The run's last {tick} trains at the end itself, where p is 1."


def _floor(design: Design, phase: str) -> str:
    return _of_decay(phase, "What lies above the end rate falls, so that the rate heads for it.")


def _cycle_length(design: Design, phase: str) -> str:
    per_unit = design.clock.per_unit
    length = max(1, whole_ticks(design.cycle_length, per_unit)) / per_unit
    unit = design.clock.unit[:-1] if length == 1 else design.clock.unit
    many = f"The first cycle lasts {length:,.6g} {unit}, and there are as many as fit"
    return _of_decay(phase, f"{many}; the last may be cut.")


def _rise(design: Design, phase: str) -> str:
    share = f"{100 * design.rise:.3g} %"
    return _of_decay(phase, f"It rises over the first {share} of each cycle.")


def _of_decay(phase: str, said: str) -> str:
    return said if phase == "decay" else ""


def _tick(design: Design) -> str:
    return "epoch" if design.clock.update == "epoch" else "update"


WORDS: dict[str, Callable[[Design, str], str]] = {
    "warmup_from": _warmup_from,
    "overlap": _overlap,
    "decay_update": _decay_update,
    "reach_end": _reach_end,
    "floor": _floor,
    "cycle_length": _cycle_length,
    "rise": _rise,
}
