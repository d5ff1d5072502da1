"""The table of targets, and design -> code."""

from __future__ import annotations

from typing import Any

from lrlib.design import Design
from lrlib.targets import data, optax, pytorch
from lrlib.targets.base import Target
from lrlib.targets.keras import builtin as keras_builtin
from lrlib.targets.keras import callback as keras_callback
from lrlib.targets.keras import notebook, training_script
from lrlib.targets.keras import schedule as keras_schedule

__all__ = ["TARGETS", "Target", "code"]

TARGETS: dict[str, Target] = {
    target.name: target
    for target in (
        keras_callback.TARGET,
        keras_schedule.TARGET,
        keras_builtin.TARGET,
        pytorch.TARGET,
        optax.TARGET,
        training_script.TARGET,
        notebook.TARGET,
        data.JSON,
        data.CSV,
    )
}


def code(design: Design, target: str, **options: Any) -> str:
    """The complete text of one target; `options` are the view keys that change code.

    Options that a target has no use for are ignored. Raises ValueError for an unknown
    target or option, and where a target cannot follow this design exactly.
    """
    chosen, given = _chosen(target, options)
    return chosen.write(design, given)


def notes(design: Design, target: str, **options: Any) -> list[str]:
    """What one should know of this code, as sentences; `options` as for `code`."""
    chosen, given = _chosen(target, options)
    return list(chosen.notes(design, given))


def _chosen(target: str, options: dict[str, Any]) -> tuple[Target, dict[str, Any]]:
    """The target, and those of the options that it uses, checked."""
    if target not in TARGETS:
        raise ValueError(f"target: got {target!r}, allowed: one of {', '.join(TARGETS)}")
    from lrlib.view import check_options

    chosen, checked = TARGETS[target], check_options(options)
    return chosen, {key: value for key, value in checked.items() if key in chosen.options}
