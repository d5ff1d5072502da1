"""What is said under the code for Keras; test_keras_clocks.py shows that it is true."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import designs

from lrlib import Design
from lrlib.targets import TARGETS, notes
from lrlib.targets.optimizers import OPTIMIZERS

DESIGN = Design(epochs=50, steps_per_epoch=200, update="step")
OPTIONS = st.fixed_dictionaries(
    {},
    optional={
        "optimizer": st.sampled_from(list(OPTIMIZERS)),
        "accumulate": st.integers(1, 100),
        "weight_decay": st.floats(0, 1),
        "resume": st.just(0),
    },
)


@given(designs(), OPTIONS, st.booleans(), st.sampled_from(list(TARGETS)))
def test_plain_sentences(design, options, resumes, target):
    if resumes:
        options["resume"] = design.clock.length - 1
    said = notes(design, target, **options)
    for sentence in said:
        assert sentence.isascii()
        assert sentence.endswith(".")
        assert "  " not in sentence


EVERYTHING = {"resume": 20, "accumulate": 4, "optimizer": "adafactor"}


@pytest.mark.parametrize(
    ("target", "update", "options", "parts"),
    [
        ("keras-callback", "epoch", {}, ["Adds", "Each fit()", "The rate is its alone"]),
        (
            "keras-callback",
            "epoch",
            EVERYTHING,
            ["Adds", "It starts at epoch 20", "Load the optimizer's state", "An update whose"],
        ),
        (
            "keras-callback",
            "step",
            EVERYTHING,
            ["Adds", "It starts at epoch 20", "Load the optimizer's state", "It refuses"],
        ),
        (
            "keras-schedule",
            "step",
            {},
            ["Adds", "It is saved", "The rate is its alone", "A step that mixed_float16"],
        ),
        (
            "keras-schedule",
            "step",
            EVERYTHING,
            ["Adds", "The count that is assigned", "Load the optimizer's state", "Keras counts"],
        ),
        (
            "keras-builtin",
            "epoch",
            EVERYTHING,
            ["Keras compares", "The count that is assigned", "Load the", "Keras counts"],
        ),
        (
            "training-script",
            "step",
            EVERYTHING,
            ["Runs the 6,000 steps", "Loads checkpoint", "Adafactor never"],
        ),
    ],
)
def test_the_weightiest_are_said_and_no_more_than_four(target, update, options, parts):
    said = notes(DESIGN.replace(update=update), target, **options)
    assert [text[: len(part)] for text, part in zip(said, parts, strict=True)] == parts
    assert len(said) <= 4


@pytest.mark.parametrize(
    ("target", "update", "options", "part"),
    [
        ("keras-callback", "step", {}, "about a quarter of a millisecond"),
        ("keras-builtin", "step", {}, "at most a quarter of a millisecond"),
        ("keras-callback", "epoch", {}, "about nothing to a step"),
        ("keras-schedule", "step", {}, "at most about a tenth of a millisecond"),
        ("keras-callback", "step", {}, "more or fewer than 200 steps"),
        ("keras-callback", "step", {"accumulate": 4}, "more or fewer than 800 batches"),
        ("keras-callback", "epoch", {"accumulate": 4}, "a multiple of 4"),
        ("keras-schedule", "step", {"accumulate": 4}, "gradient_accumulation_steps=4"),
        ("keras-callback", "epoch", {"resume": 20}, "starts at epoch 20"),
        ("keras-schedule", "epoch", {"resume": 20}, "Load the optimizer's state"),
        ("keras-schedule", "epoch", {"resume": 20, "optimizer": "adafactor"}, "1 / sqrt(update)"),
        ("keras-callback", "epoch", {}, "ReduceLROnPlateau"),
        ("keras-schedule", "epoch", {}, "ReduceLROnPlateau"),
        ("keras-schedule", "epoch", {}, "second fit()"),
    ],
)
def test_what_matters_for_the_choice_is_said(target, update, options, part):
    assert part in " ".join(notes(DESIGN.replace(update=update), target, **options))


@pytest.mark.parametrize("target", ["keras-callback", "keras-schedule"])
def test_a_run_of_more_batches_than_keras_counts_everywhere_says_so(target):
    said = "On JAX and Torch Keras counts batches to 2,147,483,647, and this run has 3,000,000,000"
    design = Design(steps=10**6)
    assert notes(design, target, accumulate=3000)[0].startswith(said)
    assert said not in " ".join(notes(design, target, accumulate=2000))


def test_many_boundaries_have_their_price():
    said = notes(Design(epochs=90, warmup="linear", warmup_length=5), "keras-builtin")[0]
    assert "each of the 90 boundaries: adds about 1.1 milliseconds on TensorFlow" in said


def test_options_are_checked_as_those_of_the_code():
    with pytest.raises(ValueError, match="resume: got '-1', allowed"):
        notes(DESIGN, "keras-callback", resume=-1)
    with pytest.raises(ValueError, match="target: got 'keras', allowed"):
        notes(DESIGN, "keras")
