"""A phase cut into cycles: so many of them, or as many of a given length as there is room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import count, pairwise, takewhile
from typing import Any

from lrlib.fields import MOST_STEPS, Number, Whole, parameter, write_number
from lrlib.shapes.base import Phase, Shape, whole_ticks
from lrlib.shapes.fault import Fault

MOST_CYCLES = 200


def cycles_parameter(text: str) -> Any:
    """How many."""
    return parameter(Whole(3, 1, MOST_CYCLES, label="Cycles", help=text))


def cycle_decay_parameter() -> Any:
    """How the tops fall."""
    return parameter(
        Number(
            1.0,
            0,
            1,
            above=True,
            label="Peak decay",
            help="Each cycle's height above the end LR is this many times the one before.",
        )
    )


def cycle_length_parameter() -> Any:
    """How long the first one is, in place of how many there are."""
    return parameter(
        Number(
            0.0,
            0,
            MOST_STEPS,
            measure="units",
            label="Cycle length",
            help="The first cycle's length (PyTorch's T_0, Keras' first_decay_steps). Above 0 it "
            "takes the place of Cycles, and the run's end cuts the last one.",
            convention=True,
        )
    )


def edges(length: int, cycles: int, mult: float) -> list[int]:
    """Where `length` ticks are cut into cycles that each last `mult` times the one before."""
    # Divided last, so that halves are met exactly.
    if mult == 1:
        cuts = [length * i / cycles for i in range(cycles + 1)]
    else:
        cuts = [length * (mult**i - 1) / (mult**cycles - 1) for i in range(cycles + 1)]
    return [whole_ticks(cut, 1) for cut in cuts]


def edges_of_length(length: int, first: int, mult: float) -> list[int]:
    """Where cycles begin of which the first has `first` ticks, and where the last would end."""
    cuts = (_cut(first, i, mult) for i in count())
    begins = list(takewhile(lambda cut: cut < length, cuts))
    return [*begins, _cut(first, len(begins), mult)]


def _cut(first: int, i: int, mult: float) -> int:
    return i * first if mult == 1 else whole_ticks(first * (mult**i - 1) / (mult - 1), 1)


def cycle_phases(phase: Phase, shape: Shape, cuts: list[int], cycle_decay: float) -> list[Phase]:
    """A phase cut into cycles of this shape, whose tops come down to the end rate."""
    height = phase.start_lr - phase.end_lr
    falls = [cycle_decay**i for i in range(len(cuts))]
    return [
        replace(
            phase,
            shape=shape,
            begin=phase.origin + begin,
            end=min(phase.origin + end, phase.end),
            origin=phase.origin + begin,
            length=end - begin,
            start_lr=phase.end_lr + height * falls[i] if falls[i] != 1 else phase.start_lr,
            start_name=phase.start_name if cycle_decay == 1 else "cycle_lr",
            part="cycle",
        )
        for i, (begin, end) in enumerate(pairwise(cuts))
        if end > begin
    ]


def length_faults(run: Mapping[str, Any], first: int, mult: float, ticks: int) -> Iterator[Fault]:
    """Cycles of a given length that shrink, or that are too many for the phase's ticks."""
    keys = [key for key in ("cycle_length", "cycle_mult") if key in run]
    given = " and ".join(f"{key} {write_number(run[key])}" for key in keys)
    if mult < 1:
        allowed = "a cycle_mult of at least 1 where cycle_length is given"
    elif _cut(first, MOST_CYCLES, mult) < ticks:
        allowed = f"at most {MOST_CYCLES} cycles in {ticks:,} changes of the rate"
    else:
        return
    for key in keys:
        yield Fault(key, f"got {given}, allowed: {allowed}", {"cycle_length": 0.0})
