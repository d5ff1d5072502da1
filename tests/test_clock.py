"""Units, ticks and steps, by hand."""

import pytest

from lrlib import Design
from lrlib.design.clock import steps_in_epoch


@pytest.mark.parametrize(
    ("fields", "unit", "ticks", "per_unit", "steps_per_tick", "steps"),
    [
        ({"epochs": 50, "steps_per_epoch": 200}, "epochs", 50, 1, 200, 10_000),
        ({"epochs": 50, "update": "step"}, "epochs", 10_000, 200, 1, 10_000),
        ({"steps": 900, "steps_per_epoch": 200}, "steps", 900, 1, 1, 900),
        ({"epochs": 1, "steps_per_epoch": 1}, "epochs", 1, 1, 1, 1),
    ],
)
def test_a_run_has_its_ticks_and_steps(fields, unit, ticks, per_unit, steps_per_tick, steps):
    clock = Design(**fields).clock
    assert clock.unit == unit
    assert clock.ticks == ticks
    assert clock.per_unit == per_unit
    assert clock.steps_per_tick == steps_per_tick
    assert clock.steps == steps


@pytest.mark.parametrize(
    ("examples", "batch", "steps"),
    [(12_800, 64, 200), (12_801, 64, 201), (63, 64, 1), (10**12, 3, 333_333_333_334)],
)
def test_the_last_batch_of_an_epoch_may_be_smaller(examples, batch, steps):
    assert steps_in_epoch(examples, batch) == steps


@pytest.mark.parametrize(
    ("fields", "epoch_3", "step_650"),
    [
        ({"epochs": 50}, 3, 3),
        ({"epochs": 50, "update": "step"}, 600, 650),
        ({"steps": 900}, 600, 650),
    ],
)
def test_an_epoch_or_a_step_has_its_tick(fields, epoch_3, step_650):
    clock = Design(**fields, steps_per_epoch=200).clock
    assert clock.tick(3, "epoch") == epoch_3
    assert clock.tick(650, "step") == step_650
