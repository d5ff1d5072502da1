"""The design page: the chart first, its controls beside it, the code below."""

from __future__ import annotations

import streamlit as st

from lrlib.advice import advise
from lrlib.view import where_chosen
from pages.parts import chart, code_panel, controls, jump, notes, readouts, state


def show() -> None:
    """Draw the page; the controls come first in time, since they may change the design."""
    with st.container(key="desk"):
        shown = st.container(key="view")
        with st.container(key="controls"):
            controls.show()
        with st.container(key="output"):
            code_panel.show()
        with shown:
            readouts.show()
            chart.show()
            with st.container(horizontal=True, vertical_alignment="center", key="under"):
                chart.axis()
                chart.pin()
                readouts.rate_at_place()
            view = where_chosen(state.current_view())
            jump.listen()
            notes.advice(advise(state.design(), view, **state.sizes()))
