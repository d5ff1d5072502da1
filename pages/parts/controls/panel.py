"""The design's controls: only the fields that its shapes use, in the order of the run."""

from __future__ import annotations

import streamlit as st

from lrlib import DesignError
from lrlib.design.keys import RUN
from lrlib.edit.choose import choose
from lrlib.edit.slider_range import length_range, number_range, whole_range
from lrlib.fields import Choice, Field, Flag, Number, Numbers, Points, Rate, Whole
from lrlib.shapes import SHAPES, prefix
from pages.parts.controls import about, fields, rows
from pages.parts.controls import run as run_controls
from pages.parts.frame import notes
from pages.parts.session import state, widgets

PRESETS = {"warmup_base": {2.0: "2 (exp)", 10.0: "10 (log)"}}


def show() -> None:
    """All controls, pulled before and pushed where the design changed elsewhere."""
    run_controls.show()
    fields.rate("peak_lr")
    _phase("warmup")
    _phase("decay")
    with st.expander("Hold and cooldown", expanded=_has_more(), key="more"):
        _length("hold_length")
        _phase("cooldown")


def _has_more() -> bool:
    design = state.design()
    return bool(design.hold_length or design.cooldown != "none")


def _phase(phase: str) -> None:
    """The choice of a phase's shape, and the shape's own fields."""
    design = state.design()
    field = RUN[phase]
    names = {"none": "None"} if phase != "decay" else {}
    names |= {name: shape.label for name, shape in SHAPES[phase].items()}

    def take(chosen: str | None) -> None:
        if chosen is None or chosen == state.design().chosen[phase]:
            return
        try:
            state.put(choose(state.design(), phase, chosen))
        except DesignError as error:
            state.refuse(phase, error.findings)

    with st.container(key=f"choice_{phase}"):
        widgets.draw(
            st.pills,
            phase,
            design.chosen[phase],
            take,
            field.label,
            initial="default",
            options=list(names),
            format_func=names.__getitem__,
            help=field.help,
            width="stretch",
        )
        about.show(phase)
    notes.errors(phase)
    design = state.design()
    if design.chosen[phase] == "none":
        return
    if phase != "decay":  # whose decay_length is its shape's own
        _length(f"{phase}_length")
    shape = SHAPES[phase][design.chosen[phase]]
    for name, parameter in shape.parameters().items():
        _parameter(prefix(phase) + name, parameter)
    for key in ("init_lr", "end_lr", "final_lr"):
        if key in design.fields and _phase_of(key) == phase:
            fields.rate(key)


def _phase_of(key: str) -> str:
    return {"init_lr": "warmup", "end_lr": "decay", "final_lr": "cooldown"}[key]


def _length(key: str) -> None:
    fields.number(key, 0, state.design().clock.length, 1)


def _parameter(key: str, field: Field) -> None:
    """The widget for a shape's field, whichever kind it is."""
    design = state.design()
    value = design.chosen[key]
    if key == "boundaries":
        rows.boundaries()
    elif isinstance(field, Points):
        rows.points()
    elif isinstance(field, Numbers):
        return  # values stand beside their boundaries
    elif isinstance(field, Choice):
        fields.choice(key, {name: name.capitalize() for name in field.options})
    elif isinstance(field, Flag):
        fields.flag(key)
    elif isinstance(field, Rate):
        fields.rate(key)
    elif isinstance(field, Whole):
        fields.number(key, *whole_range(field, value))
    elif isinstance(field, Number) and field.measure == "units":
        fields.number(key, *length_range(int(field.above), design.clock.length))
    elif key in PRESETS:
        fields.presets(key, PRESETS[key])
    elif isinstance(field, Number):
        fields.number(key, *number_range(key, field, value))
