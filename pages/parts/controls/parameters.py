"""A field -> the control of its kind, in the range that its design gives it."""

from __future__ import annotations

from lrlib.edit.slider_range import length_range, number_range, whole_range
from pages.parts.controls import fields
from pages.parts.session import state


def show(key: str) -> None:
    """The control of one field of the design."""
    CONTROLS[state.design().fields[key].kind](key)


def length(key: str) -> None:
    """A phase's length: up to the whole run."""
    fields.number(key, 0, state.design().clock.length, 1)


def _number(key: str) -> None:
    design = state.design()
    field = design.fields[key]
    if field.presets:
        fields.presets(key, dict(field.presets))
    elif field.measure == "units":
        fields.number(key, *length_range(int(field.above), design.clock.length))
    else:
        fields.number(key, *number_range(field, design.chosen[key]))


def _whole(key: str) -> None:
    design = state.design()
    fields.number(key, *whole_range(design.fields[key], design.chosen[key]))


# The control of each kind of field.
CONTROLS = {
    "number": _number,
    "rate": fields.rate,
    "whole": _whole,
    "choice": fields.choice,
    "flag": fields.flag,
    "numbers": fields.typed,
    "points": fields.typed,
}
