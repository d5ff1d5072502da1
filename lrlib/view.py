"""What a link says beside the design: how the page shows it and which code it prints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from lrlib.design.finding import Finding, shown
from lrlib.fields import Choice, Field
from lrlib.targets import TARGETS, options


@dataclass(frozen=True)
class TargetName(Field):
    """One of the targets, as the table has them now."""

    default: str = "keras-callback"
    label: str = "Code"
    help: str = "Which code to show."

    @property
    def allowed(self) -> str:
        return "one of " + ", ".join(TARGETS)

    def check(self, value: Any) -> str:
        if not isinstance(value, str) or value not in TARGETS:
            raise ValueError(self.allowed)
        return value


FIELDS: dict[str, Field] = {
    "target": TargetName(),
    **options.FIELDS,
    "axis": Choice("linear", ("linear", "log"), label="Axis", help="Scale of the rate's axis."),
}


@dataclass(frozen=True)
class View:
    """The view keys of a link, checked."""

    target: str = FIELDS["target"].default
    verbose: bool = FIELDS["verbose"].default
    weight_decay: float = FIELDS["weight_decay"].default
    optimizer: str = FIELDS["optimizer"].default
    accumulate: int = FIELDS["accumulate"].default
    resume: int = FIELDS["resume"].default
    release: bool = FIELDS["release"].default
    axis: str = FIELDS["axis"].default

    @property
    def options(self) -> dict[str, Any]:
        """Those that change the code, where they differ from the default."""
        return {key: value for key, value in changed(self).items() if key in options.FIELDS}


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
