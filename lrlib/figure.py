"""Curve -> plotly figure; the only file that imports plotly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy
from plotly import graph_objects

from lrlib.bands import bands, names
from lrlib.curves import Rates, Ticks, curve, sample
from lrlib.design import Design
from lrlib.marks import importance, labelled, marked_ticks
from lrlib.words import rate_text

PAD = 0.02  # of an axis, on each side
HOVER = "epoch %{customdata[0]}<br>step %{customdata[1]}<br><b>%{y:.3E}</b><extra></extra>"


@dataclass(frozen=True)
class Palette:
    """The colours that a theme gives the chart."""

    line: str
    text: str
    quiet: str  # second axis, names of phases
    grid: str
    others: tuple[str, ...]  # pinned and compared curves


LIGHT = Palette("#1D4ED8", "#0F172A", "#64748B", "#E2E8F0", ("#B45309", "#047857", "#9D174D"))
DARK = Palette("#7CB0FF", "#E6EAF2", "#94A3B8", "#1E2740", ("#FBBF24", "#34D399", "#F472B6"))


def figure(
    design: Design,
    log: bool = False,
    dark: bool = False,
    most: int = 400,
    pinned: Design | None = None,
) -> Any:
    """The chart of a design: its curve over epochs and steps, marks, and bands of phases.

    `pinned` is another design to compare with, drawn as a thin line with its name at its end.
    """
    palette = DARK if dark else LIGHT
    ticks = sample(design, most)
    drawn = graph_objects.Figure()
    if pinned is not None:
        drawn.add_trace(_pinned(pinned, design, palette, most))
    drawn.add_trace(_line(design, ticks, palette))
    drawn.add_trace(_marks(design, palette, log))
    # A trace that is not seen gives the second axis its ticks and lets it follow the zoom.
    drawn.add_trace(
        {"type": "scatter", "x": [None], "y": [None], "xaxis": "x2", "hoverinfo": "skip"}
    )
    drawn.update_layout(_layout([design, *filter(None, [pinned])], palette, log))
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


def _pinned(pinned: Design, design: Design, palette: Palette, most: int) -> dict[str, Any]:
    """Another design's curve over the time of this one, its name at its end."""
    line = _line(pinned, sample(pinned, most), palette)
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


def _places(design: Design, ticks: Ticks) -> list[list[str]]:
    """The epoch and the step of each tick, as text for the hover box."""
    steps = ticks * design.clock.steps_per_tick
    epochs = steps / design.steps_per_epoch
    return [
        [f"{epoch:,.6g}", f"{step:,}"]
        for epoch, step in zip(epochs.tolist(), steps.tolist(), strict=True)
    ]


def _marks(design: Design, palette: Palette, log: bool) -> dict[str, Any]:
    """Dots, with their values beside them where there is room."""
    ticks = numpy.array(marked_ticks(design))
    rates = curve(design, ticks)
    after = curve(design, ticks + 1)
    order = importance(design, ticks, rates)
    shown = labelled(design, ticks, rates, after, order, log)
    texts = [rate_text(rate) for rate in rates.tolist()]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": (ticks / design.clock.per_unit).tolist(),
        "y": rates.tolist(),
        "text": [text if i in shown else "" for i, text in enumerate(texts)],
        # For a chart that knows its width and chooses for itself.
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


def _layout(designs: list[Design], palette: Palette, log: bool) -> dict[str, Any]:
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
        "separators": ". ",
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
