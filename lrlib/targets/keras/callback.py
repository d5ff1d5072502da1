"""Design -> a Keras callback that sets the rate of each epoch or step."""

from __future__ import annotations

from dataclasses import dataclass

from lrlib.design import Design
from lrlib.printing import lines as layout
from lrlib.printing.body import body
from lrlib.printing.languages import Python
from lrlib.targets.base import Options, Target, header, imports, text, whole_link
from lrlib.targets.keras import notes as keras_notes
from lrlib.targets.keras import per_epoch as keras_per_epoch
from lrlib.targets.keras import per_step as keras_per_step
from lrlib.targets.keras import resume as keras_resume
from lrlib.targets.keras import weight_decay
from lrlib.targets.keras.optimizer import accumulation, optimizer


def write(design: Design, options: Options) -> str:
    made = parts(design, options)
    return text(
        header(design, whole_link(design, TARGET.name, options)),
        ["", *made.imports, ""],
        [*made.constants, "", ""],
        [*made.definitions, "", ""],
        [*made.callback, ""],
        usage(design, options),
    )


@dataclass(frozen=True)
class Parts:
    """The lines of each part, as other programs use them, too."""

    imports: list[str]
    constants: list[str]
    definitions: list[str]  # lr_at
    callback: list[str]


def parts(design: Design, options: Options, always: tuple[str, ...] = ()) -> Parts:
    """The code up to `callback`; ValueError for a resume past the end of the run.

    Where training goes on, the callback counts from RESUME, whatever the optimizer's state
    says and whether or not `fit` is told `initial_epoch`: a later one wins, so that an
    interrupted run that Keras itself restores goes on where it was. Counting from the
    optimizer's `iterations` would depend on what was restored, and reading it costs a
    millisecond a step. `always` names constants to list even where this code has no use
    for them.
    """
    keras_resume.resumed_step(design, options)
    per_step = design.update == "step"
    made = body(design, Python(), ("steps_per_epoch", *always) if per_step else always)
    accumulate, ratio, at = (options.get(key) for key in ("accumulate", "weight_decay", "resume"))
    batches = "steps_per_epoch" in made.constants
    what = "training step" if per_step else "epoch"
    return Parts(
        imports(made, "import keras"),
        [
            *layout.constants(made, made.constants),
            *(keras_per_step.accumulation(accumulate) if accumulate and batches else []),
            *(weight_decay.constant(ratio) if ratio else []),
            *([f"RESUME = {at}  # {design.clock.unit}"] if at else []),
        ],
        [
            f"def lr_at({made.tick}):",
            f'    """Learning rate of this {what}, counted from 0."""',
            *layout.scalar(made),
        ],
        (keras_per_step if per_step else keras_per_epoch).callback(design, options),
    )


def usage(design: Design, options: Options) -> list[str]:
    """How to train with it, as comments."""
    named = accumulate_name(design, options)
    made = optimizer(options, *accumulation(named))
    return [
        *([f"# optimizer = {made}"] if named else []),
        f"# model.compile(optimizer={'optimizer' if named else made}, loss=...)",
        *keras_resume.restore(options),
        f"# model.fit(x, y, {keras_resume.fit_arguments(design, options)}, callbacks=[callback])",
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
    write,
    ("verbose", "weight_decay", "optimizer", "accumulate", "resume"),
    "callback",
    "tensorflow",
    keras_notes.callback,
)
