"""The view keys of a link, and the options of code that they are."""

from dataclasses import fields

import pytest

from lrlib import Design, code
from lrlib.targets import TARGETS, options
from lrlib.view import FIELDS, View, read_values, write

ENDS = [
    ("verbose", ["true", "false"], ["True", "1", "", "yes"]),
    ("weight_decay", ["0", "0.1", "100"], ["-0.1", "100.1", "nan", "none"]),
    ("optimizer", ["adam", "adamw", "sgd"], ["Adam", "", "sgd; import os"]),
    ("accumulate", ["1", "10000"], ["0", "10001", "1.5"]),
    ("resume", ["0", "1000000000"], ["-1", "1000000001", "x"]),
    ("release", ["true", "false"], ["True", "1"]),
    ("axis", ["linear", "log"], ["LOG", ""]),
    ("target", list(TARGETS), ["keras", "", "__import__"]),
]


def test_the_view_keys_are_the_contracts():
    keys = {key for key, _, _ in ENDS}
    assert set(FIELDS) == keys
    assert set(options.FIELDS) == keys - {"target", "axis"}
    assert list(FIELDS) == [field.name for field in fields(View)]


@pytest.mark.parametrize(("key", "taken", "refused"), ENDS)
def test_each_key_takes_its_range_and_no_more(key, taken, refused):
    for text in taken:
        view, problems = read_values({key: text})
        assert problems == []
        assert FIELDS[key].write(getattr(view, key)) == text
    for text in refused:
        view, problems = read_values({key: text})
        assert view == View()
        assert problems[0].field == key
        assert problems[0].reason.startswith(f"got '{text}', allowed: ")


def test_the_defaults_of_fields_and_view_are_the_same():
    assert {key: field.default for key, field in FIELDS.items()} == vars(View())


def test_only_what_differs_is_written_and_it_reads_back():
    assert write(View()) == []
    view = View("json", True, 0.25, "sgd", 4, 10, True, "log")
    written = write(view)
    assert written == [
        ("target", "json"),
        ("verbose", "true"),
        ("weight_decay", "0.25"),
        ("optimizer", "sgd"),
        ("accumulate", "4"),
        ("resume", "10"),
        ("release", "true"),
        ("axis", "log"),
    ]
    assert read_values(dict(written)) == (view, [])
    assert view.options == {
        "verbose": True,
        "weight_decay": 0.25,
        "optimizer": "sgd",
        "accumulate": 4,
        "resume": 10,
        "release": True,
    }


@pytest.mark.parametrize("target", ["", "Keras", "keras-callback ", "../json"])
def test_an_unknown_target_is_named(target):
    with pytest.raises(ValueError, match=r"^target: got .*allowed: one of keras-callback"):
        code(Design(), target)
