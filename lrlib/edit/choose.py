"""Choosing a shape: the design with that shape, its fields fitted to the run."""

from __future__ import annotations

from typing import Any

from lrlib.curves import rate_at
from lrlib.design import Design, DesignError
from lrlib.fields import Field
from lrlib.shapes import PHASES, SHAPES, prefix
from lrlib.shapes.before import Before

SHARE = 0.1  # of the run: a warmup or cooldown that had no length


def choose(design: Design, phase: str, name: str) -> Design:
    """The design with this shape for the phase.

    Fields that both shapes share are kept; those that would be useless or not allowed at
    their default are fitted to the run (boundaries inside it, an end above 0). Raises
    DesignError where the rest of the design rules the shape out.
    """
    changes: dict[str, Any] = {phase: name}
    if name == "none":
        return design.replace(**changes)
    length = PHASES[phase].length
    if length and length not in design.chosen:
        changes[length] = max(1.0, float(round(design.clock.length * SHARE)))
    shape = SHAPES[phase][name]
    changes |= shape.fitted(_before(design, phase))
    kept = {key: value for key, value in design.chosen.items() if key not in changes}
    for name, field in shape.parameters().items():
        # The same key may allow other values in the new shape (cycles: 0.5 or a whole 3).
        key = prefix(phase) + name
        if key in kept and not _allows(field, kept[key]):
            del kept[key]
    try:
        return Design(**kept | changes)
    except DesignError:
        # What follows may need a start above 0 (a geometric cooldown).
        return Design(**kept | {"end_lr": design.peak_lr / 10} | changes)


def _before(design: Design, phase: str) -> Before:
    per = design.clock.per_unit
    return Before(
        phase, design.chosen, design.clock.length, lambda unit: rate_at(design, int(unit * per))
    )


def _allows(field: Field, value: Any) -> bool:
    try:
        field.check(value)
    except ValueError:
        return False
    return True
