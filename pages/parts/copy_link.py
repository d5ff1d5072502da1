"""Design -> a button that copies the whole link of this page."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from pages.parts import state

FILES = Path(__file__).parent / "copy_link"

_component = st.components.v2.component(
    "lr_copy_link",
    html=(FILES / "button.html").read_text(),
    css=(FILES / "style.css").read_text(),
    js=(FILES / "main.js").read_text(),
)


def show() -> None:
    """The browser knows the page's address; the link is this design's, whole."""
    _component(key="copy_link", data=state.query().encode(), width="content")
