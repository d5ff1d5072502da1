"""Design -> a small table: where each phase begins and ends, and the rates there."""

from __future__ import annotations

from itertools import groupby

from lrlib.curves import curve
from lrlib.design import Design
from lrlib.words import rate_text


def edge_rows(design: Design) -> list[tuple[str, ...]]:
    """One row a phase, for people who cannot see the chart: its name, the place where it
    begins, the rate of its first tick, the place where the next begins, the rate of its last.
    """
    unit, per = design.clock.unit.removesuffix("s"), design.clock.per_unit
    rows: list[tuple[str, ...]] = []
    for name, group in groupby(design.phases(), key=lambda phase: phase.name):
        parts = list(group)
        ticks = [parts[0].begin, parts[-1].end]
        first, last = curve(design, [ticks[0], max(ticks[0], ticks[1] - 1)]).tolist()
        begin, end = (f"{unit} {tick / per:,.6g}" for tick in ticks)
        rows.append((name, begin, rate_text(first), end, rate_text(last)))
    return rows
