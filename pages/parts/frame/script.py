"""What the design page does by itself in the browser: fetches plotly.js early, lets links jump."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from pages.parts.chart.live_chart import plotly_chunk
from pages.parts.frame.modules import joined

_component = st.components.v2.component(
    "lr_script", js=joined(Path(__file__).with_name("script.js"))
)


def run() -> None:
    """Run it; to be called before anything else is drawn."""
    _component(key="script", data=(plotly_chunk() or "").encode())
