"""The design's controls: only the fields that its shapes use, in the order of the run."""

from __future__ import annotations

import streamlit as st

from lrlib import DesignError
from lrlib.design.keys import RUN, shape_fields
from lrlib.edit.choose import choose
from lrlib.shapes import PHASES, SHAPES, build_shape, prefix
from pages.parts.controls import about, conventions, fields, parameters, rows
from pages.parts.controls import run as run_controls
from pages.parts.frame import notes
from pages.parts.session import state, widgets


def show() -> None:
    """All controls, pulled before and pushed where the design changed elsewhere."""
    run_controls.show()
    fields.rate("peak_lr")
    _phase("warmup")
    _phase("decay")
    conventions.show()
    holds = "hold_length" in state.design().fields
    label = "Hold and cooldown" if holds else "Cooldown"
    with st.expander(label, expanded=_has_more(), key="more"):
        if holds:
            parameters.length("hold_length")
        _phase("cooldown")


def _has_more() -> bool:
    chosen = state.design().chosen
    return bool(chosen.get("hold_length") or chosen["cooldown"] != "none")


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
        parameters.length(kind.length)
    shape = build_shape(phase, design.chosen)
    elsewhere = (*(shape.rows.columns if shape.rows else ()), *shape.idle)
    for name, parameter in shape.parameters().items():
        if name not in elsewhere and not parameter.convention:
            parameters.show(prefix(phase) + name)
    if shape.rows:
        rows.show(shape.rows)
    for key in (kind.start, kind.end):
        if key in shape_fields(phase, design.chosen[phase]):
            fields.rate(key)
