"""The design's controls: only the fields that its shapes use, in the order of the run."""

from __future__ import annotations

import streamlit as st

from lrlib import DesignError
from lrlib.design.keys import RUN, shape_fields
from lrlib.edit.choose import choose
from lrlib.edit.slider_range import length_range, number_range, whole_range
from lrlib.shapes import PHASES, SHAPES, prefix
from pages.parts.controls import about, fields, rows
from pages.parts.controls import run as run_controls
from pages.parts.frame import notes
from pages.parts.session import state, widgets


def show() -> None:
    """All controls, pulled before and pushed where the design changed elsewhere."""
    run_controls.show()
    fields.rate("peak_lr")
    _phase("warmup")
    _phase("decay")
    with st.expander("Hold and cooldown", expanded=_has_more(), key="more"):
        if "hold_length" in state.design().fields:
            _length("hold_length")
        _phase("cooldown")


def _has_more() -> bool:
    design = state.design()
    return bool(design.chosen.get("hold_length") or design.cooldown != "none")


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
    kind = PHASES[phase]
    if kind.length:
        _length(kind.length)
    shape = SHAPES[phase][design.chosen[phase]]
    in_rows = shape.rows.columns if shape.rows else ()
    for name, parameter in shape.parameters().items():
        if name not in in_rows:
            CONTROLS[parameter.kind](prefix(phase) + name)
    if shape.rows:
        rows.show(shape.rows)
    for key in (kind.start, kind.end):
        if key in shape_fields(phase, design.chosen[phase]):
            fields.rate(key)


def _length(key: str) -> None:
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
