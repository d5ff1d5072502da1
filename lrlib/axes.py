"""Designs -> the axes that hold their curves, with bands of phases behind; plain data."""

from __future__ import annotations

from typing import Any

import numpy

from lrlib.bands import bands, names
from lrlib.curves import Rates, curve, sample
from lrlib.design import Design
from lrlib.palette import Palette

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
            "range": _log_range(rates, highest) if log else [-0.02 * highest, 1.1 * highest],
            "tickformat": ".1e",
        },
        "shapes": list(bands(design)),
        "annotations": list(names(design, palette.quiet)),
        "showlegend": False,
        "hovermode": "x",
        "dragmode": "zoom",
        "margin": {"l": 64, "r": 16, "t": 24, "b": 24},
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
