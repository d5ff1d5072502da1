"""Design -> the chart of the page."""

from __future__ import annotations

import streamlit as st

from lrlib.figure import figure
from pages.parts import state, widgets

CONFIG = {"displaylogo": False, "modeBarButtonsToRemove": ["select2d", "lasso2d"]}


def show() -> None:
    """The curve, as a plain Plotly chart."""
    dark = st.context.theme.type == "dark"
    log = state.current_view().axis == "log"
    st.plotly_chart(figure(state.design(), log, dark), config=CONFIG, key="chart", theme=None)


def axis() -> None:
    """The switch between a linear and a logarithmic axis."""
    widgets.draw(
        st.segmented_control,
        "w_axis",
        state.current_view().axis,
        _take_axis,
        "Scale of the rate",
        initial="default",
        options=["linear", "log"],
        label_visibility="collapsed",
    )


def _take_axis(name: str | None) -> None:
    if name is not None:
        state.change_view(axis=name)
