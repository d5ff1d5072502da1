"""View keys that change the code -> a row of widgets."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from lrlib import view
from lrlib.design.finding import Finding, shown
from lrlib.targets.optimizers import OPTIMIZERS
from pages.parts.frame import notes
from pages.parts.session import state, widgets

WIDTH = 160  # pixels of a field


def show(names: tuple[str, ...]) -> None:
    """The options that this target's code has."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="options"):
        for name in names:
            _option(name)
    for name in names:
        notes.errors(name)


def _option(name: str) -> None:
    field = view.FIELDS[name]
    value = getattr(state.current_view(), name)
    key, take, more = name, partial(_take, name), {"help": field.help}
    if field.kind == "flag":
        widgets.draw(st.toggle, key, value, take, field.label, width="content", **more)
    elif field.kind == "choice":
        more |= {"options": list(field.options), "width": WIDTH}
        widgets.draw(_select, key, value, take, field.label, **more)
    else:
        text, take = field.write(value), partial(_take_text, name)
        widgets.draw(st.text_input, key, text, take, field.label, width=WIDTH, **more)


def _select(label: str, options: list[str], value: str = "", **more: Any) -> str | None:
    """A select box that is told its first value as other widgets are."""
    index = options.index(value) if value else 0
    return st.selectbox(
        label, options, index, format_func=lambda name: OPTIMIZERS[name].label, **more
    )


def _take(name: str, value: object) -> None:
    state.change_view(**{name: value})


def _take_text(name: str, text: str) -> None:
    try:
        value = view.FIELDS[name].read(text.strip())
    except ValueError as error:
        state.refuse(name, [Finding("error", name, f"got {shown(text)}, allowed: {error}")])
        return
    state.change_view(name, **{name: value})
