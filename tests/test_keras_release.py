"""A callback that lets go of the rate after the warmup, beside a real ReduceLROnPlateau."""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy
import probe
import pytest

from lrlib import Design, code, curve
from lrlib.prove import plan
from lrlib.prove.report import judge
from lrlib.targets import TARGETS, notes

EPOCHS, STEPS = 8, 3
STEPWISE = Design(
    epochs=EPOCHS,
    steps_per_epoch=STEPS,
    update="step",
    peak_lr=0.3,
    warmup="linear",
    warmup_length=2,
    init_lr=0.03,
)
PER_EPOCH = STEPWISE.replace(update="epoch")
DESIGNS = {
    "per step": STEPWISE,
    "per epoch": PER_EPOCH,
    "inside an epoch": STEPWISE.replace(warmup_length=4 / 3),
    "to a decay that begins low": PER_EPOCH.replace(decay="triangular", cycles=2),
    "jumping": STEPWISE.replace(overlap="jump"),
}


def plateau():
    """Halves the rate after each epoch but the first: this loss does not fall fast enough."""
    keras = probe.keras
    return keras.callbacks.ReduceLROnPlateau("loss", factor=0.5, patience=1, min_delta=1e6)


def fit(design, others, before=(), accumulate=1, **options):
    """The rate of each step, and the history."""
    if accumulate > 1:
        options["accumulate"] = accumulate
    callback = probe.run(code(design, "keras-callback", release=True, **options))["callback"]
    more = {"gradient_accumulation_steps": accumulate} if accumulate > 1 else {}
    batches = STEPS * accumulate
    trained = probe.model(EPOCHS * batches, probe.keras.optimizers.SGD(1.0, **more))
    calls = [*before, callback, *others]
    history = probe.train(trained, EPOCHS, batches, callbacks=calls).history
    return probe.rates(trained), history


def released(design):
    """The first step after the warmup."""
    return design.spans["warmup"].end * design.clock.steps_per_tick


def expected(design, reduced):
    """The curve of the warmup, then the peak, halved after each epoch in which it is free."""
    warm = released(design)
    steps = numpy.arange(EPOCHS * STEPS)
    ends = steps // STEPS - warm // STEPS  # epochs that have ended since the last was set
    rates = design.peak_lr * 0.5 ** (ends * reduced)
    return numpy.where(steps < warm, curve(design, steps // design.clock.steps_per_tick), rates)


@pytest.mark.parametrize("name", DESIGNS)
def test_a_plateau_callback_owns_the_rate_after_the_warmup(name):
    design = DESIGNS[name]
    applied, history = fit(design, [plateau()])
    assert applied == pytest.approx(expected(design, reduced=True), rel=1e-6)
    assert history["learning_rate"] == pytest.approx(applied[STEPS - 1 :: STEPS], rel=1e-6)


@pytest.mark.parametrize("design", [STEPWISE, PER_EPOCH])
def test_the_history_is_true_where_the_plateau_callback_stands_first(design):
    applied, history = fit(design, [], before=[plateau()])
    assert applied == pytest.approx(expected(design, reduced=True), rel=1e-6)
    assert history["learning_rate"] == pytest.approx(applied[STEPS - 1 :: STEPS], rel=1e-6)


@pytest.mark.parametrize("design", [STEPWISE, PER_EPOCH])
def test_alone_it_leaves_the_peak(design):
    applied, history = fit(design, [])
    assert applied == pytest.approx(expected(design, reduced=False), rel=1e-6)
    assert history["learning_rate"] == pytest.approx(applied[STEPS - 1 :: STEPS], rel=1e-6)


@pytest.mark.parametrize("overlap", ["join", "multiply"])
def test_a_warmup_that_leads_to_its_decay_leaves_that_rate(overlap):
    design = STEPWISE.replace(overlap=overlap)
    applied, _ = fit(design, [])
    kept = numpy.minimum(numpy.arange(EPOCHS * STEPS), released(design))
    assert applied == pytest.approx(curve(design, kept), rel=1e-6)


@pytest.mark.parametrize("design", [STEPWISE, PER_EPOCH])
def test_it_counts_updates_where_gradients_are_accumulated(design):
    applied, _ = fit(design, [plateau()], accumulate=2)
    # Two batches share one update, and its gradient is their mean.
    wanted = expected(design, reduced=True).repeat(2)
    assert 2 * applied == pytest.approx(wanted, rel=1e-6)


@pytest.mark.parametrize("design", [STEPWISE, PER_EPOCH])
def test_it_goes_on_inside_the_warmup(design):
    applied, _ = fit(design, [], resume=1)
    wanted = expected(design, reduced=False)[STEPS:]
    assert applied[: len(wanted)] == pytest.approx(wanted, rel=1e-6)


@pytest.mark.parametrize("design", [STEPWISE, PER_EPOCH])
def test_it_prints_no_rate_that_it_does_not_set(design, capsys):
    fit(design, [], verbose=True)
    assert capsys.readouterr().out.count("learning rate") == 3


@pytest.mark.parametrize("design", [STEPWISE, PER_EPOCH])
def test_weight_decay_still_follows(design):
    text = code(design, "keras-callback", release=True, weight_decay=0.1)
    assert "let_weight_decay_follow(self.model)" in text
    callback = probe.run(text)["callback"]
    trained = probe.model(EPOCHS * STEPS, probe.keras.optimizers.SGD(1.0))
    probe.train(trained, EPOCHS, STEPS, callbacks=[callback, plateau()])
    assert float(trained.optimizer.learning_rate.numpy()) < 0.3 / 16


@pytest.mark.parametrize(
    ("design", "options", "why"),
    [
        (STEPWISE.replace(warmup="none"), {}, "this design has no warmup"),
        (STEPWISE.replace(warmup_length=0), {}, "this design has no warmup"),
        (STEPWISE, {"resume": 2}, "training goes on after the warmup"),
    ],
)
def test_without_a_warmup_to_train_it_is_refused(design, options, why):
    for make in (code, notes):
        with pytest.raises(ValueError, match=f"release: got true, allowed: false, since {why}"):
            make(design, "keras-callback", release=True, **options)


@pytest.mark.parametrize("design", [STEPWISE, PER_EPOCH])
def test_the_notes_say_who_owns_the_rate(design):
    alone = " ".join(notes(design, "keras-callback"))
    assert "ReduceLROnPlateau beside it changes nothing; the option release lets go" in alone
    without = " ".join(notes(design.replace(warmup="none"), "keras-callback"))
    assert "ReduceLROnPlateau beside it changes nothing." in without
    first = notes(design, "keras-callback", release=True)[0]
    tick = design.spans["warmup"].end
    assert first.startswith(f"It sets the rate for the last time at {design.update} {tick}, ")


@pytest.mark.parametrize("design", [STEPWISE, PER_EPOCH])
def test_the_proof_covers_the_steps_before_the_release_and_says_so(design):
    job = plan(design, "keras-callback", {"release": True})
    assert job.steps().tolist() == list(range(6))
    verdict = judge(design, job, curve(design, job.steps() // design.clock.steps_per_tick))
    assert verdict.sentence.startswith("All 6 steps before the release at step 6 agree, ")


def test_the_proof_of_a_long_warmup_is_sampled_up_to_the_release():
    design = Design(steps=10**6, steps_per_epoch=1000, warmup="linear", warmup_length=10**5)
    job = plan(design, "keras-callback", {"release": True})
    assert max(job.steps()) == 10**5 - 1
    verdict = judge(design, job, curve(design, job.steps()))
    assert " of 100,000 steps before the release at step 100,000 trained, " in verdict.sentence


@pytest.mark.parametrize("target", [name for name in TARGETS if name != "keras-callback"])
def test_other_code_is_proved_to_the_end(target):
    if TARGETS[target].proof:
        design = Design(epochs=20, warmup="linear", warmup_length=2)
        assert plan(design, target, {"release": True}) == plan(design, target, {})
