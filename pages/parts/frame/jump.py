"""A field's name -> a link that jumps to its control (see jump.js)."""

from __future__ import annotations

import html

from pages.parts.session import state

# The controls that are not named after their field.
CONTROLS = {
    "boundaries": "boundary_0_0",
    "values": "boundary_1_0",
    "points": "point_0_0",
}


def link(field: str) -> str:
    """The field's name as HTML, a link where the design has such a field."""
    name = html.escape(field)
    if field not in state.design().fields:
        return name
    return f'<a class="jump" href="#{CONTROLS.get(field, field)}">{name}</a>'
