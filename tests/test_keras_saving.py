"""A schedule is saved with its model, and goes on after loading with the same curve."""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy
import probe
import pytest
from every_shape import EPOCHS, STEPS_PER_EPOCH, every_shape
from hypothesis import given
from strategies import designs

from lrlib import Design, code, curve

DESIGNS = {
    f"{name}-{update}": design
    for update in ("epoch", "step")
    for name, design in every_shape(update).items()
}
TABLES = ("decay-piecewise-step", "decay-cosine_restarts-epoch", "decay-points-step")
STEPS = EPOCHS * STEPS_PER_EPOCH

keras.utils.register_keras_serializable()(probe.mean_prediction)


def schedule(design):
    return probe.run(code(design, "keras-schedule"))["learning_rate"]


def trained_and_loaded(design, folder):
    """A model saved in the middle of a run over all steps, and read again."""
    trained = probe.model(STEPS, keras.optimizers.SGD(schedule(design)))
    probe.train(trained, EPOCHS // 2, STEPS_PER_EPOCH)
    trained.save(folder / "model.keras")
    return keras.models.load_model(folder / "model.keras")


@pytest.mark.parametrize("name", ["warmup-exponential-step", "decay-cosine-epoch", *TABLES])
def test_a_loaded_model_goes_on_with_the_same_curve(name, tmp_path):
    design = DESIGNS[name]
    loaded = trained_and_loaded(design, tmp_path)
    loaded.set_weights([numpy.zeros((STEPS, 1))])
    probe.train(loaded, EPOCHS // 2, STEPS_PER_EPOCH)
    expected = curve(design, numpy.arange(STEPS // 2, STEPS) // design.clock.steps_per_tick)
    assert abs(probe.rates(loaded)[: STEPS // 2] - expected).max() <= 5e-7 * design.peak_lr


@pytest.mark.parametrize("name", DESIGNS)
def test_its_configuration_makes_it_again(name):
    made = schedule(DESIGNS[name])
    stored = keras.saving.serialize_keras_object(made)
    again = keras.saving.deserialize_keras_object(stored)
    assert type(again) is type(made)
    assert again.get_config() == made.get_config()
    steps = numpy.arange(0, STEPS + 3, 7)
    assert (probe.called(again, steps) == probe.called(made, steps)).all()


CASES = [
    # What was pasted when the model was trained, and what is pasted when it is loaded.
    ({"decay": "linear"}, {"decay": "cosine"}),
    ({"decay": "exponential", "staircase": True}, {"decay": "exponential"}),
    ({"decay": "points", "join": "cosine"}, {"decay": "points", "join": "linear"}),
    ({"hold_length": 4}, {}),
    ({"warmup": "linear", "warmup_length": 3}, {}),
    ({"update": "step"}, {}),
    ({"cooldown": "cosine", "cooldown_length": 3}, {"cooldown": "linear", "cooldown_length": 3}),
]


@pytest.mark.parametrize(("before", "after"), CASES)
def test_another_formula_never_takes_a_saved_schedule(before, after, forgotten):
    base = {"epochs": EPOCHS, "steps_per_epoch": STEPS_PER_EPOCH}
    stored = keras.saving.serialize_keras_object(schedule(Design(**base | before)))
    forgotten()
    schedule(Design(**base | after))
    with pytest.raises(TypeError):
        keras.saving.deserialize_keras_object(stored)


def test_other_numbers_in_the_pasted_code_leave_a_saved_schedule_alone(forgotten):
    stored = keras.saving.serialize_keras_object(schedule(Design(steps=50, peak_lr=0.3)))
    forgotten()
    schedule(Design(steps=80, peak_lr=0.1))
    again = keras.saving.deserialize_keras_object(stored)
    assert probe.called(again, [0, 25, 50]) == pytest.approx([0.3, 0.15, 0], abs=1e-7)


@pytest.fixture
def forgotten():
    """What a new process knows: none of the classes that this one has registered."""
    known = keras.saving.get_custom_objects()
    before = dict(known)

    def forget():
        for name in [name for name in known if name.startswith("lr_schedule>")]:
            del known[name]

    yield forget
    known.update(before)


FORMULAS: dict[tuple[str, ...], str] = {}


@given(designs())
def test_one_name_and_one_set_of_numbers_mean_one_formula(design):
    text = code(design, "keras-schedule")
    called = text[text.index("    def __call__") : text.index("    def get_config")]
    name = text.partition("\nclass ")[2].partition("(")[0]
    numbers = text.partition("def __init__")[2].partition("def __call__")[0].split("\n")
    assert FORMULAS.setdefault((name, *numbers), called) == called
