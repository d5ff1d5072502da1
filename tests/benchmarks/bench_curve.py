"""How long the numbers take: against bare numpy, Keras' own loop, and a short run."""

from __future__ import annotations

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy
from rows import Row, compare, table

from lrlib import Design, code, curve
from lrlib.chart.figure import figure

TICKS, WARMUP = 1_000_000, 100_000
LOOP = 2_000  # calls of the schedule object that stand for a million


def measure() -> list[Row]:
    """Rows of the table."""
    return [million(), keras_loop(), billion()]


def million() -> Row:
    """A whole curve of a million ticks, against the bare expression of its two formulas."""
    design = _design()
    seconds = compare(lambda: curve(design), _bare, 40)
    return Row("`curve` of 1,000,000 ticks", *seconds, "the bare numpy expression", 1.5)


def keras_loop() -> Row:
    """The same million ticks from the Keras schedule object, called in a loop."""
    names: dict[str, object] = {"__name__": "pasted"}
    exec(code(_design(), "keras-schedule"), names)
    schedule = names["learning_rate"]
    assert callable(schedule)
    design = _design()

    def loop() -> None:
        for step in range(LOOP):
            float(schedule(step))

    ours, peer = compare(lambda: curve(design), loop, 3)
    million = peer * TICKS / LOOP
    return Row("`curve` of 1,000,000 ticks", ours, million, "the Keras object in a loop")


def billion() -> Row:
    """The figure of a billion steps, against that of fifty epochs."""
    short = Design(epochs=50, update="step", warmup="linear", warmup_length=5)
    long = Design(steps=10**9, warmup="linear", warmup_length=10**8)
    seconds = compare(lambda: figure(long), lambda: figure(short), 20)
    return Row("figure of a billion steps", *seconds, "that of fifty epochs", 1.15)


def _design() -> Design:
    return Design(steps=TICKS, warmup="linear", warmup_length=WARMUP)


def _bare() -> numpy.ndarray:
    ticks = numpy.arange(TICKS)
    up = 1e-3 * ticks[:WARMUP] / WARMUP
    down = 0.5e-3 * (1 + numpy.cos(numpy.pi * (ticks[WARMUP:] - WARMUP) / (TICKS - WARMUP)))
    return numpy.concatenate([up, down])


if __name__ == "__main__":
    print(table(measure()))
