"""Design -> the lines and dots of its chart, as plain data in plotly's words."""

from __future__ import annotations

from typing import Any

import numpy

from lrlib.chart.marks import importance, marked_ticks
from lrlib.chart.palette import Palette
from lrlib.curves import Rates, Ticks, curve, sample
from lrlib.design import Design
from lrlib.words import rate_text

# The rate as text, too: plotly's own formats know no "1.0E-03".
HOVER = "epoch %{customdata[0]}<br>step %{customdata[1]}<br><b>%{customdata[2]}</b><extra></extra>"


def curve_line(design: Design, ticks: Ticks, palette: Palette) -> dict[str, Any]:
    """The curve; each tick's rate holds until the next one."""
    rates = curve(design, ticks)
    # The last tick lasts until the run's end.
    ticks = numpy.append(ticks, design.ticks)
    rates = numpy.append(rates, rates[-1])
    every = len(ticks) == design.ticks + 1
    return {
        "type": "scatter",
        "mode": "lines",
        "x": (ticks / design.clock.per_unit).tolist(),
        "y": rates.tolist(),
        "customdata": _hovers(design, ticks, rates),
        "hovertemplate": HOVER,
        "line": {"color": palette.line, "width": 2.5, "shape": "hv" if every else "linear"},
        "name": "rate",
    }


def pinned_line(pinned: Design, design: Design, palette: Palette, most: int) -> dict[str, Any]:
    """Another design's curve over the time of this one, its name at its end."""
    line = curve_line(pinned, sample(pinned, most), palette)
    if pinned.clock.unit != design.clock.unit:
        per_epoch = pinned.steps_per_epoch
        scale = 1 / per_epoch if design.clock.unit == "epochs" else per_epoch
        line["x"] = [x * scale for x in line["x"]]
    last = sum(x <= design.clock.length for x in line["x"]) - 1
    return line | {
        "mode": "lines+text",
        "text": ["pinned" if i == last else "" for i in range(len(line["x"]))],
        "textposition": "top left",
        "textfont": {"size": 11, "color": palette.others[0]},
        "line": line["line"] | {"color": palette.others[0], "width": 1.5},
        "hoverinfo": "skip",
        "hovertemplate": None,
        "name": "pinned",
    }


def _hovers(design: Design, ticks: Ticks, rates: Rates) -> list[list[str]]:
    """The epoch, the step and the rate of each tick, as text for the hover box."""
    steps = ticks * design.clock.steps_per_tick
    epochs = steps / design.steps_per_epoch
    columns = epochs.tolist(), steps.tolist(), rates.tolist()
    return [
        [f"{epoch:,.6g}", f"{step:,}", rate_text(rate, 3)]
        for epoch, step, rate in zip(*columns, strict=True)
    ]


PLAIN_LABELS = 3  # of a chart that cannot find room for more: the highest, the first, the last


def marks(design: Design, palette: Palette) -> dict[str, Any]:
    """Dots with the values beside the most important; `meta` has all for who finds room."""
    ticks = numpy.array(marked_ticks(design))
    rates = curve(design, ticks)
    after = curve(design, ticks + 1)
    order = importance(design, ticks, rates)
    shown = order[:PLAIN_LABELS]
    texts = [rate_text(rate) for rate in rates.tolist()]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": (ticks / design.clock.per_unit).tolist(),
        "y": rates.tolist(),
        "text": [text if i in shown else "" for i, text in enumerate(texts)],
        "meta": {"labels": texts, "order": order},
        "textposition": [
            "top left" if i and b > a else "top right"
            for i, (a, b) in enumerate(zip(rates, after, strict=True))
        ],
        "textfont": {"size": 11, "color": palette.text},
        "marker": {"color": palette.line, "size": 5},
        "hoverinfo": "skip",
        "cliponaxis": False,
        "name": "marks",
    }
