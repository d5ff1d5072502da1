"""One field -> one widget that agrees with the design: pulled when a person moves it,
pushed when the design changed elsewhere.

A run first pulls every widget that the browser reports changed, then draws. What was pushed
into a widget is remembered, so that only a person's own change is ever pulled.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from pages.parts import state

Take = Callable[[Any], None]  # what a changed value does to the state


def pull() -> None:
    """Take over what the person changed since the last run."""
    session = st.session_state
    for key, (pushed, take) in list(session.setdefault("widgets", {}).items()):
        if key in session and session[key] != pushed:
            session.widgets[key] = (session[key], take)
            take(session[key])


def draw(
    widget: Callable[..., Any], key: str, value: Any, take: Take, *given: Any, **more: Any
) -> None:
    """Draw `widget` showing `value`; where a person changes it, `take` gets the new value."""
    session = st.session_state
    pushed, _ = session.widgets.get(key, (None, None))
    initial = {}
    if key not in session:
        # Not assigned: after a reconnect the browser's own value wins over this one.
        initial = {more.pop("initial", "value"): value}
    elif pushed != value and not (key in session and _kept(key)):
        session[key] = value
    more.pop("initial", None)
    session.widgets[key] = (session.get(key, value), take)
    shown = widget(*given, key=key, **initial, **more)
    if shown != session.widgets[key][0]:
        session.widgets[key] = (shown, take)
        take(shown)
        session.again = True


def _kept(key: str) -> bool:
    """Whether the widget holds text that was refused: it stays until it is mended."""
    return key in st.session_state.errors


def act(action: Callable[..., None], *given: Any) -> None:
    """A button's work: first what was typed just before it was pressed, then the action."""
    state.begin()
    pull()
    action(*given)
