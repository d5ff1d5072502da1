"""This session -> the address of the page that it shows, without its query."""

from __future__ import annotations

from urllib.parse import urlsplit

import streamlit as st


def address() -> str:
    """Whole, as the browser says it: `https://lr.example.org/`; empty where nobody knows."""
    base = (st.context.url or "").partition("?")[0]
    # Streamlit leaves the slash of a bare host out, the browser doesn't.
    return base if urlsplit(base).path or not base else f"{base}/"
