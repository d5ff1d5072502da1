"""One field -> one widget that agrees with the design: pulled when a person moves it,
pushed when the design changed elsewhere.

A run first pulls every widget that the browser reports changed, then draws. What was pushed
into a widget is remembered, so that only a person's own change is ever pulled.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from pages.parts import state

LIMITS = ("min_value", "max_value", "step", "options")
Take = Callable[[Any], None]  # what a changed value does to the state


@dataclass
class Drawn:
    """What a widget showed last: its value, who takes a new one, and its range or options."""

    value: Any
    take: Take
    limits: Any


def pull() -> None:
    """Take over what the person changed since the last run."""
    session = st.session_state
    for key, drawn in list(session.setdefault("widgets", {}).items()):
        if key in session and session[key] != drawn.value:
            drawn.value = session[key]
            drawn.take(drawn.value)


def draw(
    widget: Callable[..., Any], key: str, value: Any, take: Take, label: str, **more: Any
) -> None:
    """Draw `widget` showing `value`; where a person changes it, `take` gets the new value.

    `initial` names the widget's parameter for its first value, where that is not `value`.
    """
    session = st.session_state
    first = {more.pop("initial", "value"): value}
    limits = [more.get(name) for name in LIMITS]
    before = session.widgets.get(key)
    if key in session and before:
        first = {}
        # With other limits Streamlit makes a new widget, which would start at its default.
        if (before.value != value and not _kept(key)) or before.limits != limits:
            session[key] = value
    # Else not assigned: after a reconnect the browser's own value wins over this one.
    drawn = session.widgets[key] = Drawn(session[key] if not first else value, take, limits)
    shown = widget(label, key=key, **first, **more)
    if shown != drawn.value:
        drawn.value = shown
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
