"""A Keras callback or schedule -> the rates that compiled training applied.

The one-hot probe: a table of one weight for each trained step, of which step t looks up
weight t, and the loss is the prediction. The gradient of step t is then 1 for its own weight
and 0 for every other: after plain SGD weight t is minus the rate of step t, rounded nowhere
on the way.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import keras
import numpy

from lrlib.prove.runner import Progress

Steps = list[int]
MOST_FIT = 20_000  # rows of one fit: with a last epoch that the run only begins


def train(job: dict[str, Any], names: dict[str, Any], progress: Progress) -> list[float]:
    """The rate of each step of the job."""
    if job["defines"] == "learning_rate":
        return _train_schedule(job, names, progress)
    epochs = _epochs(job)
    whole = len(job["windows"]) == 1 and job["windows"][0][0] == 0 and _every_step(job)
    rows = len(epochs) * job["steps_per_epoch"]
    if whole and rows <= MOST_FIT:
        return _fit_callback(job, names["callback"], len(epochs), progress)
    return _visit(epochs, job, names["callback"], progress)


def _every_step(job: dict[str, Any]) -> bool:
    return not job["per_epoch"] or job["each"] == job["steps_per_epoch"]


def _train_schedule(job: dict[str, Any], names: dict[str, Any], progress: Progress) -> list[float]:
    """One fit; the optimizer's own count jumps where a window ends."""
    count = sum(count for _, count in job["windows"])
    model = _model(count, names["learning_rate"])
    callbacks = [_Told(progress, count)]
    if job["windows"] != [[0, count]]:
        callbacks.append(_Jumps(job["windows"]))
    if "callback" in names:  # lets the weight decay follow the rate
        callbacks.append(names["callback"])
    _fit(model, count, callbacks, epochs=1, steps_per_epoch=count)
    return _rates(model)


def _fit_callback(
    job: dict[str, Any], callback: Any, epochs: int, progress: Progress
) -> list[float]:
    """One fit over whole epochs, the last of which may be longer than the run."""
    per_epoch = job["steps_per_epoch"]
    rows = epochs * per_epoch
    model = _model(rows, 1.0)  # a rate that the callback fails to set shows
    callbacks = [_Told(progress, rows), callback]
    _fit(model, rows, callbacks, epochs=epochs, steps_per_epoch=per_epoch)
    return _rates(model)[: sum(count for _, count in job["windows"]) * job["each"]]


def _visit(
    epochs: dict[int, Steps], job: dict[str, Any], callback: Any, progress: Progress
) -> list[float]:
    """Compiled training steps in Keras's own form of a custom loop, from place to place."""
    per_epoch = job["steps_per_epoch"]
    rows = sum(map(len, epochs.values())) + len(epochs)
    model = _model(rows, 1.0)
    calls = keras.callbacks.CallbackList([callback], model=model, steps=per_epoch)
    kept, row = [], 0
    calls.on_train_begin()
    for number, (epoch, batches) in enumerate(epochs.items()):
        calls.on_epoch_begin(epoch)
        # An epoch ends with its last batch: a callback may count on it.
        last = [per_epoch - 1] if number < len(epochs) - 1 else []
        for batch in sorted({*batches, *last}):
            calls.on_train_batch_begin(batch)
            model.train_on_batch(numpy.array([row]), numpy.zeros((1, 1)))
            calls.on_train_batch_end(batch, {})
            kept += [row] if batch in batches else []
            row += 1
        calls.on_epoch_end(epoch, {})
        progress(row, rows)
    calls.on_train_end()
    rates = _rates(model)
    return [rates[row] for row in kept]


def _epochs(job: dict[str, Any]) -> dict[int, Steps]:
    """The batches that are trained of each epoch that is visited."""
    places = [place for a, count in job["windows"] for place in range(a, a + count)]
    if job["per_epoch"]:
        return {epoch: list(range(job["each"])) for epoch in places}
    epochs: dict[int, Steps] = {}
    for step in places:
        epoch, batch = divmod(step, job["steps_per_epoch"])
        epochs.setdefault(epoch, []).append(batch)
    return epochs


def _model(rows: int, learning_rate: Any) -> Any:
    optimizer = keras.optimizers.SGD(learning_rate)
    # Weight decay would move weights that a step has already written.
    optimizer.exclude_from_weight_decay(var_names=["embeddings"])
    table = keras.layers.Embedding(rows, 1, embeddings_initializer="zeros")
    model = keras.Sequential([keras.Input((), dtype="int32"), table])
    model.compile(optimizer, loss=lambda target, prediction: keras.ops.mean(prediction))
    return model


def _fit(model: Any, rows: int, callbacks: list[Any], **more: int) -> None:
    data = numpy.arange(rows, dtype="int32"), numpy.zeros((rows, 1), "float32")
    model.fit(*data, batch_size=1, shuffle=False, verbose=0, callbacks=callbacks, **more)


def _rates(model: Any) -> list[float]:
    rates: list[float] = (-model.get_weights()[0][:, 0].astype("float64")).tolist()
    return rates


class _Told(keras.callbacks.Callback):  # type: ignore[misc]
    """Tells how many steps are trained."""

    def __init__(self, progress: Progress, total: int) -> None:
        super().__init__()
        self.progress, self.total, self.done = progress, total, 0

    def on_train_batch_begin(self, batch: int, logs: Any = None) -> None:
        self.done += 1
        self.progress(self.done, self.total)


class _Jumps(keras.callbacks.Callback):  # type: ignore[misc]
    """Sets the optimizer's count to each window's first step."""

    def __init__(self, windows: list[list[int]]) -> None:
        super().__init__()
        self.firsts = dict(_starts(windows))

    def on_train_batch_begin(self, batch: int, logs: Any = None) -> None:
        if batch in self.firsts:
            self.model.optimizer.iterations.assign(self.firsts[batch])


def _starts(windows: list[list[int]]) -> Iterator[tuple[int, int]]:
    """The batch at which each window starts, and its first step."""
    batch = 0
    for first, count in windows:
        yield batch, first
        batch += count
