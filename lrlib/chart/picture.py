"""Design -> a small picture of its curve, as an SVG path; no plotting library."""

from __future__ import annotations

import numpy

from lrlib.curves import curve, jumps, sample
from lrlib.design import Design


def path(design: Design, width: float, height: float, points: int = 48) -> str:
    """The curve as the `d` of an SVG path inside width x height, 0 at the bottom."""
    ticks = sample(design, points)
    # Both sides of an edge also where a short run is drawn whole.
    edges = [tick for begin in jumps(design) for tick in (begin - 1, begin)]
    ticks = numpy.unique(numpy.concatenate([ticks, numpy.array(edges, dtype=numpy.int64)]))
    rates = curve(design, ticks)
    highest = float(rates.max()) or 1.0
    last = max(1, design.ticks - 1)
    places = zip(ticks / last * width, height - rates / highest * height, strict=True)
    return "M" + " ".join(f"{x:.1f} {y:.1f}" for x, y in places)


def svg(design: Design, width: int, height: int, ink: str = "black", points: int = 48) -> str:
    """The picture as a whole SVG text in one colour."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 -2 {width + 4} {height + 4}">'
        f'<path d="{path(design, width, height, points)}" fill="none" stroke="{ink}" '
        'stroke-width="2" stroke-linejoin="round" stroke-linecap="round"/></svg>'
    )
