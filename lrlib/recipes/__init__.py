"""Published schedules: one table, data only."""

from lrlib.recipes.general import GENERAL
from lrlib.recipes.language import LANGUAGE
from lrlib.recipes.large_language import LARGE_LANGUAGE
from lrlib.recipes.recipe import BADGES, Recipe, scaled
from lrlib.recipes.speech import SPEECH
from lrlib.recipes.vision import VISION

RECIPES: tuple[Recipe, ...] = (*VISION, *LANGUAGE, *LARGE_LANGUAGE, *SPEECH, *GENERAL)

__all__ = ["BADGES", "RECIPES", "Recipe", "scaled"]
