"""Design -> the quiet bands behind its phases, and their names above."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from lrlib.design import Design

FILLS = ("rgba(128, 128, 128, 0.07)", "rgba(128, 128, 128, 0)")


def spans(design: Design) -> list[tuple[str, float, float]]:
    """Each phase's name, begin and end in units."""
    spans = []
    for name, group in groupby(design.phases(), key=lambda phase: phase.name):
        parts = list(group)
        spans.append((name, parts[0].begin / parts[0].per_unit, parts[-1].end / parts[0].per_unit))
    return spans


def bands(design: Design) -> Iterator[dict[str, Any]]:
    """A rectangle a phase, every other one a shade darker."""
    for i, (_, begin, end) in enumerate(spans(design)):
        yield {
            "type": "rect",
            "x0": begin,
            "x1": end,
            "y0": 0,
            "y1": 1,
            "yref": "y domain",
            "line": {"width": 0},
            "fillcolor": FILLS[i % 2],
            "layer": "below",
        }


def names(design: Design, color: str) -> Iterator[dict[str, Any]]:
    """The name of each phase that is wide enough for it, above the plot."""
    for name, begin, end in spans(design):
        if end - begin > 0.06 * design.clock.length:
            yield {
                "x": (begin + end) / 2,
                "y": 1,
                "yref": "y domain",
                "text": name,
                "showarrow": False,
                "yanchor": "bottom",
                "font": {"size": 11, "color": color},
            }
