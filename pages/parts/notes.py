"""Findings and refusals -> quiet lines of text; nothing in them is ever read as markup."""

from __future__ import annotations

import html
from collections.abc import Iterable

import streamlit as st

from lrlib import Finding


def lines(findings: Iterable[Finding]) -> None:
    """One line each, its level as colour and word."""
    shown = "".join(map(_line, findings))
    if shown:
        st.html(f'<ul class="findings" aria-live="polite">{shown}</ul>')


def _line(finding: Finding) -> str:
    text = html.escape(str(finding))
    source = f' <span class="source">{html.escape(finding.source)}</span>' if finding.source else ""
    return f'<li class="{finding.level}">{text}{source}</li>'


def errors(widget: str) -> None:
    """Why what was given in this widget was not taken."""
    lines(st.session_state.errors.get(widget, []))
