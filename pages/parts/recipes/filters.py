"""Widgets above the cards -> the recipes that pass, and one's own run to scale them to."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from lrlib.design.clock import Clock
from lrlib.recipes import RECIPES, Recipe
from lrlib.recipes.batch import BATCH, RULES
from lrlib.recipes.search import search
from lrlib.shapes import SHAPES

ALL = "All"


@dataclass(frozen=True)
class Mine:
    """One's own run, which a recipe is scaled to; without a batch its rates stay."""

    clock: Clock
    batch: int | None
    rule: str


def found() -> list[Recipe]:
    """The recipes that pass the filters."""
    text = st.text_input(
        "Search",
        key="recipe_name",
        placeholder="ResNet 50, OneCycleLR",
        help="A name, a year, an optimizer, or what people call a schedule: WSD, StepLR, poly.",
        width=220,
    )
    fields = [ALL, *dict.fromkeys(recipe.field for recipe in RECIPES)]
    field = st.selectbox("Field", fields, key="recipe_field", format_func=_capital, width=180)
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
        for recipe in search(text, RECIPES)
        if field in (ALL, recipe.field) and shape in (ALL, recipe.design.decay)
    ]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def mine(clock: Clock) -> Mine | None:
    """One's own run, where the recipes are to be scaled to it."""
    scaling = st.toggle(
        f"Scaled to my run of {length_text(clock)}",
        key="recipe_scaled",
        help="The same proportions over the length and the steps per epoch of your own design.",
        width="content",
    )
    if not scaling:
        return None
    batch = st.number_input(
        BATCH.label,
        BATCH.low,
        BATCH.high,
        None,
        key="recipe_batch",
        placeholder="as it is",
        help=BATCH.help,
        width=150,
    )
    rule = st.selectbox(
        "Rates follow the batch",
        list(RULES),
        key="recipe_rule",
        format_func=lambda key: RULES[key].label,
        help="How the rates change with the batch; the sources stand below.",
        width=180,
    )
    return Mine(clock, batch, rule)


def length_text(clock: Clock) -> str:
    """How long a run is: "50 epochs"."""
    return f"{clock.length:,} {clock.unit}"
