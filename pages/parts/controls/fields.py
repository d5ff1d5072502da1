"""One field of the design -> its controls: a slider for feel, a text field for exactness."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from lrlib.design.finding import Finding, shown
from lrlib.edit import log_slider
from pages.parts.frame import notes
from pages.parts.session import state, widgets

LABEL = 116  # pixels for the name of a field


def exact(key: str) -> None:
    """The field as text: shows the exact number and takes every way to write one."""
    field = state.design().fields[key]
    text = field.write(state.design().chosen[key])
    take = partial(_take_text, key)
    widgets.draw(
        st.text_input, key, text, take, field.label, width=84, label_visibility="collapsed"
    )


def _take_text(key: str, text: str) -> None:
    field = state.design().fields.get(key)
    if field is None:
        return
    try:
        value = field.read(text.strip())
    except ValueError as error:
        reason = f"got {shown(text)}, allowed: {error}"
        state.refuse(key, [Finding("error", key, reason)])
        return
    state.change(key, **{key: value})


def number(key: str, low: float, high: float, step: float, label: str = "") -> None:
    """A linear slider from low to high, and the exact field, which takes more."""
    field = state.design().fields[key]
    value = state.design().chosen[key]
    whole = isinstance(step, int)
    _row(
        key,
        f"{key}_slider",
        (int if whole else float)(min(max(value, low), high)),
        lambda moved: state.change(key, **{key: moved}),
        label or field.label,
        field.help,
        (low, high, step),
    )


def rate(key: str, label: str = "") -> None:
    """A logarithmic slider and the exact field; the slider's left end is 0 where 0 is allowed."""
    field = state.design().fields[key]
    zero = not getattr(field, "above", False)
    _row(
        key,
        f"{key}_log_slider",
        log_slider.place_of(state.design().chosen[key], zero),
        lambda moved: state.change(key, **{key: log_slider.rate_of(moved, zero)}),
        label or field.label,
        field.help,
        (log_slider.lowest(zero), log_slider.LARGEST, log_slider.STEP),
    )


def _row(
    key: str,
    slider: str,
    value: float,
    take: Callable[[Any], None],
    label: str,
    help_text: str,
    limits: tuple[float, float, float],
) -> None:
    low, high, step = limits
    widgets.draw(
        st.slider,
        slider,
        value,
        take,
        label,
        min_value=type(value)(low),
        max_value=type(value)(high),
        step=type(value)(step),
        help=help_text,
    )
    exact(key)
    notes.errors(key)


def typed(key: str) -> None:
    """A list, as text alone."""
    field = state.design().fields[key]
    text = field.write(state.design().chosen[key])
    widgets.draw(st.text_input, key, text, partial(_take_text, key), field.label, help=field.help)
    notes.errors(key)


def choice(key: str, names: dict[Any, str] | None = None) -> None:
    """One of a few values, as a row of segments; each is called by its own word, or by `names`."""
    if names is None:
        options = state.design().fields[key].options
        names = {option: option.replace("_", " ").capitalize() for option in options}
    _segments(key, key, names, state.design().chosen[key])
    notes.errors(key)


def presets(key: str, names: dict[float, str]) -> None:
    """A few usual numbers as segments, and the exact field for any other."""
    value = state.design().chosen[key]
    _segments(key, f"{key}_preset", names, value if value in names else None)
    exact(key)
    notes.errors(key)


def _segments(key: str, widget: str, names: dict[Any, str], value: Any) -> None:
    field = state.design().fields[key]

    def take(chosen: Any) -> None:
        if chosen is not None:
            state.change(key, **{key: chosen})

    widgets.draw(
        st.segmented_control,
        widget,
        value,
        take,
        field.label,
        initial="default",
        options=list(names),
        format_func=names.__getitem__,
        help=field.help,
    )


def flag(key: str) -> None:
    """Yes or no."""
    field = state.design().fields[key]
    widgets.draw(
        st.toggle,
        key,
        state.design().chosen[key],
        lambda on: state.change(key, **{key: on}),
        field.label,
        help=field.help,
    )
