"""The table of targets, and design -> code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lrlib.design import Design
from lrlib.targets import data, optax, pytorch
from lrlib.targets.base import Proof, Target
from lrlib.targets.header import header
from lrlib.targets.keras import builtin, callback, notebook, schedule, training_script
from lrlib.targets.options import Options, check
from lrlib.targets.program import Block, Program

__all__ = [
    "TARGETS",
    "Block",
    "Program",
    "Proof",
    "Target",
    "Written",
    "code",
    "notes",
    "written",
]

TARGETS: dict[str, Target] = {
    target.name: target
    for target in (
        callback.TARGET,
        schedule.TARGET,
        builtin.TARGET,
        pytorch.TARGET,
        optax.TARGET,
        training_script.TARGET,
        notebook.TARGET,
        data.JSON,
        data.CSV,
    )
}


@dataclass(frozen=True)
class Written:
    """A whole text, and the lines that use what it defines, as code."""

    text: str
    usage: str


def written(design: Design, target: str, address: str = "", **options: Any) -> Written:
    """The text of one target and how to use it; see `code`."""
    chosen, given = _chosen(target, options)
    made = chosen.write(design, given)
    if isinstance(made, str):
        return Written(made, "")
    return Written(made.text(header(design, chosen.name, given, address)), made.first_use)


def code(design: Design, target: str, address: str = "", **options: Any) -> str:
    """The complete text of one target; `options` are the view keys that change code.

    Its link is whole where `address` says where the dashboard is. Options that a target has
    no use for are ignored. Raises ValueError for an unknown target or option, and where a
    target cannot follow this design exactly.
    """
    return written(design, target, address, **options).text


def notes(design: Design, target: str, **options: Any) -> list[str]:
    """What one should know of this code, as sentences; `options` as for `code`."""
    chosen, given = _chosen(target, options)
    return list(chosen.notes(design, given))


def _chosen(target: str, options: dict[str, Any]) -> tuple[Target, Options]:
    """The target, and those of the options that it uses, checked."""
    if target not in TARGETS:
        raise ValueError(f"target: got {target!r}, allowed: one of {', '.join(TARGETS)}")
    chosen, checked = TARGETS[target], check(options)
    return chosen, {key: value for key, value in checked.items() if key in chosen.options}
