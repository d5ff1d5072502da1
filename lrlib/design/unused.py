"""A field that a design has no use for -> why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lrlib.design.finding import Finding
from lrlib.design.keys import shape_fields
from lrlib.shapes import PHASES, SHAPES


def unused_finding(key: str, text: str, values: Mapping[str, Any]) -> Finding:
    """What is said of a field that was given as `text` to a design of these values."""
    return Finding("note", key, f"{text} is not used: {_reason(key, values)}")


def _reason(key: str, values: Mapping[str, Any]) -> str:
    if key == "hold_length":
        return "the decay does not wait for the warmup"
    if key == "decay_update":
        return "it needs a length in epochs and a rate that changes each step"
    if key == "reach_end":
        return f"a {_words(values['decay'])} decay has no end to reach"
    phases = [phase for phase in SHAPES if key in _fields_of(phase)]
    for phase in phases:
        if values[phase] == "none":
            return f"there is no {phase}; {phase}={_users(key, phase)[0]} would use it"
    phase = phases[0]
    users = [_words(name) for name in _users(key, phase)]
    return f"{phase} is {_words(values[phase])}; {' and '.join(users)} would use it"


def _users(key: str, phase: str) -> list[str]:
    """The shapes of this phase that use a field: any, where it is the phase's own."""
    users = [name for name in SHAPES[phase] if key in shape_fields(phase, name)]
    return users or list(SHAPES[phase])


def _fields_of(phase: str) -> set[str]:
    """Every link key that some shape of this phase uses, and those of the phase itself."""
    own = {"warmup": {"warmup_from", "overlap"}}.get(phase, set())
    shapes = (shape_fields(phase, name) for name in SHAPES[phase])
    return {PHASES[phase].length} | own | {key for fields in shapes for key in fields}


def _words(name: str) -> str:
    return name.replace("_", " ")
