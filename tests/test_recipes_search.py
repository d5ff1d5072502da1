"""What people type finds the runs that they mean."""

import pytest

from lrlib.recipes import RECIPES
from lrlib.recipes.search import search


def keys(text):
    return {recipe.key for recipe in search(text, RECIPES)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("resnet 50", {"resnet50-one-hour", "resnet50-model-garden", "resnet50-torchvision"}),
        ("ResNet-50", {"resnet50-one-hour", "resnet50-model-garden", "resnet50-torchvision"}),
        ("OneCycleLR", {"fastai-one-cycle", "fastai-fine-tune"}),
        (
            "one cycle",
            {"fastai-one-cycle", "fastai-fine-tune", "super-convergence-resnet56"},
        ),
        (
            "WSD",
            {"minicpm-wsd", "smollm2-1.7b", "smollm3-3b", "finemath-continual"}
            | {"modded-nanogpt", "nanochat-d12"},
        ),
        ("timm", {"deit", "swin-t"}),
        ("poly", {"nnunet-v2", "mmseg-80k", "yolox-s"}),
        ("noam", {"transformer-noam", "fairseq-transformer", "t5", "palm-540b"}),
        ("tri-stage", {"wav2vec2-tri-stage"}),
        ("llama 7b", {"llama-7b", "llama2-7b"}),
        ("muon", {"modded-nanogpt", "nanochat-d12"}),
        ("rl", {"ppo-cleanrl"}),
        ("swin 2021", {"swin-t"}),
        ("no such run", set()),
    ],
)
def test_a_search_finds_exactly_these(text, found):
    assert keys(text) == found


@pytest.mark.parametrize(
    ("text", "some"),
    [
        ("alpaca", {"alpaca-7b", "torchtune-llama3-lora"}),
        ("StepLR", {"detr-r50"}),
        ("step decay", {"detr-r50", "resnet50-one-hour", "faster-rcnn-1x"}),
        ("trapezoidal", {"minicpm-wsd"}),
        ("cosine annealing", {"resnet50-torchvision", "nanogpt-gpt2"}),
        ("lora", {"flux-lora", "qlora-guanaco-7b", "torchtune-llama3-lora"}),
        ("adafactor", {"t5", "palm-540b"}),
        ("lion", set()),
    ],
)
def test_a_search_finds_at_least_these(text, some):
    found = keys(text)
    assert some <= found
    assert len(found) < len(RECIPES) / 2


def test_trapezoids_and_wsd_are_one_thing():
    assert keys("WSD") == keys("trapezoid") == keys("warmup-stable-decay")


def test_an_empty_search_leaves_all_in_order():
    assert search("", RECIPES) == search("   ", RECIPES) == list(RECIPES)


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.key)
def test_each_is_found_by_its_own_name_and_title(recipe):
    assert recipe in search(recipe.name, RECIPES)
    assert recipe in search(recipe.title.lower(), RECIPES)
