"""A field's name -> a link that jumps to its control; opens the expander that hides it."""

from __future__ import annotations

import html
from pathlib import Path

import streamlit as st

from pages.parts import state

SCRIPT = Path(__file__).with_name("jump.js")
# The controls that are not named after their field.
CONTROLS = {
    "boundaries": "boundary_0_0",
    "values": "boundary_1_0",
    "points": "point_0_0",
}

_component = st.components.v2.component("lr_jump", js=SCRIPT.read_text())


def listen() -> None:
    """Let the links of this page work."""
    _component(key="jump")


def link(field: str) -> str:
    """The field's name as HTML, a link where the design has such a field."""
    name = html.escape(field)
    if field not in state.design().fields:
        return name
    return f'<a class="jump" href="#{CONTROLS.get(field, field)}">{name}</a>'
