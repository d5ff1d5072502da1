"""Options -> the tick at which training goes on."""

from __future__ import annotations

from lrlib.design import Design
from lrlib.targets.options import Options


def resumed_at(design: Design, options: Options) -> int:
    """The first tick of the resumed training; 0 from the start.

    `resume` counts in the design's unit. Raises ValueError at or past the end of the run.
    """
    resume: int = options.get("resume", 0)
    clock = design.clock
    if resume >= clock.length:
        raise ValueError(
            f"resume: got {resume}, allowed: a whole number below the run's "
            f"{clock.length:,} {clock.unit}"
        )
    return resume * clock.per_unit
