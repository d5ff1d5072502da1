"""Address and widgets -> the design of this session, and back into the address.

The design in the session is the only truth. A run of a page goes: read the address where it
differs from the last one written; pull what widgets report; draw; write the address once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import quote, urlencode

import streamlit as st

from lrlib import Design, DesignError, Finding, link, view
from lrlib.view import View

ARTICLE = Design(epochs=50, warmup="exponential", warmup_length=10)  # what a bare address shows


def begin() -> None:
    """Take the design from the address, unless this session wrote that address itself."""
    session = st.session_state
    address = _address()
    if "design" in session and address == session.address:
        return
    opened = link.open_link(address)
    session.address = address
    show(ARTICLE if opened.bare else opened.design, opened.view, opened.problems)


def show(design: Design, view: View, problems: Sequence[Finding] = ()) -> None:
    """Show what somebody opened; nothing that was said of the last design holds for it."""
    session = st.session_state
    session.design, session.view = design, view
    session.problems = list(problems)
    session.errors = {}
    session.sizes = {}


def _address() -> str:
    params = st.query_params
    pairs = [(key, value) for key in params for value in params.get_all(key)]
    return urlencode(pairs, quote_via=quote, safe=":,()", errors="replace")


def design() -> Design:
    """The design that this session shows."""
    shown: Design = st.session_state.design
    return shown


def current_view() -> View:
    """How this session shows it."""
    shown: View = st.session_state.view
    return shown


def change(widget: str, **changes: Any) -> None:
    """Change fields of the design; what makes no design is reported beside `widget`."""
    try:
        _replace(design().replace(**changes))
    except DesignError as error:
        refuse(widget, error.findings)
    else:
        st.session_state.errors.pop(widget, None)


def put(new: Design) -> None:
    """Show another design; what was refused before is forgotten."""
    _replace(new)
    st.session_state.errors = {}


def _replace(new: Design) -> None:
    if new != design():
        if new.steps_per_epoch != design().steps_per_epoch:
            st.session_state.sizes = {}
        st.session_state.design = new
        st.session_state.problems = []


def sizes() -> dict[str, int]:
    """The data set's and the batch's size, where a person gave them: data_size, batch_size."""
    given: dict[str, int] = st.session_state.sizes
    return given


def change_view(**changes: Any) -> None:
    """Change how it is shown."""
    st.session_state.view = replace(current_view(), **changes)


def refuse(widget: str, findings: list[Finding]) -> None:
    """Remember why what was given in a widget was not taken."""
    st.session_state.errors[widget] = findings


def pairs() -> dict[str, str]:
    """All that a link to this page says."""
    return dict([*link.pairs(design()), *view.write(current_view())])


def query() -> str:
    """The same as a query string."""
    return urlencode(pairs(), quote_via=quote, safe=":,()")


def end() -> None:
    """Write the address where it no longer says what is shown: one action, one entry."""
    session = st.session_state
    opened = link.open_link(session.address)
    said = ARTICLE if opened.bare else opened.design
    if (said, opened.view) != (design(), current_view()):
        st.query_params.from_dict(pairs())
        session.address = _address()
