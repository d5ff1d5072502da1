"""What people call a schedule finds its shapes."""

import pytest

from lrlib.shapes import SHAPES
from lrlib.shapes.matching import choose
from lrlib.shapes.search import PHASES, TOGETHER, find


@pytest.mark.parametrize(
    ("text", "shapes"),
    [
        ("OneCycleLR", {("warmup", "cosine"), ("decay", "cosine")}),
        ("StepLR", {("decay", "step")}),
        ("step decay", {("decay", "step"), ("decay", "piecewise")}),
        ("MultiStepLR", {("decay", "piecewise")}),
        ("WSD", {("decay", "constant"), ("cooldown", "linear")}),
        ("warmup-stable-decay", {("decay", "constant"), ("cooldown", "one_minus_sqrt")}),
        ("trapezoid", {("decay", "constant"), ("cooldown", "linear")}),
        ("poly", {("decay", "polynomial"), ("cooldown", "polynomial")}),
        ("cosine annealing", {("decay", "cosine"), ("cooldown", "cosine")}),
        ("CosineAnnealingWarmRestarts", {("decay", "cosine_restarts")}),
        ("sgdr", {("decay", "cosine_restarts")}),
        ("one cycle", {("decay", "triangular"), ("decay", "cosine")}),
        ("noam", {("warmup", "linear"), ("decay", "inverse_sqrt")}),
        ("rsqrt", {("decay", "inverse_sqrt")}),
        ("cyclical", {("decay", "triangular")}),
        ("sustain", {("hold", "")}),
        ("stable", {("hold", ""), ("decay", "constant")}),
        ("anneal", {("cooldown", "linear"), ("decay", "cosine")}),
        ("decay phase", {("cooldown", "linear"), ("cooldown", "cosine")}),
        ("exponential", {("warmup", "exponential"), ("decay", "exponential")}),
    ],
)
def test_a_name_finds_its_shapes(text, shapes):
    assert shapes <= set(find(text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("StepLR", 2),
        ("step decay", 2),
        ("noam", 2),
        ("OneCycleLR", 2),
        ("cyclical", 1),
        ("sgdr", 1),
        ("no such thing", 0),
        ("é", 0),
    ],
)
def test_and_nothing_else(text, count):
    assert len(find(text)) == count


def test_every_shape_is_found_by_each_of_its_own_words():
    for phase, shapes in SHAPES.items():
        for name, shape in shapes.items():
            for word in (name, shape.label, *shape.also):
                assert (phase, name) in find(word), word


def test_an_empty_text_finds_all():
    everything = [(phase, name) for phase in PHASES for name in SHAPES.get(phase, ("",))]
    assert find("") == find("  -_ ") == everything


def test_names_of_several_shapes_name_shapes_that_exist():
    for group in TOGETHER:
        for phase, name in group.shapes.items():
            assert name in {"*", *SHAPES.get(phase, {"": None})}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("resnet 50", "ResNet-50"),
        ("resnet50", "ResNet-50"),
        ("RESNET_50", "ResNet-50"),
        ("resn", "ResNet-50"),
        ("onecycle", "OneCycleLR"),
        ("one-cycle lr", "OneCycleLR"),
        ("wav2vec 2", "wav2vec 2.0"),
        ("gpt2", "GPT-2"),
        ("100000", "100,000 steps"),
    ],
)
def test_case_hyphens_spaces_and_underscores_make_no_difference(text, name):
    assert choose(text, {name: ((name,), ())}) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("50", "500 steps"),
        ("adamw", "Adam, weight decay"),
        ("net", "ResNet50".lower()),
        ("(*[", "("),
    ],
)
def test_a_number_is_a_whole_one_and_a_word_begins_one(text, name):
    assert choose(text, {name: ((name,), ())}) == ([] if text != "(*[" else [name])


def test_several_words_in_one_name_are_meant_before_words_all_over():
    things = {1: (("step decay",), ()), 2: (("cosine",), ("a step, later a decay",))}
    assert choose("step decay", things) == [1]
    assert choose("cosine step", things) == [2]
    assert choose("step", things) == [1, 2]
