"""Generated code -> the rate that each step of a real, compiled `model.fit` trained with.

Row t of the input is the unit vector e_t and the loss is the mean of the prediction, so the
gradient of step t is e_t: after training with plain SGD the weight t is minus that step's
rate, with nothing summed up and nothing rounded on the way. KERAS_BACKEND chooses what
the tests that use this run on.
"""

import linecache
from collections.abc import Iterator
from functools import cache
from itertools import count
from typing import Any

import keras
import numpy
from numpy.typing import NDArray

NUMBERS = count()
HAS_XLA = keras.backend.backend() != "torch"


def run(source: str) -> dict[str, Any]:
    """The names that executing this text defines."""
    names: dict[str, Any] = {"__name__": "pasted"}
    # A name of its own and its lines at hand, as a file has: TensorFlow reads them.
    file = f"pasted_{next(NUMBERS)}.py"
    linecache.cache[file] = len(source), None, source.splitlines(keepends=True), file
    exec(compile(source, file, "exec"), names)
    return names


def rows(steps: int) -> Iterator[tuple[Any, Any]]:
    """One unit vector a step, batch size 1."""
    for row in numpy.eye(steps, dtype="float32"):
        yield row[None], numpy.zeros((1, 1), "float32")


def mean_prediction(target: Any, prediction: Any) -> Any:
    return keras.ops.mean(prediction)


def model(steps: int, optimizer: Any, **compile: Any) -> keras.Model:
    """A model of one weight a step."""
    dense = keras.layers.Dense(1, use_bias=False, kernel_initializer="zeros")
    made = keras.Sequential([keras.Input((steps,)), dense])
    made.compile(optimizer, loss=mean_prediction, **compile)
    return made


def rates(trained: keras.Model) -> NDArray[Any]:
    """The rate of every step that this model has trained."""
    return -numpy.asarray(trained.get_weights()[0], "float64")[:, 0]


def applied(learning_rate: Any, epochs: int, steps_per_epoch: int, **compile: Any) -> NDArray[Any]:
    """The rate of each step of a training with this rate or schedule."""
    trained = model(epochs * steps_per_epoch, keras.optimizers.SGD(learning_rate), **compile)
    train(trained, epochs, steps_per_epoch)
    return rates(trained)


def applied_by_callback(callback: Any, epochs: int, steps_per_epoch: int) -> NDArray[Any]:
    """The rate of each step of a training with this callback."""
    trained = compiled_once(epochs * steps_per_epoch)
    trained.optimizer.learning_rate = 1.0  # a rate that the callback fails to set shows
    trained.set_weights([numpy.zeros_like(weight) for weight in trained.get_weights()])
    train(trained, epochs, steps_per_epoch, callbacks=[callback])
    return rates(trained)


@cache
def compiled_once(steps: int) -> keras.Model:
    """One model for all callbacks: none of them changes the compiled step."""
    return model(steps, keras.optimizers.SGD())


def train(trained: keras.Model, epochs: int, steps_per_epoch: int, **fit: Any) -> Any:
    """One `fit` over the rows in order, from the first."""
    data = rows(trained.input_shape[1])
    given = {"epochs": epochs, "steps_per_epoch": steps_per_epoch, "shuffle": False, "verbose": 0}
    return trained.fit(data, **given | fit)


def called(schedule: Any, steps: Any) -> NDArray[Any]:
    """The schedule at these steps, called in compiled code as the optimizer calls it."""
    function = compiled(schedule)
    found = [function(keras.ops.convert_to_tensor(step, "int32")) for step in steps]
    return numpy.array([float(keras.ops.convert_to_numpy(rate)) for rate in found])


def compiled(function: Any) -> Any:
    """The function as the backend in use compiles it; Torch runs as it is."""
    if keras.backend.backend() == "tensorflow":
        import tensorflow

        return tensorflow.function(function)
    if keras.backend.backend() == "jax":
        import jax

        return jax.jit(function)
    return function
