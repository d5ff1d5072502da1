"""Curve -> plotly figure; the only file that imports plotly."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

import numpy
from plotly import graph_objects

from lrlib.curves import Rates, Ticks, curve, jumps, sample
from lrlib.design import Design
from lrlib.words import rate_text

MOST_MARKS = 40
HOVER = "epoch %{customdata[0]}<br>step %{customdata[1]}<br><b>%{y:.3E}</b><extra></extra>"
QUIET = "rgba(128, 128, 128, 0.9)"
BANDS = ("rgba(128, 128, 128, 0.07)", "rgba(128, 128, 128, 0)")


@dataclass(frozen=True)
class Palette:
    """The colours that a theme gives the chart."""

    line: str
    text: str
    grid: str
    others: tuple[str, ...]  # pinned and compared curves


LIGHT = Palette("#1D4ED8", "#0F172A", "#E2E8F0", ("#B45309", "#047857", "#9D174D"))
DARK = Palette("#7CB0FF", "#E6EAF2", "#1E2740", ("#FBBF24", "#34D399", "#F472B6"))


def figure(design: Design, log: bool = False, dark: bool = False, most: int = 400) -> Any:
    """The chart of a design: its curve over epochs and steps, marks, and bands of phases."""
    palette = DARK if dark else LIGHT
    ticks = sample(design, most)
    drawn = graph_objects.Figure()
    drawn.add_trace(_line(design, ticks, palette))
    drawn.add_trace(_marks(design, palette, log))
    # A trace that is not seen gives the second axis its ticks and lets it follow the zoom.
    drawn.add_trace(
        {"type": "scatter", "x": [None], "y": [None], "xaxis": "x2", "hoverinfo": "skip"}
    )
    drawn.update_layout(_layout(design, palette, log))
    return drawn


def _line(design: Design, ticks: Ticks, palette: Palette) -> dict[str, Any]:
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
        "customdata": _places(design, ticks),
        "hovertemplate": HOVER,
        "line": {"color": palette.line, "width": 2.5, "shape": "hv" if every else "linear"},
        "name": "rate",
    }


def _places(design: Design, ticks: Ticks) -> list[list[str]]:
    """The epoch and the step of each tick, as text for the hover box."""
    steps = ticks * design.clock.steps_per_tick
    epochs = steps / design.steps_per_epoch
    return [
        [f"{epoch:,.6g}", f"{step:,}"]
        for epoch, step in zip(epochs.tolist(), steps.tolist(), strict=True)
    ]


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


def _strides() -> Any:
    size = 1
    while True:
        yield from (5 * size, 10 * size, 20 * size)
        size *= 10


def _marks(design: Design, palette: Palette, log: bool) -> dict[str, Any]:
    """Dots, with their values beside them where there is room."""
    ticks = numpy.array(marked_ticks(design))
    rates = curve(design, ticks)
    after = curve(design, ticks + 1)
    shown = _labelled(design, ticks, rates, after, log)
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": (ticks / design.clock.per_unit).tolist(),
        "y": rates.tolist(),
        "text": [rate_text(rate) if i in shown else "" for i, rate in enumerate(rates.tolist())],
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


def _labelled(design: Design, ticks: Ticks, rates: Rates, after: Rates, log: bool) -> set[int]:
    """Which marks get a label: the important ones first, none over another."""
    edges = {phase.begin for phase in design.phases()} | {
        phase.end - 1 for phase in design.phases()
    }
    highest = float(rates.max()) or 1.0
    order = sorted(
        range(len(ticks)),
        key=lambda i: (
            i != int(rates.argmax()),
            i not in (0, len(ticks) - 1),
            int(ticks[i]) not in edges,
            i,
        ),
    )
    taken: list[tuple[float, float]] = []
    shown = set()
    for i in order:
        height = (
            numpy.log10(max(rates[i], highest * 1e-4) / highest) / 4 + 1
            if log
            else rates[i] / highest
        )
        side = 0.04 if i == 0 or rates[i] >= after[i] else -0.04
        place = float(ticks[i] / design.ticks) + side, float(height)
        if all(abs(place[0] - x) > 0.075 or abs(place[1] - y) > 0.06 for x, y in taken):
            taken.append(place)
            shown.add(i)
    return shown


def _layout(design: Design, palette: Palette, log: bool) -> dict[str, Any]:
    clock = design.clock
    end = clock.length
    epochs = end if clock.unit == "epochs" else end / design.steps_per_epoch
    first, second = ("epoch", "step") if clock.unit == "epochs" else ("step", "epoch")
    other = clock.steps if clock.unit == "epochs" else epochs
    highest = float(curve(design, sample(design)).max()) or 1.0
    axis = {
        "gridcolor": palette.grid,
        "zeroline": False,
        "exponentformat": "none",
        "linecolor": palette.grid,
        "tickfont": {"color": palette.text},
    }
    pad = 0.02
    return {
        "xaxis": axis
        | {
            "range": [-pad * end, end * (1 + pad)],
            "title": None,
            "tickprefix": f"{first} ",
            "showtickprefix": "first",
            "separatethousands": True,
        },
        "xaxis2": axis
        | {
            "range": [-pad * other, other * (1 + pad)],
            "overlaying": "x",
            "anchor": "free",
            "position": 0,
            "side": "bottom",
            "showgrid": False,
            "tickprefix": f"{second} ",
            "showtickprefix": "first",
            "separatethousands": True,
            "tickfont": {"color": QUIET, "size": 11},
        },
        "yaxis": axis
        | {
            "domain": [0.1, 1],
            "type": "log" if log else "linear",
            "range": _log_range(design, highest) if log else [-0.02 * highest, 1.1 * highest],
            "tickformat": ".1e",
            "title": None,
        },
        "shapes": list(_bands(design)),
        "annotations": list(_names(design)),
        "showlegend": False,
        "hovermode": "x",
        "dragmode": "zoom",
        "margin": {"l": 64, "r": 16, "t": 8, "b": 24},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"color": palette.text},
        "height": 420,
        "separators": ". ",
    }


def _log_range(design: Design, highest: float) -> list[float]:
    """The axis in powers of ten: from the lowest rate above 0, at most ten decades."""
    rates = curve(design, sample(design))
    lowest = float(rates[rates > 0].min()) if (rates > 0).any() else highest
    top = float(numpy.log10(highest)) + 0.15
    return [max(float(numpy.log10(lowest)) - 0.15, top - 14), top]


def _spans(design: Design) -> list[tuple[str, float, float]]:
    """Each phase's name, begin and end in units."""
    spans = []
    for name, group in groupby(design.phases(), key=lambda phase: phase.name):
        parts = list(group)
        spans.append((name, parts[0].begin / parts[0].per_unit, parts[-1].end / parts[0].per_unit))
    return spans


def _bands(design: Design) -> Any:
    for i, (_, begin, end) in enumerate(_spans(design)):
        yield {
            "type": "rect",
            "x0": begin,
            "x1": end,
            "y0": 0,
            "y1": 1,
            "yref": "y domain",
            "line": {"width": 0},
            "fillcolor": BANDS[i % 2],
            "layer": "below",
        }


def _names(design: Design) -> Any:
    for name, begin, end in _spans(design):
        if end - begin > 0.06 * design.clock.length:
            yield {
                "x": (begin + end) / 2,
                "y": 1,
                "yref": "y domain",
                "text": name,
                "showarrow": False,
                "yanchor": "top",
                "font": {"size": 11, "color": QUIET},
            }
