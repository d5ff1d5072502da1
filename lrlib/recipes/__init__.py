"""Published schedules: one table, data only."""

from lrlib.recipes.convolutional import CONVOLUTIONAL
from lrlib.recipes.detection import DETECTION
from lrlib.recipes.fine_tuning import FINE_TUNING
from lrlib.recipes.general import GENERAL
from lrlib.recipes.generative import GENERATIVE
from lrlib.recipes.language import LANGUAGE
from lrlib.recipes.large_language import LARGE_LANGUAGE
from lrlib.recipes.late_decay import LATE_DECAY
from lrlib.recipes.open_language import OPEN_LANGUAGE
from lrlib.recipes.recipe import BADGES, Recipe, scaled
from lrlib.recipes.reinforcement import REINFORCEMENT
from lrlib.recipes.representations import REPRESENTATIONS
from lrlib.recipes.segmentation import SEGMENTATION
from lrlib.recipes.small_language import SMALL_LANGUAGE
from lrlib.recipes.speech import SPEECH
from lrlib.recipes.vision_transformers import VISION_TRANSFORMERS

RECIPES: tuple[Recipe, ...] = (
    *CONVOLUTIONAL,
    *VISION_TRANSFORMERS,
    *REPRESENTATIONS,
    *DETECTION,
    *SEGMENTATION,
    *GENERATIVE,
    *LANGUAGE,
    *LARGE_LANGUAGE,
    *LATE_DECAY,
    *OPEN_LANGUAGE,
    *SMALL_LANGUAGE,
    *FINE_TUNING,
    *SPEECH,
    *REINFORCEMENT,
    *GENERAL,
)

__all__ = ["BADGES", "RECIPES", "Recipe", "scaled"]
