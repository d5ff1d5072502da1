"""Design that no built-in schedule of Keras follows -> the reason, and what to take instead."""

from __future__ import annotations

from itertools import pairwise

from lrlib.design import Design
from lrlib.shapes.base import Phase
from lrlib.shapes.exponential import Exponential
from lrlib.shapes.geometric import Geometric
from lrlib.shapes.half_cosine import HalfCosine
from lrlib.shapes.inverse_time import InverseTime
from lrlib.targets.keras.pieces import MOST, is_stepped

FLOAT32 = 2**24  # the last step that Keras counts in float32
MOST_STEPS = 2**31 - 1  # the last that it counts at all


def reason(design: Design, phases: list[Phase], smooth: str, accumulate: int) -> str:
    """One sentence; `smooth` names the class that has this formula, and yet will not do."""
    take = "take keras-schedule"
    if design.clock.steps * accumulate > MOST_STEPS:
        return f"Keras counts batches to {MOST_STEPS:,}, and the run has more; accumulate fewer"
    if design.clock.steps_per_tick > 1 or all(map(is_stepped, phases)):
        compared = "and Keras compares every step with each of them"
        return f"the curve has more than {MOST} constant pieces, {compared}; {take}"
    if smooth and accumulate > 1:
        return f"{smooth} counts batches, not updates; {take}"
    if smooth and design.ticks > FLOAT32:
        return f"{smooth} counts in float32, which skips steps above {FLOAT32:,}; {take}"
    if smooth and design.chosen.get("power", 1) % 1:
        return f"{smooth} of a power that is not whole ends in NaN on JAX; {take}"
    if smooth:
        return f"{smooth} rounds to float32 before its power; take keras-callback"
    shapes = [type(phase.shape) for phase in phases]
    if shapes in ([Exponential], [Geometric]):
        return f"ExponentialDecay falls on after the run, where this curve holds; {take}"
    if shapes == [InverseTime]:
        return f"InverseTimeDecay falls on after the run, where this curve holds; {take}"
    if len(phases) > 1 and set(shapes) == {HalfCosine} and _restarts(phases):
        return (
            "compiled, CosineDecayRestarts is not this curve at some steps, "
            f"with cycles of these lengths; {take}"
        )
    return f"no schedule of Keras has {_words(design)}; {take}"


def _restarts(phases: list[Phase]) -> bool:
    """Whether each begins where the one before has ended, at the same floor."""
    return all(a.end == b.begin and a.end_lr == b.end_lr for a, b in pairwise(phases))


def _words(design: Design) -> str:
    """Its shapes: linear warmup, hold and linear decay."""
    named = {phase: design.chosen[phase] for phase in ("warmup", "decay", "cooldown")}
    names = [f"{name} {phase}".replace("_", " ") for phase, name in named.items() if name != "none"]
    if design.spans["hold"].ticks:
        names.insert(named["warmup"] != "none", "hold")
    return ", ".join(names[:-1]) + " and " * (len(names) > 1) + names[-1]
