"""The options of code, in the order of a link: their fields, checked, and as a link's text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lrlib.design.finding import shown
from lrlib.fields import Choice, Field, Flag, Number, Whole
from lrlib.targets.optimizers import OPTIMIZERS

Options = Mapping[str, Any]  # by name, without those at their default

FIELDS: dict[str, Field] = {
    "verbose": Flag(label="Print the rate", help="Print the rate at the start of each epoch."),
    "weight_decay": Number(
        0.0,
        0,
        100,
        label="Weight decay / LR",
        help="Weight decay as a multiple of the rate; 0 leaves it alone.",
    ),
    "optimizer": Choice(
        "adam", tuple(OPTIMIZERS), label="Optimizer", help="The optimizer that the code is for."
    ),
    "accumulate": Whole(1, 1, 10_000, label="Gradient accumulation", help="Batches in one update."),
    "resume": Whole(0, 0, label="Resume at", help="The epoch or step at which training goes on."),
    "release": Flag(
        label="Release the rate",
        help="Let go of the rate when the warmup is over, for ReduceLROnPlateau to take.",
    ),
}


def check(given: Mapping[str, Any]) -> Options:
    """Options in their own types and order. Raises ValueError that names a bad one."""
    checked = {}
    for key, value in given.items():
        if key not in FIELDS:
            raise ValueError(f"option: got {shown(key)}, allowed: one of {', '.join(FIELDS)}")
        try:
            checked[key] = FIELDS[key].check(value)
        except ValueError as error:
            raise ValueError(f"{key}: got {shown(value)}, allowed: {error}") from None
    return {
        key: checked[key]
        for key, field in FIELDS.items()
        if key in checked and checked[key] != field.default
    }


def write(options: Options) -> list[tuple[str, str]]:
    """Their keys and texts, as a link states them."""
    return [(key, FIELDS[key].write(value)) for key, value in options.items()]
