"""Keras from place to place: how a long training is entered at the steps that are looked at."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

import numpy

from lrlib.prove.job import Job

MOST_FIT = 20_000  # batches of one fit: with a last epoch that the run only begins
Tell = Callable[[int], None]  # gets the number of steps that are trained


def epochs_of(job: Job) -> dict[int, list[int]]:
    """The steps that are trained of each epoch that is visited, counted from its start.

    Where training goes on inside an epoch, that epoch starts there.
    """
    if job.per_epoch:
        return {epoch: list(range(job.each)) for epoch in job.places()}
    epochs: dict[int, list[int]] = {}
    for step in job.places():
        epoch = step // job.steps_per_epoch
        start = max(epoch * job.steps_per_epoch, job.first)
        epochs.setdefault(epoch, []).append(step - start)
    return epochs


def visit(
    model: Any, epochs: dict[int, list[int]], job: Job, callback: Any, tell: Tell
) -> list[int]:
    """Compiled training steps in Keras's own form of a custom loop; the rows that were asked."""
    import keras

    per_epoch, accumulate = job.steps_per_epoch, job.accumulate
    calls = keras.callbacks.CallbackList([callback], model=model, steps=per_epoch * accumulate)
    kept, row = [], 0
    counts = _Counts()
    for number, (epoch, steps) in enumerate(epochs.items()):
        # A resumed training may begin inside an epoch; what follows is resumed once more.
        if number == 0 or (number == 1 and job.first):
            calls.on_train_begin()
        calls.on_epoch_begin(epoch)
        # An epoch ends with its last batch: a callback may count on it.
        last = [per_epoch - 1] if number < len(epochs) - 1 else []
        for step in sorted({*steps, *last}):
            for batch in job.batches:
                counts.enter(row * accumulate + batch, model)
                calls.on_train_batch_begin(step * accumulate + batch)
                model.train_on_batch(numpy.array([row]), numpy.zeros((1, 1)))
                calls.on_train_batch_end(step * accumulate + batch, {})
            kept += [row] if step in steps else []
            row += 1
        calls.on_epoch_end(epoch, {})
        tell(row)
    calls.on_train_end()
    return kept


def told(tell: Tell, job: Job) -> Any:
    """A callback that tells how many steps are trained."""
    import keras

    batches, each = count(1), len(job.batches)
    return keras.callbacks.LambdaCallback(
        on_train_batch_begin=lambda batch, logs: tell(next(batches) // each)
    )


def jump(job: Job) -> Any:
    """A callback that lets the optimizer's count of batches follow the places that are trained."""
    import keras

    places = (place * job.accumulate + batch for place in job.places() for batch in job.batches)
    counts = _Counts()

    def enter(batch: int, logs: Any) -> None:
        # Its own model: on JAX only that one gives the training state back.
        counts.enter(next(places), callback.model)

    callback = keras.callbacks.LambdaCallback(on_train_batch_begin=enter)
    return callback


class _Counts:
    """An optimizer's count of batches, which rises by itself and here jumps."""

    def __init__(self) -> None:
        self.next = 0

    def enter(self, batch: int, model: Any) -> None:
        """The next batch that `model` is trained with is this one of the run."""
        if batch != self.next:
            for variable in model.optimizer.variables:
                if variable.name == "iteration":
                    variable.assign(batch)
        self.next = batch + 1
