"""Verdict -> a chart of the curve with the applied rates as dots over it; plain data."""

from __future__ import annotations

from typing import Any

import numpy

from lrlib.chart.axes import layout
from lrlib.chart.palette import DARK, LIGHT, Palette
from lrlib.chart.traces import curve_line
from lrlib.curves import sample
from lrlib.prove.report import Verdict

DOTS = 80
HOVER = (
    "step %{customdata[0]}<br>trained at <b>%{customdata[1]}</b>"
    "<br>curve %{customdata[2]}<extra></extra>"
)


def chart(verdict: Verdict, log: bool = False, dark: bool = False) -> dict[str, Any]:
    """Some of the trained steps as dots, the disagreeing ones among them in another colour."""
    palette = DARK if dark else LIGHT
    design = verdict.design
    line = curve_line(design, sample(design), palette) | {"hoverinfo": "skip"}
    del line["hovertemplate"]
    line["line"] = line["line"] | {"width": 1.5}
    frame = layout([design], palette, log)
    del frame["xaxis2"]
    frame["yaxis"] = frame["yaxis"] | {"domain": [0, 1]}
    frame |= {"height": 240, "hovermode": "closest"}
    return {"data": [line, _dots(verdict, palette)], "layout": frame}


def _dots(verdict: Verdict, palette: Palette) -> dict[str, Any]:
    count, ticks = len(verdict.steps), verdict.design.ticks
    wrong = numpy.flatnonzero(numpy.isin(verdict.steps, verdict.disagreeing))
    dots = min(count, ticks if ticks <= DOTS else DOTS)
    even = ((numpy.arange(dots) + 0.5) * count / dots).astype(int)  # the middle of each stair
    chosen = numpy.unique(numpy.concatenate([even, wrong[:DOTS], [verdict.worst]]))
    per_unit = verdict.design.clock.steps / verdict.design.clock.length
    rates = verdict.applied[chosen]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": (verdict.steps[chosen] / per_unit).tolist(),
        "y": rates.tolist(),
        "customdata": [
            [f"{step:,}", f"{rate:.6e}", f"{expected:.6e}"]
            for step, rate, expected in zip(
                verdict.steps[chosen].tolist(),
                rates.tolist(),
                verdict.expected[chosen].tolist(),
                strict=True,
            )
        ],
        "hovertemplate": HOVER,
        "marker": {
            "size": 5,
            "color": [palette.others[2 if i in wrong else 0] for i in chosen],
        },
        "cliponaxis": False,
        "name": "applied",
    }
