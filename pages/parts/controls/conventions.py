"""What libraries do in different ways, where this design has it -> one quiet expander."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages.parts.controls import fields, parameters
from pages.parts.session import state

# What the choices are called here; the link's own words stand in the help.
NAMES: dict[str, dict[Any, str]] = {
    "warmup_from": {0: "From 0", 1: "From 1"},
    "overlap": {"none": "Waits", "jump": "Jump", "join": "Join", "multiply": "Multiply"},
    "floor": {"clip": "A floor", "towards": "A limit"},
    "decay_update": {"step": "Each step", "epoch": "Each epoch"},
}


def show() -> None:
    """The conventions that the design uses; open where one of them is not the usual."""
    design = state.design()
    used = {key: field for key, field in design.fields.items() if field.convention}
    if not used:
        return
    changed = any(design.chosen[key] != field.default for key, field in used.items())
    with st.expander("Conventions", expanded=changed, key="conventions"):
        for key in used:
            if key in NAMES:
                fields.choice(key, NAMES[key])
            else:
                parameters.show(key)
