"""Address and widgets -> the design of this session, and back into the address.

The design in the session is the only truth. A run of a page goes: read the address where it
differs from the last one written; pull what widgets report; draw; write the address once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from time import monotonic
from typing import Any
from urllib.parse import quote, urlencode

import streamlit as st

from lrlib import Design, DesignError, Finding, link, view
from lrlib.view import View

ARTICLE = Design(epochs=50, warmup="exponential", warmup_length=10)  # what a bare address shows
MOST_LEFT = 20  # addresses that a browser in a hurry may still be at
IN_FLIGHT = 2.0  # seconds in which it has seen what was written


@dataclass
class Shown:
    """What a session shows, and what was said of it.

    One object, changed without a look into st.session_state: Streamlit may break off a run
    at any such look, and half a change must not stay.
    """

    address: str  # the last one that was read or written
    design: Design
    view: View
    problems: list[Finding]
    errors: dict[str, list[Finding]]  # by widget: why its text was refused
    sizes: dict[str, int]  # of the data set and the batch, where a person gave them
    left: list[str] = field(default_factory=list)  # the addresses that it wrote over, the last few
    behind: str = ""  # the one of them that the browser still said
    behind_until: float = 0.0  # when that can no longer be


def _shown() -> Shown:
    shown: Shown = st.session_state.shown
    return shown


def begin(acted: bool = False) -> None:
    """Take the design from the address, unless this session wrote that address itself.

    `acted` is true where a person moved a widget or pressed a button: an address that was
    just left is then no step Back, but what the browser said before it saw the new one.
    """
    address = _address()
    if "shown" in st.session_state:
        shown = _shown()
        if address == shown.address:
            return
        # A run may be broken off: the next ones get the same old address for a moment.
        if acted and address in shown.left:
            shown.behind, shown.behind_until = address, monotonic() + IN_FLIGHT
        if address == shown.behind and monotonic() < shown.behind_until:
            return
    opened = link.open_link(address)
    design = ARTICLE if opened.bare else opened.design
    st.session_state.shown = Shown(address, design, opened.view, opened.problems, {}, {})


def show(design: Design, view: View, problems: Sequence[Finding] = ()) -> None:
    """Show what somebody opened; nothing that was said of the last design holds for it."""
    address, left = _shown().address, _shown().left
    st.session_state.shown = Shown(address, design, view, list(problems), {}, {}, left)


def _address() -> str:
    params = st.query_params
    pairs = [(key, value) for key in params for value in params.get_all(key)]
    return urlencode(pairs, quote_via=quote, safe=":,()", errors="replace")


def design() -> Design:
    """The design that this session shows."""
    return _shown().design


def current_view() -> View:
    """How this session shows it."""
    return _shown().view


def problems() -> list[Finding]:
    """What was wrong with the link that was opened."""
    return _shown().problems


def errors(widget: str) -> list[Finding]:
    """Why what was given in this widget was not taken."""
    return _shown().errors.get(widget, [])


def sizes() -> dict[str, int]:
    """The data set's and the batch's size, where a person gave them: data_size, batch_size."""
    return _shown().sizes


def change(widget: str, **changes: Any) -> None:
    """Change fields of the design; what makes no design is reported beside `widget`."""
    shown = _shown()
    try:
        _replace(shown, shown.design.replace(**changes))
    except DesignError as error:
        shown.errors[widget] = error.findings
    else:
        shown.errors.pop(widget, None)


def put(new: Design) -> None:
    """Show another design; what was refused before is forgotten."""
    shown = _shown()
    _replace(shown, new)
    shown.errors.clear()


def _replace(shown: Shown, new: Design) -> None:
    if new != shown.design:
        if new.steps_per_epoch != shown.design.steps_per_epoch:
            shown.sizes = {}
        shown.design = new
        shown.problems = []


def remember(sizes: dict[str, int]) -> None:
    """Keep the sizes that a person gave, until the steps per epoch change."""
    _shown().sizes = sizes


def change_view(widget: str = "", **changes: Any) -> None:
    """Change how it is shown, by `widget` where its text may be refused."""
    shown = _shown()
    shown.view = replace(shown.view, **changes)
    shown.errors.pop(widget, None)


def refuse(widget: str, findings: list[Finding]) -> None:
    """Remember why what was given in a widget was not taken."""
    _shown().errors[widget] = findings


def pairs() -> dict[str, str]:
    """All that a link to this page says."""
    return dict([*link.pairs(design()), *view.write(current_view())])


def query() -> str:
    """The same as a query string."""
    return urlencode(pairs(), quote_via=quote, safe=":,()")


def end() -> None:
    """Write the address where it no longer says what is shown: one action, one entry."""
    shown = _shown()
    opened = link.open_link(shown.address)
    said = ARTICLE if opened.bare else opened.design
    if (said, opened.view) != (shown.design, shown.view):
        st.query_params.from_dict(pairs())
        shown.left = [*shown.left, shown.address][-MOST_LEFT:]
        shown.address = _address()
