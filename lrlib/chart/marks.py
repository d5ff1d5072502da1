"""Design -> the ticks that the chart marks with a dot, and which of them get a label."""

from __future__ import annotations

from collections.abc import Iterator

from lrlib.curves import Rates, Ticks, jumps
from lrlib.design import Design

MOST_MARKS = 40


def marked_ticks(design: Design) -> list[int]:
    """Every epoch up to 40, else every fifth (or a multiple), with the first and the last."""
    per_mark = design.steps_per_epoch // design.clock.steps_per_tick
    if design.clock.unit == "steps":
        per_mark = max(1, -(-design.ticks // MOST_MARKS))
    count = -(-design.ticks // per_mark)
    last = design.ticks - 1
    if count <= MOST_MARKS:
        marks = list(range(0, design.ticks, per_mark))
    else:
        stride = next(s for s in _strides() if count / s <= MOST_MARKS)
        marks = [0, *((i * stride - 1) * per_mark for i in range(1, count // stride + 1))]
    marks += jumps(design)[:MOST_MARKS]
    return sorted({*(tick for tick in marks if tick <= last), last})


def _strides() -> Iterator[int]:
    size = 1
    while True:
        yield from (5 * size, 10 * size, 20 * size)
        size *= 10


def importance(design: Design, ticks: Ticks, rates: Rates) -> list[int]:
    """The marks' indices: the highest rate first, then both ends, then edges of phases."""
    edges = {phase.begin for phase in design.phases()} | {
        phase.end - 1 for phase in design.phases()
    }
    return sorted(
        range(len(ticks)),
        key=lambda i: (
            i != int(rates.argmax()),
            i not in (0, len(ticks) - 1),
            int(ticks[i]) not in edges,
            i,
        ),
    )
