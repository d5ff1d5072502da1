"""Built-in schedules of Keras: each is the curve in compiled `fit`, at every tick and after."""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy
import probe
import pytest
from builtin_classes import CLASSES, STEPS
from every_design import epochs, highest, tolerance, wanted
from every_shape import every_long_shape
from hypothesis import assume, given, settings
from strategies import designs

from lrlib import code, curve, link
from lrlib.curves import jumps
from lrlib.targets import notes

TAKEN = [(name, address) for name, addresses in CLASSES.items() for address in addresses]
RESTARTS = "compiled, CosineDecayRestarts is not this curve at some steps"
REFUSED = {
    f"{STEPS}&decay=exponential": "ExponentialDecay falls on after the run",
    f"{STEPS}&decay=geometric&end_lr=0.1": "ExponentialDecay falls on after the run",
    f"{STEPS}&decay=inverse_time": "InverseTimeDecay falls on after the run",
    # In float32 and by a reciprocal, 690 / 230 is below 3.
    "steps=920&peak_lr=0.3&decay=cosine_restarts&cycles=4": RESTARTS,
    "steps=690&peak_lr=0.3&decay=cosine_restarts&cycle_length=230&cycle_mult=1.5": RESTARTS,
    f"{STEPS}&decay=cosine_restarts&cycle_mult=1.5": RESTARTS,
    f"{STEPS}&decay=cosine_restarts&cycles=7": RESTARTS,
    f"{STEPS}&decay=cosine_restarts&cycle_length=100": RESTARTS,
    f"{STEPS}&decay=cosine_restarts&reach_end=true": RESTARTS,
    f"{STEPS}&decay=cosine_restarts&warmup=linear&warmup_length=9": "linear warmup and cosine",
    # Conventions make another curve of a formula that Keras has.
    f"{STEPS}&decay=cosine&reach_end=true": "no schedule of Keras has cosine decay",
    f"{STEPS}&decay=linear&reach_end=true": "no schedule of Keras has linear decay",
    f"{STEPS}&warmup=linear&warmup_length=31&warmup_from=1": "linear warmup and cosine decay",
    f"{STEPS}&warmup=linear&warmup_length=31&overlap=jump": "linear warmup and cosine decay",
    f"{STEPS}&warmup=linear&warmup_length=31&overlap=join": "linear warmup and cosine decay",
    f"{STEPS}&warmup=linear&warmup_length=31&overlap=multiply": "linear warmup and cosine decay",
    f"{STEPS}&warmup=linear&warmup_length=240&overlap=multiply&init_lr=0.3": "linear warmup and",
    "epochs=120&steps_per_epoch=2&update=step&decay_update=epoch": "has cosine decay",
    "epochs=101": "the curve has more than 100 constant pieces",
    "steps=100000&decay=step&every=5&drop=0.99": "the curve has more than 100 constant pieces",
    "steps=20000000": "CosineDecay counts in float32, which skips steps above 16,777,216",
    f"{STEPS}&decay=polynomial&power=0.9": "a power that is not whole ends in NaN on JAX",
    f"{STEPS}&decay=polynomial&power=20": "PolynomialDecay rounds to float32 before its power",
    f"{STEPS}&decay=linear&warmup=linear&warmup_length=9": "has linear warmup and linear decay",
    f"{STEPS}&decay=rex&hold_length=9": "has hold and rex decay",
    f"{STEPS}&warmup=linear&warmup_length=9&hold_length=9": "linear warmup, hold and cosine decay",
    f"{STEPS}&cycles=1.5": "no schedule of Keras has cosine decay",
    f"{STEPS}&warmup=linear&warmup_length=300": "has linear warmup and cosine decay",
}


def design(address):
    read, problems = link.read(address)
    assert problems == []
    return read


def built(read, **options):
    return probe.run(code(read, "keras-builtin", **options))["learning_rate"]


@pytest.mark.parametrize(("name", "address"), TAKEN)
def test_each_class_trains_with_the_curve(name, address):
    read = design(address)
    assert f"learning_rate = {name}" in code(read, "keras-builtin").replace(
        "keras.optimizers.schedules.", ""
    )
    more = name != "CosineDecayRestarts"  # which starts anew after the run
    applied = probe.applied(built(read), epochs(read) - 1 + more, read.steps_per_epoch)
    assert abs(applied - wanted(read, len(applied))).max() <= tolerance(read)


@pytest.mark.parametrize("address", REFUSED)
def test_what_no_class_has_is_refused_with_the_reason(address):
    with pytest.raises(ValueError, match=REFUSED[address]) as refused:
        code(design(address), "keras-builtin")
    assert str(refused.value).startswith("keras-builtin: ")
    assert "; take keras-" in str(refused.value)


def built_or_why_not(read):
    try:
        return built(read)
    except ValueError as refused:
        return str(refused)


@settings(max_examples=25)
@given(designs())
def test_any_design_is_the_curve_or_refused(read):
    assume(read.chosen.get("power", 1) <= 4 and read.chosen.get("warmup_power", 1) <= 4)
    schedule = built_or_why_not(read)
    if isinstance(schedule, str):
        assert "; take keras-" in schedule
        return
    if not callable(schedule):
        assert (curve(read) == schedule).all()
        return
    more = 0 if "CosineDecayRestarts" in code(read, "keras-builtin") else 3
    steps = numpy.arange(0, read.clock.steps + more, 1 + read.clock.steps // 100)
    expected = curve(read, steps // read.clock.steps_per_tick)
    assert abs(probe.called(schedule, steps) - expected).max() <= tolerance(read)


def test_pieces_of_a_billion_steps_keep_every_edge():
    boundaries = "20000001,500000001,999999999"
    read = design(f"steps=1000000000&decay=piecewise&boundaries={boundaries}&values=0.1,0.2,0.3")
    steps = (numpy.array([*jumps(read), read.ticks])[:, None] + numpy.arange(-2, 3)).ravel()
    assert probe.called(built(read), steps) == pytest.approx(curve(read, steps), rel=1e-7)


def test_a_billion_steps_of_anything_else_are_refused():
    for read in every_long_shape().values():
        with pytest.raises(ValueError, match=r"^keras-builtin: "):
            code(read, "keras-builtin")


@pytest.mark.parametrize("update", ["step", "epoch"])
def test_pieces_count_updates_where_gradients_are_accumulated(update):
    read = design(f"epochs=8&steps_per_epoch=3&update={update}&peak_lr=0.3&decay=step&every=2")
    schedule = built(read, accumulate=2)
    optimizer = keras.optimizers.SGD(schedule, gradient_accumulation_steps=2)
    trained = probe.model(48, optimizer)
    probe.train(trained, 8, 6)
    # Two batches share one update, and its gradient is their mean.
    assert 2 * probe.rates(trained) == pytest.approx(wanted(read, 24).repeat(2), rel=1e-6)


def test_a_saved_model_loads_without_the_code(tmp_path):
    read = design(CLASSES["CosineDecay"][3])
    trained = probe.model(240, keras.optimizers.SGD(built(read)))
    trained.save(tmp_path / "model.keras")
    again = keras.models.load_model(tmp_path / "model.keras", compile=False)
    assert again is not None
    stored = keras.optimizers.serialize(trained.optimizer)
    assert probe.called(
        keras.optimizers.deserialize(stored)._learning_rate, [0, 31, 240]
    ) == pytest.approx(curve(read, [0, 31, 240]), abs=1e-7)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (f"{STEPS}&decay=cosine", "Built into Keras: a saved model loads without this code."),
        (f"{STEPS}&decay=step&every=3&drop=0.9", "with each of the 80 boundaries"),
        ("epochs=50", "with each of the 50 boundaries"),
        (f"{STEPS}&decay=constant", "A constant rate needs no schedule"),
    ],
)
def test_its_first_note_says_what_it_is(address, said):
    assert said in notes(design(address), "keras-builtin")[0]


def test_restarts_peak_as_the_documentation_of_keras_says():
    read = design("steps=750&steps_per_epoch=250&decay=cosine_restarts&cycle_decay=0.5&end_lr=1e-4")
    applied = probe.applied(built(read), 3, 250)
    assert applied[[0, 250, 500]] == pytest.approx([1e-3, 5.5e-4, 3.25e-4], rel=1e-6)
    assert abs(applied - curve(read)).max() <= tolerance(read)
    same = SCHEDULES.CosineDecayRestarts(1e-3, 250, t_mul=1, m_mul=0.5, alpha=0.1)
    assert built(read).get_config() == pytest.approx(same.get_config())
    assert "After the run's 750 steps another cycle starts" in notes(read, "keras-builtin")[1]


def test_stairs_of_a_long_run_that_change_once_an_epoch_keep_every_drop():
    read = design(
        "epochs=9&steps_per_epoch=1000000&update=step&decay_update=epoch&decay=step&every=1.5"
        "&warmup=linear&warmup_length=2.5&init_lr=0.001&overlap=jump&peak_lr=0.001&drop=0.5"
    )
    steps = numpy.arange(0, 9_000_002, 250_000)
    near = (steps[:, None] + numpy.arange(-2, 3)).ravel()[2:]
    assert probe.called(built(read), near) == pytest.approx(curve(read, near), rel=1e-7)


def test_a_refused_design_has_no_notes():
    assert notes(design("epochs=101"), "keras-builtin") == []


SCHEDULES = keras.optimizers.schedules


@pytest.mark.parametrize(
    ("address", "schedule", "step"),
    [
        (f"{STEPS}&decay=exponential", SCHEDULES.ExponentialDecay(0.3, 1, 0.96), 250),
        (f"{STEPS}&decay=geometric&end_lr=0.1", SCHEDULES.ExponentialDecay(0.3, 240, 1 / 3), 250),
        (f"{STEPS}&decay=inverse_time", SCHEDULES.InverseTimeDecay(0.3, 1, 0.5), 250),
        (
            "steps=920&peak_lr=0.3&decay=cosine_restarts&cycles=4",
            SCHEDULES.CosineDecayRestarts(0.3, 230, 1.0),
            690,
        ),
        ("steps=20000000&peak_lr=0.3&decay=linear", None, 19_999_999),
    ],
)
def test_the_class_that_a_refusal_names_is_not_the_curve(address, schedule, step):
    read = design(address)
    if schedule is None:
        schedule = SCHEDULES.PolynomialDecay(0.3, read.ticks, 0.0)
        assert len(set(probe.called(schedule, [step - 3, step - 2]))) == 1  # two steps as one
        return
    before, at = probe.called(schedule, [100, step]) - curve(read, [100, step])
    assert abs(before) <= 1e-6 * highest(read)
    # Torch runs it eagerly, without the rounded reciprocal that is a restart late elsewhere.
    eager = keras.backend.backend() == "torch" and "restarts" in address
    assert (abs(at) > tolerance(read)) != eager
