"""What the design page does by itself in the browser: fetches plotly.js early, lets links jump."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from pages.parts.chart.live_chart import plotly_chunk

FILES = [Path(__file__).with_name(name) for name in ("script.js", "jump.js")]

_component = st.components.v2.component(
    "lr_script", js="\n".join(file.read_text() for file in FILES)
)


def run() -> None:
    """Run it; to be called before anything else is drawn."""
    _component(key="script", data=(plotly_chunk() or "").encode())
