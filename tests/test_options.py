"""Options of code: checked, in one order, and written as a link writes them."""

import pytest

from lrlib import Design, code, link
from lrlib.fields import Choice, Flag
from lrlib.targets import TARGETS
from lrlib.targets.optimizers import OPTIMIZERS
from lrlib.targets.options import FIELDS, check, write


def test_options_at_their_default_say_nothing():
    assert check({"verbose": False, "accumulate": 1}) == {}
    assert check({"verbose": True}) == {"verbose": True}


def test_options_stand_in_the_order_of_a_link_and_in_their_own_types():
    given = {"resume": 20.0, "optimizer": "sgd", "weight_decay": 1}
    assert list(check(given).items()) == [
        ("weight_decay", 1.0),
        ("optimizer", "sgd"),
        ("resume", 20),
    ]
    assert type(check(given)["resume"]) is int


def test_options_are_written_by_their_fields():
    given = check({"verbose": True, "weight_decay": 1.0, "accumulate": 4})
    assert write(given) == [("verbose", "true"), ("weight_decay", "1"), ("accumulate", "4")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"weight_decay": 1}, {"weight_decay": 1.0}),
        ({"accumulate": 2, "optimizer": "lion"}, {"optimizer": "lion", "accumulate": 2.0}),
    ],
)
def test_equal_options_print_equal_code(one, other):
    for target in ("keras-callback", "keras-schedule"):
        assert code(Design(), target, **one) == code(Design(), target, **other)


def test_the_link_in_the_code_states_its_options():
    options = {"weight_decay": 1.0, "optimizer": "lion", "resume": 3, "verbose": True}
    text = code(Design(), "keras-callback", **options)
    line = next(line for line in text.splitlines() if line.startswith("# Link: "))
    opened = link.open_link(line.removeprefix("# Link: "))
    assert opened.problems == []
    assert opened.view.options == check(options)
    assert code(opened.design, opened.view.target, **opened.view.options) == text


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"loud": True}, "option: got 'loud', allowed: one of verbose"),
        ({"axis": "log"}, "option: got 'axis'"),
        ({"verbose": 1}, "verbose: got '1', allowed: true or false"),
        ({"accumulate": 0}, "accumulate: got '0', allowed: a whole number 1 to 10,000"),
        ({"optimizer": b"adam"}, "optimizer: got "),
        ({"weight_decay": 10**5000}, "weight_decay: got '<int>'"),
    ],
)
def test_bad_options_of_code_are_named(options, message):
    with pytest.raises(ValueError, match=message):
        code(Design(), "keras-callback", **options)


@pytest.mark.parametrize("target", TARGETS)
def test_every_target_takes_every_option(target):
    """Those it has no use for change nothing."""
    other = {Flag: True, Choice: "sgd"}
    for key in set(FIELDS) - set(TARGETS[target].options):
        value = other.get(type(FIELDS[key]), 3)
        assert code(Design(), target, **{key: value}) == code(Design(), target)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_each_optimizer_is_called_as_its_framework_calls_it(name):
    optimizer = OPTIMIZERS[name]
    assert optimizer.name == name
    assert optimizer.label.lower() == name
    keras, optax = (code(Design(), t, optimizer=name) for t in ("keras-callback", "optax"))
    assert f"keras.optimizers.{optimizer.keras}()" in keras
    assert f"optimizer = optax.{optimizer.optax}(schedule)" in optax
