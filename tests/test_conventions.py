"""What conventions change, in words, held against the rates that are trained."""

import pytest
from every_design import DESIGNS

from lrlib import Design, curve
from lrlib.design.keys import known_fields
from lrlib.printing.conventions import WORDS, conventions
from lrlib.shapes import SHAPES

WARM = {"epochs": 20, "warmup": "linear", "warmup_length": 5, "init_lr": 1e-5}
STEPS = {"steps_per_epoch": 10, "update": "step"}


def said(phase, **given):
    return " ".join(conventions(Design(**given), phase))


def test_every_convention_has_words():
    known = known_fields().items()
    assert set(WORDS) == {key for key, fields in known if any(f.convention for f in fields)}


def test_nothing_is_said_of_what_is_usual():
    for phase in SHAPES:
        assert conventions(Design(**WARM, cooldown="linear", cooldown_length=2), phase) == []


@pytest.mark.parametrize(
    ("overlap", "end"),
    [
        ("none", "its last trains at the peak"),
        ("jump", "its last trains at the peak"),
        ("join", "its last trains where it meets the decay"),
        ("multiply", "its last trains at the decay's own rate"),
    ],
)
def test_a_warmup_that_counts_from_one(overlap, end):
    given = WARM | STEPS | {"warmup_from": 1, "overlap": overlap}
    design = Design(**given)
    assert f"the first update is one step on already, and {end}." in said("warmup", **given)
    rates, alone = curve(design), curve(Design(epochs=20, **STEPS))
    last = {"join": alone[50], "multiply": alone[49]}.get(overlap, design.peak_lr)
    assert rates[49] == pytest.approx(last, rel=1e-12)
    assert rates[0] > design.init_lr


def test_a_warmup_that_the_run_cuts_is_not_said_to_reach_anything():
    text = said("warmup", **WARM | {"epochs": 4, "warmup_from": 1})
    assert text == "It counts from 1: the first epoch is one step on already."


@pytest.mark.parametrize(
    ("overlap", "words"),
    [("jump", "goes over to the decay"), ("join", "where the two meet"), ("multiply", "laid over")],
)
def test_what_lies_over_the_decay_is_said_of_both(overlap, words):
    assert words in said("warmup", **WARM, overlap=overlap)
    assert (
        said("decay", **WARM, overlap=overlap)
        == "It counts from the run's start, under the warmup."
    )
    assert said("decay", **WARM | {"warmup_length": 0}, overlap=overlap) == ""


@pytest.mark.parametrize(
    ("given", "phase", "tick"),
    [
        ({}, "decay", "epoch"),
        (STEPS, "decay", "update"),
        (STEPS | {"decay_update": "epoch"}, "decay", "epoch"),
        (STEPS | {"cooldown": "linear", "cooldown_length": 5}, "cooldown", "update"),
        ({"cooldown": "linear", "cooldown_length": 1}, "", ""),  # one tick trains at its start
        ({"decay": "triangular", "cycle_length": 7}, "", ""),  # cut by the run's end
        ({"decay": "constant", "cooldown": "linear", "cooldown_length": 0}, "", ""),
    ],
)
def test_the_last_update_is_said_to_reach_the_end_where_it_does(given, phase, tick):
    given = {"epochs": 20, "end_lr": 1e-5, "final_lr": 1e-5, "reach_end": True} | given
    given = {key: value for key, value in given.items() if key in Design(**given).chosen}
    for name in SHAPES:
        words = f"The run's last {tick} trains at the end itself, where p is 1."
        assert (words in said(name, **given)) == (name == phase)
        assert ("p is 1" in said(name, **given)) == (name == phase)
    if phase:
        assert curve(Design(**given))[-1] == 1e-5


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"decay": "triangular", "rise": 0.3}, "It rises over the first 30 % of each cycle."),
        ({"decay": "triangular", "cycle_length": 1}, "The first cycle lasts 1 epoch, and"),
        ({"decay": "cosine_restarts", "cycle_length": 7.4}, "The first cycle lasts 7 epochs, and"),
        ({"decay": "step", "floor": "towards"}, "the rate heads for it"),
        (STEPS | {"decay_update": "epoch"}, "It changes once an epoch"),
    ],
)
def test_the_decays_own_conventions(given, words):
    assert words in said("decay", **given)
    assert said("warmup", **WARM | given) == ""


@pytest.mark.parametrize("name", DESIGNS)
def test_every_design_has_words_for_its_conventions(name):
    design = DESIGNS[name]
    found = [text for phase in SHAPES for text in conventions(design, phase)]
    assert all(text[0].isupper() and text.endswith(".") for text in found)
    if design.chosen.get("overlap", "none") != "none" and design.spans["warmup"].ticks:
        assert "It counts from the run's start, under the warmup." in found
