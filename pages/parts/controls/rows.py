"""Boundaries and points as rows that can be added, removed and edited; always sorted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from lrlib.design.finding import Finding, shown
from lrlib.edit.rows import Row, add_row, remove_row, set_row
from lrlib.fields import Field, Number, Rate, write_number
from pages.parts.frame import notes
from pages.parts.session import state, widgets

Put = Callable[[str, list[Row]], None]


def boundaries() -> None:
    """The piecewise shape's boundaries, each with the rate from there on."""
    design = state.design()
    found = list(zip(design.boundaries, design.values, strict=True))
    unit = design.fields["boundaries"].entry
    rate = design.fields["values"].entry
    _table(
        found, _put_boundaries, "boundary", (f"From {design.clock.unit[:-1]}", unit), ("Rate", rate)
    )


def _put_boundaries(widget: str, rows: list[Row]) -> None:
    units, rates = zip(*rows, strict=True)
    state.change(widget, boundaries=units, values=rates)


def points() -> None:
    """The points that the curve runs through."""
    design = state.design()
    field = design.fields["points"]
    label = design.clock.unit[:-1].capitalize()
    _table(list(design.points), _put_points, "point", (label, field.unit), ("Rate", field.rate))


def _put_points(widget: str, rows: list[Row]) -> None:
    state.change(widget, points=rows)


def _table(
    rows: list[Row], put: Put, name: str, unit: tuple[str, Number], rate: tuple[str, Rate]
) -> None:
    for i, row in enumerate(rows):
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            for part, (label, field) in enumerate((unit, rate)):
                key = f"{name}_{part}_{i}"
                widgets.draw(
                    st.text_input,
                    key,
                    write_number(row[part]),
                    partial(_take, key, name, i, part, field, put),
                    f"{label} of {name} {i + 1}" if i else label,
                    label_visibility="collapsed" if i else "visible",
                )
            st.button(
                ":material/close:",
                help=f"Remove {name} {i + 1}",
                on_click=partial(widgets.act, _remove, name, i, put),
                disabled=len(rows) == 1,
                key=f"remove_{name}_{i}",
                type="tertiary",
            )
        notes.errors(f"{name}_0_{i}")
        notes.errors(f"{name}_1_{i}")
    st.button(
        f"Add {name}",
        icon=":material/add:",
        on_click=partial(widgets.act, _add, name, put),
        key=f"add_{name}",
        type="tertiary",
    )
    notes.errors(f"rows_{name}")


def _rows(name: str) -> list[Row]:
    design = state.design()
    if name == "point":
        return list(design.chosen.get("points", ()))
    found = zip(design.chosen.get("boundaries", ()), design.chosen.get("values", ()), strict=True)
    return list(found)


def _take(key: str, name: str, i: int, part: int, field: Field, put: Put, text: str) -> None:
    rows = _rows(name)
    if i >= len(rows):
        return
    try:
        value = field.read(text.strip())
    except ValueError as error:
        reason = f"got {shown(text)}, allowed: {error}"
        state.refuse(key, [Finding("error", f"{name} {i + 1}", reason)])
        return
    unit, rate = rows[i]
    put(key, set_row(rows, i, (unit, value) if part else (value, rate)))


def _add(name: str, put: Put) -> None:
    design = state.design()
    begin = design.chosen.get("warmup_length", 0.0)
    factor = 1.0 if name == "point" else 0.1
    put(f"rows_{name}", add_row(_rows(name), begin, design.clock.length, factor))


def _remove(name: str, i: int, put: Put) -> None:
    put(f"rows_{name}", remove_row(_rows(name), i))
