"""Weight decay is the ratio times the rate in every step that is trained, on any backend.

The gradients are zero, so AdamW only decays: step t multiplies the weight by
1 - rate(t) * ratio * rate(t). The weight after each step is compared with that product.
KERAS_BACKEND chooses the backend.
"""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy
import probe
import pytest

from lrlib import Design, code, curve

RATIO = 0.5
DESIGN = Design(
    epochs=4,
    steps_per_epoch=3,
    peak_lr=0.8,
    warmup="exponential",
    warmup_length=2,
    end_lr=0.1,
)
DESIGNS = {"epoch": DESIGN, "step": DESIGN.replace(update="step")}
TARGETS = ("keras-callback", "keras-schedule")
OPTIMIZERS = {
    "adamw": lambda rate: keras.optimizers.AdamW(rate, weight_decay=0.004),
    "adam": keras.optimizers.Adam,
    "sgd": keras.optimizers.SGD,
    "loss-scaled": lambda rate: keras.optimizers.LossScaleOptimizer(keras.optimizers.AdamW(rate)),
}


@keras.utils.register_keras_serializable()
def no_loss(target, prediction):
    return 0 * keras.ops.mean(prediction)


class Weights(keras.callbacks.Callback):
    """The weight after each step."""

    def on_train_begin(self, logs=None):
        self.seen = []

    def on_train_batch_end(self, batch, logs=None):
        self.seen.append(float(numpy.asarray(self.model.get_weights()[0])[0, 0]))


def pasted(design, target):
    """The rate to give the optimizer, and the callback to give `fit`."""
    names = probe.run(code(design, target, weight_decay=RATIO))
    return names.get("learning_rate", 1.0), names["callback"]


def model(optimizer, **compile):
    dense = keras.layers.Dense(1)
    made = keras.Sequential([keras.Input((1,)), dense])
    made.compile(optimizer, loss=no_loss, **compile)
    return made


def fit(trained, callback=None, epochs=4):
    """The weight after each step; before the first it is 1."""
    trained.set_weights([numpy.ones((1, 1)), numpy.ones(1)])
    weights, data = Weights(), numpy.zeros((3, 1), "float32")
    given = [callback, weights] if callback else [weights]
    trained.fit(data, data, batch_size=1, epochs=epochs, verbose=0, callbacks=given)
    return numpy.array(weights.seen)


def shrunk(design, ratio=RATIO, steps=12):
    rates = curve(design, numpy.arange(steps) // design.clock.steps_per_tick)
    return numpy.cumprod(1 - rates * ratio * rates)


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("update", DESIGNS)
@pytest.mark.parametrize("target", TARGETS)
def test_each_step_decays_by_the_ratio_times_its_rate(target, update, optimizer):
    design = DESIGNS[update]
    rate, callback = pasted(design, target)
    trained = model(OPTIMIZERS[optimizer](rate))
    assert fit(trained, callback) == pytest.approx(shrunk(design), rel=1e-6)


@pytest.mark.parametrize("target", TARGETS)
def test_it_decays_so_where_the_step_was_compiled_before(target):
    rate, callback = pasted(DESIGN, target)
    trained = model(keras.optimizers.AdamW(rate, weight_decay=0.004))
    fit(trained, epochs=1)
    if target == "keras-schedule":
        trained.optimizer.iterations.assign(0)
    assert fit(trained, callback) == pytest.approx(shrunk(DESIGN), rel=1e-6)


def test_another_ratio_takes_over_in_the_next_fit():
    trained = model(keras.optimizers.AdamW())
    fit(trained, pasted(DESIGN, "keras-callback")[1])
    other = probe.run(code(DESIGN, "keras-callback", weight_decay=0.25))["callback"]
    assert fit(trained, other) == pytest.approx(shrunk(DESIGN, 0.25), rel=1e-6)


@pytest.mark.parametrize("target", TARGETS)
def test_it_decays_so_under_xla(target):
    rate, callback = pasted(DESIGN, target)
    trained = model(keras.optimizers.AdamW(rate), jit_compile=probe.HAS_XLA)
    assert fit(trained, callback) == pytest.approx(shrunk(DESIGN), rel=1e-6)


def test_variables_left_out_of_the_decay_stay_out():
    optimizer = keras.optimizers.AdamW()
    optimizer.exclude_from_weight_decay(var_names=["bias"])
    trained = model(optimizer)
    fit(trained, pasted(DESIGN, "keras-callback")[1])
    kernel, bias = trained.get_weights()
    assert kernel[0, 0] == pytest.approx(shrunk(DESIGN)[-1], rel=1e-6)
    assert bias[0] == 1


@pytest.mark.parametrize("target", TARGETS)
def test_the_optimizer_is_saved_and_loaded_whole(target, tmp_path):
    # A keras.Variable as weight decay would lose the optimizer's state here, or not save.
    rate, callback = pasted(DESIGN, target)
    trained = model(keras.optimizers.AdamW(rate, weight_decay=0.004))
    fit(trained, callback)
    trained.save(tmp_path / "model.keras")
    loaded = keras.models.load_model(tmp_path / "model.keras")
    assert int(loaded.optimizer.iterations) == 12
    assert loaded.optimizer.weight_decay == 0.004
    assert len(loaded.optimizer.variables) == len(trained.optimizer.variables)


def test_the_usual_callback_stops_after_the_first_epoch():
    """Why this exists: a new value never reaches the compiled step. Torch compiles nothing."""

    class Usual(keras.callbacks.Callback):
        def on_epoch_begin(self, epoch, logs=None):
            optimizer = self.model.optimizer
            optimizer.learning_rate = float(curve(DESIGN, [epoch])[0])
            optimizer.weight_decay = float(curve(DESIGN, [epoch])[0]) * RATIO

    rates = numpy.repeat(curve(DESIGN), 3)
    frozen = numpy.cumprod(1 - rates * RATIO * rates[0])
    expected = shrunk(DESIGN) if keras.backend.backend() == "torch" else frozen
    seen = fit(model(keras.optimizers.AdamW()), Usual())
    assert seen == pytest.approx(expected, rel=1e-6)
