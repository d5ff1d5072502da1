"""Each rule of advice: where it speaks, what it says, and where it keeps quiet."""

import subprocess
import sys

import pytest

from lrlib import Design
from lrlib.advice import RULES, advise
from lrlib.advice.optimizers import USUAL
from lrlib.recipes import RECIPES
from lrlib.targets.optimizers import OPTIMIZERS
from lrlib.view import View

WARM = {"warmup": "linear", "warmup_length": 5, "init_lr": 1e-4}
PIECES = {"decay": "piecewise", "boundaries": (20, 40), "values": (5e-4, 2e-4)}
PLAIN = {"end_lr": 2e-5}  # a cosine whose end is no update below 1 % of the peak
MANY = {"update": "step", **PLAIN}
CLEAN = {
    "cosine": {},
    "kaggle": {"epochs": 100, "warmup": "exponential", "warmup_length": 10},
    "pieces": {**WARM, **PIECES},
    "boundary at the warmup's end but one": {**WARM, **PIECES, "boundaries": (6, 49)},
    "overlay of a hundredth": {
        "steps": 1000,
        "warmup": "linear",
        "warmup_length": 10,
        "decay": "points",
        "points": ((10, 9.9e-4), (1000, 1e-5)),
    },
    "one and a half waves": {"cycles": 1.5, "end_lr": 1e-5},
    "three restarts": {"decay": "cosine_restarts", "end_lr": 1e-5},
    "short cooldown": {**PLAIN, "cooldown": "linear", "cooldown_length": 5, "final_lr": 1e-5},
    "constant to the end": {**WARM, "decay": "constant", "hold_length": 45},
    "every step from 0": {**MANY, "warmup": "linear", "warmup_length": 5, "epochs": 10},
    "twenty-one epochs": {"epochs": 21, **PLAIN},
    "constant for ten epochs": {"epochs": 10, "decay": "constant"},
    "pieces of ten epochs": {"epochs": 10, **PIECES, "boundaries": (2, 4)},
    "16,777,216 steps": {"steps": 2**24, **PLAIN},
}


@pytest.mark.parametrize("name", CLEAN)
def test_no_advice_on_a_design_that_needs_none(name):
    assert advise(Design(**CLEAN[name])) == []


# What a design is like -> level, field, and how the one finding goes on.
ONE = {
    "warmup as long as the run": (
        {"warmup": "linear", "warmup_length": 50, "init_lr": 1e-4},
        ("error", "warmup_length", "takes the whole run of 50 epochs"),
    ),
    "hold cut": (
        {**WARM, "hold_length": 60},
        ("warning", "hold_length", "cut from 60 epochs to 45"),
    ),
    "cooldown cut": (
        {**WARM, "hold_length": 40, "cooldown": "linear", "cooldown_length": 10, "final_lr": 1e-4},
        ("warning", "cooldown_length", "cut from 10 epochs to 5: the run of 50 epochs"),
    ),
    "no decay left": (
        {**WARM, "hold_length": 45},
        ("warning", "hold_length", "Nothing of the run of 50 epochs is left for the decay"),
    ),
    "boundary at the end": (
        {**WARM, **PIECES, "boundaries": (20, 50)},
        (
            "warning",
            "boundaries",
            "at epoch 50 is at or past the end of the run, epoch 50: the "
            "rate 2.0E-04 is never used",
        ),
    ),
    "both boundaries past the end": (
        {**WARM, **PIECES, "boundaries": (60, 70)},
        (
            "warning",
            "boundaries",
            "2 boundaries, from epoch 60 on, are at or past the end of the "
            "run, epoch 50: the rate 5.0E-04",
        ),
    ),
    "boundary in the cooldown": (
        {**WARM, **PIECES, "cooldown": "linear", "cooldown_length": 10, "final_lr": 1e-4},
        ("warning", "boundaries", "at epoch 40 is at or past the start of the cooldown, epoch 40"),
    ),
    "boundary inside the warmup": (
        {**WARM, **PIECES, "boundaries": (3, 20)},
        ("warning", "boundaries", "at epoch 3 lies inside the warmup, which lasts to epoch 5"),
    ),
    "boundary where the warmup ends": (
        {**WARM, **PIECES, "boundaries": (5, 20)},
        ("warning", "boundaries", "jumps from 1.0E-03 to 5.0E-04 at epoch 5, where warmup meets"),
    ),
    "a drop that never comes": (
        {**WARM, "decay": "step", "every": 45},
        ("warning", "every", "after 45 epochs, but the decay lasts 45 epochs"),
    ),
    "points past the end": (
        {"decay": "points", "points": ((0, 1e-3), (60, 1e-4))},
        ("note", "points", "go on to epoch 60, past the end of the run, epoch 50"),
    ),
    "a first epoch at 0": (
        {"warmup": "linear", "warmup_length": 10, **PLAIN},
        ("warning", "init_lr", "whole first epoch, 200 updates, trains nothing"),
    ),
    "triangles from 0": (
        {"decay": "triangular", "steps_per_epoch": 7},
        ("warning", "end_lr", "whole first epoch, 7 updates"),
    ),
    "a jump to the first point": (
        {**WARM, "decay": "points", "points": ((5, 5e-3), (50, 1e-3))},
        ("warning", "points", "jumps from 1.0E-03 to 5.0E-03 at epoch 5"),
    ),
    "an end above the start": (
        {"end_lr": 1e-2},
        ("warning", "end_lr", "The decay's end, 1.0E-02, is above the max LR of 1.0E-03"),
    ),
    "a floor above the start": (
        {"decay": "inverse_sqrt", "end_lr": 1e-2},
        ("warning", "end_lr", "The floor, 1.0E-02"),
    ),
    "a last piece above the start": (
        {**PIECES, "values": (2e-3, 3e-3)},
        ("warning", "values", "The decay's end, 3.0E-03"),
    ),
    "a warmup that falls": (
        {**WARM, "init_lr": 2e-3},
        ("warning", "init_lr", "starts at 2.0E-03, above the max LR of 1.0E-03"),
    ),
    "a cooldown that rises": (
        {**PLAIN, "cooldown": "linear", "cooldown_length": 4, "final_lr": 1e-3},
        ("warning", "final_lr", "ends at 1.0E-03, above the 2.0E-05 where it starts"),
    ),
    "a whole wave": (
        {"cycles": 1, "end_lr": 1e-5},
        (
            "warning",
            "cycles",
            "A cosine of 1 wave ends on the way up, at 1.0E-03; one of 0.5 or 1.5 ends",
        ),
    ),
    "three quarters of a wave": (
        {"cycles": 0.75, "end_lr": 0},
        (
            "warning",
            "cycles",
            "A cosine of 0.75 waves ends on the way up, at 5.0E-04; one of 0.5 or 1.5",
        ),
    ),
    "a quarter of a wave": (
        {"cycles": 0.25},
        (
            "note",
            "cycles",
            "A cosine of 0.25 waves ends at 5.0E-04, before the bottom at 0; one of 0.5",
        ),
    ),
    "waves shorter than the epochs": (
        {"cycles": 20.5, "end_lr": 1e-5},
        ("warning", "cycles", "A wave lasts 2.4 changes of the rate"),
    ),
    "restarts of three epochs": (
        {"decay": "cosine_restarts", "cycles": 17, "end_lr": 1e-5},
        ("warning", "cycles", "The shortest of 17 cycles lasts 2 epochs of 50"),
    ),
    "more restarts than epochs": (
        {"epochs": 30, "decay": "cosine_restarts", "cycles": 64, "end_lr": 1e-4},
        ("warning", "cycles", "Only 30 of 64 cycles have room in 30 epochs"),
    ),
    "a restart that hardly rises": (
        {"decay": "cosine_restarts", "cycles": 3, "cycle_decay": 0.09, "end_lr": 1e-5},
        ("warning", "cycle_decay", "rises only to 1.8E-05, from 1.0E-05: too little"),
    ),
    "a long cooldown after a cosine": (
        {**PLAIN, "cooldown": "linear", "cooldown_length": 6, "final_lr": 1e-5},
        ("note", "cooldown_length", "The cosine ends at epoch 44, 6 epochs before the run"),
    ),
    "a cosine cut by the end": (
        {"decay": "points", "join": "cosine", "points": ((0, 1e-3), (60, 0))},
        ("note", "points", "would end at epoch 60, but the run ends at epoch 50"),
    ),
    "a cosine cut far from its end": (
        {"decay": "points", "join": "cosine", "points": ((0, 1e-3), (63, 0))},
        ("warning", "points", "would end at epoch 63"),
    ),
    "low rates": (
        {"decay": "piecewise", "boundaries": (44,), "values": (9e-6,)},
        ("note", "values", "1,200 of 10,000 updates, 12 %, run below 1 % of the highest rate"),
    ),
    "low rates for most of the run": (
        {"decay": "piecewise", "boundaries": (30,), "values": (9e-6,)},
        ("warning", "values", "4,000 of 10,000 updates, 40 %"),
    ),
    "few epochs": (
        {"epochs": 8, "decay": "linear", "end_lr": 1e-4},
        ("note", "update", "the rate jumps by up to 1.1E-04, 11 % of the highest, at epoch"),
    ),
    "few epochs doubling": (
        {"epochs": 20, "warmup": "exponential", "warmup_length": 3, "end_lr": 1e-4},
        ("note", "update", "jumps by up to 5.0E-04, 50 % of the highest, at epoch 3"),
    ),
    "more steps than float32 counts": (
        {"steps": 2**24 + 1, **PLAIN},
        ("note", "steps", "At 16,777,217 steps a float32 counter moves 2 steps"),
    ),
}


@pytest.mark.parametrize("name", ONE)
def test_one_finding_names_the_field_and_the_numbers(name):
    fields, (level, field, words) = ONE[name]
    design = Design(**fields)
    found = [finding for finding in advise(design) if words in finding.reason]
    assert [(finding.level, finding.field) for finding in found] == [(level, field)]
    assert field in design.chosen
    # One sentence.
    assert found[0].reason.endswith(".")
    assert ". " not in found[0].reason


@pytest.mark.parametrize("name", ONE)
def test_nothing_else_is_said_but_what_follows_from_it(name):
    # A rate stuck near zero, or few epochs, may be the consequence of the fault itself.
    assert 1 <= len(advise(Design(**ONE[name][0]))) <= 2


def test_the_most_serious_comes_first():
    design = Design(epochs=10, warmup="linear", warmup_length=10)
    levels = [finding.level for finding in advise(design)]
    assert levels == sorted(levels, key=["error", "warning", "note"].index)
    assert levels[0] == "error"
    assert "note" in levels


@pytest.mark.parametrize(
    ("optimizer", "rate", "level"),
    [
        ("adam", 0.5, "warning"),
        ("adam", 1e-3, None),
        ("adam", 1e-8, "note"),
        ("sgd", 0.5, None),
        ("sgd", 1e-5, "note"),
        ("lion", 1e-2, "warning"),
        ("lion", 1e-4, None),
        ("adafactor", 0.01, None),
        ("rmsprop", 0.256, None),
    ],
)
def test_a_rate_is_held_against_the_chosen_optimizer(optimizer, rate, level):
    found = advise(Design(peak_lr=rate), View(optimizer=optimizer))
    assert [finding.level for finding in found] == ([level] if level else [])
    assert all(finding.field == "peak_lr" and finding.source for finding in found)
    assert advise(Design(peak_lr=rate)) == []


def test_every_optimizer_of_the_code_panel_has_its_usual_rates():
    assert set(USUAL) == set(OPTIMIZERS)


@pytest.mark.parametrize("usual", USUAL.values(), ids=USUAL)
def test_a_range_that_no_source_gives_is_called_ours(usual):
    assert usual.source.startswith("range ours; ")


@pytest.mark.parametrize(
    ("per_epoch", "data", "batch", "words"),
    [
        (200, 50_000, 32, "is still 200, but 50,000 samples in batches of 32 make 1,563."),
        (300, 50_000, 32, "is 300, but 50,000 samples in batches of 32 make 1,563."),
        (200, 50_000, None, "still 200: with 50,000 samples that is right for a batch of 250 only"),
        (1563, 50_000, 32, None),
        (1562, 50_000, 32, None),  # without the last, smaller batch
        (300, 50_000, None, None),
        (200, None, None, None),
        (200, None, 32, None),
    ],
)
def test_steps_per_epoch_follow_from_the_data(per_epoch, data, batch, words):
    design = Design(steps_per_epoch=per_epoch)
    found = advise(design, data_size=data, batch_size=batch)
    assert [finding.field for finding in found] == ["steps_per_epoch"] * bool(words)
    assert all(words in finding.reason for finding in found)


@pytest.mark.parametrize(
    ("per_epoch", "devices", "accumulate", "words"),
    [
        (100, None, 4, None),
        (50, 2, 4, None),
        (
            400,
            None,
            4,
            "Steps per epoch, 400, counts batches: 25,600 samples in batches of 64, "
            "4 to an update, make 100 updates",
        ),
        (400, 2, 1, "but 25,600 samples in batches of 64 on 2 devices make 200."),
        (300, None, 4, "is 300, but 25,600 samples in batches of 64, 4 to an update, make 100."),
    ],
)
def test_an_update_may_be_several_batches_on_several_devices(per_epoch, devices, accumulate, words):
    design, view = Design(steps_per_epoch=per_epoch), View(accumulate=accumulate)
    found = advise(design, view, data_size=25_600, batch_size=64, devices=devices)
    assert [finding.field for finding in found] == ["steps_per_epoch"] * bool(words)
    assert all(words in finding.reason for finding in found)


def test_low_rates_lie_at_the_door_of_the_phase_that_holds_most_of_them():
    design = Design(
        steps=10_000,
        warmup="linear",
        warmup_length=500,
        decay="piecewise",
        boundaries=(6000,),
        values=(9e-6,),
    )
    found = [f for f in advise(design) if "run below 1 %" in f.reason]
    assert [(f.level, f.field) for f in found] == [("warning", "values")]
    assert found[0].reason.startswith("4,005 of 10,000 updates")


def test_a_computed_rate_that_is_the_same_does_not_rise():
    for power in range(1, 40):
        for epochs in range(10, 16):
            design = Design(
                epochs=epochs,
                peak_lr=power * 1e-3,
                decay="linear",
                end_lr=1e-5,
                cooldown="linear",
                cooldown_length=1,
                final_lr=1e-5,
            )
            assert not [f for f in advise(design) if f.field == "final_lr"]


def own_optimizer(recipe):
    return View(optimizer=recipe.optimizer_key) if recipe.optimizer_key else None


def test_no_rule_troubles_more_than_a_few_of_the_published_runs():
    fired = {
        rule: [r.key for r in RECIPES if findings(rule, r, ("warning", "error"))] for rule in RULES
    }
    assert max(map(len, fired.values())) <= len(RECIPES) / 4
    notes = {rule: [r.key for r in RECIPES if findings(rule, r, ("note",))] for rule in RULES}
    assert max(map(len, notes.values())) <= len(RECIPES) / 4


def findings(rule, recipe, levels):
    from lrlib.advice.case import Case

    case = Case(recipe.design, own_optimizer(recipe))
    return [finding for finding in rule(case) if finding.level in levels]


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.key)
def test_no_published_run_is_an_error(recipe):
    found = advise(recipe.design, own_optimizer(recipe))
    assert [finding for finding in found if finding.level != "note"] == []


def test_a_billion_steps_are_judged_from_a_sample():
    design = Design(steps=10**9, decay="piecewise", boundaries=(4 * 10**8,), values=(1e-6,))
    reasons = [finding.reason for finding in advise(design)]
    assert reasons[0].startswith("About 600,000,000 of 1,000,000,000 updates, 60 %")


def check(text):
    run = subprocess.run(
        [sys.executable, "-m", "lrlib", "check", text], capture_output=True, text=True, check=False
    )
    return run.returncode, run.stdout


def test_the_command_line_ends_with_1_on_an_error_only():
    assert check("epochs=50") == (0, "")
    status, text = check("epochs=50&cycles=1&end_lr=1e-5&optimizer=lion&peak_lr=0.1")
    assert (status, len(text.splitlines())) == (0, 2)
    assert "unusually high for Lion" in text
    status, text = check("epochs=5&warmup=linear&warmup_length=9&init_lr=1e-4")
    assert status == 1
    assert text.startswith("error: warmup_length: The warmup of 9 epochs takes")
