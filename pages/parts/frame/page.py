"""What every page has: the browser's title, the header with links between pages, the style."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from pathlib import Path

import streamlit as st

from lrlib.chart import palette
from lrlib.view import View
from pages.parts.controls import gallery
from pages.parts.copying import copy_button, share
from pages.parts.frame import notes, process
from pages.parts.session import state, widgets
from pages.parts.session.kept import ARTICLE, session

NAME = "Learning-rate designer"
PAGES = {"app.py": "Designer", "pages/recipes.py": "Recipes"}


@contextmanager
def page(title: str = "", first: Callable[[], None] = lambda: None) -> Iterator[None]:
    """The frame around a page's own content; reads the address before and writes it after.

    What `first` draws is loaded before anything else of the page.
    """
    process.spare_collections()
    widgets.begin()
    session().again = False
    st.set_page_config(f"{title or _described()} · {NAME}", ":chart_with_downwards_trend:", "wide")
    first()
    st.html(_style())
    _header()
    notes.lines(state.problems())
    yield
    state.end()
    if session().again:
        st.rerun()


def _described() -> str:
    """What the design is, for the browser's tab."""
    design = state.design()
    warmup = f"{design.warmup} warmup, " if design.warmup != "none" else ""
    return design.name or f"{warmup}{design.decay}, {design.clock.length:,} {design.clock.unit}"


def _header() -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="header"):
        st.html(f"<h1>{NAME}</h1>", width="content")
        for script, label in PAGES.items():
            st.page_link(script, label=label, query_params=state.pairs(), width="content")
        st.space("stretch")
        widgets.draw(
            st.text_input,
            "name",
            state.design().name,
            _take_name,
            "Name",
            placeholder="untitled",
            label_visibility="collapsed",
            width=200,
        )
        copy_button.link()
        share.show()
        st.button(
            "Start over",
            on_click=partial(widgets.act, _start_over),
            key="start_over",
            type="tertiary",
        )
    notes.errors("name")


def _take_name(text: str) -> None:
    state.change("name", name=text)


def _start_over() -> None:
    state.show(ARTICLE, View())


@lru_cache
def _style() -> str:
    css = Path(__file__).with_name("style.css").read_text("utf-8")
    return f"<style>{palette.css()}\n{css}\n{gallery.style()}</style>"
