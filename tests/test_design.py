"""A design is a value: compared, copied and changed as one."""

import copy
import pickle

import pytest
from hypothesis import given
from strategies import designs

from lrlib import Design, DesignError, link
from lrlib.design.keys import known_fields


def test_the_defaults_are_the_contracts():
    assert dict(Design().chosen) == {
        "name": "",
        "epochs": 50,
        "steps_per_epoch": 200,
        "update": "epoch",
        "peak_lr": 0.001,
        "warmup": "none",
        "hold_length": 0.0,
        "decay": "cosine",
        "cycles": 0.5,
        "end_lr": 0.0,
        "reach_end": False,
        "cooldown": "none",
    }


@pytest.mark.parametrize(
    ("shape", "defaults"),
    [
        ({"warmup": "linear"}, {"warmup_length": 0, "init_lr": 0}),
        ({"warmup": "polynomial"}, {"warmup_power": 2}),
        ({"warmup": "exponential"}, {"warmup_base": 2}),
        ({"decay": "polynomial"}, {"power": 2}),
        (
            {"decay": "exponential"},
            {"decay_rate": 0.96, "decay_length": 1, "staircase": False, "end_lr": 0},
        ),
        ({"decay": "inverse_time"}, {"decay_rate": 0.5, "decay_length": 1, "staircase": False}),
        ({"decay": "inverse_sqrt"}, {"timescale": 1}),
        ({"decay": "step"}, {"drop": 0.1, "every": 10}),
        ({"decay": "piecewise"}, {"boundaries": (25, 40), "values": (1e-4, 1e-5)}),
        ({"decay": "cosine_restarts"}, {"cycles": 3, "cycle_mult": 1, "cycle_decay": 1}),
        ({"decay": "triangular"}, {"cycles": 3, "cycle_decay": 1}),
        ({"decay": "points"}, {"points": ((0, 1e-3), (50, 0)), "join": "linear"}),
        ({"cooldown": "linear"}, {"cooldown_length": 0, "final_lr": 0}),
        ({"cooldown": "polynomial"}, {"cooldown_power": 2}),
        ({"steps": 10}, {"update": "step"}),
    ],
)
def test_each_shape_brings_its_defaults(shape, defaults):
    values = Design(**shape).chosen
    assert {key: values[key] for key in defaults} == defaults


@pytest.mark.parametrize(
    ("shape", "unused"),
    [
        ({"warmup": "exponential"}, "init_lr"),
        ({"decay": "constant"}, "end_lr"),
        ({"decay": "piecewise"}, "end_lr"),
        ({"decay": "points"}, "end_lr"),
        ({"warmup": "none"}, "warmup_length"),
        ({"cooldown": "none"}, "final_lr"),
        ({"steps": 5}, "epochs"),
    ],
)
def test_fields_that_no_shape_uses_are_absent(shape, unused):
    with pytest.raises(AttributeError, match=unused):
        getattr(Design(**shape), unused)


def test_nothing_of_a_design_can_be_set():
    design = Design()
    with pytest.raises(AttributeError):
        design.epochs = 5
    with pytest.raises(AttributeError):
        design.chosen = {}
    with pytest.raises(TypeError):
        design.chosen["epochs"] = 5
    assert design == Design()


@given(designs(wide=True))
def test_equal_designs_are_interchangeable(design):
    for again in (
        Design(**design.chosen),
        copy.deepcopy(design),
        pickle.loads(pickle.dumps(design)),
        eval(repr(design), {"Design": Design}),
        design.replace(),
    ):
        assert again == design
        assert hash(again) == hash(design)
        assert link.write(again) == link.write(design)
    assert list(design.chosen) == list(design.fields)


def test_designs_differ_where_a_field_does():
    assert Design() != Design(epochs=51)
    assert Design() != Design(name="x")
    assert Design() != "Design"


def test_replace_leaves_out_what_is_no_longer_used():
    design = Design(decay="step", every=7, warmup="linear", warmup_length=3)
    changed = design.replace(decay="cosine", warmup="none")
    assert changed == Design()
    with pytest.raises(DesignError, match=r"^epochs: got '0'"):
        design.replace(epochs=0)


def test_replace_exchanges_the_unit():
    per_step = Design(update="epoch").replace(steps=400)
    assert (per_step.steps, per_step.update, per_step.ticks) == (400, "step", 400)
    back = per_step.replace(epochs=2)
    assert (back.epochs, back.ticks) == (2, 400)


@pytest.mark.parametrize(
    ("keys", "ticks", "per_unit", "per_tick", "steps"),
    [
        ({}, 50, 1, 200, 10_000),
        ({"update": "step"}, 10_000, 200, 1, 10_000),
        ({"steps": 77}, 77, 1, 1, 77),
        ({"epochs": 10**6, "steps_per_epoch": 1000, "update": "step"}, 10**9, 1000, 1, 10**9),
    ],
)
def test_ticks_and_steps(keys, ticks, per_unit, per_tick, steps):
    clock = Design(**keys).clock
    assert (clock.ticks, clock.per_unit, clock.steps_per_tick, clock.steps) == (
        ticks,
        per_unit,
        per_tick,
        steps,
    )


def test_an_unknown_field_is_named():
    with pytest.raises(DesignError, match=r"^epoch: no such field"):
        Design(epoch=5)
    with pytest.raises(DesignError, match=r"^target: no such field"):
        Design(target="optax")


def test_an_error_is_a_value_error_with_its_findings():
    with pytest.raises(ValueError, match="peak_lr: got '0', allowed: a rate from 1e-12") as raised:
        Design(peak_lr=0, epochs=-3)
    assert [finding.field for finding in raised.value.findings] == ["epochs", "peak_lr"]


def test_no_field_is_hidden_behind_a_name_of_the_class():
    assert set(known_fields()) & set(dir(Design)) == set()
