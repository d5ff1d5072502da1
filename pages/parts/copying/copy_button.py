"""A text -> a button that copies it and says so; the whole link of this page, or code."""

from __future__ import annotations

import json
from pathlib import Path

import streamlit as st

from pages.parts.frame.modules import joined
from pages.parts.session import state

FILES = Path(__file__).parent / "copy_button"
MOST_CHARACTERS = 1_000_000  # what is longer is a download, sent once

_component = st.components.v2.component(
    "lr_copy_button",
    html=(FILES / "button.html").read_text(),
    css=(FILES / "style.css").read_text(),
    js=joined(FILES / "main.js"),
)


def link() -> None:
    """Copy link. The browser knows the page's address; what follows is this design's, whole."""
    _draw("copy_link", {"label": "Copy link", "query": state.query()})


def code(text: str) -> None:
    """Copy code."""
    if len(text) <= MOST_CHARACTERS:
        _draw("copy_code", {"label": "Copy code", "text": text})


def _draw(key: str, data: dict[str, str]) -> None:
    _component(key=key, data=json.dumps(data).encode(), width="content")
