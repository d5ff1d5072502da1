"""The table of recipes -> cards, filtered, in one piece of HTML: no chart of its own a card."""

from __future__ import annotations

import html
import re
from functools import lru_cache
from urllib.parse import quote

import streamlit as st

from lrlib import Design, DesignError
from lrlib.chart.picture import svg
from lrlib.recipes import RECIPES, Recipe, scaled
from lrlib.recipes.batch import RULES, for_batch, words
from pages.parts.frame import sources
from pages.parts.recipes import filters
from pages.parts.recipes.filters import Mine, length_text
from pages.parts.session import state

INK = "#3B82F6"  # stands out on both themes


def show() -> None:
    """Filters, then the cards that pass them."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="filters"):
        found = filters.found()
        mine = filters.mine(state.design().clock)
    if not found:
        st.text("No recipe has all of these; clear the search or choose All.")
        return
    rule = sources.linked(RULES[mine.rule].said) if mine else ""
    counted = f"{len(found)} of {len(RECIPES)} recipes. A click opens one in the designer."
    st.html(f'<p class="quiet found">{counted} {rule}</p>')
    st.html(f'<ul class="cards">{"".join(_card(recipe, mine) for recipe in found)}</ul>')


@lru_cache(4096)
def _card(recipe: Recipe, mine: Mine | None) -> str:
    """One recipe, as it was published or scaled to one's own run."""
    design, said = recipe.design, ""
    if mine is not None:
        try:
            design = _scaled(recipe, mine)
            said = words(recipe, mine.batch, mine.rule)
        except DesignError as error:
            said = f"Shown with its own numbers: {error}"
    length = length_text(design.clock)
    if design.clock != recipe.design.clock:
        length += f" instead of {length_text(recipe.design.clock)}"
    # Streamlit lets no SVG element through; as a picture's address it may stay.
    picture = "data:image/svg+xml," + quote(svg(design, 200, 56, INK, points=160))
    return (
        f'<li><a class="open" href="./?{html.escape(recipe.link_to(design))}" target="_self">'
        f'<img src="{picture}" alt="">{html.escape(recipe.title)}</a>'
        f"{_paragraph(f'{recipe.numbers(design)}, {length}')}"
        f"{_paragraph(said)}"
        f'<p class="quiet">{sources.linked(recipe.source)}</p>'
        f'<span class="badge {recipe.verified}">{html.escape(recipe.badge)}</span>'
        f"{_note(recipe.note)}</li>"
    )


def _paragraph(text: str) -> str:
    """A paragraph in which no line ends inside a number such as 1e-4; nothing for no text."""
    whole = re.sub(r"[\d.]+[eE]-\d+", r'<span class="whole">\g<0></span>', html.escape(text))
    return f"<p>{whole}</p>" if text else ""


def _note(text: str) -> str:
    """What differs from the original, folded away: some of it is long."""
    if not text:
        return ""
    return f"<details><summary>Note</summary><p>{sources.linked(text)}</p></details>"


def _scaled(recipe: Recipe, mine: Mine) -> Design:
    clock = mine.clock
    own = scaled(recipe, **{clock.unit: clock.length, "steps_per_epoch": clock.steps_per_epoch})
    return for_batch(recipe, own, mine.batch, mine.rule)
