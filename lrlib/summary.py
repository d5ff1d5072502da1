"""Design -> the numbers beside the chart: start, highest, final and mean rate, updates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy

from lrlib.curves import curve, sample
from lrlib.design import Design

MOST_EXACT = 50_000  # ticks that are summed one by one
SAMPLED = 8_000  # ticks that stand for a longer run
LOW = 0.01  # a rate below this share of the highest trains next to nothing


@dataclass(frozen=True)
class Summary:
    """Rates of a run. `mean` and `below` are exact up to 50,000 ticks, else very nearly so."""

    start: float
    highest: float
    final: float
    mean: float
    steps: int  # updates in the run
    below: int  # updates below 1 % of the highest rate
    exact: bool
    below_by_phase: Mapping[str, int]  # the same updates, by the name of their phase


def summary(design: Design) -> Summary:
    """The rates and counts of a whole run, at a cost that does not grow with its length."""
    exact = design.ticks <= MOST_EXACT
    ticks = numpy.arange(design.ticks) if exact else sample(design, SAMPLED)
    rates = curve(design, ticks)
    highest = float(rates.max())
    # Each sampled tick stands for the ticks around it, up to halfway to its neighbours.
    halves = (ticks[1:] + ticks[:-1] + 1) // 2
    weights = numpy.diff(numpy.concatenate([[0], halves, [design.ticks]]))
    low = numpy.where(rates < LOW * highest, weights, 0) * design.clock.steps_per_tick
    by_phase = {
        name: int(low[(ticks >= span.begin) & (ticks < span.end)].sum())
        for name, span in design.spans.items()
    }
    below = int(low.sum())
    mean = float((rates * weights).sum() / design.ticks)
    start, final = float(rates[0]), float(rates[-1])
    return Summary(start, highest, final, mean, design.clock.steps, below, exact, by_phase)
