"""Half a cosine, again and again, each from its own peak."""

from dataclasses import dataclass, replace
from itertools import pairwise

from lrlib.design.phases import Phase, whole_ticks
from lrlib.fields import Number, Whole, parameter
from lrlib.shapes.base import Shape
from lrlib.shapes.half_cosine import HalfCosine


def cuts(length: int, cycles: int, mult: float) -> list[int]:
    """Where `length` ticks are cut into cycles that each last `mult` times the one before."""
    # Divided last, so that halves are met exactly.
    if mult == 1:
        edges = [length * i / cycles for i in range(cycles + 1)]
    else:
        edges = [length * (mult**i - 1) / (mult**cycles - 1) for i in range(cycles + 1)]
    return [whole_ticks(edge, 1) for edge in edges]


@dataclass(frozen=True)
class CosineRestarts(Shape):
    label = "Cosine restarts"
    about = "Falls along half a cosine, jumps back to the peak, and falls again."
    used_for = "SGDR; snapshot ensembles: each cycle ends in a usable model."
    source = "Loshchilov & Hutter 2017, arXiv:1608.03983"
    also = (
        "SGDR",
        "warm restarts",
        "CosineAnnealingWarmRestarts",
        "CosineDecayRestarts",
        "hard restarts",
        "cyclic cosine",
    )
    cut = (
        "Each cycle is cycle growth times as long as the one before, "
        "and starts peak decay times as high."
    )
    rates = ("end_lr",)

    cycles: int = parameter(Whole(3, 1, 64, label="Cycles", help="How many times the rate falls."))
    cycle_mult: float = parameter(
        Number(
            1.0,
            0.1,
            10,
            label="Cycle growth",
            help="Each cycle lasts this many times the one before.",
        )
    )
    cycle_decay: float = parameter(
        Number(
            1.0,
            0,
            1,
            above=True,
            label="Peak decay",
            help="Each cycle's peak is this many times the one before.",
        )
    )

    def phases(self, phase: Phase) -> list[Phase]:
        edges = cuts(phase.length, self.cycles, self.cycle_mult)
        return [
            replace(
                phase,
                shape=HalfCosine(),
                begin=phase.origin + begin,
                origin=phase.origin + begin,
                length=end - begin,
                start_lr=phase.start_lr * self.cycle_decay**i,
                start_name=phase.start_name if self.cycle_decay == 1 else "cycle_lr",
                part="cycle",
            )
            for i, (begin, end) in enumerate(pairwise(edges))
            if end > begin
        ]

    def words(self) -> str:
        return f"{self.cycles} cosine {'cycle' if self.cycles == 1 else 'cycles with restarts'}"
