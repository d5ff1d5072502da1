"""The published runs: valid, honest, and the curves that their own code trains with."""

import re
import subprocess
import sys

import numpy
import original_schedules as original
import pytest
from original_formulas import bert, linspaced, olmo_tokens

from lrlib import curve, link, view
from lrlib.recipes import BADGES, RECIPES, scaled
from lrlib.targets.optimizers import OPTIMIZERS

BY_KEY = {recipe.key: recipe for recipe in RECIPES}


def ticks(design, count=3000):
    """Ticks all over a run, with three on either side of every edge."""
    edges = [phase.begin + i for phase in design.phases() for i in range(-3, 4)]
    spread = numpy.linspace(0, design.ticks - 1, count).astype(int)
    return numpy.unique(numpy.clip(numpy.concatenate([edges, spread]), 0, design.ticks - 1))


def differences(key, originally, begin=0):
    """Of the design from the original, as parts of the peak, from one tick on."""
    design = BY_KEY[key].design
    at = ticks(design)
    at = at[at >= begin]
    return (curve(design, at) - originally(at)) / design.peak_lr


@pytest.mark.parametrize("key", original.EXACT)
def test_the_curve_is_the_one_of_its_own_code(key):
    assert abs(differences(key, original.EXACT[key])).max() <= 1e-9


@pytest.mark.parametrize(
    ("key", "originally", "lower", "higher", "words"),
    [
        ("swin-t", original.swin_as_trained, 4.5e-6, 4e-5, "4e-5 of the peak"),
        ("convnext-t", linspaced(4e-3, 6240, 93_600, 1e-6), 1.61e-4, 0, "1.6e-4 of the peak"),
        ("dinov2-vit-l", linspaced(0.004 * 2**0.5, 12_500, 125_000, 1e-6), 8e-5, 0, "step after"),
        ("dinov3-vit-7b", linspaced(4e-4, 100_000, 1_000_000), 1e-5, 0, "1e-5 of the peak"),
        ("segformer-b0", original.segformer_mmseg, 0.0101, 0, "at most 1 % higher"),
        ("deit", original.deit, 0.0052, 0.2, "20 % of the peak lower"),
        ("pythia-1.4b", original.pythia_as_trained, 0, 0.0833, "8.3 % of the peak lower"),
        ("olmo2-7b", olmo_tokens(1024 * 4096), 0, 8e-8, "1,192,092.9 steps"),
        ("olmo2-13b", olmo_tokens(2048 * 4096), 0, 8e-7, "step 596,057"),
    ],
)
def test_where_the_curve_differs_its_note_says_by_how_much(key, originally, lower, higher, words):
    difference = differences(key, originally)
    assert -lower - 1e-9 <= difference.min() <= -0.9 * lower + 1e-9
    assert 0.85 * higher - 1e-9 <= difference.max() <= higher + 1e-9
    assert words in BY_KEY[key].note


def test_a_note_states_the_numbers_of_the_original():
    assert abs(differences("deit", original.deit, begin=6)).max() == pytest.approx(0.0052, abs=1e-4)
    assert "at most 0.52 %" in BY_KEY["deit"].note
    assert original.ultralytics(numpy.array([739_299]))[0] == pytest.approx(1.99e-4)
    at = numpy.arange(2000, 143_000)
    assert at[original.pythia_as_trained(at) <= 2e-5][0] == 115_139
    # Where the OLMo runs left their curves.
    for key, tick, left in [
        ("olmo2-7b", 928_646, 6.14e-5),
        ("olmo2-32b", 721_901, 6.62e-5),
        ("olmo2-13b", 596_045, 3e-5),
    ]:
        assert curve(BY_KEY[key].design, [tick])[0] == pytest.approx(left, rel=1e-3)


def test_tokens_become_whole_steps_within_a_step_of_the_original():
    design = BY_KEY["deepseek-v3"].design
    at = ticks(design)
    edges = numpy.array([phase.begin for phase in design.phases()])
    at = at[(abs(at[:, None] - edges) > 1).all(axis=1)]
    # A cosine falls at most pi / 2 / 68,346 of its height in a step.
    difference = abs(curve(design, at) - original.deepseek_v3(at))
    assert difference.max() <= 3e-5 * design.peak_lr


def test_bert_differs_from_a_line_from_its_peak_by_one_percent():
    design = BY_KEY["bert"].design
    plain = design.replace(overlap="none")
    at = numpy.array([10_000, 500_000, 999_999])
    numpy.testing.assert_allclose(curve(plain, at) / curve(design, at), 1 / 0.99, rtol=1e-6)
    fine = BY_KEY["bert-fine-tune"].design.replace(overlap="none")
    original_rates = bert(2e-5, 34, 343)
    before, after = numpy.arange(34), numpy.arange(34, 343)
    numpy.testing.assert_allclose(curve(fine, before), original_rates(before))
    numpy.testing.assert_allclose(curve(fine, after) / original_rates(after), 343 / 309)


def test_keras_own_cosine_is_llamas():
    import keras

    design = BY_KEY["llama-7b"].design
    own = keras.optimizers.schedules.CosineDecay(0.0, 248_000, 0.1, "cosine", 3e-4, 2000)
    at = [0, 1, 1999, 2000, 2001, 100_000, 249_999]
    rates = [float(own(float(tick))) for tick in at]
    numpy.testing.assert_allclose(curve(design, at), rates, rtol=1e-4, atol=3e-10)


@pytest.mark.parametrize("recipe", RECIPES, ids=BY_KEY)
def test_a_recipe_is_a_link_that_opens_as_its_design(recipe):
    opened = link.open_link(recipe.link)
    assert (opened.design, opened.problems) == (recipe.design, [])
    assert opened.view.optimizer == (recipe.optimizer_key or view.FIELDS["optimizer"].default)
    design = opened.design
    assert design.name == recipe.name
    assert re.fullmatch(r"[a-z0-9]+([-.][a-z0-9]+)*", recipe.key)
    assert recipe.verified in BADGES
    assert all((recipe.source, recipe.optimizer, recipe.batch))
    assert 2015 <= recipe.year <= 2026
    assert not re.search(r"https?:|www\.", recipe.source + recipe.note)


def stairs(design):
    return sum((p.end - p.begin) // p.every for p in design.phases() if p.shape.stair)


@pytest.mark.parametrize("recipe", RECIPES, ids=BY_KEY)
@pytest.mark.parametrize(
    "length",
    [
        {"epochs": 50, "steps_per_epoch": 200},
        {"steps": 7777},
        {"epochs": 77, "steps_per_epoch": 100},
    ],
)
def test_a_recipe_scales_to_ones_own_run(recipe, length):
    design, own = recipe.design, scaled(recipe, **length)
    at = numpy.linspace(0, own.ticks - 1, 200).astype(int)
    rates = curve(own, at)
    # Whole ticks move an edge by half a tick or so, each stair of a staircase once more.
    reach = (1.5 + 0.5 * stairs(own)) / own.ticks + 1.5 / design.ticks
    # So many ticks share a rate, where it changes once an epoch; and what a warmup multiplies
    # falls under it meanwhile, in the original more often than in a shorter run.
    once = [max(phase.stride for phase in d.phases()) for d in (own, design)]
    reach += (once[0] - 1) / own.ticks + (once[1] - 1) / design.ticks
    near = (at / own.ticks)[:, None] + numpy.linspace(-reach, reach, 101)
    around = curve(design, (numpy.clip(near, 0, 1) * design.ticks).astype(int))
    slack = (2e-3 if max(once) == 1 else 0.03) * design.peak_lr
    assert (rates >= around.min(axis=1) - slack).all()
    assert (rates <= around.max(axis=1) + slack).all()


def test_there_are_seventy_four_of_them_with_keys_of_their_own():
    assert len(RECIPES) == 74
    assert len(BY_KEY) == len({recipe.name for recipe in RECIPES}) == len(RECIPES)
    assert {"vision", "language", "speech", "segmentation"} <= {r.field for r in RECIPES}


@pytest.mark.parametrize("key", ["whisper-large", "alphafold2-openfold"])
def test_what_stands_only_in_a_paper_that_was_not_read_says_so(key):
    assert BY_KEY[key].badge == "from the paper, not checked"


@pytest.mark.parametrize("key", ["gpt3-175b", "llama-7b", "deepseek-v2", "bert", "t5"])
def test_what_was_read_in_a_paper_says_so(key):
    assert BY_KEY[key].badge == "read in the paper"


def written(number):
    """How the words of a batch may write it."""
    million = f"{number / 1e6:.2f}".rstrip("0").rstrip(".")
    return {str(number), f"{number:,}", f"{million}M"}


@pytest.mark.parametrize("recipe", RECIPES, ids=BY_KEY)
def test_the_number_of_a_batch_is_the_one_in_its_words(recipe):
    numbers = re.findall(r"\d[\d,.]*M?", recipe.batch)
    if recipe.batch_size is None:
        assert recipe.batch_unit == ""
        assert re.search("any|planned from the data", recipe.batch)
    else:
        assert written(recipe.batch_size) & {number.strip(",.") for number in numbers}
        assert recipe.batch_unit in ("images", "sequences", "tokens", "samples")
        assert recipe.batch_unit in recipe.batch


@pytest.mark.parametrize("recipe", RECIPES, ids=BY_KEY)
def test_its_optimizer_is_the_one_in_its_words(recipe):
    if recipe.optimizer_key:
        assert recipe.optimizer_key in OPTIMIZERS
        first = re.match(r"(?:SkipStep)?(\w+)", recipe.optimizer)[1].lower()
        assert first == recipe.optimizer_key
    else:
        assert re.match("Muon|RectifiedAdam", recipe.optimizer)


def test_a_scaled_recipe_keeps_its_optimizer():
    recipe = BY_KEY["detr-r50"]
    opened = link.open_link(recipe.link_to(scaled(recipe, epochs=12)))
    assert (opened.design.epochs, opened.view.optimizer) == (12, "adamw")
    assert "optimizer" not in BY_KEY["modded-nanogpt"].link


def test_the_command_line_lists_them():
    run = subprocess.run(
        [sys.executable, "-m", "lrlib", "recipes"], capture_output=True, text=True, check=True
    )
    rows = [row.split("\t") for row in run.stdout.splitlines()]
    assert [row[0] for row in rows] == [recipe.name for recipe in RECIPES]
    assert [row[-1] for row in rows] == [recipe.link for recipe in RECIPES]
