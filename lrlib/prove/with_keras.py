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
    if job.counts == "steps":
        return _by_schedule(job, names, progress)
    epochs = -(-job.trained // job.steps_per_epoch)
    batches = epochs * job.steps_per_epoch * job.accumulate
    if not job.sampled and batches <= MOST_FIT:
        return _by_callback(job, names[job.defines], epochs, progress)[: job.trained]
    visited = epochs_of(job)
    rows = sum(map(len, visited.values())) + len(visited)
    model = _model(rows, 1.0, job)
    kept = visit(model, visited, job, names[job.defines], lambda done: progress(done, rows))
    rates = _rates(model)
    return [rates[row] for row in kept]


def _by_schedule(job: Job, names: dict[str, Any], progress: Progress) -> list[float]:
    """One fit; the optimizer's own count jumps to where a window starts."""
    rows = job.trained
    model = _model(rows, names[job.defines], job)
    callbacks = [told(lambda done: progress(done, rows), job), jump(job)]
    if "callback" in names:  # lets the weight decay follow the rate
        callbacks.append(names["callback"])
    _fit(model, rows, job, callbacks, epochs=1)
    return _rates(model)


def _by_callback(job: Job, callback: Any, epochs: int, progress: Progress) -> list[float]:
    """One fit over whole epochs, the last of which may be longer than the run."""
    rows = epochs * job.steps_per_epoch
    begin = job.first // job.steps_per_epoch
    model = _model(rows, 1.0, job)  # a rate that the callback fails to set shows
    callbacks = [told(lambda done: progress(done, rows), job), callback]
    batches = job.steps_per_epoch * job.accumulate
    clock = {"initial_epoch": begin, "epochs": begin + epochs, "steps_per_epoch": batches}
    _fit(model, rows, job, callbacks, **clock)
    return _rates(model)


def _model(rows: int, learning_rate: Any, job: Job) -> Any:
    import keras

    more = {"gradient_accumulation_steps": job.accumulate} if job.accumulate > 1 else {}
    optimizer = keras.optimizers.SGD(learning_rate, **more)
    # Weight decay would move weights that a step has already written.
    optimizer.exclude_from_weight_decay(var_names=["embeddings"])
    table = keras.layers.Embedding(rows, 1, embeddings_initializer="zeros")
    model = keras.Sequential([keras.Input((), dtype="int32"), table])
    # Keras divides by all batches of a step, also where only the first and the last are trained.
    share = job.accumulate / len(job.batches)
    model.compile(optimizer, loss=lambda target, prediction: share * keras.ops.mean(prediction))
    return model


def _fit(model: Any, rows: int, job: Job, callbacks: list[Any], **clock: int) -> None:
    """The batches of one step look up the same weight, so that their mean gradient is 1."""
    index = numpy.repeat(numpy.arange(rows, dtype="int32"), len(job.batches))
    nothing = numpy.zeros((len(index), 1), "float32")
    more = {"batch_size": 1, "shuffle": False, "verbose": 0, "callbacks": callbacks}
    model.fit(index, nothing, **more | clock)


def _rates(model: Any) -> list[float]:
    rates: list[float] = (-model.get_weights()[0][:, 0].astype("float64")).tolist()
    return rates
