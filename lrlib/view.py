"""What a link says beside the design: how the page shows it and which code it prints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from lrlib.design.finding import Finding, shown
from lrlib.fields import Choice, Field, Flag, Number, Whole
from lrlib.targets import TARGETS

OPTIMIZERS = ("adam", "adamw", "sgd", "rmsprop", "lion", "adafactor")
NOT_CODE = ("target", "axis")  # how the page looks

FIELDS: dict[str, Field] = {
    "target": Choice("keras-callback", tuple(TARGETS), label="Code", help="Which code to show."),
    "verbose": Flag(label="Print the rate", help="Print the rate at the start of each epoch."),
    "weight_decay": Number(
        0.0,
        0,
        100,
        label="Weight decay / LR",
        help="Weight decay as a multiple of the rate; 0 leaves it alone.",
    ),
    "optimizer": Choice(
        "adam", OPTIMIZERS, label="Optimizer", help="The optimizer that the code is for."
    ),
    "accumulate": Whole(1, 1, 10_000, label="Gradient accumulation", help="Batches in one update."),
    "resume": Whole(0, 0, label="Resume at", help="The epoch or step at which training goes on."),
    "axis": Choice("linear", ("linear", "log"), label="Axis", help="Scale of the rate's axis."),
}
CODE = tuple(key for key in FIELDS if key not in NOT_CODE)


@dataclass(frozen=True)
class View:
    """The view keys of a link, checked."""

    target: str = "keras-callback"
    verbose: bool = False
    weight_decay: float = 0.0
    optimizer: str = "adam"
    accumulate: int = 1
    resume: int = 0
    axis: str = "linear"

    @property
    def options(self) -> dict[str, Any]:
        """Those that change the code, where they differ from the default."""
        return {key: value for key, value in changed(self).items() if key not in NOT_CODE}


def changed(view: View) -> dict[str, Any]:
    """The view keys that differ from their defaults, in order."""
    values = {field.name: getattr(view, field.name) for field in fields(view)}
    return {key: value for key, value in values.items() if value != FIELDS[key].default}


def where_chosen(view: View) -> View | None:
    """The view where it names an optimizer; None where nobody chose one to be judged by."""
    return view if "optimizer" in changed(view) else None


def read_values(given: Mapping[str, str]) -> tuple[View, list[Finding]]:
    """The view that these texts state, and what was wrong with them."""
    values, problems = {}, []
    for key, text in given.items():
        try:
            values[key] = FIELDS[key].read(text)
        except ValueError as error:
            problems.append(Finding("error", key, f"got {shown(text)}, allowed: {error}"))
    return View(**values), problems


def write(view: View) -> list[tuple[str, str]]:
    """Keys and texts of what differs from the default."""
    return [(key, FIELDS[key].write(value)) for key, value in changed(view).items()]


def check_options(given: Mapping[str, Any]) -> dict[str, Any]:
    """Options of `code`, checked, without those at their default. Raises ValueError."""
    options = {}
    for key, value in given.items():
        if key not in FIELDS or key in NOT_CODE:
            raise ValueError(f"option: got {shown(key)}, allowed: one of {', '.join(CODE)}")
        try:
            checked = FIELDS[key].check(value)
        except ValueError as error:
            raise ValueError(f"{key}: got {shown(value)}, allowed: {error}") from None
        if checked != FIELDS[key].default:
            options[key] = checked
    return options
