"""Every shape as pieces of a built-in schedule, in compiled `fit`."""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import probe
import pytest
from every_design import DESIGNS, epochs, tolerance, wanted

from lrlib import code

PER_EPOCH = [name for name, design in DESIGNS.items() if design.update == "epoch"]


@pytest.mark.parametrize("name", PER_EPOCH)
def test_a_short_design_of_any_shape_trains_with_the_curve(name):
    design = DESIGNS[name]
    schedule = probe.run(code(design, "keras-builtin"))["learning_rate"]
    applied = probe.applied(schedule, epochs(design), design.steps_per_epoch)
    assert abs(applied - wanted(design, len(applied))).max() <= tolerance(design)
