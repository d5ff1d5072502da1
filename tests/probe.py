"""Generated code -> the rate that each step of a real, compiled `model.fit` trained with.

Row t of the input is the unit vector e_t and the loss is the mean of the prediction, so the
gradient of step t is e_t: after training with plain SGD the weight t is minus that step's
rate, with nothing summed up and nothing rounded on the way.
"""

from collections.abc import Iterator
from typing import Any

import keras
import numpy
from numpy.typing import NDArray


def run(source: str) -> dict[str, Any]:
    """The names that executing this text defines."""
    names: dict[str, Any] = {"__name__": "pasted"}
    exec(compile(source, "pasted.py", "exec"), names)
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


def applied(
    epochs: int,
    steps_per_epoch: int,
    learning_rate: Any = 1.0,
    callbacks: tuple[Any, ...] = (),
    **compile: Any,
) -> NDArray[Any]:
    """The rate of each step of a whole training."""
    steps = epochs * steps_per_epoch
    trained = model(steps, keras.optimizers.SGD(learning_rate), **compile)
    trained.fit(
        rows(steps),
        epochs=epochs,
        steps_per_epoch=steps_per_epoch,
        verbose=0,
        callbacks=list(callbacks),
    )
    return rates(trained)
