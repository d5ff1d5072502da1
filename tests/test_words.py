"""Designs as people read them."""

import re

import pytest
from hypothesis import given
from strategies import designs

from lrlib import Design, curve
from lrlib.words import rate_text, sentence

ARTICLE = {"warmup": "exponential", "warmup_length": 10, "peak_lr": 1e-3}


@pytest.mark.parametrize(
    ("rate", "text"), [(1e-3, "1.0E-03"), (0, "0"), (0.25, "2.5E-01"), (9.765e-07, "9.8E-07")]
)
def test_rates_read_like_this(rate, text):
    assert rate_text(rate) == text


@pytest.mark.parametrize(
    ("given_keys", "said"),
    [
        (
            ARTICLE,
            "10 warmup epochs doubling from 9.8E-07 to 1.0E-03, "
            "then half a cosine towards 0 over 40 epochs.",
        ),
        (
            {"steps": 10_000, "warmup": "linear", "warmup_length": 1000},
            "1,000 warmup steps along a straight line from 0 to 1.0E-03, "
            "then half a cosine towards 0 over 9,000 steps.",
        ),
        (
            {"warmup": "linear", "warmup_length": 1, "hold_length": 1, "decay": "constant"},
            "1 warmup epoch along a straight line from 0 to 1.0E-03, then 1 epoch at 1.0E-03, "
            "then constant at 1.0E-03 for 48 epochs.",
        ),
        (
            {"decay": "linear", "end_lr": 1e-4, "cooldown": "cosine", "cooldown_length": 5},
            "A straight line to 1.0E-04 over 45 epochs, "
            "then a cooldown along half a cosine towards 0 over 5 epochs.",
        ),
        (
            {"update": "step", "warmup": "linear", "warmup_length": 2.5, "decay": "constant"},
            "2.5 warmup epochs along a straight line from 0 to 1.0E-03, "
            "then constant at 1.0E-03 for 47.5 epochs.",
        ),
        # Rates that are trained: the drop at epoch 90 would come after the run.
        (
            {"epochs": 90, "decay": "step", "every": 30, "drop": 0.1, "peak_lr": 0.1},
            "Drops by a factor of 0.1 to 1.0E-03 over 90 epochs.",
        ),
        (
            {"decay": "exponential", "staircase": True, "decay_rate": 0.5, "decay_length": 10},
            "A staircase of factor 0.5 to 6.3E-05 over 50 epochs.",
        ),
        ({"decay": "geometric", "end_lr": 1}, "A geometric rise towards 1.0E+00 over 50 epochs."),
        (
            {"decay": "geometric", "end_lr": 1, "reach_end": True},
            "A geometric rise to 1.0E+00 over 50 epochs.",
        ),
        (
            {"decay": "triangular", "end_lr": 1e-2},
            "3 triangles pointing down towards 1.0E-02 over 50 epochs.",
        ),
        (
            {"decay": "cosine_restarts", "cycle_mult": 2, "cycle_decay": 0.5},
            "3 cosine cycles with restarts, each 2 times as long and 0.5 times as high as the one "
            "before, towards 0 over 50 epochs.",
        ),
        (
            {"warmup": "linear", "warmup_length": 5, "overlap": "join"},
            "5 warmup epochs along a straight line from 0 to 9.8E-04, where it joins the decay "
            "below it, then half a cosine, counted from the run's start, towards 0 over 45 epochs.",
        ),
    ],
)
def test_a_design_is_one_sentence(given_keys, said):
    assert sentence(Design(**given_keys)) == said


@given(designs(wide=True))
def test_every_design_has_its_sentence(design):
    said = sentence(design)
    assert said.isascii()
    assert "\n" not in said
    assert said[0].isupper() or said[0].isdigit()
    assert said.endswith(".")


@given(designs())
def test_every_rate_in_a_sentence_is_trained_or_called_a_limit(design):
    trained = {rate_text(rate) for rate in curve(design).tolist()}
    said = re.findall(r"\b(from|to|at|towards) (0|\d\.\dE[+-]\d\d)\b", sentence(design))
    assert said
    for word, rate in said:
        assert word == "towards" or rate in trained, (word, rate)
