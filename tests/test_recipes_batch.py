"""A recipe for another batch: every rate by one factor, in proportion or by the square root."""

import numpy
import pytest

from lrlib import DesignError, curve, link
from lrlib.recipes import RECIPES, scaled
from lrlib.recipes.batch import RULES, factor, for_batch, words

BY_KEY = {recipe.key: recipe for recipe in RECIPES}
COUNTED = [recipe for recipe in RECIPES if recipe.batch_size]


def test_goyals_rates_by_hand():
    recipe = BY_KEY["resnet50-one-hour"]
    own = for_batch(recipe, recipe.design, 256, "linear")
    assert (own.peak_lr, own.init_lr) == (0.1, 0.003125)
    assert own.values == (0.01, 0.001, 0.0001)
    own = for_batch(recipe, recipe.design, 2048, "sqrt")
    assert (own.peak_lr, own.values[0]) == (1.6, 0.16)
    assert for_batch(recipe, recipe.design, 256, "as_is") is recipe.design
    assert for_batch(recipe, recipe.design, 8192, "linear") is recipe.design


@pytest.mark.parametrize("rule", ["linear", "sqrt"])
@pytest.mark.parametrize("recipe", COUNTED, ids=lambda recipe: recipe.key)
def test_the_curve_is_multiplied_and_keeps_its_form(recipe, rule):
    batch = recipe.batch_size * 2
    own = for_batch(recipe, recipe.design, batch, rule)
    at = numpy.linspace(0, own.ticks - 1, 500).astype(int)
    times = {"linear": 2, "sqrt": 2**0.5}[rule]
    assert factor(recipe, batch, rule) == pytest.approx(times)
    numpy.testing.assert_allclose(curve(own, at), times * curve(recipe.design, at), rtol=1e-9)
    assert link.read(recipe.link_to(own)) == (own, [])


def test_points_and_the_end_of_a_cooldown_are_rates_too():
    recipe = BY_KEY["deepseek-v3"]
    own = for_batch(recipe, recipe.design, 1536, "linear")
    assert own.points[-1] == (232_585, 7.3e-7)
    recipe = BY_KEY["modded-nanogpt"]
    own = for_batch(recipe, recipe.design, recipe.batch_size * 4, "sqrt")
    assert (own.peak_lr, own.final_lr) == (0.1, 0.01)


def test_length_and_batch_are_scaled_one_after_the_other():
    recipe = BY_KEY["bert"]
    own = for_batch(recipe, scaled(recipe, steps=1000), 64, "linear")
    assert own.steps == 1000
    assert own.points == ((10, 2.475e-5), (1000, 0))


def test_without_a_number_the_rates_stay_and_the_words_say_so():
    recipe = BY_KEY["fastai-one-cycle"]
    assert for_batch(recipe, recipe.design, 64, "linear") is recipe.design
    assert words(recipe, 64, "linear").startswith("Rates as they are: it states no batch")
    assert words(recipe, None, "linear") == ""


def test_the_words_say_what_was_done():
    recipe = BY_KEY["resnet50-one-hour"]
    assert words(recipe, 2048, "linear") == (
        "Rates × 0.25 (linear rule): 2,048 images instead of 8,192."
    )
    assert words(recipe, 2048, "sqrt") == (
        "Rates × 0.5 (square root rule): 2,048 images instead of 8,192."
    )
    assert words(recipe, 2048, "as_is") == "Rates as they are: 2,048 images instead of 8,192."
    assert "arXiv:1706.02677" in RULES["linear"].said
    assert "arXiv:1404.5997" in RULES["sqrt"].said
    assert "arXiv:2205.10782" in RULES["sqrt"].said


@pytest.mark.parametrize("batch", [0, -1, 1.5, 10**10, float("nan"), "64", True])
def test_a_batch_is_a_whole_number(batch):
    recipe = BY_KEY["deit"]
    with pytest.raises(DesignError, match=r"batch: got '.*', allowed: a whole number 1 to"):
        for_batch(recipe, recipe.design, batch, "linear")


def test_a_rate_beyond_what_a_design_allows_is_refused_by_name():
    recipe = BY_KEY["faster-rcnn-1x"]
    with pytest.raises(DesignError, match=r"peak_lr: got '1250000\.0', allowed: a rate from"):
        for_batch(recipe, recipe.design, 10**9, "linear")
    recipe = BY_KEY["stable-diffusion-v1"]
    with pytest.raises(DesignError, match=r"init_lr: got '4\.8828125e-14', allowed"):
        for_batch(recipe, recipe.design, 1, "linear")
