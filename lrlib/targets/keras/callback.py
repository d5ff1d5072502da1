"""Design -> a Keras callback that sets the rate of each epoch or step."""

from __future__ import annotations

from lrlib.design import Design
from lrlib.targets.base import Proof, Target
from lrlib.targets.keras import notes, per_epoch, per_step, weight_decay
from lrlib.targets.keras.optimizer import accumulation, optimizer
from lrlib.targets.keras.resume import fit_arguments, restore, resumed_step
from lrlib.targets.lr_at import lr_at
from lrlib.targets.options import Options
from lrlib.targets.program import Program
from lrlib.targets.release import constant, released_at, until_release


def program(design: Design, options: Options, always: tuple[str, ...] = ()) -> Program:
    """The callback as a program; ValueError for a resume past the end of the run.

    Where training goes on, the callback counts from RESUME, whatever the optimizer's state
    says and whether or not `fit` is told `initial_epoch`: a later one wins, so that an
    interrupted run that Keras itself restores goes on where it was. Counting from the
    optimizer's `iterations` would depend on what was restored, and reading it costs a
    millisecond a step. `always` names constants to list even where this code has no use
    for them.
    """
    resumed_step(design, options)
    release = released_at(design, options)
    each = per_step if design.update == "step" else per_epoch
    if each is per_step:
        always = ("steps_per_epoch", *always)
    made = lr_at(until_release(design, options), always, "training step")
    accumulate, ratio, at = (options.get(key) for key in ("accumulate", "weight_decay", "resume"))
    batches = "steps_per_epoch" in always
    return Program(
        [*made.imports, ["import keras"]],
        [
            *made.constants,
            *(per_step.accumulation(accumulate) if accumulate and batches else []),
            *(weight_decay.constant(ratio) if ratio else []),
            *([f"RESUME = {at}  # {design.clock.unit}"] if at else []),
            *constant(release, design.update),
        ],
        [*made.definitions, *each.definitions(design, options)],
        each.made(options),
        usage(design, options),
        ["Lets go of the rate when the warmup is over."] * (release is not None),
    )


PLATEAU = 'plateau = keras.callbacks.ReduceLROnPlateau("loss")'


def usage(design: Design, options: Options) -> list[str]:
    """How to train with it."""
    named = accumulate_name(design, options)
    made = optimizer(options, *accumulation(named))
    callbacks = "callback, plateau" if options.get("release") else "callback"
    return [
        *([f"optimizer = {made}"] if named else []),
        f"model.compile(optimizer={'optimizer' if named else made}, loss=...)",
        *restore(options),
        *([PLATEAU] if options.get("release") else []),
        f"model.fit(x, y, {fit_arguments(design, options)}, callbacks=[{callbacks}])",
    ]


def accumulate_name(design: Design, options: Options) -> int | str | None:
    """Batches in an update, by the name of the constant where the code has one."""
    accumulate: int | None = options.get("accumulate")
    return "ACCUMULATE" if accumulate and design.update == "step" else accumulate


TARGET = Target(
    "keras-callback",
    "Keras callback",
    "lr_callback.py",
    "python",
    "Works with any optimizer, and the rate shows in the history.",
    program,
    ("verbose", "weight_decay", "optimizer", "accumulate", "resume", "release"),
    "callback",
    "tensorflow",
    Proof("lrlib.prove.with_keras", "ticks"),
    notes.callback,
)
