"""What each form of the rate adds to a training step, beside a constant rate in the same run.

    python tests/benchmarks/cost.py [ROUNDS]     (KERAS_BACKEND chooses the backend)

All forms train in turns, round after round, so that a busy moment of the machine hits all
of them. A round's figure is its fastest epoch but the first, which may compile. The table
has what a form takes more than the constant rate: by the fastest round of each, which a
busy machine disturbs least, and in the median over the rounds. A second constant rate shows
how much of a figure is chance.
"""

from __future__ import annotations

import os
import statistics
import sys
from collections.abc import Callable
from time import perf_counter
from typing import Any

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy

from lrlib import Design, code

Options = dict[str, Any]
Once = Callable[[], float]

EPOCHS, STEPS, BATCH = 4, 300, 8
ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 20
DESIGN = Design(epochs=EPOCHS, steps_per_epoch=STEPS, warmup="linear", warmup_length=1)
DESIGNS = {
    "epoch": DESIGN,
    "step": DESIGN.replace(update="step"),
    "many epochs": DESIGN.replace(epochs=90),  # of which EPOCHS are trained
}
FORMS: dict[str, tuple[str, str, Options]] = {
    "callback, per epoch": ("keras-callback", "epoch", {}),
    "callback, per step": ("keras-callback", "step", {}),
    "schedule, per epoch": ("keras-schedule", "epoch", {}),
    "schedule, per step": ("keras-schedule", "step", {}),
    "built-in, per step": ("keras-builtin", "step", {}),
    "built-in, 90 boundaries": ("keras-builtin", "many epochs", {}),
    "callback, per epoch, weight decay": ("keras-callback", "epoch", {"weight_decay": 0.1}),
    "schedule, per step, weight decay": ("keras-schedule", "step", {"weight_decay": 0.1}),
}


class Seconds(keras.callbacks.Callback):
    """The seconds of each epoch."""

    def on_train_begin(self, logs: Any = None) -> None:
        self.taken: list[float] = []

    def on_epoch_begin(self, epoch: int, logs: Any = None) -> None:
        self.begin = perf_counter()

    def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
        self.taken.append(perf_counter() - self.begin)


def main() -> None:
    runs = {"constant": run(), "constant, again": run()}
    runs |= {name: run(*form) for name, form in FORMS.items()}
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(ROUNDS):
        for name, once in runs.items():
            taken[name].append(once())
    print(f"{keras.backend.backend()}: {ROUNDS} rounds of {EPOCHS} epochs of {STEPS} steps")
    print("| form | a step | more than at a constant rate | in the median |\n|---|---|---|---|")
    constant = taken["constant"]
    for name, seconds in taken.items():
        more = min(seconds) - min(constant)
        median = statistics.median(a - b for a, b in zip(seconds, constant, strict=True))
        figures = f"{min(seconds) * 1e6:.0f} µs | {more * 1e6:+.0f} µs | {median * 1e6:+.0f} µs"
        print(f"| {name} | {figures} |")


def run(target: str = "", update: str = "", options: Options | None = None) -> Once:
    """A function that trains once with this form, or at a constant rate: seconds a step."""
    names: dict[str, Any] = {"__name__": "pasted"}
    if target:
        exec(code(DESIGNS[update], target, **options or {}), names)
    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(8), keras.layers.Dense(1)])
    model.compile(keras.optimizers.AdamW(names.get("learning_rate", 1e-3)), loss="mse")
    watch = Seconds()
    callbacks = [names["callback"], watch] if "callback" in names else [watch]
    x, y = numpy.zeros((STEPS * BATCH, 8), "float32"), numpy.zeros((STEPS * BATCH, 1), "float32")

    def once() -> float:
        model.fit(x, y, batch_size=BATCH, epochs=EPOCHS, verbose=0, callbacks=callbacks)
        return min(watch.taken[1:]) / STEPS

    return once


if __name__ == "__main__":
    main()
