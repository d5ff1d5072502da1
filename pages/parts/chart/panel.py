"""Design -> the chart of the page, its axis and a curve to compare with."""

from __future__ import annotations

from typing import Any

import streamlit as st

from lrlib import DesignError
from lrlib.edit.drag import apply_edit
from pages.parts.chart.live_chart import live_chart
from pages.parts.frame import notes
from pages.parts.session import state, widgets
from pages.parts.session.kept import session


def show() -> None:
    """The curve, with handles to drag."""
    live_chart(
        state.design(),
        log=state.current_view().axis == "log",
        dark=st.context.theme.type == "dark",
        pinned=session().pinned,
        key="chart",
        on_edit=lambda changes: widgets.act(_edit, changes),
        on_alive=widgets.spoke,
    )
    notes.errors("chart")


def _edit(changes: Any) -> None:
    """What a drag, a key or a double click on the chart changed."""
    try:
        state.put(apply_edit(state.design(), changes))
    except DesignError as error:
        state.refuse("chart", error.findings)


def axis() -> None:
    """The switch between a linear and a logarithmic axis."""
    widgets.draw(
        st.segmented_control,
        "axis",
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


def pin() -> None:
    """Keep today's curve on the chart, to compare what comes next with it."""
    label = "Pin this curve" if session().pinned is None else "Remove the pinned curve"
    st.button(label, on_click=_pin, key="pin", type="tertiary", icon=":material/keep:")


def _pin() -> None:
    kept = session()
    kept.pinned = kept.shown.design if kept.pinned is None else None
