"""What the rate does where `fit` is more than one plain run, on any Keras backend.

Gradient accumulation, going on after a break, a second fit, saving and loading, mixed
precision, several steps in one execution, and a second owner of the rate. The notes under
the code say these things to people.
"""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy
import probe
import pytest

from lrlib import Design, code, curve

TARGETS = ("keras-callback", "keras-schedule")
EPOCHS, STEPS_PER_EPOCH = 6, 3
STEPS = EPOCHS * STEPS_PER_EPOCH
RUN = {
    "steps_per_epoch": STEPS_PER_EPOCH,
    "peak_lr": 0.3,
    "warmup": "linear",
    "warmup_length": 2,
    "init_lr": 0.05,
}
DESIGNS = {
    "epoch": Design(epochs=EPOCHS, update="epoch", **RUN),
    "step": Design(epochs=EPOCHS, update="step", **RUN),
    "steps": Design(steps=STEPS - 1, **RUN),  # ends inside an epoch
}
BOTH = [(target, update) for target in TARGETS for update in DESIGNS]
CHECKPOINT = "checkpoint.weights.h5"

keras.utils.register_keras_serializable()(probe.mean_prediction)


def wanted(design, begin=0, end=STEPS):
    """The rate of each update."""
    return curve(design, numpy.arange(begin, end) // design.clock.steps_per_tick)


def near(rates):
    """Rates in float32, as a fraction of the highest."""
    return pytest.approx(rates, abs=1e-6 * RUN["peak_lr"])


def pasted(design, target, **options):
    """The rate to give the optimizer, and what to give `fit`."""
    names = probe.run(code(design, target, **options))
    callbacks = [names["callback"]] if "callback" in names else []
    return names.get("learning_rate", 1.0), callbacks


def model(rate=1.0, batches=STEPS, compile=None, **optimizer):
    return probe.model(batches, keras.optimizers.SGD(rate, **optimizer), **compile or {})


def fit(trained, callbacks, epochs=EPOCHS, **given):
    return probe.train(trained, epochs, STEPS_PER_EPOCH, callbacks=callbacks, **given).history


def forget(trained):
    """Weights at zero: the next run is read from its first row on."""
    trained.set_weights([numpy.zeros_like(weight) for weight in trained.get_weights()])


def by_usage(design, target, **options):
    """The rates of a training by the very lines that the code ends with."""
    text = code(design, target, optimizer="sgd", **options)
    comments = text.rstrip().rpartition("\n\n")[2].splitlines()
    lines = "\n".join(line.removeprefix("# ") for line in comments)
    batches = STEPS_PER_EPOCH * options.get("accumulate", 1)
    lines = lines.replace("loss=...", "loss=mean_prediction").replace(
        "fit(x, y, ", f"fit(rows(STEPS), steps_per_epoch={batches}, shuffle=False, verbose=0, "
    )
    steps = STEPS * options.get("accumulate", 1)
    names = probe.run(text) | {
        "model": probe.model(steps, "sgd"),
        "mean_prediction": probe.mean_prediction,
        "rows": probe.rows,
        "STEPS": steps,
    }
    exec(lines, names)
    return probe.rates(names["model"])


# Gradient accumulation: the gradient of an update is the mean of k unit vectors, so the
# weights of its k batches are each minus the rate over k.


@pytest.mark.parametrize("k", [2, 5])
@pytest.mark.parametrize(("target", "update"), BOTH)
def test_accumulate_counts_updates(target, update, k):
    design = DESIGNS[update]
    rate, callbacks = pasted(design, target, accumulate=k)
    trained = model(rate, STEPS * k, gradient_accumulation_steps=k)
    probe.train(trained, EPOCHS, STEPS_PER_EPOCH * k, callbacks=callbacks)
    assert probe.rates(trained) * k == near(numpy.repeat(wanted(design), k))


@pytest.mark.parametrize("target", TARGETS)
def test_without_accumulate_a_design_per_step_counts_batches(target):
    design = DESIGNS["step"]
    rate, callbacks = pasted(design, target)
    trained = model(rate, gradient_accumulation_steps=3)
    fit(trained, callbacks)
    last_batches = wanted(design)[2::3]
    assert probe.rates(trained) * 3 == near(numpy.repeat(last_batches, 3))


def test_an_update_across_two_epochs_trains_with_the_later_rate():
    design = DESIGNS["epoch"]
    _, callbacks = pasted(design, "keras-callback", accumulate=2)
    trained = model(gradient_accumulation_steps=2)
    fit(trained, callbacks)
    assert probe.rates(trained)[[2, 3]] * 2 == near(wanted(design)[[3, 3]])


def test_history_holds_the_last_update_of_each_epoch():
    design = DESIGNS["step"]
    _, callbacks = pasted(design, "keras-callback", accumulate=2)
    trained = model(batches=2 * STEPS, gradient_accumulation_steps=2)
    history = probe.train(trained, EPOCHS, 2 * STEPS_PER_EPOCH, callbacks=callbacks).history
    assert history["learning_rate"] == near(wanted(design)[2::3])


def test_accumulate_wants_all_batches_of_an_epoch():
    _, callbacks = pasted(DESIGNS["step"], "keras-callback", accumulate=2)
    with pytest.raises(ValueError, match="An epoch has 3 batches, the schedule is made for 6"):
        fit(model(gradient_accumulation_steps=2), callbacks)


# Going on: epoch 4 begins with update 12; update 10 lies inside epoch 3.

RESUMES = [("epoch", 4, 12), ("step", 4, 12), ("steps", 10, 10)]


@pytest.fixture(params=["with state", "weights only"])
def checkpoint(request, tmp_path, monkeypatch):
    """Writes what the first four epochs left, weights put to zero, in the working directory."""
    monkeypatch.chdir(tmp_path)

    def write(design, target, k=1):
        many = {"gradient_accumulation_steps": k} if k > 1 else {}
        rate, callbacks = pasted(design, target, accumulate=k)
        trained = model(rate, STEPS * k, **many)
        probe.train(trained, 4, STEPS_PER_EPOCH * k, callbacks=callbacks)
        forget(trained)
        if request.param == "weights only":
            trained = keras.Sequential([keras.Input(trained.input_shape[1:]), *trained.layers])
        trained.save_weights(CHECKPOINT)

    return write


@pytest.mark.parametrize("k", [1, 2])
@pytest.mark.parametrize(("update", "at", "step"), RESUMES)
@pytest.mark.parametrize("target", TARGETS)
def test_resume_by_the_lines_at_the_end_of_the_code(target, update, at, step, k, checkpoint):
    design = DESIGNS[update]
    checkpoint(design, target, k)
    applied = by_usage(design, target, resume=at, accumulate=k) * k
    expected = numpy.repeat(wanted(design, step, STEPS), k)
    assert applied[: len(expected)] == near(expected)


@pytest.mark.parametrize("initial_epoch", [0, 2, 3, 4])
@pytest.mark.parametrize(("update", "at", "step"), [*RESUMES[:2], ("steps", 12, 12)])
def test_a_resumed_callback_needs_no_initial_epoch(update, at, step, initial_epoch):
    _, callbacks = pasted(DESIGNS[update], "keras-callback", resume=at)
    trained = model()
    fit(trained, callbacks, epochs=initial_epoch + 2, initial_epoch=initial_epoch)
    assert probe.rates(trained)[:6] == near(wanted(DESIGNS[update], step))


@pytest.mark.parametrize(("update", "at"), [("epoch", 2), ("step", 2), ("steps", 6)])
def test_a_resumed_callback_goes_on_later_where_fit_does(update, at):
    _, callbacks = pasted(DESIGNS[update], "keras-callback", resume=at)
    trained = model()
    fit(trained, callbacks, initial_epoch=5)
    assert probe.rates(trained)[:3] == near(wanted(DESIGNS[update], 15))


@pytest.mark.parametrize(("target", "update"), BOTH)
def test_resume_ends_before_the_run_does(target, update):
    design = DESIGNS[update]
    length = design.clock.length
    assert "RESUME" in code(design, "keras-callback", resume=length - 1)
    with pytest.raises(ValueError, match=f"resume: got {length}, allowed: a whole number below"):
        code(design, target, resume=length)


def test_load_weights_restores_the_count_only_where_the_optimizer_is_built(tmp_path):
    trained = probe.model(STEPS, "adam")
    fit(trained, [], epochs=2)
    trained.save_weights(tmp_path / CHECKPOINT)
    new = probe.model(STEPS, "adam")
    new.load_weights(tmp_path / CHECKPOINT)
    assert int(new.optimizer.iterations) == 0
    new.optimizer.build(new.trainable_variables)
    new.load_weights(tmp_path / CHECKPOINT)
    assert int(new.optimizer.iterations) == 6


# A second fit, initial_epoch, a saved model.


@pytest.mark.parametrize("update", DESIGNS)
def test_a_second_fit_goes_on_with_a_schedule_and_restarts_a_callback(update):
    for target, begin in (("keras-schedule", 9), ("keras-callback", 0)):
        rate, callbacks = pasted(DESIGNS[update], target)
        trained = model(rate)
        fit(trained, callbacks, epochs=3)
        forget(trained)
        fit(trained, callbacks, epochs=3)
        assert probe.rates(trained)[:9] == near(wanted(DESIGNS[update], begin, begin + 9))


@pytest.mark.parametrize("update", DESIGNS)
def test_initial_epoch_moves_a_callback_and_not_a_schedule(update):
    for target, begin in (("keras-schedule", 0), ("keras-callback", 12)):
        rate, callbacks = pasted(DESIGNS[update], target)
        trained = model(rate)
        fit(trained, callbacks, initial_epoch=4)
        assert probe.rates(trained)[:6] == near(wanted(DESIGNS[update], begin, begin + 6))


@pytest.mark.parametrize("update", DESIGNS)
def test_a_loaded_model_goes_on_with_a_schedule_and_restarts_a_callback(update, tmp_path):
    for target, begin in (("keras-schedule", 9), ("keras-callback", 0)):
        rate, callbacks = pasted(DESIGNS[update], target)
        trained = model(rate)
        fit(trained, callbacks, epochs=3)
        trained.save(tmp_path / "model.keras")
        loaded = keras.models.load_model(tmp_path / "model.keras")
        forget(loaded)
        fit(loaded, callbacks, epochs=3)
        assert probe.rates(loaded)[:9] == near(wanted(DESIGNS[update], begin, begin + 9))


def test_the_history_has_the_rate_of_a_callback_only():
    for target, update in BOTH:
        rate, callbacks = pasted(DESIGNS[update], target)
        history = fit(model(rate), callbacks, epochs=1)
        assert ("learning_rate" in history) == (target == "keras-callback")


def test_compiling_again_begins_a_schedule_anew():
    rate, _ = pasted(DESIGNS["step"], "keras-schedule")
    trained = model(rate)
    fit(trained, [], epochs=3)
    forget(trained)
    trained.compile(keras.optimizers.SGD(rate), loss=probe.mean_prediction)
    fit(trained, [], epochs=3)
    assert probe.rates(trained)[:9] == near(wanted(DESIGNS["step"], 0, 9))


def test_adafactor_never_trains_with_more_than_one_over_the_root_of_the_update():
    trained = [
        probe.model(STEPS, keras.optimizers.Adafactor(rate, relative_step=False))
        for rate in (0.01, 2.0, 5.0)
    ]
    for one in trained:
        fit(one, [])
    low, high, higher = map(probe.rates, trained)
    assert (high == higher).all()
    assert not (low == high).any()


# Mixed precision: a step whose gradient overflows is skipped.


@pytest.mark.parametrize("target", TARGETS)
def test_a_skipped_step_counts_for_a_callback_and_not_for_a_schedule(target):
    keras.mixed_precision.set_global_policy("mixed_float16")
    try:
        trained = with_an_overflow(*pasted(DESIGNS["step"], target), step=4)
    finally:
        keras.mixed_precision.set_global_policy("float32")
    rates = wanted(DESIGNS["step"])
    if target == "keras-schedule":
        rates = numpy.insert(rates, 4, 0)[:STEPS]
    rates[4] = 0
    assert probe.rates(trained) == near(rates)


def with_an_overflow(rate, callbacks, step):
    """A training whose gradient is infinite in one step."""
    trained = model(rate)
    assert isinstance(trained.optimizer, keras.optimizers.LossScaleOptimizer)
    scales = [1e30 if t == step else 1 for t in range(STEPS)]
    trained.fit(
        ((row * scale, y) for (row, y), scale in zip(probe.rows(STEPS), scales, strict=True)),
        epochs=EPOCHS,
        steps_per_epoch=STEPS_PER_EPOCH,
        callbacks=callbacks,
        shuffle=False,
        verbose=0,
    )
    return trained


# Several steps in one execution.


@pytest.mark.parametrize(("target", "update"), [("keras-callback", "epoch"), *BOTH[3:]])
def test_several_steps_in_one_execution(target, update):
    rate, callbacks = pasted(DESIGNS[update], target)
    at_once = 1 if keras.backend.backend() == "torch" else 3  # all that Torch takes
    trained = model(rate, compile={"steps_per_execution": at_once})
    fit(trained, callbacks)
    assert probe.rates(trained) == near(wanted(DESIGNS[update]))


@pytest.mark.parametrize("update", ["step", "steps"])
def test_a_callback_per_step_refuses_several_steps_in_one_execution(update):
    _, callbacks = pasted(DESIGNS[update], "keras-callback")
    with pytest.raises(ValueError, match="steps_per_execution"):
        fit(model(compile={"steps_per_execution": 3}), callbacks)


# One owner of the rate.


def plateau():
    """Wants to lower the rate at the end of every epoch but the first."""
    return keras.callbacks.ReduceLROnPlateau("loss", patience=1, min_delta=1e6)


def test_a_schedule_beside_reduce_lr_on_plateau_is_an_error_once_it_fires():
    rate, _ = pasted(DESIGNS["step"], "keras-schedule")
    trained = model(rate)
    fit(trained, [plateau()], epochs=1)
    with pytest.raises(TypeError, match="not settable"):
        fit(trained, [plateau()])


@pytest.mark.parametrize("update", DESIGNS)
def test_a_callback_overrules_reduce_lr_on_plateau(update):
    _, callbacks = pasted(DESIGNS[update], "keras-callback")
    trained = model()
    fit(trained, [*callbacks, plateau()])
    assert probe.rates(trained) == near(wanted(DESIGNS[update]))
