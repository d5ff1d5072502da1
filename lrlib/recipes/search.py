"""What a person types -> the recipes that it means."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from lrlib.recipes.recipe import Recipe
from lrlib.shapes.matching import choose
from lrlib.shapes.search import TOGETHER, shape_words

# What people call a field of work beside its own name.
FIELDS = {
    "vision": ("computer vision", "image classification"),
    "language": ("LLM", "NLP", "language model"),
    "generative": ("diffusion", "image generation"),
    "reinforcement learning": ("RL",),
}


def search(text: str, recipes: Iterable[Recipe]) -> list[Recipe]:
    """The recipes that the text means; all of them for an empty one.

    It is looked for in names, years, what the shapes are called, alone or together, optimizers,
    fields of work, sources and notes.
    """
    return choose(text, {recipe: _said(recipe) for recipe in recipes})


@lru_cache(512)
def _said(recipe: Recipe) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a recipe and its parts are called, and what else is said of it."""
    shapes = _shapes(recipe)
    called = [words for phase, name in shapes.items() for words in shape_words(phase, name)]
    called += [words for group in TOGETHER if group.made_of(shapes) for words in group.words]
    names = (recipe.title, recipe.field, *FIELDS.get(recipe.field, ()), *called)
    return names, (recipe.optimizer, recipe.source, recipe.note)


def _shapes(recipe: Recipe) -> dict[str, str]:
    """The shape of each phase that it has; the shape of a hold has no name."""
    chosen = recipe.design.chosen
    shapes = {phase: chosen[phase] for phase in ("warmup", "decay", "cooldown")}
    held = {"hold": ""} if chosen["hold_length"] else {}
    return held | {phase: name for phase, name in shapes.items() if name != "none"}
