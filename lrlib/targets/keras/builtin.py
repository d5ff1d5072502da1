"""Design -> a built-in schedule of Keras, where one is the curve at every tick."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lrlib.design import Design
from lrlib.printing.body import Body
from lrlib.printing.lines import constants
from lrlib.targets.base import Proof, Target
from lrlib.targets.keras import notes
from lrlib.targets.keras.classes import Smooth, Ticks, match
from lrlib.targets.keras.pieces import Pieces
from lrlib.targets.keras.usage import usage
from lrlib.targets.lr_at import lr_at
from lrlib.targets.options import Options
from lrlib.targets.program import Program

SCHEDULES = "keras.optimizers.schedules"
KERAS = ["import keras"]


def write(design: Design, options: Options) -> Program:
    accumulate = options.get("accumulate", 1)
    found = match(design, accumulate)
    if isinstance(found, Smooth):
        made = _smooth(found)
    elif isinstance(found, Ticks):
        made = _ticks(design, accumulate)
    else:
        made = _pieces(design, found, accumulate)
    named = f"ACCUMULATE = {accumulate}" in made.constants
    used = ("ACCUMULATE" if named else accumulate) if accumulate > 1 else None
    return replace(made, usage=usage(design, options, used))


def _smooth(found: Smooth) -> Program:
    return Program(
        [KERAS],
        [f"{name.upper()} = {value!r}" for name, value in found.constants.items()],
        made=[
            f"learning_rate = {SCHEDULES}.{found.name}(",
            *(f"    {name}={value},{_comment(value)}" for name, value in found.arguments.items()),
            ")",
        ],
    )


def _comment(value: str) -> str:
    return "  # a warmup that stays at the peak" * (value == "HOLD_STEPS")


def _pieces(design: Design, found: Pieces, accumulate: int) -> Program:
    if not found.begins:
        return Program((), [f"PEAK_LR = {found.rates[0]!r}"], made=["learning_rate = PEAK_LR"])
    tables = Body(
        design.update,
        "",
        [],
        {"boundaries": found.begins, "values": found.rates},
        {"boundaries": f"{design.update}s"},
    )
    return Program(
        [KERAS],
        [*constants(tables, tables.constants), *_clock(design, accumulate)],
        made=_piecewise(design, accumulate, "BOUNDARIES", "list(VALUES)"),
    )


def _ticks(design: Design, accumulate: int) -> Program:
    """One piece a tick, each with the rate of a function."""
    made = lr_at(design)
    tick, total = design.update, f"TOTAL_{design.update}S".upper()
    rates = f"[lr_at({tick}) for {tick} in {tick}s]"
    clock = [line for line in _clock(design, accumulate) if line not in made.constants]
    return Program(
        [*made.imports, KERAS],
        [*made.constants, *clock],
        made.definitions,
        [
            f"{tick}s = range({total} + 1)",
            *_piecewise(design, accumulate, f"{tick}s[1:]", rates),
        ],
    )


def _clock(design: Design, accumulate: int) -> list[str]:
    """The constants that make steps of ticks."""
    per_tick = [f"STEPS_PER_EPOCH = {design.steps_per_epoch}"] * (design.update == "epoch")
    return per_tick + [f"ACCUMULATE = {accumulate}"] * (accumulate > 1)


def _piecewise(design: Design, accumulate: int, begins: str, rates: str) -> list[str]:
    """Keras keeps the old rate at a boundary itself, so each is one step before the change."""
    tick = design.update
    factors = ["STEPS_PER_EPOCH"] * (tick == "epoch") + ["ACCUMULATE"] * (accumulate > 1)
    last = " * ".join([tick, *factors]) + " - 1"
    return [
        f"learning_rate = {SCHEDULES}.PiecewiseConstantDecay(",
        "    # The last steps that train with the old rate.",
        f"    boundaries=[{last} for {tick} in {begins}],",
        f"    values={rates},",
        ")",
    ]


EACH = 0.012  # milliseconds for a boundary


def said(design: Design, options: Options) -> Iterator[str]:
    """Up to four sentences; none where the design is refused."""
    try:
        found = match(design, options.get("accumulate", 1))
    except ValueError:
        return
    if isinstance(found, Pieces) and not found.begins:
        yield "A constant rate needs no schedule: the number itself will do."
        return
    count = design.ticks if isinstance(found, Ticks) else len(getattr(found, "begins", ()))
    if count > 10:
        yield (
            f"Keras compares every step with each of the {count} boundaries: adds about "
            f"{count * EACH:.1f} milliseconds on TensorFlow, thrice that on Torch, nothing on JAX; "
            "a Keras schedule computes the rate at once."
        )
    else:
        yield (
            "Built into Keras: a saved model loads without this code. Adds at most a quarter of a "
            "millisecond to a step on TensorFlow and JAX, a half on Torch."
        )
    if isinstance(found, Smooth) and found.name == "CosineDecayRestarts":
        yield (
            f"After the run's {design.clock.steps:,} steps another cycle starts, where the curve "
            "holds its end: train no longer than that."
        )
    yield from list(notes.schedule(design, options))[1:]


TARGET = Target(
    "keras-builtin",
    "Keras built-in",
    "lr_builtin.py",
    "python",
    "A schedule that Keras brings itself, where one is this very curve.",
    write,
    ("optimizer", "accumulate", "resume"),
    "learning_rate",
    "tensorflow",
    Proof("lrlib.prove.with_keras", "steps"),
    said,
)
