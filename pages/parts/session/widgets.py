"""One field -> one widget that agrees with the design: pulled when a person moves it,
pushed when the design changed elsewhere.

A run first pulls every widget that the browser reports changed, then draws. The browser
reports all widgets every time, so what it says of one may be older than what was last pushed
into it: such a report is told from a person's change and passed over.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Any

import streamlit as st

from pages.parts.session import state
from pages.parts.session.echo import IN_FLIGHT, Echo
from pages.parts.session.kept import Drawn, Take, session

LIMITS = ("min_value", "max_value", "step", "options")


def begin() -> None:
    """What a run starts with: the address, then what the person changed since the last one."""
    kept, reports = session(), _reports()
    state.begin(acted=_has_unheard(reports) or kept.acted)
    kept.acted = False
    _pull(reports)


def spoke() -> None:
    """A part of the page said something by itself: the run that follows is no step Back."""
    session().acted = True


def act(action: Callable[..., None], *given: Any) -> None:
    """A button's work: first what was typed just before it was pressed, then the action."""
    spoke()
    state.begin(acted=True)
    _pull(_reports())
    action(*given)


def _reports() -> dict[str, Any]:
    """What the browser says of each widget."""
    values = st.session_state
    return {key: values[key] for key in session().widgets if key in values}


def _has_unheard(reports: dict[str, Any]) -> bool:
    widgets = session().widgets
    return any(widgets[key].echo.is_unheard(value) for key, value in reports.items())


def _pull(reports: dict[str, Any]) -> None:
    """Take over what the person changed since the last run."""
    widgets, acted = session().widgets, _has_unheard(reports)
    for key, value in reports.items():
        drawn = widgets[key]
        if value != drawn.echo.said:
            if not drawn.echo.is_news(value, monotonic(), acted):
                continue
            drawn.take(value)
        drawn.echo.take(value)  # after it: a run that was broken off before takes it once more


def draw(
    widget: Callable[..., Any], key: str, value: Any, take: Take, label: str, **more: Any
) -> None:
    """Draw `widget` showing `value`; where a person changes it, `take` gets the new value.

    `initial` names the widget's parameter for its first value, where that is not `value`.
    """
    kept, values = session(), st.session_state
    initial = more.pop("initial", "value")
    given = {initial: value}
    limits = [more.get(name) for name in LIMITS]
    before, echo = kept.widgets.get(key), Echo(value)
    refused = bool(state.errors(key))  # its text stays until it is mended
    if before and key in values:
        echo, now = before.echo, values[key]
        # With other limits Streamlit makes a new widget, which would start at its default.
        if (now != value and not refused) or before.limits != limits:
            values[key] = value
            echo.give(value, monotonic() + IN_FLIGHT)
            given = {}
        else:  # not assigned: after a reconnect the browser's own value wins over this one
            echo.give(now)
            given = {initial: now}
    # Streamlit may break off a run at any look into its state: none comes between what was
    # just given to the widget and this, or the next run would take that for a person's change.
    kept.widgets[key] = Drawn(echo, take, limits)
    shown = widget(label, key=key, **given, **more)
    if shown != echo.said:
        take(shown)
        echo.take(shown)
        kept.again = True
