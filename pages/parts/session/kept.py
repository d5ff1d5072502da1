"""All that one session keeps, in one object; st.session_state has only widgets beside it.

Streamlit may break off a run at any look into st.session_state, and half a change must not
stay: so get the session first, then change it without another look.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from lrlib import Design, Finding
from lrlib.prove.queue import Run
from lrlib.view import View
from pages.parts.session.echo import Echo

ARTICLE = Design(epochs=50, warmup="exponential", warmup_length=10)  # what a bare address shows
Take = Callable[[Any], None]  # what a changed value does to the session


@dataclass
class Shown:
    """What the page shows, and what was said of it."""

    design: Design
    view: View
    problems: list[Finding] = field(default_factory=list)  # of the link that was opened
    errors: dict[str, list[Finding]] = field(default_factory=dict)  # by widget: why it was refused
    sizes: dict[str, int] = field(default_factory=dict)  # of data set and batch, where given


@dataclass
class Drawn:
    """A widget: what the browser says of it, who takes a new value, its range or options."""

    echo: Echo
    take: Take
    limits: list[Any]


@dataclass
class Chart:
    """The live chart in the browser."""

    edits: int = 0  # that it sent
    lost: bool = False  # its script does not run
    waited: tuple[float, float] | None = None  # from when to when nothing was heard of it


@dataclass
class Session:
    """Everything; nothing of it is ever replaced by another session's."""

    shown: Shown = field(default_factory=lambda: Shown(ARTICLE, View()))
    address: Echo = field(default_factory=lambda: Echo(None))  # as pairs; None: nothing said yet
    opened: tuple[Design, View] = (ARTICLE, View())  # what this address says
    widgets: dict[str, Drawn] = field(default_factory=dict)  # by key
    acted: bool = False  # a part of the page spoke by itself, or a button was pressed
    again: bool = False  # what was drawn is old already
    pinned: Design | None = None  # the curve to compare with
    proportions: Design | None = None  # the design before its length changed
    proof: Run | None = None
    chart: Chart = field(default_factory=Chart)


def session() -> Session:
    """This session."""
    kept: Session = st.session_state.setdefault("session", Session())
    return kept
