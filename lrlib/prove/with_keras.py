"""A Keras callback or schedule -> the rates that compiled training applied.

The one-hot probe: a table of one weight for each trained step, of which step t looks up
weight t, and the loss is the prediction. The gradient of step t is then 1 for its own weight
and 0 for every other: after plain SGD weight t is minus the rate of step t, rounded nowhere
on the way.
"""

from __future__ import annotations

from typing import Any

import numpy

from lrlib.prove.job import Job
from lrlib.prove.keras_visit import MOST_FIT, epochs_of, jump, told, visit
from lrlib.prove.runner import Progress


def train(job: Job, names: dict[str, Any], progress: Progress) -> list[float]:
    """The rate of each step of the job."""
    if job.defines == "learning_rate":
        return _by_schedule(job, names, progress)
    every_step = not job.per_epoch or job.each == job.steps_per_epoch
    epochs = -(-job.trained // job.steps_per_epoch)
    batches = epochs * job.steps_per_epoch * job.accumulate
    if len(job.windows) == 1 and every_step and batches <= MOST_FIT:
        return _by_callback(job, names["callback"], epochs, progress)[: job.trained]
    visited = epochs_of(job)
    rows = sum(map(len, visited.values())) + len(visited)
    model = _model(rows, 1.0, job.accumulate)
    kept = visit(model, visited, job, names["callback"], lambda done: progress(done, rows))
    rates = _rates(model)
    return [rates[row] for row in kept]


def _by_schedule(job: Job, names: dict[str, Any], progress: Progress) -> list[float]:
    """One fit; the optimizer's own count jumps to where a window starts."""
    rows = job.trained
    model = _model(rows, names["learning_rate"], job.accumulate)
    callbacks = [told(lambda done: progress(done, rows), job.accumulate)]
    if job.windows != ((0, rows),):
        callbacks.append(jump(job.windows, job.accumulate))
    if "callback" in names:  # lets the weight decay follow the rate
        callbacks.append(names["callback"])
    _fit(model, rows, job.accumulate, callbacks, epochs=1)
    return _rates(model)


def _by_callback(job: Job, callback: Any, epochs: int, progress: Progress) -> list[float]:
    """One fit over whole epochs, the last of which may be longer than the run."""
    rows = epochs * job.steps_per_epoch
    begin = job.first // job.steps_per_epoch
    model = _model(rows, 1.0, job.accumulate)  # a rate that the callback fails to set shows
    callbacks = [told(lambda done: progress(done, rows), job.accumulate), callback]
    batches = job.steps_per_epoch * job.accumulate
    clock = {"initial_epoch": begin, "epochs": begin + epochs, "steps_per_epoch": batches}
    _fit(model, rows, job.accumulate, callbacks, **clock)
    return _rates(model)


def _model(rows: int, learning_rate: Any, accumulate: int) -> Any:
    import keras

    more = {"gradient_accumulation_steps": accumulate} if accumulate > 1 else {}
    optimizer = keras.optimizers.SGD(learning_rate, **more)
    # Weight decay would move weights that a step has already written.
    optimizer.exclude_from_weight_decay(var_names=["embeddings"])
    table = keras.layers.Embedding(rows, 1, embeddings_initializer="zeros")
    model = keras.Sequential([keras.Input((), dtype="int32"), table])
    model.compile(optimizer, loss=lambda target, prediction: keras.ops.mean(prediction))
    return model


def _fit(model: Any, rows: int, accumulate: int, callbacks: list[Any], **clock: int) -> None:
    """The batches of one step look up the same weight, so that their mean gradient is 1."""
    index = numpy.arange(rows * accumulate, dtype="int32") // accumulate
    nothing = numpy.zeros((len(index), 1), "float32")
    more = {"batch_size": 1, "shuffle": False, "verbose": 0, "callbacks": callbacks}
    model.fit(index, nothing, **more | clock)


def _rates(model: Any) -> list[float]:
    rates: list[float] = (-model.get_weights()[0][:, 0].astype("float64")).tolist()
    return rates
