"""Design -> a whole Keras program: data, model, the callback, training, a plot."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from lrlib.design import Design
from lrlib.printing import lines as layout
from lrlib.targets.base import Options, Target, header, text, whole_link
from lrlib.targets.keras import notes as keras_notes
from lrlib.targets.keras import optimizer as keras_optimizer
from lrlib.targets.keras.callback import parts
from lrlib.targets.keras.resume import CHECKPOINT, epochs_of_fit, fit_arguments

BATCH_SIZE, CLASSES = 32, 10
PLOT = "training.png"


@dataclass(frozen=True)
class Section:
    """A part of the program: what it is for, in a line, and its code."""

    title: str
    lines: list[str]


def write(design: Design, options: Options) -> str:
    first, *others = sections(design, options)
    save = [f'figure.savefig("{PLOT}")', f'print("The plot of rate and loss is in {PLOT}")']
    return text(
        header(design, whole_link(design, TARGET.name, options)),
        *(
            textwrap.wrap(f"# {line}", 88, subsequent_indent="# ")
            for line in about(design, options)
        ),
        ["", *first.lines],
        *(["", "", f"# {section.title}", *section.lines] for section in others),
        save,
    )


def about(design: Design, options: Options) -> Iterator[str]:
    """What the program does, and what it needs."""
    epochs, per_epoch = len(epochs_of_fit(design, options)), design.steps_per_epoch
    run = f"{epochs:,} epoch{'s' * (epochs != 1)} of {per_epoch:,}"
    yield f"Trains {epochs * per_epoch:,} steps: {run}."
    if options.get("resume"):
        yield f"Goes on from {CHECKPOINT}, the weights that an earlier run has saved."
    yield "Needs Keras with a backend (pip install tensorflow) and matplotlib."


def sections(design: Design, options: Options) -> list[Section]:
    """The program around the text of the Keras callback.

    The callback and not the schedule, per step too: it puts the rate that was set last into
    the history, so that the plot shows what was applied, and takes every optimizer.
    """
    per_step = design.update == "step"
    made = parts(design, options, (f"total_{design.update}s", "steps_per_epoch"))
    epochs = [f"EPOCHS = {design.clock.epochs}"] if per_step else []
    batches = "BATCHES_PER_EPOCH" if options.get("accumulate") else "STEPS_PER_EPOCH"
    return [
        Section(
            "What the schedule needs",
            [
                *made.imports,
                "import matplotlib.pyplot as plt",
                "import numpy as np",
                "",
                *made.constants,
                *epochs,
                f"BATCH_SIZE = {BATCH_SIZE}",
            ],
        ),
        Section("The learning rate", [*made.definitions, "", "", *made.callback]),
        Section(f"Data: put your own here, with {batches} batches", _data(batches)),
        Section("Model: put your own here", _model(options)),
        *([Section("Where training goes on", _restore())] if options.get("resume") else []),
        Section("Training", _fit(design, options)),
        Section("The rate and the loss of each epoch", _plot(design, options)),
    ]


def _data(batches: str) -> list[str]:
    return [
        "random = np.random.default_rng(0)",
        f"y = random.integers({CLASSES}, size={batches} * BATCH_SIZE)",
        f'x = 3 * np.eye({CLASSES}, dtype="float32")[y]',
        'x += random.standard_normal(x.shape, dtype="float32")',
    ]


def _model(options: Options) -> list[str]:
    accumulate = keras_optimizer.accumulation("ACCUMULATE" if options.get("accumulate") else None)
    return [
        "keras.utils.set_random_seed(0)",
        "model = keras.Sequential(",
        "    [",
        f"        keras.Input(({CLASSES},)),",
        '        keras.layers.Dense(32, activation="relu"),',
        f"        keras.layers.Dense({CLASSES}),",
        "    ]",
        ")",
        "model.compile(",
        f"    optimizer={keras_optimizer.optimizer(options, *accumulate)},",
        "    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),",
        '    metrics=["accuracy"],',
        ")",
    ]


def _restore() -> list[str]:
    """The optimizer's state is in the file, too, where it was built when that was saved."""
    return [
        "model.optimizer.build(model.trainable_variables)  # to load its state, too",
        "try:",
        f'    model.load_weights("{CHECKPOINT}")',
        "except FileNotFoundError:",
        f'    print("No {CHECKPOINT}: the weights are new, the rate goes on")',
    ]


def _fit(design: Design, options: Options) -> list[str]:
    epochs = "epochs=EPOCHS" if design.update == "step" else "epochs=TOTAL_EPOCHS"
    if options.get("resume"):
        epochs = fit_arguments(design, options)
    arguments = ["x", "y", "batch_size=BATCH_SIZE", *epochs.split(", "), "callbacks=[callback]"]
    return layout.wrapped("history = model.fit", arguments, "", 0)


def _plot(design: Design, options: Options) -> list[str]:
    per_step = design.update == "step"
    every_step = [
        "steps = range(EPOCHS * STEPS_PER_EPOCH)",
        "top.plot([step / STEPS_PER_EPOCH for step in steps], [lr_at(step) for step in steps])",
    ]
    ends = "epoch + 1 - 1 / STEPS_PER_EPOCH" if per_step else "epoch + 1"
    inside = options.get("resume") and design.clock.unit == "steps"  # of an epoch, maybe
    if inside:
        ends = "epoch + 1 + after / STEPS_PER_EPOCH"
    return [
        *(["after = RESUME % STEPS_PER_EPOCH - 1"] if inside else []),
        f"ends = [{ends} for epoch in history.epoch]",
        "figure, (top, bottom) = plt.subplots(2, sharex=True)",
        *(every_step if per_step else []),
        f'top.plot(ends, history.history["learning_rate"], "{"o" if per_step else "o-"}")',
        'top.set(ylabel="learning rate")',
        'bottom.plot(ends, history.history["loss"], "o-")',
        'bottom.set(xlabel="epoch", ylabel="loss")',
    ]


TARGET = Target(
    "training-script",
    "Training script",
    "train.py",
    "python",
    "A whole program that trains a small model with this rate and plots what was applied.",
    write,
    ("verbose", "weight_decay", "optimizer", "accumulate", "resume"),
    notes=keras_notes.program,
)
