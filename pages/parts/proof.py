"""The code in the panel -> the proof: run it, watch it, see the applied rates on the curve."""

from __future__ import annotations

import html
from functools import partial

import streamlit as st

from lrlib.prove.chart import chart
from lrlib.prove.plan import provable
from lrlib.prove.queue import Queue, Run
from pages.parts import state, widgets

EVERY = 0.5  # seconds between two looks at a run
PLAIN = {"displayModeBar": False}


@st.cache_resource
def _queue() -> Queue:
    return Queue()


def show(text: str) -> None:
    """The button below this text, then how its run goes, then what came of it."""
    session = st.session_state
    run: Run | None = session.get("proof")
    if run and run.job.text != text:  # of another design, or other code
        run.cancel()
        run = session.proof = None
    if run and not run.ended:
        _watch()
        return
    if provable(state.current_view().target):
        st.button(
            "Run this code",
            on_click=partial(widgets.act, _start),
            key="prove",
            icon=":material/play_arrow:",
            help="Trains with the code above on this server and compares each step's rate "
            "with the curve.",
        )
        if run:
            _result(run)


def _start() -> None:
    shown = state.current_view()
    st.session_state.proof = _queue().add(state.design(), shown.target, shown.options)


@st.fragment(run_every=EVERY)
def _watch() -> None:
    """How far the run is; draws the whole page again once it has ended."""
    run: Run = st.session_state.proof
    run.look()
    if run.ended:
        st.rerun()
    before = _queue().before(run)
    waiting = f"{before} run{'s' * (before > 1)} before yours"
    with st.container(horizontal=True, vertical_alignment="center", key="proving"):
        st.progress(run.share, waiting if before else run.stage)
        st.button("Cancel", on_click=run.cancel, key="cancel_proof", icon=":material/stop:")


def _result(run: Run) -> None:
    sentence = run.verdict.sentence if run.verdict else run.error
    kind = "agrees" if run.verdict and run.verdict.agrees else "fails"
    st.html(f'<p class="proof {kind}" role="status">{html.escape(sentence)}</p>')
    if run.verdict:
        drawn = chart(
            run.verdict, state.current_view().axis == "log", st.context.theme.type == "dark"
        )
        st.plotly_chart(drawn, config=PLAIN, key="proof_chart", theme=None)
        st.caption("Dots: rates that steps were trained with. Line: the curve.")
