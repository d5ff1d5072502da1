"""Design -> an Optax schedule for JAX."""

from __future__ import annotations

from collections.abc import Iterator

from lrlib.design import Design
from lrlib.printing.body import body
from lrlib.printing.languages import Jax
from lrlib.printing.lines import constants, tensor
from lrlib.targets.base import Proof, Target
from lrlib.targets.optimizers import OPTIMIZERS
from lrlib.targets.options import Options
from lrlib.targets.program import Block, Program
from lrlib.targets.resume import resumed_at


def write(design: Design, options: Options) -> Program:
    clock = ("steps_per_epoch",) if design.update == "epoch" else ()
    made = body(design, Jax(), moving=clock)
    tick = "count // STEPS_PER_EPOCH" if design.update == "epoch" else "count"
    function = [
        "def schedule(count):",
        '    """Learning rate of this update, counted from 0."""',
        *[f"    {made.tick} = jnp.minimum({tick}, {made.total.upper()})"] * made.moves,
        *[""] * (len(made.branches) > 1),
        *tensor(made, "jnp.where", 4),
        "    return jnp.float32(rate)",
    ]
    standard = [["import math"]] * ("math" in made.names)
    return Program(
        imports=[*standard, ["import jax.numpy as jnp"]],
        constants=constants(made, made.constants),
        definitions=[Block(function)],
        usage=list(_usage(design, options)),
    )


def _usage(design: Design, options: Options) -> Iterator[str]:
    accumulate = options.get("accumulate", 1)

    def optimizer(rate: str) -> str:
        made = f"optax.{OPTIMIZERS[options.get('optimizer', 'adam')].optax}({rate})"
        if accumulate > 1:
            made = f"optax.MultiSteps({made}, {accumulate})"
        return f"optimizer = {made}"

    yield optimizer("schedule")
    yield "state = optimizer.init(params)"
    resume = resumed_at(design, options) * design.clock.steps_per_tick
    if resume:
        yield ""
        yield f"Update {resume:,} is next: restore the saved state, which holds the count, or use"
        yield optimizer(f"lambda count: schedule({resume} + count)")


def notes(design: Design, options: Options) -> Iterator[str]:
    yield "Adds about nothing to a compiled step."
    yield "The count lives in the optimizer's state: save and restore it to go on with the curve."
    if options.get("accumulate", 1) > 1:
        yield "Under optax.MultiSteps the count is of updates, not of batches."


TARGET = Target(
    "optax",
    "Optax",
    "lr_optax.py",
    "python",
    "For JAX: right under jit and scan, in any Optax optimizer.",
    write,
    ("optimizer", "accumulate", "resume"),
    "schedule",
    "jax",
    Proof("lrlib.prove.with_optax", "steps"),
    notes,
)
