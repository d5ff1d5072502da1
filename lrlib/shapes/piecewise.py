"""Constant pieces between boundaries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from lrlib.design.phases import Phase, whole_ticks
from lrlib.fields import MOST_STEPS, Number, Numbers, Rate, parameter
from lrlib.shapes.base import Shape
from lrlib.shapes.constant import Constant

if TYPE_CHECKING:
    from lrlib.design import Design


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

    def faults(self, run: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        if len(self.boundaries) != len(self.values):
            counts = f"{len(self.boundaries)} boundaries and {len(self.values)} values"
            yield "boundaries", f"got {counts}, allowed: as many values as boundaries"

    @classmethod
    def fitted(cls, design: Design, phase: str) -> dict[str, Any]:
        if "boundaries" in design.chosen:
            return {}
        length, peak = design.clock.length, design.peak_lr
        halves = [max(1.0, float(round(length * share))) for share in (0.5, 0.8)]
        rates = (float(f"{peak * 0.1:.3g}"), float(f"{peak * 0.01:.3g}"))
        if halves[0] == halves[1]:
            return {"boundaries": halves[:1], "values": rates[:1]}
        return {"boundaries": halves, "values": rates}

    def words(self) -> str:
        count = len(self.boundaries)
        return f"constant pieces with {count} {'drop' if count == 1 else 'changes'}"
