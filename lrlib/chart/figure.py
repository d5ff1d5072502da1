"""Curve -> plotly figure; the only file that imports plotly, and only for who wants its object."""

from __future__ import annotations

from typing import Any

from lrlib.chart.axes import layout
from lrlib.chart.palette import DARK, LIGHT
from lrlib.chart.traces import curve_line, marks, pinned_line
from lrlib.curves import sample
from lrlib.design import Design

# A trace that is not seen gives the second axis its ticks and lets it follow the zoom.
SECOND_AXIS = {"type": "scatter", "x": [None], "y": [None], "xaxis": "x2", "hoverinfo": "skip"}


def figure(design: Design, log: bool = False, dark: bool = False, **more: Any) -> Any:
    """The chart of a design as a plotly Figure; parameters as in `figure_data`."""
    from plotly import graph_objects

    return graph_objects.Figure(figure_data(design, log, dark, **more))


def figure_data(
    design: Design,
    log: bool = False,
    dark: bool = False,
    most: int = 400,
    pinned: Design | None = None,
) -> dict[str, Any]:
    """The chart of a design: its curve over epochs and steps, marks, and bands of phases.

    Plain data, {"data": traces, "layout": layout}, ready for JSON. `most` is about how many
    points are drawn; `pinned` is another design to compare with, drawn as a thin line with
    its name at its end.
    """
    palette = DARK if dark else LIGHT
    others = [] if pinned is None else [pinned]
    return {
        "data": [
            *(pinned_line(other, design, palette, most) for other in others),
            curve_line(design, sample(design, most), palette),
            marks(design, palette),
            SECOND_AXIS,
        ],
        "layout": layout([design, *others], palette, log),
    }
