"""Designs as people read them."""

import pytest
from hypothesis import given
from strategies import designs

from lrlib import Design
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
            "then half a cosine to 0 over 40 epochs.",
        ),
        (
            {"steps": 10_000, "warmup": "linear", "warmup_length": 1000},
            "1,000 warmup steps along a straight line from 0 to 1.0E-03, "
            "then half a cosine to 0 over 9,000 steps.",
        ),
        (
            {"warmup": "linear", "warmup_length": 1, "hold_length": 1, "decay": "constant"},
            "1 warmup epoch along a straight line from 0 to 1.0E-03, then 1 epoch at 1.0E-03, "
            "then constant at 1.0E-03 for 48 epochs.",
        ),
        (
            {"decay": "linear", "end_lr": 1e-4, "cooldown": "cosine", "cooldown_length": 5},
            "A straight line to 1.0E-04 over 45 epochs, "
            "then a cooldown along half a cosine to 0 over 5 epochs.",
        ),
        (
            {"update": "step", "warmup": "linear", "warmup_length": 2.5, "decay": "constant"},
            "2.5 warmup epochs along a straight line from 0 to 1.0E-03, "
            "then constant at 1.0E-03 for 47.5 epochs.",
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
