"""Any curve: through given points, joined in one way."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from lrlib.fields import MOST_STEPS, Choice, Number, Rate, parameter, write_number
from lrlib.fields import Points as PointsField
from lrlib.shapes.base import Phase, Shape, whole_ticks
from lrlib.shapes.before import Before
from lrlib.shapes.constant import Constant
from lrlib.shapes.fault import Fault
from lrlib.shapes.geometric import Geometric
from lrlib.shapes.half_cosine import HalfCosine
from lrlib.shapes.handle import Along, Handle, Upright
from lrlib.shapes.linear import Linear
from lrlib.shapes.rows import Rows

JOINS: dict[str, Shape] = {
    "linear": Linear(),
    "cosine": HalfCosine(),
    "geometric": Geometric(),
    "hold": Constant(),
}

NEAR = 1e-9  # what rounding may add


@dataclass(frozen=True)
class Points(Shape):
    label = "Points"
    about = "Through the points you give, joined by lines, half cosines, geometric curves or steps."
    used_for = "Schedules that no formula has, such as DeepSeek-V3's."
    source = "optax.piecewise_interpolate_schedule; fastai combine_scheds"
    also = ("SequentialLR", "piecewise interpolate", "join_schedules", "interpolation", "custom")
    from_peak = False
    first_key = "points"
    rows = Rows("point", ("points",))
    pictured = {"points": ((0, 4e-4), (60, 1e-3), (120, 6e-4), (180, 7e-4), (240, 0))}
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

    def faults(self, run: Mapping[str, Any], ticks: int, per_unit: int) -> Iterator[Fault]:
        # What a warmup lies over may begin before its end.
        after = run["warmup"] != "none" and run["overlap"] == "none"
        warmup_end = run["warmup_length"] if after else 0
        if self.points[0][0] < warmup_end:
            unit = write_number(self.points[0][0])
            allowed = f"a first point at or after the warmup's end, {write_number(warmup_end)}"
            yield Fault("points", f"got a first point at {unit}, allowed: {allowed}")
        if JOINS[self.join].above_zero() and any(rate == 0 for _, rate in self.points):
            reason = "got a rate of 0, allowed: rates above 0 where join is geometric"
            yield Fault("points", reason)

    def goal(self, end: float) -> tuple[str, float]:
        return "points", self.points[-1][1]

    def latest(self, per_unit: int) -> float:
        return math.floor(self.points[0][0] * per_unit + NEAR)

    def handles(self, phase: Phase, first: int, zero: bool) -> Iterator[Handle]:
        """Each point; the first one stays after the warmup."""
        at = [whole_ticks(unit, phase.per_unit) for unit, _ in self.points]
        before, after = [first, *at], [*at[1:], phase.end]
        zero = zero and not JOINS[self.join].above_zero()
        for i, (_, value) in enumerate(self.points):
            along = Along("points", min(before[i], at[i]), max(after[i], at[i]), index=i)
            upright = Upright("points", zero, index=i)
            yield Handle(f"point{i}", f"Point {i + 1}", at[i], value, along, upright)

    @classmethod
    def fitted(cls, before: Before) -> dict[str, Any]:
        length = float(before.length)
        begin = min(before.chosen.get("warmup_length", 0.0), length)
        units = sorted({begin, float(round((begin + length) / 2)), length})
        points = [(unit, float(f"{before.rate_at(unit):.3g}")) for unit in units]
        return {"points": points, "join": "linear"}

    def words(self, start: float, end: float) -> str:
        count = len(self.points)
        return f"a curve through {count} {'point' if count == 1 else 'points'}"
