"""Constant pieces between boundaries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from lrlib.fields import MOST_STEPS, Number, Numbers, Rate, parameter
from lrlib.shapes.base import Phase, Shape, whole_ticks
from lrlib.shapes.before import Before
from lrlib.shapes.constant import Constant
from lrlib.shapes.fault import Fault
from lrlib.shapes.handle import Along, Handle, Upright
from lrlib.shapes.rows import Rows


@dataclass(frozen=True)
class Piecewise(Shape):
    label = "Piecewise"
    about = "Constant pieces: a new rate from each boundary on."
    used_for = "Step schedules with hand-picked boundaries, such as ResNet's 30, 60, 80."
    source = (
        "keras.optimizers.schedules.PiecewiseConstantDecay; torch.optim.lr_scheduler.MultiStepLR"
    )
    also = (
        "MultiStepLR",
        "PiecewiseConstantDecay",
        "step decay",
        "milestones",
        "multistep",
        "boundaries",
    )
    first_key = "boundaries"
    rows = Rows("boundary", ("boundaries", "values"), "From ", drop=0.1)
    cut = "Each boundary begins a piece, which keeps its rate."

    boundaries: tuple[float, ...] = parameter(
        Numbers(
            (25.0, 40.0),
            Number(0, 0, MOST_STEPS, measure="units"),
            rising=True,
            label="Boundaries",
            help="The first epoch (or step) that trains with the new rate.",
        )
    )
    values: tuple[float, ...] = parameter(
        Numbers((1e-4, 1e-5), Rate(0), label="Rates", help="The rate from each boundary on.")
    )

    def phases(self, phase: Phase) -> list[Phase]:
        begins = [
            phase.begin,
            *(max(phase.begin, whole_ticks(b, phase.per_unit)) for b in self.boundaries),
        ]
        rates = [phase.start_lr, *self.values]
        return [
            replace(
                phase,
                shape=Constant(),
                begin=begin,
                origin=begin,
                start_lr=rate,
                end_lr=rate,
                start_name="piece_lr",
                part="piece",
            )
            for begin, rate in zip(begins, rates, strict=True)
        ]

    def faults(self, run: Mapping[str, Any], ticks: int, per_unit: int) -> Iterator[Fault]:
        if len(self.boundaries) != len(self.values):
            counts = f"{len(self.boundaries)} boundaries and {len(self.values)} values"
            yield Fault("boundaries", f"got {counts}, allowed: as many values as boundaries")

    def goal(self, end: float) -> tuple[str, float]:
        return "values", self.values[-1]

    def handles(self, phase: Phase, first: int, zero: bool) -> Iterator[Handle]:
        """Each boundary with its rate."""
        at = [whole_ticks(boundary, phase.per_unit) for boundary in self.boundaries]
        before = [0, *(tick + 1 for tick in at)]
        after = [*(tick - 1 for tick in at[1:]), phase.end]
        for i, value in enumerate(self.values):
            along = Along("boundaries", min(before[i], at[i]), max(after[i], at[i]), index=i)
            upright = Upright("values", zero, index=i)
            yield Handle(f"piece{i}", f"Boundary {i + 1}", at[i], value, along, upright)

    @classmethod
    def fitted(cls, before: Before) -> dict[str, Any]:
        if "boundaries" in before.chosen:
            return {}
        length, peak = before.length, before.chosen["peak_lr"]
        halves = [max(1.0, float(round(length * share))) for share in (0.5, 0.8)]
        rates = (float(f"{peak * 0.1:.3g}"), float(f"{peak * 0.01:.3g}"))
        if halves[0] == halves[1]:
            return {"boundaries": halves[:1], "values": rates[:1]}
        return {"boundaries": halves, "values": rates}

    def words(self, start: float, end: float) -> str:
        count = len(self.boundaries)
        return f"constant pieces with {count} {'change' if count == 1 else 'changes'}"
