"""Address and widgets -> the design of this session, and back into the address.

The design in the session is the only truth. A run of a page goes: read the address where it
differs from the last one written; pull what widgets report; draw; write the address once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from time import monotonic
from typing import Any
from urllib.parse import quote, urlencode

import streamlit as st

from lrlib import Design, DesignError, Finding, link, view
from lrlib.view import View
from pages.parts.session.kept import ARTICLE, Shown, session


def begin(acted: bool = False) -> None:
    """Take the design from the address, unless this session wrote that address itself.

    `acted` is true where a person moved a widget or pressed a button: an address that was
    just left is then no step Back, but what the browser said before it saw the new one.
    """
    kept, address = session(), _address()
    if kept.address.is_news(address, monotonic(), acted):
        opened = link.open_pairs(address)
        kept.shown = Shown(meant(opened), opened.view, opened.problems)
        kept.opened = kept.shown.design, kept.shown.view
        kept.address.take(address)


def _address() -> tuple[tuple[str, str], ...]:
    """As decoded pairs: their text differs from browser to browser."""
    params = st.query_params
    return tuple((key, value) for key in params for value in params.get_all(key))


def meant(opened: link.Opened) -> Design:
    """The design that a link shows: the article's where it says nothing of one."""
    return ARTICLE if opened.bare else opened.design


def show(design: Design, view: View, problems: Sequence[Finding] = ()) -> None:
    """Show what somebody opened; nothing that was said of the last design holds for it."""
    session().shown = Shown(design, view, list(problems))


def design() -> Design:
    """The design that this session shows."""
    return session().shown.design


def current_view() -> View:
    """How this session shows it."""
    return session().shown.view


def problems() -> list[Finding]:
    """What was wrong with the link that was opened."""
    return session().shown.problems


def errors(widget: str) -> list[Finding]:
    """Why what was given in this widget was not taken."""
    return session().shown.errors.get(widget, [])


def sizes() -> dict[str, int]:
    """The data set's and the batch's size, where a person gave them: data_size, batch_size."""
    return session().shown.sizes


def change(widget: str, **changes: Any) -> None:
    """Change fields of the design; what makes no design is reported beside `widget`."""
    shown = session().shown
    try:
        _replace(shown, shown.design.replace(**changes))
    except DesignError as error:
        shown.errors[widget] = error.findings
    else:
        shown.errors.pop(widget, None)


def put(new: Design) -> None:
    """Show another design; what was refused before is forgotten."""
    shown = session().shown
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
    session().shown.sizes = sizes


def change_view(widget: str = "", **changes: Any) -> None:
    """Change how it is shown, by `widget` where its text may be refused."""
    shown = session().shown
    shown.view = replace(shown.view, **changes)
    shown.errors.pop(widget, None)


def refuse(widget: str, findings: list[Finding]) -> None:
    """Remember why what was given in a widget was not taken."""
    session().shown.errors[widget] = findings


def pairs() -> dict[str, str]:
    """All that a link to this page says."""
    return dict([*link.pairs(design()), *view.write(current_view())])


def query() -> str:
    """The same as a query string."""
    return urlencode(pairs(), quote_via=quote, safe=":,()")


def end() -> None:
    """Write the address where it no longer says what is shown: one action, one entry."""
    kept, said = session(), pairs()
    shown = kept.shown.design, kept.shown.view
    if kept.opened != shown:
        st.query_params.from_dict(said)
        # No time in which the one before is late by itself: who goes Back at once means it.
        kept.address.give(tuple(said.items()))
        kept.opened = shown
