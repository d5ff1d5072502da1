"""A field's name -> a link that jumps to its control (see jump.js)."""

from __future__ import annotations

import html

from lrlib.shapes import SHAPES, build_shape
from pages.parts.session import state


def link(field: str) -> str:
    """The field's name as HTML, a link where the design has such a field."""
    name = html.escape(field)
    if field not in state.design().fields:
        return name
    return f'<a class="jump" href="#{_control(field)}">{name}</a>'


def _control(field: str) -> str:
    """The key of its control: of a table the first row's."""
    for phase in SHAPES:
        rows = build_shape(phase, state.design().chosen).rows
        if rows and field in rows.columns:
            return f"{rows.name}_{rows.columns.index(field)}_0"
    return field
