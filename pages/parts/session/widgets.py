"""One field -> one widget that agrees with the design: pulled when a person moves it,
pushed when the design changed elsewhere.

A run first pulls every widget that the browser reports changed, then draws. The browser
reports all widgets every time, so what it says of one may be older than what was last pushed
into it: such a report is told from a person's change and passed over.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import Any

import streamlit as st

from pages.parts.session import state

LIMITS = ("min_value", "max_value", "step", "options")
Take = Callable[[Any], None]  # what a changed value does to the state
MOST_PAST = 100


@dataclass
class Drawn:
    """What is known of a widget: its value, who takes a new one, and its range or options."""

    value: Any  # what it was last given, or reported and was taken
    past: list[Any]  # what the browser may still report: what it said last, what was pushed since
    take: Take
    limits: Any
    pushed: float = 0.0  # when it was last given a value


def pull() -> None:
    """Take over what the person changed since the last run."""
    session = st.session_state
    widgets: dict[str, Drawn] = session.setdefault("widgets", {})
    reports = {key: session[key] for key in widgets if key in session}
    new = [key for key, value in reports.items() if _is_new(widgets[key], value)]
    for key, value in reports.items():
        drawn = widgets[key]
        if value != drawn.value:
            if value in drawn.past and (new or monotonic() - drawn.pushed < state.IN_FLIGHT):
                continue
            drawn.take(value)
            drawn.value = value  # after it: a run that was broken off before takes it once more
        drawn.past = [value]


def _is_new(drawn: Drawn, value: Any) -> bool:
    """Whether it is neither what was pushed nor what was there before."""
    return value != drawn.value and value not in drawn.past


def draw(
    widget: Callable[..., Any], key: str, value: Any, take: Take, label: str, **more: Any
) -> None:
    """Draw `widget` showing `value`; where a person changes it, `take` gets the new value.

    `initial` names the widget's parameter for its first value, where that is not `value`.
    """
    session = st.session_state
    widgets: dict[str, Drawn] = session.widgets
    initial = more.pop("initial", "value")
    given = {initial: value}
    limits = [more.get(name) for name in LIMITS]
    before = widgets.get(key)
    drawn = Drawn(value, [value], take, limits)
    refused = bool(state.errors(key))  # its text stays until it is mended
    if key in session and before:
        drawn.past, drawn.pushed = before.past, before.pushed
        now = session[key]
        # With other limits Streamlit makes a new widget, which would start at its default.
        if (now != value and not refused) or before.limits != limits:
            drawn.past = [*before.past, before.value][-MOST_PAST:]
            drawn.pushed = monotonic()
            session[key] = value
            given = {}
        else:  # not assigned: after a reconnect the browser's own value wins over this one
            drawn.value = now
            given = {initial: now}
    # Streamlit may break off a run at any look into its state: none comes between what was
    # just given to the widget and this, or the next run would take that for a person's change.
    widgets[key] = drawn
    shown = widget(label, key=key, **given, **more)
    if shown != drawn.value:
        take(shown)
        drawn.value, drawn.past = shown, [shown]
        session.again = True


def begin() -> None:
    """What a run starts with: the address, then what the person changed since the last one."""
    session = st.session_state
    reports = {key: session[key] for key in session.get("widgets", {}) if key in session}
    moved = any(_is_new(session.widgets[key], value) for key, value in reports.items())
    state.begin(acted=moved or session.get("acted", False))
    session.acted = False
    pull()


def spoke() -> None:
    """A part of the page said something by itself: the run that follows is no step Back."""
    st.session_state.acted = True


def act(action: Callable[..., None], *given: Any) -> None:
    """A button's work: first what was typed just before it was pressed, then the action."""
    spoke()
    state.begin(acted=True)
    pull()
    action(*given)
