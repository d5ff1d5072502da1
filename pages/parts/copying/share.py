"""The link of this page: to copy, as Markdown, its length; and a field for somebody else's."""

from __future__ import annotations

from functools import partial
from urllib.parse import urlsplit

import streamlit as st

from lrlib import link
from pages.parts.copying.address import address
from pages.parts.session import state, widgets


def show() -> None:
    """The popover behind Share."""
    with st.popover("Share", icon=":material/share:", width="content"):
        whole = f"{address()}?{state.query()}"
        st.caption("Link to exactly this page")
        st.code(whole, language=None, wrap_lines=True)
        st.caption("The same as a Markdown link")
        st.code(f"[{_title()}]({_escaped(whole)})", language=None, wrap_lines=True)
        st.caption(_length(whole))
        if urlsplit(whole).hostname in ("localhost", "127.0.0.1", "::1"):
            st.caption("This address works on this computer only: teammates need a deployed one.")
        st.text_area(
            "Open a link, or a design as JSON",
            key="open_text",
            height=80,
            placeholder="https://…/?v=1&epochs=50&decay=cosine",
        )
        st.button("Open", on_click=partial(widgets.act, _open), key="open")


def _escaped(whole: str) -> str:
    """Brackets would end a Markdown link."""
    return whole.replace("(", "%28").replace(")", "%29")


def _title() -> str:
    return state.design().name or "Learning-rate schedule"


def _length(whole: str) -> str:
    warning = f": some chat programs cut links at {link.LONG:,}" if len(whole) > link.LONG else ""
    return f"{len(whole):,} characters{warning}"


def _open() -> None:
    text = st.session_state.get("open_text", "")
    if not text.strip():
        return
    opened = link.open_link(text)
    errors = {problem.field for problem in opened.problems if problem.level == "error"}
    given = opened.stated - errors
    if errors and not given & {*opened.design.fields, *link.view.FIELDS}:
        # Nothing of it could be read: the last good design stays.
        state.show(state.design(), state.current_view(), opened.problems)
    else:
        state.show(state.meant(opened), opened.view, opened.problems)
