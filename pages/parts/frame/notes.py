"""Findings and refusals -> quiet lines of text; nothing in them is ever read as markup."""

from __future__ import annotations

import html
from collections.abc import Iterable

import streamlit as st

from lrlib import Finding
from pages.parts.frame import jump, sources
from pages.parts.session import state


def lines(findings: Iterable[Finding]) -> None:
    """One line each, its level as colour."""
    _list(_line(finding, html.escape(finding.field)) for finding in findings)


def advice(findings: Iterable[Finding]) -> None:
    """The same, the field's name a link that jumps to its control; where there is none, text."""
    _list(_line(finding, jump.link(finding.field)) for finding in findings)


def plain(sentences: Iterable[str]) -> None:
    """One quiet line each."""
    _list(f"<li>{html.escape(sentence)}</li>" for sentence in sentences)


def _list(entries: Iterable[str]) -> None:
    shown = "".join(entries)
    if shown:
        st.html(f'<ul class="findings" aria-live="polite">{shown}</ul>')


def _line(finding: Finding, field: str) -> str:
    source = ""
    if finding.source:
        source = f' <span class="source">{sources.linked(finding.source)}</span>'
    return f'<li class="{finding.level}">{field}: {html.escape(finding.reason)}{source}</li>'


def errors(widget: str) -> None:
    """Why what was given in this widget was not taken."""
    lines(state.errors(widget))
