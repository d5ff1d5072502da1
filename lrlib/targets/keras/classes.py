"""Design -> the built-in schedule of Keras that is its curve at every tick of the run.

After the run each holds the end as the curve does, but for restarts, which start anew.

Without a class that is, a ValueError says why, and what to take instead. What each class does
was read in Keras 3.15 and is shown in compiled training by tests/test_keras_builtin.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from lrlib.curves import rate_at
from lrlib.design import Design
from lrlib.shapes.base import Phase, Shape
from lrlib.shapes.constant import Constant
from lrlib.shapes.cosine import Cosine
from lrlib.shapes.half_cosine import HalfCosine
from lrlib.shapes.linear import Linear
from lrlib.shapes.polynomial import Polynomial
from lrlib.targets.keras.pieces import FEW, MOST, Pieces, find_pieces, is_flat, is_stepped
from lrlib.targets.keras.refusal import FLOAT32, MOST_STEPS, reason
from lrlib.targets.keras.restarts import growth

CLAMPED = (Linear, Cosine, HalfCosine, Polynomial)  # the classes for these hold their end


@dataclass(frozen=True)
class Smooth:
    """A class with a formula: arguments by name, each a constant or an expression of some."""

    name: str
    constants: dict[str, float | int]
    arguments: dict[str, str]


@dataclass(frozen=True)
class Ticks:
    """PiecewiseConstantDecay with one piece for each tick."""


def match(design: Design, accumulate: int = 1) -> Smooth | Pieces | Ticks:
    """The class that is this design; `accumulate` batches in one update. Raises ValueError."""
    phases = _merged(design.phases())
    stepped = all(map(is_stepped, phases))
    pieces = find_pieces(design, phases) if stepped or design.ticks <= FEW else None
    smooth = _smooth(phases, design.chosen) if design.clock.steps_per_tick == 1 else None
    refused = reason(design, phases, smooth.name if smooth else "", accumulate)
    if design.clock.steps * accumulate <= MOST_STEPS:
        if pieces and (stepped or not pieces.begins):
            return pieces
        if smooth and accumulate == 1 and design.ticks <= FLOAT32 and _is_exact(design, phases[-1]):
            return smooth
        if design.ticks <= MOST:
            return Ticks()
        if pieces:
            return pieces
    raise ValueError(f"keras-builtin: {refused}")


def _merged(phases: list[Phase]) -> list[Phase]:
    """Equal constants as one, and none that only holds what its class holds by itself."""
    merged: list[Phase] = []
    for phase in phases:
        if is_flat(phase):
            before = merged[-1] if merged else None
            if before and is_flat(before) and before.start_lr == phase.start_lr:
                phase = replace(phase, begin=merged.pop().begin)
            phase = replace(
                phase, shape=Constant(), origin=phase.begin, length=_ticks(phase), stride=1
            )
        merged.append(phase)
    if len(merged) > 1:
        before, last = merged[-2:]
        if is_flat(last) and last.start_lr == before.end_lr and type(before.shape) in CLAMPED:
            merged.pop()
    return merged


def _smooth(phases: list[Phase], chosen: Mapping[str, Any]) -> Smooth | None:
    """The class with this formula; none where Keras has none."""
    first, last = phases[0], phases[-1]
    if not all(map(_is_plain, phases)):
        return None
    grows = growth(phases)
    if grows:
        return _restarts(first, grows, chosen["cycle_decay"])
    if len(phases) == 1:
        return _cosine(None, last) or _polynomial(last)
    if len(phases) == 2 and (is_flat(first) or isinstance(first.shape, Linear)):
        ends_with = first.start_lr if is_flat(first) else first.end_lr
        return _cosine(first, last) if ends_with == last.start_lr else None
    return None


def _is_plain(phase: Phase) -> bool:
    """Whether its formula is its shape's own, from its first tick to its last."""
    own = phase.stride == 1 and phase.times is None
    return own and (phase.origin, phase.length) == (phase.begin, _ticks(phase))


def _ticks(phase: Phase) -> int:
    return phase.end - phase.begin


def _is_half_wave(shape: Shape) -> bool:
    return isinstance(shape, HalfCosine) or (isinstance(shape, Cosine) and shape.cycles == 0.5)


def _cosine(before: Phase | None, fall: Phase) -> Smooth | None:
    """Half a wave; before it a line, or a constant as a line that stays."""
    if not _is_half_wave(fall.shape) or fall.start_lr == 0:
        return None
    constants: dict[str, float | int] = {"decay_steps": fall.length, "peak_lr": fall.start_lr}
    arguments = {"initial_learning_rate": "PEAK_LR", "decay_steps": "DECAY_STEPS"}
    arguments["alpha"] = "END_LR / PEAK_LR"
    if before:
        name = "hold_steps" if is_flat(before) else "warmup_steps"
        constants = {name: before.length} | constants
        if not is_flat(before):
            constants["init_lr"] = before.start_lr
            arguments["initial_learning_rate"] = "INIT_LR"
        arguments |= {"warmup_target": "PEAK_LR", "warmup_steps": name.upper()}
    return Smooth("CosineDecay", constants | {"end_lr": fall.end_lr}, arguments)


def _restarts(first: Phase, grows: float, falls: float) -> Smooth:
    """Half a wave again and again; its tops fall towards the end, as in Keras."""
    return Smooth(
        "CosineDecayRestarts",
        {
            "first_decay_steps": first.length,
            "peak_lr": first.start_lr,
            "cycle_mult": grows,
            "cycle_decay": falls,
            "end_lr": first.end_lr,
        },
        {
            "initial_learning_rate": "PEAK_LR",
            "first_decay_steps": "FIRST_DECAY_STEPS",
            "t_mul": "CYCLE_MULT",
            "m_mul": "CYCLE_DECAY",
            "alpha": "END_LR / PEAK_LR",
        },
    )


def _polynomial(phase: Phase) -> Smooth | None:
    """A power of what is left; a line is power 1."""
    if not isinstance(phase.shape, Linear | Polynomial):
        return None
    start, end = (name.removeprefix("segment_") for name in (phase.start_name, phase.end_name))
    constants = {"decay_steps": phase.length, start: phase.start_lr, end: phase.end_lr}
    return Smooth(
        "PolynomialDecay",
        constants | {"power": _power(phase)},
        {
            "initial_learning_rate": start.upper(),
            "decay_steps": "DECAY_STEPS",
            "end_learning_rate": end.upper(),
            "power": "POWER",
        },
    )


def _power(phase: Phase) -> float:
    return phase.shape.power if isinstance(phase.shape, Polynomial) else 1.0


def _is_exact(design: Design, phase: Phase) -> bool:
    """Whether float32 is fine enough where Keras rounds: before its power, beside the end.

    Compiled by XLA, step / decay_steps may end a little above 1: a power that is not whole
    then gives NaN from there on (measured on JAX).
    """
    power = _power(phase)
    beside = max(phase.start_lr, rate_at(design, design.ticks - 1))
    return power == int(power) and power <= 8 and phase.end_lr <= 4 * beside
