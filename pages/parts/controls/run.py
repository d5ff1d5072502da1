"""The controls of the run itself: how long it is, in what unit, and how often the rate changes."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from lrlib import DesignError
from lrlib.design.keys import RUN
from lrlib.edit import scale
from lrlib.edit.slider_range import run_range
from pages.parts.controls import fields, sizes
from pages.parts.frame import notes
from pages.parts.session import state, widgets
from pages.parts.session.kept import session

UNITS = {"epochs": "Epochs", "steps": "Steps"}
CHANGE = {"epoch": "Each epoch", "step": "Each step"}


def show() -> None:
    """The run: its unit, its length, its steps per epoch, and how often the rate changes."""
    design = state.design()
    unit = design.clock.unit
    widgets.draw(
        st.segmented_control,
        "unit",
        unit,
        _take_unit,
        "Run length in",
        initial="default",
        options=list(UNITS),
        format_func=UNITS.__getitem__,
        help="What lengths and boundaries are counted in; changing it converts them.",
    )
    notes.errors("unit")
    fields.number(unit, *run_range(design.chosen[unit]))
    _keep_proportions()
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown("Steps per epoch", help=RUN["steps_per_epoch"].help, width=fields.LABEL)
        sizes.show()
        fields.exact("steps_per_epoch")
    notes.errors("steps_per_epoch")
    if unit == "epochs":
        fields.choice("update", CHANGE)


def _take_unit(unit: str | None) -> None:
    if unit is None or unit == state.design().clock.unit:
        return
    try:
        state.put((scale.to_steps if unit == "steps" else scale.to_epochs)(state.design()))
    except DesignError as error:
        state.refuse("unit", error.findings)


def _keep_proportions() -> None:
    """After the run's length changed: offer to stretch everything else with it."""
    kept = session()
    design, before = kept.shown.design, kept.proportions
    key = design.clock.unit
    if before is None or before.clock.unit != key or _others(before) != _others(design):
        kept.proportions = design
    elif before.chosen[key] != design.chosen[key] and _scaled(before) != design:
        st.button(
            f"Scale the phases from {before.chosen[key]:,} to {design.chosen[key]:,} {key}",
            on_click=partial(widgets.act, _scale, before),
            type="tertiary",
            icon=":material/open_in_full:",
            key="scale",
        )


def _others(design: Any) -> dict[str, Any]:
    return {key: value for key, value in design.chosen.items() if key not in UNITS}


def _scaled(before: Any) -> Any:
    """The design before its length changed, stretched to the length it has now."""
    key = state.design().clock.unit
    return scale.scale(before, **{key: state.design().chosen[key]})


def _scale(before: Any) -> None:
    state.put(_scaled(before))
    session().proportions = state.design()
