"""The published runs: valid, honest, and the curves that their own code trains with."""

import re
import subprocess
import sys

import numpy
import pytest

from lrlib import curve, link
from lrlib.recipes import BADGES, RECIPES, scaled

BY_KEY = {recipe.key: recipe for recipe in RECIPES}


def line(a, b, p):
    return a + (b - a) * p


def half_cosine(p):
    return 0.5 * (1 + numpy.cos(numpy.pi * p))


# Each the definition in the library or paper, of the update t (from 0), written on its own.


def bert(t):
    return 1e-4 * numpy.where(t < 10_000, t / 10_000, 1 - t / 1e6)


def nanogpt(t):
    coefficient = half_cosine((t - 2000) / 598_000)
    return numpy.where(t < 2000, 6e-4 * (t + 1) / 2001, 6e-5 + coefficient * (6e-4 - 6e-5))


def one_hour(t):
    epoch = t / 156
    steps = 3.2 * 0.1 ** numpy.searchsorted([30, 60, 80], epoch, side="right")
    return numpy.where(epoch < 5, line(0.1, 3.2, epoch / 5), steps)


def model_garden(t):
    # Keras counts a boundary to the piece before it, so its boundaries are one step early here.
    steps = 1.6 * 0.1 ** numpy.searchsorted([9359, 18719, 24959], t, side="left")
    return numpy.where(t < 1560, 1.6 * t / 1560, steps)


def sgdr(t):
    epoch = t / 391
    begin = numpy.array([0, 10, 30, 70])[numpy.searchsorted([10, 30, 70], epoch, side="right")]
    return 0.05 * half_cosine((epoch - begin) / (begin + 10))


def super_convergence(t):
    return 0.1 + 2.9 * numpy.maximum(0, 1 - abs(t / 5000 - 1))


def noam(t):
    step = t + 1
    return 512**-0.5 * numpy.minimum(step**-0.5, step * 4000**-1.5)


def fairseq_inverse_sqrt(t):
    return numpy.where(
        t < 4000,
        1e-7 + t * (5e-4 - 1e-7) / 4000,
        5e-4 * 4000**0.5 * numpy.maximum(t, 1) ** -0.5,
    )


def smollm3(t):
    decayed = 2e-4 * (522_000 - (t - 4_198_001)) / 522_000
    return numpy.where(t <= 2000, 2e-4 * t / 2000, numpy.where(t < 4_198_001, 2e-4, decayed))


def deepseek_v3(t):
    tokens = t * 15_360 * 4096 / 1e12
    wave = 2.2e-5 + (2.2e-4 - 2.2e-5) * half_cosine((tokens - 10) / 4.3)
    rates = [2.2e-4 * t / 2000, 2.2e-4 + 0 * t, wave, 2.2e-5 + 0 * t]
    return numpy.select([t < 2000, tokens < 10, tokens < 14.3, tokens < 14.633], rates, 7.3e-6)


def olmo2(t):
    tokens = (t + 1) * 1024.0 * 4096
    warm, most = 8_388_608_000, 5e12
    wave = 3e-5 + (3e-4 - 3e-5) * half_cosine((tokens - warm) / (most - warm))
    return numpy.where(tokens < warm, 3e-4 * tokens / warm, wave)


def vit(t):
    progress = numpy.clip((t - 10_000) / (93_835 - 10_000), 0, 1)
    return 1e-3 * half_cosine(progress) * numpy.minimum(1, t / 10_000)


def tri_stage(t):
    rates = [line(3e-7, 3e-5, t / 8000), 3e-5 + 0 * t]
    fall = 3e-5 * numpy.exp(numpy.log(0.05) / 40_000 * (t - 40_000))
    return numpy.select([t < 8000, t < 40_000], rates, fall)


def fastai(t):
    at = t / 2000
    rise = 4e-5 + (1 + numpy.cos(numpy.pi * (1 - at / 0.25))) * (1e-3 - 4e-5) / 2
    fall = 1e-3 + (1 + numpy.cos(numpy.pi * (1 - (at - 0.25) / 0.75))) * (1e-8 - 1e-3) / 2
    return numpy.where(at < 0.25, rise, fall)


def kaggle(base):
    def rates(t):
        return numpy.where(t < 10, 1e-3 * base ** (t - 10.0), 1e-3 * half_cosine((t - 10) / 90))

    return rates


def openfold(t):
    drops = (t - 50_000) // 50_000 + 1
    return numpy.select([t <= 1000, t <= 50_000], [t / 1e6, 1e-3], 1e-3 * 0.95**drops)


def detectron2(t):
    warm = 0.001 * (1 - t / 1000) + t / 1000
    factor = 0.1 ** numpy.searchsorted([60_000, 80_000], t, side="right")
    return 0.02 * factor * numpy.where(t < 1000, warm, 1)


def t5(t):
    return 1 / numpy.sqrt(numpy.maximum(t, 1e4))


def minicpm(t):
    stable = 0.01 * numpy.minimum(1, t / 2000)
    start = 279_898 - 27_990
    return numpy.where(t < start, stable, 0.01 * 0.5 ** ((t - start) / 5000))


EXACT = {
    "bert": bert,
    "nanogpt-gpt2": nanogpt,
    "resnet50-one-hour": one_hour,
    "resnet50-model-garden": model_garden,
    "sgdr-wrn-28-10": sgdr,
    "super-convergence-resnet56": super_convergence,
    "transformer-noam": noam,
    "fairseq-transformer": fairseq_inverse_sqrt,
    "smollm3-3b": smollm3,
    "vit-b16-imagenet": vit,
    "wav2vec2-tri-stage": tri_stage,
    "fastai-one-cycle": fastai,
    "kaggle-exp-warmup": kaggle(2.0),
    "kaggle-log-warmup": kaggle(10.0),
    "alphafold2-openfold": openfold,
    "faster-rcnn-1x": detectron2,
    "t5": t5,
    "minicpm-wsd": minicpm,
}


def ticks(design, count=3000):
    """Ticks all over a run, with three on either side of every edge."""
    edges = [phase.begin + i for phase in design.phases() for i in range(-3, 4)]
    spread = numpy.linspace(0, design.ticks - 1, count).astype(int)
    return numpy.unique(numpy.clip(numpy.concatenate([edges, spread]), 0, design.ticks - 1))


@pytest.mark.parametrize("key", EXACT)
def test_the_curve_is_the_one_of_its_own_code(key):
    design = BY_KEY[key].design
    at = ticks(design)
    difference = abs(curve(design, at) - EXACT[key](at)).max()
    assert difference <= 1e-9 * design.peak_lr


def test_tokens_become_whole_steps_within_a_step_of_the_original():
    # OLMo 2's 5T tokens and DeepSeek-V3's tokens are no whole steps.
    design = BY_KEY["olmo2-7b"].design
    at = ticks(design)
    assert abs(curve(design, at) - olmo2(at)).max() <= 3e-7 * design.peak_lr
    design = BY_KEY["deepseek-v3"].design
    at = ticks(design)
    edges = numpy.array([phase.begin for phase in design.phases()])
    at = at[(abs(at[:, None] - edges) > 1).all(axis=1)]
    # A cosine falls at most pi / 2 / 68,346 of its height in a step.
    assert abs(curve(design, at) - deepseek_v3(at)).max() <= 3e-5 * design.peak_lr


def test_efficientnet_is_keras_staircase_after_its_warmup_and_higher_than_the_original():
    import keras

    design = BY_KEY["efficientnet-b0"].design
    at = numpy.arange(0, design.ticks, 50)
    at = numpy.unique(numpy.concatenate([at, *(range(i - 2, 216_000, 1500) for i in (2, 3, 4))]))
    staircase = keras.optimizers.schedules.ExponentialDecay(0.128, 1500, 0.97, staircase=True)
    original = numpy.array(staircase(at.astype("float32")), dtype=float)
    bare = design.replace(warmup="none", warmup_length=0)
    numpy.testing.assert_allclose(curve(bare, at), original, rtol=1e-5)
    after = at >= 5 * 625
    higher = curve(design, at)[after] / original[after] - 1
    assert higher.min() > 0.06
    assert higher.max() == pytest.approx(0.0957, abs=1e-3)
    assert "at most 9.6 % higher" in BY_KEY["efficientnet-b0"].note


def test_deit_is_timms_cosine_but_for_the_overlay():
    design = BY_KEY["deit"].design
    epoch = numpy.maximum(numpy.arange(300) - 1, 0)  # trains at the rate of the epoch before
    wave = 1e-5 + (1e-3 - 1e-5) * half_cosine(epoch / 300)
    original = numpy.where(epoch < 5, line(1e-6, 1e-3, epoch / 5), wave)
    difference = abs(curve(design) - original)[6:] / 1e-3
    assert difference.max() == pytest.approx(0.0106, abs=1e-4)
    assert "at most 1.1 %" in BY_KEY["deit"].note


def test_bert_differs_from_a_line_from_its_peak_by_one_percent():
    design = BY_KEY["bert"].design
    plain = design.replace(decay="linear")
    at = numpy.array([10_000, 500_000, 999_999])
    numpy.testing.assert_allclose(curve(plain, at) / curve(design, at), 1 / 0.99, rtol=1e-6)
    fine = BY_KEY["bert-fine-tune"].design
    at = numpy.arange(35, 345)
    numpy.testing.assert_allclose(curve(fine, at) / (2e-5 * (1 - at / 345)), 345 / 310)


def test_keras_own_cosine_is_llamas():
    import keras

    design = BY_KEY["llama-7b"].design
    own = keras.optimizers.schedules.CosineDecay(0.0, 248_000, 0.1, "cosine", 3e-4, 2000)
    at = [0, 1, 1999, 2000, 2001, 100_000, 249_999]
    rates = [float(own(float(tick))) for tick in at]
    numpy.testing.assert_allclose(curve(design, at), rates, rtol=1e-4, atol=3e-10)


@pytest.mark.parametrize("recipe", RECIPES, ids=BY_KEY)
def test_a_recipe_is_a_link_that_opens_as_its_design(recipe):
    design, problems = link.read(recipe.link)
    assert (design, problems) == (recipe.design, [])
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
    near = (at / own.ticks)[:, None] + numpy.linspace(-reach, reach, 101)
    around = curve(design, (numpy.clip(near, 0, 1) * design.ticks).astype(int))
    slack = 2e-3 * design.peak_lr
    assert (rates >= around.min(axis=1) - slack).all()
    assert (rates <= around.max(axis=1) + slack).all()


def test_there_are_thirty_of_them_with_keys_of_their_own():
    assert len(RECIPES) >= 30
    assert len(BY_KEY) == len({recipe.name for recipe in RECIPES}) == len(RECIPES)
    assert {"vision", "language", "speech"} <= {recipe.field for recipe in RECIPES}


@pytest.mark.parametrize(
    "key",
    ["gpt3-175b", "chinchilla-70b", "llama2-7b", "llama3-405b", "palm-540b", "whisper-large"],
)
def test_what_was_only_read_in_a_paper_says_so(key):
    assert BY_KEY[key].badge == "from the paper, not checked"


def test_the_command_line_lists_them():
    run = subprocess.run(
        [sys.executable, "-m", "lrlib", "recipes"], capture_output=True, text=True, check=True
    )
    rows = [row.split("\t") for row in run.stdout.splitlines()]
    assert [row[0] for row in rows] == [recipe.name for recipe in RECIPES]
    assert [row[-1] for row in rows] == [recipe.link for recipe in RECIPES]
