"""Any curve: through given points, joined in one way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from lrlib.design.phases import Phase, whole_ticks
from lrlib.fields import MOST_STEPS, Choice, Number, Rate, parameter, write_number
from lrlib.fields import Points as PointsField
from lrlib.shapes.base import Shape
from lrlib.shapes.constant import Constant
from lrlib.shapes.geometric import Geometric
from lrlib.shapes.half_cosine import HalfCosine
from lrlib.shapes.linear import Linear

if TYPE_CHECKING:
    from lrlib.design import Design

JOINS: dict[str, Shape] = {
    "linear": Linear(),
    "cosine": HalfCosine(),
    "geometric": Geometric(),
    "hold": Constant(),
}


@dataclass(frozen=True)
class Points(Shape):
    label = "Points"
    about = "Through the points you give, joined by lines, half cosines, geometric curves or steps."
    used_for = "Schedules that no formula has, such as DeepSeek-V3's."
    source = "optax.piecewise_interpolate_schedule; fastai combine_scheds"
    also = ("SequentialLR", "piecewise interpolate", "join_schedules", "interpolation", "custom")
    cut = "A segment runs from each point to the next; before and after them the rate holds."

    points: tuple[tuple[float, float], ...] = parameter(
        PointsField(
            ((0.0, 1e-3), (50.0, 0.0)),
            Number(0, 0, MOST_STEPS, measure="units"),
            Rate(0),
            label="Points",
            help="Epoch (or step) and rate; repeat an epoch for a jump.",
        )
    )
    join: str = parameter(
        Choice("linear", tuple(JOINS), label="Join", help="How the curve runs between two points.")
    )

    def phases(self, phase: Phase) -> list[Phase]:
        at = [whole_ticks(unit, phase.per_unit) for unit, _ in self.points]
        rates = [rate for _, rate in self.points]
        # Before the first point and after the last one the rate holds.
        begins, starts, ends = [phase.begin, *at], [rates[0], *rates], [*rates, rates[-1]]
        stops = [*at, max(at[-1], phase.end) + 1]
        return [
            replace(
                phase,
                shape=JOINS[self.join],
                begin=max(begin, phase.begin),
                origin=begin,
                length=stop - begin,
                start_lr=start,
                end_lr=end,
                start_name="segment_start_lr",
                end_name="segment_end_lr",
                part="segment",
            )
            for begin, stop, start, end in zip(begins, stops, starts, ends, strict=True)
            if stop > max(begin, phase.begin)
        ]

    def faults(self, run: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        warmup_end = run["warmup_length"] if run["warmup"] != "none" else 0
        if self.points[0][0] < warmup_end:
            unit = write_number(self.points[0][0])
            allowed = f"a first point at or after the warmup's end, {write_number(warmup_end)}"
            yield "points", f"got a first point at {unit}, allowed: {allowed}"
        if self.join == "geometric" and any(rate == 0 for _, rate in self.points):
            yield "points", "got a rate of 0, allowed: rates above 0 where join is geometric"

    @classmethod
    def fitted(cls, design: Design, phase: str) -> dict[str, Any]:
        from lrlib.curves import rate_at

        clock = design.clock
        begin = min(design.chosen.get("warmup_length", 0.0), clock.length)
        units = sorted({begin, float(round((begin + clock.length) / 2)), float(clock.length)})
        rates = [rate_at(design, int(unit * clock.per_unit)) for unit in units]
        points = [(u, float(f"{r:.3g}")) for u, r in zip(units, rates, strict=True)]
        return {"points": points, "join": "linear"}

    def words(self) -> str:
        count = len(self.points)
        return f"a curve through {count} {'point' if count == 1 else 'points'}"
