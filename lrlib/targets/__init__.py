"""The table of targets, and design -> code."""

from __future__ import annotations

from typing import Any

from lrlib.design import Design
from lrlib.targets import data, keras_callback, keras_schedule, optax, pytorch
from lrlib.targets.base import Target

TARGETS: dict[str, Target] = {
    target.name: target
    for target in (
        keras_callback.TARGET,
        keras_schedule.TARGET,
        pytorch.TARGET,
        optax.TARGET,
        data.JSON,
        data.CSV,
    )
}


def code(design: Design, target: str, **options: Any) -> str:
    """The complete text of one target; `options` are the view keys that change code.

    Options that a target has no use for are ignored. Raises ValueError for an unknown
    target or option, and where a target cannot follow this design exactly.
    """
    if target not in TARGETS:
        raise ValueError(f"target: got {target!r}, allowed: one of {', '.join(TARGETS)}")
    from lrlib.view import check_options

    checked = check_options(options)
    chosen = TARGETS[target]
    return chosen.write(design, {k: v for k, v in checked.items() if k in chosen.options})
