"""Designs that every target must reproduce, the curve of each step, and what float32 may miss."""

import numpy
from every_shape import EPOCHS, STEPS_PER_EPOCH, every_shape

from lrlib import Design, curve
from lrlib.curves import sample

UPDATES = ("epoch", "step")
DESIGNS = {
    f"{name}-{update}": design for update in UPDATES for name, design in every_shape(update).items()
}

# What the table's designs leave out, by hand.
RUN = {"epochs": EPOCHS, "steps_per_epoch": STEPS_PER_EPOCH, "update": "step", "peak_lr": 0.3}
DESIGNS |= {
    "steps": Design(steps=70, steps_per_epoch=3, peak_lr=0.3, warmup="linear", warmup_length=7),
    "one-tick": Design(epochs=1, steps_per_epoch=3, peak_lr=0.3),
    "halves-of-ticks": Design(**RUN, warmup="cosine", warmup_length=1.5, hold_length=0.5),
    "warmup-cut": Design(**RUN, warmup="polynomial", warmup_length=30),
    "waves": Design(**RUN, warmup="linear", warmup_length=2, cycles=4.5),
    "restarts-growing": Design(
        **RUN, decay="cosine_restarts", cycles=4, cycle_mult=1.7, cycle_decay=0.6, end_lr=0.01
    ),
    "triangles-falling": Design(**RUN, decay="triangular", cycles=4, cycle_decay=0.5),
    "floor": Design(**RUN, decay="step", drop=0.3, every=3, end_lr=0.02),
    "jumps": Design(
        **RUN, decay="points", points=[(0, 0.1), (5, 0.3), (5, 0.2), (9, 0.2), (9, 0), (30, 0.3)]
    ),
    "one-boundary": Design(**RUN, decay="piecewise", boundaries=[7], values=[0.2]),
    "boundary-in-warmup": Design(
        **RUN,
        warmup="linear",
        warmup_length=4,
        decay="piecewise",
        boundaries=[2, 6],
        values=[0.2, 0.1],
    ),
    "pieces": Design(
        **RUN,
        decay="piecewise",
        boundaries=[i / 3 for i in range(1, 61)],
        values=[0.3 - i / 300 for i in range(60)],
    ),
}


def epochs(design: Design) -> int:
    """As many as the design has, begun ones too, and one more: there the final rate holds."""
    return -(-design.clock.steps // design.steps_per_epoch) + 1


def wanted(design: Design, steps: int) -> numpy.ndarray:
    """The curve of each training step."""
    return curve(design, numpy.arange(steps) // design.clock.steps_per_tick)


def highest(design: Design) -> float:
    return max(design.peak_lr, curve(design, sample(design)).max())


def tolerance(design: Design) -> float:
    """What float32 may differ by: far less than a jump that comes a step late."""
    return 5e-7 * (1 + design.chosen.get("cycles", 0)) * highest(design)
