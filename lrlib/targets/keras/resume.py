"""Options -> the usage lines of Keras that bring back a run and tell `fit` where it goes on."""

from __future__ import annotations

from lrlib.design import Design
from lrlib.targets.options import Options
from lrlib.targets.resume import resumed_at


def resumed_step(design: Design, options: Options) -> int:
    """The optimizer update at which training goes on; ValueError past the end of the run."""
    return resumed_at(design, options) * design.clock.steps_per_tick


def epochs_of_fit(design: Design, options: Options) -> range:
    """The epochs that `fit` runs.

    A run in steps may go on inside an epoch: `fit` then begins that epoch anew, so the
    epochs that are left are counted from there.
    """
    per_epoch, step = design.steps_per_epoch, resumed_step(design, options)
    first = step // per_epoch
    return range(first, first - (step - design.clock.steps) // per_epoch)


def fit_arguments(design: Design, options: Options) -> str:
    """`epochs=50`, or `initial_epoch=20, epochs=50` where training goes on."""
    epochs = epochs_of_fit(design, options)
    first = f"initial_epoch={epochs.start}, " if options.get("resume") else ""
    return f"{first}epochs={epochs.stop}"


CHECKPOINT = "checkpoint.weights.h5"


def restore(options: Options) -> list[str]:
    """The lines that bring back weights and, where the file has it, the optimizer's state."""
    if not options.get("resume"):
        return []
    return [
        "model.optimizer.build(model.trainable_variables)  # to load its state, too",
        f'model.load_weights("{CHECKPOINT}")',
    ]
