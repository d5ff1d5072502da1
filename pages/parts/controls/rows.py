"""Boundaries and points as rows that can be added, removed and edited; always sorted."""

from __future__ import annotations

from functools import partial

import streamlit as st

from lrlib.design.finding import Finding, shown
from lrlib.edit.rows import Row, add_row, changes_of, fields_of, remove_row, rows_of, set_row
from lrlib.fields import write_number
from lrlib.shapes.rows import Rows
from pages.parts.frame import notes
from pages.parts.session import state, widgets


def show(table: Rows) -> None:
    """The rows of a shape's table, each with its unit and its rate."""
    rows, name = rows_of(state.design(), table), table.name
    unit = state.design().clock.unit[:-1]
    labels = (f"{table.from_label}{unit}" if table.from_label else unit.capitalize(), "Rate")
    for i, row in enumerate(rows):
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            for part, label in enumerate(labels):
                key = f"{name}_{part}_{i}"
                widgets.draw(
                    st.text_input,
                    key,
                    write_number(row[part]),
                    partial(_take, table, i, part),
                    f"{label} of {name} {i + 1}" if i else label,
                    label_visibility="collapsed" if i else "visible",
                )
            st.button(
                ":material/close:",
                help=f"Remove {name} {i + 1}",
                on_click=partial(widgets.act, _remove, table, i),
                disabled=len(rows) == 1,
                key=f"remove_{name}_{i}",
                type="tertiary",
            )
        notes.errors(f"{name}_0_{i}")
        notes.errors(f"{name}_1_{i}")
    st.button(
        f"Add {name}",
        icon=":material/add:",
        on_click=partial(widgets.act, _add, table),
        key=f"add_{name}",
        type="tertiary",
    )
    notes.errors(f"rows_{name}")


def _put(widget: str, table: Rows, rows: list[Row]) -> None:
    state.change(widget, **changes_of(table, rows))


def _take(table: Rows, i: int, part: int, text: str) -> None:
    rows, key = rows_of(state.design(), table), f"{table.name}_{part}_{i}"
    if i >= len(rows):
        return
    try:
        value = fields_of(state.design(), table)[part].read(text.strip())
    except ValueError as error:
        reason = f"got {shown(text)}, allowed: {error}"
        state.refuse(key, [Finding("error", f"{table.name} {i + 1}", reason)])
        return
    unit, rate = rows[i]
    _put(key, table, set_row(rows, i, (unit, value) if part else (value, rate)))


def _add(table: Rows) -> None:
    design = state.design()
    begin = design.chosen.get("warmup_length", 0.0)
    rows = add_row(rows_of(design, table), begin, design.clock.length, table.drop)
    _put(f"rows_{table.name}", table, rows)


def _remove(table: Rows, i: int) -> None:
    _put(f"rows_{table.name}", table, remove_row(rows_of(state.design(), table), i))
