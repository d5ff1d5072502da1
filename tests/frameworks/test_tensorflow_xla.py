"""Every shape under XLA, in compiled `fit`: what Keras takes by itself on a GPU."""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import probe
import pytest
import tensorflow
from every_design import DESIGNS, epochs, tolerance, wanted

from lrlib import code

TABLES = ("decay-cosine_restarts-step", "decay-piecewise-step", "decay-points-epoch")


def schedule(name):
    return probe.run(code(DESIGNS[name], "keras-schedule"))["learning_rate"]


@pytest.mark.parametrize("name", DESIGNS)
def test_the_schedule_trains_with_the_curve(name):
    design = DESIGNS[name]
    clock = epochs(design), design.steps_per_epoch
    applied = probe.applied(schedule(name), *clock, jit_compile=True)
    assert abs(applied - wanted(design, len(applied))).max() <= tolerance(design)


@pytest.mark.parametrize("name", TABLES)
def test_one_compilation_serves_every_step(name):
    # A table that is read by table[index] makes the step a constant: compiled anew each step.
    compiled = tensorflow.function(schedule(name), jit_compile=True)
    texts = [
        compiled.experimental_get_compiler_ir(tensorflow.constant(step))(stage="hlo")
        for step in (1, 40)
    ]
    assert texts[0] == texts[1]
