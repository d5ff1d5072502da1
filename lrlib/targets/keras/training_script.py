"""Design -> a whole Keras program: data, model, the callback, training, a plot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lrlib.design import Design
from lrlib.printing.lines import wrapped
from lrlib.targets.base import Target
from lrlib.targets.keras import callback, notes
from lrlib.targets.keras.optimizer import accumulation, optimizer
from lrlib.targets.keras.resume import CHECKPOINT, epochs_of_fit, fit_arguments
from lrlib.targets.options import Options
from lrlib.targets.program import Block, Lines, Program

BATCH_SIZE, CLASSES = 32, 10
PLOT = "training.png"
SAVE = (f'figure.savefig("{PLOT}")', f'print("The plot of rate and loss is in {PLOT}")')


def write(design: Design, options: Options) -> Program:
    return program(design, options, SAVE)


def program(design: Design, options: Options, last: Lines) -> Program:
    """The program around that of the Keras callback; `last` shows its plot.

    The callback and not the schedule, per step too: it puts the rate that was set last into
    the history, so that the plot shows what was applied, and takes every optimizer.
    """
    made = callback.program(design, options, (f"total_{design.update}s", "steps_per_epoch"))
    *standard, keras = made.imports
    epochs = [f"EPOCHS = {design.clock.epochs}"] if design.update == "step" else []
    return Program(
        [*standard, [*keras, "import matplotlib.pyplot as plt", "import numpy as np"]],
        [*made.constants, *epochs, f"BATCH_SIZE = {BATCH_SIZE}"],
        _sections(design, options, Program(definitions=made.definitions, made=made.made), last),
        about=list(_about(design, options)),
    )


def _about(design: Design, options: Options) -> Iterator[str]:
    """What the program does, and what it needs."""
    epochs, per_epoch = len(epochs_of_fit(design, options)), design.steps_per_epoch
    run = f"{epochs:,} epoch{'s' * (epochs != 1)} of {per_epoch:,}"
    yield f"Trains {epochs * per_epoch:,} steps: {run}."
    if options.get("resume"):
        yield f"Goes on from {CHECKPOINT}, the weights that an earlier run has saved."
    yield "Needs Keras with a backend (pip install tensorflow) and matplotlib."


def _sections(design: Design, options: Options, rate: Program, last: Lines) -> Sequence[Block]:
    batches = "BATCHES_PER_EPOCH" if options.get("accumulate") else "STEPS_PER_EPOCH"
    return [
        Block(rate.lines(), "The learning rate"),
        Block(_data(batches), f"Data: put your own here, with {batches} batches"),
        Block(_model(options), "Model: put your own here"),
        *([Block(_restore(), "Where training goes on")] if options.get("resume") else []),
        Block(_fit(design, options), "Training"),
        Block([*_plot(design, options), *last], "The rate and the loss of each epoch"),
    ]


def _data(batches: str) -> list[str]:
    return [
        "random = np.random.default_rng(0)",
        f"y = random.integers({CLASSES}, size={batches} * BATCH_SIZE)",
        f'x = 3 * np.eye({CLASSES}, dtype="float32")[y]',
        'x += random.standard_normal(x.shape, dtype="float32")',
    ]


def _model(options: Options) -> list[str]:
    accumulate = accumulation("ACCUMULATE" if options.get("accumulate") else None)
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
        f"    optimizer={optimizer(options, *accumulate)},",
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
    return wrapped("history = model.fit", arguments, "", 0)


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
    notes=notes.program,
)
