"""The code in the panel -> the proof: run it, watch it, see the applied rates on the curve."""

from __future__ import annotations

import html
from functools import partial

import streamlit as st

from lrlib.chart.overlay import chart
from lrlib.prove.plan import provable
from lrlib.prove.queue import Queue, Run
from pages.parts.copying.address import address
from pages.parts.session import state, widgets
from pages.parts.session.kept import session

EVERY = 0.5  # seconds between two looks at a run
PLAIN = {"displayModeBar": False}


@st.cache_resource
def _queue() -> Queue:
    return Queue()


def button(text: str) -> None:
    """Runs this text, where it is code that trains."""
    if provable(state.current_view().target):
        run = _run_of(text)
        st.button(
            "Run this code",
            on_click=partial(widgets.act, _start),
            key="prove",
            icon=":material/play_arrow:",
            disabled=run is not None and not run.ended,
            help="Trains with this code on the server and compares the rate of each step "
            "with the curve.",
        )


def show(text: str) -> None:
    """How the run of this text goes, then what came of it."""
    run = _run_of(text)
    if run and run.ended:
        _result(run)
    elif run:
        _watch()


def _run_of(text: str) -> Run | None:
    """This session's run, where it is of this text; that of another design is put away."""
    kept = session()
    run = kept.proof
    if run and run.job.text != text:
        run.cancel()
        run = kept.proof = None
    return run


def _start() -> None:
    shown = state.current_view()
    session().proof = _queue().add(state.design(), shown.target, shown.options, address())


@st.fragment(run_every=EVERY)
def _watch() -> None:
    """How far the run is; draws the whole page again once it has ended."""
    run = session().proof
    if run is None:  # put away by the page's run, which ends this fragment
        return
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
