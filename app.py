"""The bare address: the designer. The chart first, its controls beside it, the code below."""

import streamlit as st

from lrlib.advice import advise
from lrlib.view import where_chosen
from pages.parts.chart import panel as chart
from pages.parts.chart import readouts
from pages.parts.controls import panel as controls
from pages.parts.copying import panel as code_panel
from pages.parts.frame import notes, script
from pages.parts.frame.page import page
from pages.parts.session import state


def view() -> None:
    """The sentence, the numbers, the chart, and what is under it."""
    readouts.show()
    chart.show()
    with st.container(horizontal=True, vertical_alignment="center", key="under"):
        chart.axis()
        chart.pin()
        readouts.rate_at_place()
    now = state.current_view()
    sizes = state.sizes() | {"accumulate": now.accumulate}
    notes.advice(advise(state.design(), where_chosen(now), **sizes))


# What one waits for is sent first: the chart, then the code.
with page(first=script.run), st.container(key="desk"):
    with st.container(key="view"):
        view()
    beside = st.container(key="controls")
    with st.container(key="output"):
        code_panel.show()
    with beside:
        controls.show()
