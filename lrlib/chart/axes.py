"""Designs -> the axes that hold their curves, with bands of phases behind; plain data."""

from __future__ import annotations

from math import ceil, floor
from typing import Any

import numpy

from lrlib.chart.bands import bands, names
from lrlib.chart.palette import Palette
from lrlib.curves import Rates, curve, sample
from lrlib.design import Design

PAD = 0.02  # of an axis, on each side


def layout(designs: list[Design], palette: Palette, log: bool) -> dict[str, Any]:
    """Axes that hold every design's rates, over the time of the first."""
    design = designs[0]
    clock = design.clock
    end = clock.length
    epochs = end if clock.unit == "epochs" else end / design.steps_per_epoch
    first, second = ("epoch", "step") if clock.unit == "epochs" else ("step", "epoch")
    other = clock.steps if clock.unit == "epochs" else epochs
    rates = numpy.concatenate([curve(drawn, sample(drawn)) for drawn in designs])
    highest = float(rates.max()) or 1.0
    span = _log_range(rates, highest) if log else [-0.02 * highest, 1.1 * highest]
    widest = max(len(f"{end:,}"), len(f"{round(other):,}"))
    axis = {
        "gridcolor": palette.grid,
        "zeroline": False,
        "exponentformat": "none",
        "linecolor": palette.grid,
        "tickfont": {"color": palette.text},
        "ticklabeloverflow": "allow",  # else Plotly measures every label, at each redraw
    }
    return {
        "xaxis": axis | _time(first, end),
        "xaxis2": axis
        | _time(second, other)
        | {
            "overlaying": "x",
            "anchor": "free",
            "position": 0,
            "showgrid": False,
            "linecolor": "rgba(0,0,0,0)",
            "tickfont": {"color": palette.quiet, "size": 11},
        },
        "yaxis": axis
        | {
            "domain": [0.1, 1],
            "type": "log" if log else "linear",
            "range": span,
            "tickformat": ".1e",
            "nticks": _log_ticks(span) if log else 0,
        },
        "shapes": list(bands(design)),
        "annotations": list(names(design, palette.quiet)),
        "showlegend": False,
        "hovermode": "x",
        "dragmode": "zoom",
        # On the right half of the last number stands beyond the axis.
        "margin": {"l": 64, "r": max(16, 3 * widest), "t": 24, "b": 24},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"color": palette.text},
        "height": 420,
        "separators": ".,",
    }


def _time(name: str, end: float) -> dict[str, Any]:
    """An axis of epochs or steps; only its first tick says which."""
    return {
        "range": [-PAD * end, end * (1 + PAD)],
        "tickprefix": f"{name} ",
        "showtickprefix": "first",
        "separatethousands": True,
    }


def _log_range(rates: Rates, highest: float) -> list[float]:
    """The axis in powers of ten: from the lowest rate above 0, at most fourteen decades."""
    lowest = float(rates[rates > 0].min()) if (rates > 0).any() else highest
    top = float(numpy.log10(highest)) + 0.15
    return [max(float(numpy.log10(lowest)) - 0.15, top - 14), top]


def _log_ticks(span: list[float]) -> int:
    """How many marks to ask for: 1, 2 and 5 in each of a few decades, else the powers of ten.

    By its own rule Plotly writes 9e-3 and 8e-3 over 1e-2. It takes the powers alone where
    a mark has 0.7 decades, and 1, 2 and 5 below that.
    """
    decades = span[1] - span[0]
    if decades < 1:
        return 0
    return ceil(decades / 0.69) if decades <= 3 else min(8, floor(decades / 0.71))
