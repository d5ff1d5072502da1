"""What the pasted callback does in `fit` beside setting rates: guards, history, printing."""

import itertools
import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy
import probe
import pytest

from lrlib import Design, code, curve

DESIGN = Design(epochs=4, steps_per_epoch=3, update="step", peak_lr=0.3, end_lr=0.1)
PER_EPOCH = DESIGN.replace(update="epoch")
STEPS = Design(steps=11, steps_per_epoch=3, peak_lr=0.3, end_lr=0.1)


def callback(design=DESIGN, **options):
    return probe.run(code(design, "keras-callback", **options))["callback"]


def fit(used, epochs=4, steps_per_epoch=3, compile=None, **more):
    """A training of 12 steps or fewer: the model and its history."""
    trained = probe.model(12, probe.keras.optimizers.SGD(), **compile or {})
    return trained, probe.train(trained, epochs, steps_per_epoch, callbacks=[used], **more).history


def test_another_number_of_steps_is_refused_before_the_first_step():
    with pytest.raises(ValueError, match="An epoch has 4 steps, the schedule is made for 3"):
        fit(callback(), epochs=3, steps_per_epoch=4)


def test_steps_per_execution_is_refused():
    with pytest.raises(ValueError, match="steps_per_execution"):
        fit(callback(), compile={"steps_per_execution": 3})


def test_an_epoch_of_unknown_length_is_refused_when_it_has_ended():
    # A generator that says nothing of its length: Keras learns it by running out of data.
    trained = probe.model(12, probe.keras.optimizers.SGD())
    with pytest.raises(ValueError, match="An epoch has 12 steps, the schedule is made for 3"):
        trained.fit(probe.rows(12), epochs=2, verbose=0, callbacks=[callback()])


def test_an_epoch_of_unknown_length_that_is_right_trains_with_the_curve():
    trained = probe.model(12, probe.keras.optimizers.SGD())
    used = callback()
    three_rows = (row for row in itertools.islice(probe.rows(12), 3))
    history = trained.fit(three_rows, epochs=1, verbose=0, callbacks=[used]).history
    assert probe.rates(trained)[:3] == pytest.approx(curve(DESIGN)[:3], rel=1e-6)
    assert history["learning_rate"] == pytest.approx([curve(DESIGN)[2]])


def test_a_run_in_steps_may_end_inside_an_epoch():
    trained, _ = fit(callback(STEPS))
    assert probe.rates(trained) == pytest.approx(curve(STEPS, range(12)), rel=1e-6)
    assert curve(STEPS, [11]) == pytest.approx(0.1)


@pytest.mark.parametrize(("design", "last"), [(DESIGN, [2, 5, 8, 11]), (PER_EPOCH, [0, 1, 2, 3])])
def test_history_holds_the_rate_that_each_epoch_ended_with(design, last):
    _, history = fit(callback(design))
    assert history["learning_rate"] == pytest.approx(curve(design, last), rel=1e-6)


def test_verbose_prints_the_rate_of_each_epoch(capsys):
    fit(callback(verbose=True), epochs=2)
    assert capsys.readouterr().out.splitlines() == [
        "Epoch 1: learning rate 3.0e-01",
        "Epoch 2: learning rate 2.7e-01",
    ]


def test_verbose_prints_the_rate_of_each_epoch_per_epoch(capsys):
    fit(callback(PER_EPOCH, verbose=True), epochs=1)
    assert "Epoch 1: LearningRateScheduler setting learning rate to 0.3" in capsys.readouterr().out


@pytest.mark.parametrize("design", [DESIGN, PER_EPOCH])
def test_quiet_prints_nothing(design, capsys):
    fit(callback(design))
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("design", [DESIGN, PER_EPOCH])
def test_a_second_fit_starts_the_curve_again(design):
    used = callback(design)
    trained, _ = fit(used, epochs=2)
    trained.set_weights([numpy.zeros((12, 1))])
    probe.train(trained, 2, 3, callbacks=[used])
    assert probe.rates(trained)[:6] == pytest.approx(step_curve(design)[:6], rel=1e-6)


@pytest.mark.parametrize("design", [DESIGN, PER_EPOCH])
def test_initial_epoch_goes_on_where_the_curve_is(design):
    trained, _ = fit(callback(design), initial_epoch=2)
    assert probe.rates(trained)[:6] == pytest.approx(step_curve(design)[6:], rel=1e-6)


def step_curve(design):
    return curve(design, numpy.arange(12) // design.clock.steps_per_tick)
