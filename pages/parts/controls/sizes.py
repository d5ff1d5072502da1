"""Sizes of the data set, the batch and the machine -> steps per epoch."""

from __future__ import annotations

from functools import partial

import streamlit as st

from lrlib import view
from lrlib.edit.sizes import Sizes
from pages.parts.session import state, widgets

USUAL = {"data_size": 12_800, "batch_size": 64, "devices": 1}


def show() -> None:
    """Asks for the sizes, says what one update sees, and offers the steps that follow."""
    sizes = Sizes(**_given(), accumulate=state.current_view().accumulate)
    with st.popover("From data size", width="content"):
        _number("Samples in the data set", "data_size", sizes.data_size, 10**12)
        _number("Batch size on each device", "batch_size", sizes.batch_size, 10**9)
        _number("Devices", "devices", sizes.devices, 10**6)
        field = view.FIELDS["accumulate"]
        widgets.draw(
            st.number_input,
            "batches_in_update",
            sizes.accumulate,
            _accumulate,
            "Batches in one update",
            min_value=1,
            max_value=10_000,
            help=f"{field.label}: the same number as beside the code.",
        )
        st.caption(sizes.words())
        st.button(
            f"Use {sizes.updates:,} steps per epoch",
            on_click=partial(widgets.act, _use),
            key="use_steps",
        )


def _given() -> dict[str, int]:
    return USUAL | state.sizes()


def _number(label: str, key: str, value: int, most: int) -> None:
    widgets.draw(
        st.number_input, key, value, partial(_take, key), label, min_value=1, max_value=most
    )


def _take(key: str, value: int) -> None:
    """Remember it, so that advice can hold all sizes against the steps per epoch."""
    state.remember(_given() | {key: int(value)})


def _accumulate(batches: int) -> None:
    state.change_view("accumulate", accumulate=int(batches))


def _use() -> None:
    given = _given()
    steps = Sizes(**given, accumulate=state.current_view().accumulate).updates
    state.change("steps_per_epoch", steps_per_epoch=steps)
    state.remember(given)
