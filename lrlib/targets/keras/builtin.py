"""Design -> a built-in schedule of Keras, where one is the curve at every tick."""

from __future__ import annotations

from collections.abc import Iterator

from lrlib.design import Design
from lrlib.printing import lines as layout
from lrlib.printing.body import Body, body
from lrlib.printing.languages import Python
from lrlib.targets.base import Options, Target, header, imports, text, whole_link
from lrlib.targets.keras import notes as keras_notes
from lrlib.targets.keras import schedule as keras_schedule
from lrlib.targets.keras.classes import Smooth, Ticks, match
from lrlib.targets.keras.pieces import Pieces

SCHEDULES = "keras.optimizers.schedules"


def write(design: Design, options: Options) -> str:
    accumulate = options.get("accumulate", 1)
    found = match(design, accumulate)
    if isinstance(found, Smooth):
        block = _smooth(found)
    elif isinstance(found, Ticks):
        block = _ticks(design, accumulate)
    else:
        block = _pieces(design, found, accumulate)
    used = ("ACCUMULATE" if "ACCUMULATE" in "".join(block) else accumulate) if accumulate > 1 else 0
    return text(
        header(design, whole_link(design, TARGET.name, options)),
        [""],
        block,
        [""],
        keras_schedule.usage(design, options, used),
    )


def _smooth(found: Smooth) -> list[str]:
    return [
        "import keras",
        "",
        *(f"{name.upper()} = {value!r}" for name, value in found.constants.items()),
        "",
        f"learning_rate = {SCHEDULES}.{found.name}(",
        *(f"    {name}={value},{_comment(value)}" for name, value in found.arguments.items()),
        ")",
    ]


def _comment(value: str) -> str:
    return "  # a warmup that stays at the peak" * (value == "HOLD_STEPS")


def _pieces(design: Design, found: Pieces, accumulate: int) -> list[str]:
    if not found.begins:
        return [f"PEAK_LR = {found.rates[0]!r}", "", "learning_rate = PEAK_LR"]
    tables = Body(
        design.update,
        "",
        [],
        {"boundaries": found.begins, "values": found.rates},
        {"boundaries": f"{design.update}s"},
    )
    return [
        "import keras",
        "",
        *layout.constants(tables, tables.constants),
        *_clock(design, accumulate),
        "",
        *_piecewise(design, accumulate, "BOUNDARIES", "list(VALUES)"),
    ]


def _ticks(design: Design, accumulate: int) -> list[str]:
    """One piece a tick, each with the rate of a function."""
    made = body(design, Python())
    tick, total = made.tick, made.total.upper()
    clock = _clock(design, accumulate)
    constants = layout.constants(made, made.constants)
    return [
        *imports(made, "import keras", ""),
        *constants,
        *(line for line in clock if line not in constants),
        "",
        "",
        f"def lr_at({tick}):",
        f'    """Learning rate of this {tick}, counted from 0."""',
        *layout.scalar(made),
        "",
        "",
        f"{tick}s = range({total} + 1)",
        *_piecewise(design, accumulate, f"{tick}s[1:]", f"[lr_at({tick}) for {tick} in {tick}s]"),
    ]


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


def notes(design: Design, options: Options) -> Iterator[str]:
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
    yield from list(keras_notes.schedule(design, options))[1:]


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
    notes,
)
