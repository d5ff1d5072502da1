"""Lengths that whole ticks cannot hold are named, with what they become."""

import pytest

from lrlib import link
from lrlib.advice import advise

PIECES = "steps=10000&decay=piecewise&boundaries=0.3,0.6&values=1e-4,1e-5"
SAID = {
    "steps=10000&warmup=linear&warmup_length=0.03": (
        "warmup_length",
        "A warmup of length 0.03 comes to no step",
        "3 % of the run is 300 steps",
    ),
    PIECES: (
        "boundaries",
        "The boundary at 0.3 comes to no step",
        "30 % of the run is 3,000 steps",
    ),
    "epochs=3&warmup=linear&warmup_length=0.3": (
        "warmup_length",
        "0.3 comes to no epoch",
        "changing it each step",
    ),
    "epochs=50&decay=step&every=1.4": ("every", "1.4 becomes 1 epoch", "changing it each step"),
    "epochs=50&warmup=linear&warmup_length=0": ("warmup_length", "no warmup yet", "length is 0"),
    "epochs=50&cooldown=linear&cooldown_length=0": ("cooldown_length", "no cooldown yet", ""),
}


@pytest.mark.parametrize("text", SAID)
def test_it_says_what_becomes_of_a_length_and_what_would_help(text):
    field, becomes, helps = SAID[text]
    found = [f for f in advise(link.read(text)[0]) if becomes in f.reason]
    assert [f.field for f in found] == [field]
    assert helps in found[0].reason


def test_less_than_a_hundredth_is_not_worth_a_word():
    text = "steps=10000&decay=exponential&staircase=true&decay_length=859.375&decay_rate=0.9"
    assert not [f for f in advise(link.read(text)[0]) if f.field == "decay_length"]
