"""Where a resumed `fit` begins and ends."""

import pytest

from lrlib import Design
from lrlib.targets.keras.resume import fit_arguments, resumed_step

EPOCHS = Design(epochs=50, steps_per_epoch=200)
STEPS = Design(steps=1000, steps_per_epoch=300)


@pytest.mark.parametrize(
    ("design", "resume", "step", "arguments"),
    [
        (EPOCHS, 0, 0, "epochs=50"),
        (EPOCHS, 20, 4000, "initial_epoch=20, epochs=50"),
        (EPOCHS.replace(update="step"), 20, 4000, "initial_epoch=20, epochs=50"),
        (EPOCHS, 49, 9800, "initial_epoch=49, epochs=50"),
        (STEPS, 0, 0, "epochs=4"),
        (STEPS, 600, 600, "initial_epoch=2, epochs=4"),
        (STEPS, 601, 601, "initial_epoch=2, epochs=4"),
        (STEPS, 401, 401, "initial_epoch=1, epochs=3"),
        (STEPS, 10, 10, "initial_epoch=0, epochs=4"),
        (STEPS, 999, 999, "initial_epoch=3, epochs=4"),
    ],
)
def test_fit_runs_the_epochs_that_are_left(design, resume, step, arguments):
    options = {"resume": resume} if resume else {}
    assert resumed_step(design, options) == step
    assert fit_arguments(design, options) == arguments
