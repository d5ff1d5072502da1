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

# Conventions, alone and in pairs; where they meet the edges of phases and of epochs.
WARM = RUN | {"warmup": "linear", "warmup_length": 4.5, "init_lr": 0.01, "end_lr": 0.02}
DROPS = {"decay": "step", "every": 3.4, "drop": 0.5}
CYCLES = {"decay": "cosine_restarts", "cycle_decay": 0.5}
POINTS = {"decay": "points", "points": [(0, 0.1), (5, 0.3), (5, 0.2), (9, 0.2), (30, 0.1)]}
DESIGNS |= {
    f"{overlap}-{name}": Design(**WARM | decay | {"overlap": overlap})
    for overlap in ("jump", "join", "multiply")
    for name, decay in {
        "cosine": {},
        "step": DROPS,
        "restarts": CYCLES | {"cycles": 7},
        "points": POINTS,
        "once-an-epoch": {"decay_update": "epoch"},
        "restarts-once-an-epoch": CYCLES | {"cycles": 5, "decay_update": "epoch"},
        "covered": {"warmup_length": 21, "cooldown": "cosine", "cooldown_length": 3},
        "whole": {"warmup_length": 30},
    }.items()
}
DESIGNS |= {
    "from-one": Design(**WARM, warmup_from=1),
    "from-one-exponential": Design(**RUN, warmup="exponential", warmup_length=4, warmup_from=1),
    "from-one-logarithmic": Design(**WARM | {"warmup": "logarithmic", "warmup_from": 1}),
    "from-one-joined": Design(**WARM, warmup_from=1, overlap="join"),
    "from-one-to-the-end": Design(**WARM | {"warmup_length": 24, "warmup_from": 1}),
    "from-one-cut": Design(**WARM | {"warmup_length": 40, "warmup_from": 1}),
    "logarithm-of-one-step": Design(**WARM | {"warmup": "logarithmic", "warmup_length": 0.34}),
    "at-the-end": Design(**WARM, reach_end=True),
    "at-the-end-power": Design(**WARM, decay="polynomial", power=0.9, reach_end=True),
    "at-the-end-restarts": Design(**WARM, **CYCLES, cycles=3, reach_end=True),
    "at-the-end-cooldown": Design(
        **WARM, cooldown="one_minus_sqrt", cooldown_length=5.4, reach_end=True
    ),
    "at-the-end-once-an-epoch": Design(**WARM, reach_end=True, decay_update="epoch"),
    "at-the-end-one-tick": Design(**WARM | {"warmup_length": 23.9}, reach_end=True),
    "once-an-epoch": Design(**WARM, decay_update="epoch"),
    "once-an-epoch-pieces": Design(
        **RUN,
        decay="piecewise",
        boundaries=[1.5, 6, 6.2],
        values=[0.2, 0.1, 0.05],
        decay_update="epoch",
    ),
    "once-an-epoch-cooldown": Design(
        **WARM, decay_update="epoch", cooldown="linear", cooldown_length=4.2, reach_end=True
    ),
    "once-an-epoch-drops": Design(**WARM, **DROPS, decay_update="epoch", floor="towards"),
    "cycles-of-five": Design(**RUN, **CYCLES, cycle_length=5, end_lr=0.02),
    "cycles-of-five-growing": Design(**RUN, **CYCLES, cycle_length=5.5, cycle_mult=1.5),
    "steep-triangles": Design(**RUN, decay="triangular", cycles=2, rise=0.2, end_lr=0.02),
    "triangles-of-seven": Design(
        **RUN, decay="triangular", cycle_length=7, rise=0.9, cycle_decay=0.5, end_lr=0.02
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
