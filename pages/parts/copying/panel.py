"""Design -> the code panel: how to use the code, its options, the text, copy and download."""

from __future__ import annotations

import streamlit as st

from lrlib import targets
from lrlib.targets import TARGETS, Target, Written
from pages.parts.copying import copy_button, options, proof
from pages.parts.copying.address import address
from pages.parts.frame import notes
from pages.parts.session import state, widgets

MOST_LINES = 400  # that the page shows; a CSV may have millions


def show() -> None:
    """The code of the chosen target."""
    _choice()
    target = TARGETS[state.current_view().target]
    st.caption(target.about)
    options.show(target.options)
    chosen = state.current_view().options
    try:
        made = targets.written(state.design(), target.name, address(), **chosen)
    except ValueError as error:
        st.text(str(error))
        return
    _head(target, made)
    proof.show(made.text)
    _text(target, made.text)
    notes.plain(targets.notes(state.design(), target.name, **chosen))


def _choice() -> None:
    widgets.draw(
        st.segmented_control,
        "target",
        state.current_view().target,
        _take_target,
        "Code",
        initial="default",
        options=list(TARGETS),
        format_func=lambda name: TARGETS[name].label,
        help="Every form follows the curve above exactly.",
    )


def _take_target(name: str | None) -> None:
    if name is not None:
        state.change_view(target=name)


def _head(target: Target, made: Written) -> None:
    """The lines that use the code; to copy, to download and to run it."""
    with st.container(horizontal=True, vertical_alignment="center", key="use"):
        if made.usage:
            st.code(made.usage, target.language, wrap_lines=True)
        copy_button.code(made.text)
        st.download_button(
            f"Download {target.file}",
            made.text,
            target.file,
            "text/plain",
            on_click="ignore",
            icon=":material/download:",
            key="download",
        )
        proof.button(made.text)


def _text(target: Target, text: str) -> None:
    lines = text.split("\n")
    with st.container(key="text"):
        st.code("\n".join(lines[:MOST_LINES]), target.language, wrap_lines=True)
    if len(lines) > MOST_LINES + 1:
        st.caption(f"The first {MOST_LINES} lines; the download has all of them.")
