"""The table of recipes -> cards, filtered, in one piece of HTML: no chart of its own a card."""

from __future__ import annotations

import html
from functools import lru_cache
from urllib.parse import quote

import streamlit as st

from lrlib import Design, DesignError, link
from lrlib.chart.picture import svg
from lrlib.design.clock import Clock
from lrlib.recipes import RECIPES, Recipe, scaled
from lrlib.shapes import SHAPES
from pages.parts.frame import sources
from pages.parts.session import state

ALL = "All"
INK = "#3B82F6"  # stands out on both themes


def show() -> None:
    """Filters, then the cards that pass them."""
    mine = state.design().clock
    with st.container(horizontal=True, vertical_alignment="bottom", key="filters"):
        found = _found()
        scaling = st.toggle(
            f"Scaled to my run of {_length(mine)}",
            key="recipe_scaled",
            help="The same proportions over the length and the steps per epoch of your own design.",
            width="content",
        )
    if not found:
        st.text("No recipe has all of these; clear the search or choose All.")
        return
    st.caption(f"{len(found)} of {len(RECIPES)} recipes. A click opens one in the designer.")
    own = (mine.unit, mine.length, mine.steps_per_epoch) if scaling else None
    st.html(f'<ul class="cards">{"".join(_card(recipe, own) for recipe in found)}</ul>')


def _found() -> list[Recipe]:
    """The recipes that pass the filters."""
    name = st.text_input("Search by name", key="recipe_name", placeholder="ResNet", width=220)
    fields = [ALL, *dict.fromkeys(recipe.field for recipe in RECIPES)]
    field = st.selectbox("Field", fields, key="recipe_field", format_func=str.capitalize, width=180)
    used = {recipe.design.decay for recipe in RECIPES}
    shapes = {key: shape.label for key, shape in SHAPES["decay"].items() if key in used}
    shape = st.selectbox(
        "Decay",
        [ALL, *shapes],
        key="recipe_shape",
        format_func=lambda key: shapes.get(key, ALL),
        width=180,
    )
    return [
        recipe
        for recipe in RECIPES
        if name.strip().lower() in recipe.name.lower()
        and field in (ALL, recipe.field)
        and shape in (ALL, recipe.design.decay)
    ]


def _length(clock: Clock) -> str:
    return f"{clock.length:,} {clock.unit}"


@lru_cache(4096)
def _card(recipe: Recipe, own: tuple[str, int, int] | None) -> str:
    """One recipe; `own` is the unit, length and steps per epoch to scale it to."""
    design, note = recipe.design, recipe.note
    if own is not None:
        try:
            design = _scaled(recipe, *own)
        except DesignError as error:
            note = f"Shown with its own numbers: {error}"
    length = _length(design.clock)
    if design.clock != recipe.design.clock:
        length += f" instead of {_length(recipe.design.clock)}"
    # Streamlit lets no SVG element through; as a picture's address it may stay.
    picture = "data:image/svg+xml," + quote(svg(design, 200, 56, INK, points=160))
    return (
        f'<li><a class="open" href="./?{html.escape(link.write(design))}" target="_self">'
        f'<img src="{picture}" alt="">{html.escape(recipe.title)}</a>'
        f"<p>{html.escape(recipe.numbers)}, {length}</p>"
        f'<p class="quiet">{sources.linked(recipe.source)}</p>'
        f'<span class="badge {recipe.verified}">{html.escape(recipe.badge)}</span>'
        f"{_note(note)}</li>"
    )


def _note(text: str) -> str:
    """What differs from the original, folded away: some of it is long."""
    if not text:
        return ""
    return f"<details><summary>Note</summary><p>{sources.linked(text)}</p></details>"


def _scaled(recipe: Recipe, unit: str, length: int, steps_per_epoch: int) -> Design:
    return scaled(recipe, **{unit: length, "steps_per_epoch": steps_per_epoch})
