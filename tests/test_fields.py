"""Every field at both ends of its range, and what no field takes."""

import math

import numpy
import pytest

from lrlib import Design, DesignError, link
from lrlib.design.keys import known_fields
from lrlib.fields import read_number, write_number

TINY = 5e-324
BILLION = 10**9
LENGTH = ([0, 0.4, BILLION], [-0.1, -TINY, BILLION + 1])
ABOVE_0 = ([1e-9, 0.5, 1], [0, -1])

# The shape a key needs (if any), the key, values at its ends, values just past them.
RANGES = [
    ({}, "epochs", [1, 50, 50.0], [0, -1, 1.5, BILLION + 1]),
    ({"steps_per_epoch": 1}, "epochs", [BILLION], [BILLION + 1]),
    ({}, "steps", [1, BILLION], [0, 0.5, BILLION + 1]),
    ({"epochs": 1}, "steps_per_epoch", [1, BILLION], [0, 2.5, BILLION + 1]),
    ({}, "peak_lr", [1e-12, 1e6], [0, 9.9e-13, 1000001, -1e-3]),
    ({"warmup": "linear"}, "init_lr", [0, 1e-12, 1e6], [9.9e-13, 1000001, -1e-3]),
    ({}, "end_lr", [0, 1e-12, 1e6], [9.9e-13, 1000001, -1e-3]),
    ({"cooldown": "linear"}, "final_lr", [0, 1e-12, 1e6], [9.9e-13, 1000001, -1e-3]),
    ({"warmup": "linear", "steps": BILLION}, "warmup_length", *LENGTH),
    ({"steps": BILLION}, "hold_length", *LENGTH),
    ({"cooldown": "linear", "steps": BILLION}, "cooldown_length", *LENGTH),
    ({"warmup": "polynomial"}, "warmup_power", [TINY, 100], [0, 100.1]),
    ({"warmup": "exponential"}, "warmup_base", [1.0000000000000002, 1000], [1, 0.5, 1000.1]),
    ({"decay": "cosine"}, "cycles", [TINY, 0.5, 200], [0, 200.1, -1]),
    ({"decay": "polynomial"}, "power", [TINY, 100], [0, 100.1]),
    ({"cooldown": "polynomial"}, "cooldown_power", [TINY, 100], [0, 100.1]),
    ({"decay": "exponential"}, "decay_rate", [TINY, 1], [0, 1.0000000000000002]),
    ({"decay": "inverse_time"}, "decay_rate", [0, 1, 5], [-0.1]),
    ({"decay": "exponential", "steps": BILLION}, "decay_length", *ABOVE_0),
    ({"decay": "inverse_time", "steps": BILLION}, "decay_length", *ABOVE_0),
    ({"decay": "inverse_sqrt", "steps": BILLION}, "timescale", *ABOVE_0),
    ({"decay": "step", "steps": BILLION}, "every", *ABOVE_0),
    ({"decay": "step"}, "drop", [TINY, 1], [0, 1.1]),
    ({"decay": "cosine_restarts"}, "cycles", [1, 200], [0, 201, 1.5]),
    ({"decay": "cosine_restarts"}, "cycle_mult", [0.1, 10], [0.09, 10.1]),
    ({"decay": "cosine_restarts"}, "cycle_decay", [TINY, 1], [0, 1.1]),
    ({"decay": "triangular"}, "cycles", [1, 200], [0, 201, 1.5]),
    ({"decay": "triangular"}, "cycle_decay", [TINY, 1], [0, 1.1]),
    ({"decay": "triangular"}, "rise", [0.01, 0.99], [0.009, 0.991, 0]),
    (
        {"decay": "triangular", "steps": BILLION},
        "cycle_length",
        [0, 5e6, BILLION],
        [-1, BILLION + 1],
    ),
    ({"warmup": "linear"}, "warmup_from", [0, 1], [-1, 2, 0.5]),
]


@pytest.mark.parametrize(("shape", "key", "taken", "refused"), RANGES)
def test_ranges_include_their_ends_and_nothing_past_them(shape, key, taken, refused):
    query = "".join(f"&{name}={text}" for name, text in shape.items())
    for value in taken:
        assert Design(**shape | {key: value}).chosen[key] == value
        design, problems = link.read(f"{key}={value!r}{query}")
        assert (design.chosen[key], problems) == (value, [])
    for value in refused:
        with pytest.raises(DesignError) as raised:
            Design(**shape | {key: value})
        _, problems = link.read(f"{key}={value!r}{query}")
        for finding in (raised.value.findings[0], problems[0]):
            assert finding.field == key
            assert f"got '{value!r}', allowed: " in finding.reason
            assert "\n" not in str(finding)


def test_every_number_is_in_the_table_of_ranges():
    tested = {key for _, key, _, _ in RANGES}
    others = {"v", "name", "update", "warmup", "decay", "cooldown", "staircase", "join"}
    others |= {"overlap", "decay_update", "reach_end", "floor"}
    assert set(known_fields()) == tested | others | {"boundaries", "values", "points"}


NUMBERS = ["1", "+1", "-1", "0.5", ".5", "5.", "1e5", "3e-4", "3E-4", "-1.5e+3", " 1 ", "00012"]
NO_NUMBERS = """1_000|１２|١٢|nan|NaN|inf|-inf|Infinity|1e|e5|.|+|0x10|1,5|1 000|--1|1e+-5|1e1000
½|1e5.5|0b1|1j|True|1\n|\t1|1\x00|²|1d5|1f|$1|1%""".replace("\n½", "|½").split("|")


@pytest.mark.parametrize("text", NUMBERS)
def test_numbers_are_read_as_python_reads_them(text):
    assert read_number(text) == float(text)


@pytest.mark.parametrize("text", ["", *NO_NUMBERS, "9" * 400, "0." + "0" * 400 + "1"])
def test_what_is_not_plainly_a_number_is_none(text):
    with pytest.raises(ValueError, match="a number"):
        read_number(text)


@pytest.mark.parametrize(
    ("number", "text"),
    [(0.0003, "0.0003"), (3.0, "3"), (1e-5, "1e-05"), (0.1 + 0.2, "0.30000000000000004"), (0, "0")],
)
def test_numbers_are_written_as_short_as_they_are_exact(number, text):
    assert write_number(number) == text
    assert read_number(text) == number


ODD = {
    "bytes": b"1",
    "none": None,
    "true": True,
    "numpy true": numpy.True_,
    "a text": "1",
    "nan": math.nan,
    "infinity": math.inf,
    "numpy nan": numpy.float32("nan"),
    "a complex number": 1j,
    "an integer beyond every float": 10**400,
    "an integer beyond every print": 10**5000,
    "a list": [1],
    "an array": numpy.array([1]),
    "a dict": {1: 1},
    "an object": object(),
    "a function": print,
}


@pytest.mark.parametrize("value", ODD.values(), ids=ODD)
@pytest.mark.parametrize("key", ["epochs", "peak_lr", "warmup_length", "end_lr", "cycles"])
def test_a_number_field_takes_numbers_only(key, value):
    with pytest.raises(DesignError, match=rf"^{key}: got .*, allowed: "):
        Design(**{key: value})


@pytest.mark.parametrize("key", ["warmup", "decay", "cooldown", "update", "name"])
@pytest.mark.parametrize("value", [b"linear", None, 5, ["linear"], "Linear!", "\u202ename", "a\nb"])
def test_a_word_field_takes_its_words_only(key, value):
    with pytest.raises(DesignError, match=rf"^{key}: got .*, allowed: "):
        Design(**{key: value})


@pytest.mark.parametrize("value", [1, 0, "true", None, numpy.True_])
def test_a_flag_is_true_or_false(value):
    with pytest.raises(DesignError, match=r"^staircase: got .*, allowed: true or false"):
        Design(decay="exponential", staircase=value)


@pytest.mark.parametrize(
    "value",
    [numpy.int64(7), numpy.uint8(7), numpy.float32(7), numpy.array(7), 7.0],
)
def test_numpy_numbers_become_plain_ones(value):
    design = Design(epochs=value, hold_length=value)
    assert repr(design) == repr(Design(epochs=7, hold_length=7.0))
    assert (type(design.epochs), type(design.hold_length)) == (int, float)


def test_a_numpy_word_becomes_a_plain_one():
    assert repr(Design(decay=numpy.str_("linear"))) == repr(Design(decay="linear"))


def test_there_is_no_negative_zero():
    assert math.copysign(1, Design(end_lr=-0.0).end_lr) == 1


NAMES = [
    "",
    "ResNet-50 (v1.5)",
    "My_run 2",
    "Обучение",
    "学習率",
    "معدل",
    "हिन्दी",
    "é" * 30,
    "x" * 60,
]


@pytest.mark.parametrize("name", NAMES)
def test_names_in_any_script(name):
    assert Design(name=name).name == name
    assert link.read(link.write(Design(name=name)))[0].name == name


@pytest.mark.parametrize(
    "name",
    ["x" * 61, "a/b", "a<b", "a&b", "a*b", "`a`", "$a$", "a:b", 'a"b', "a'b", "a#b", "a\\b", "[a]",
     "a\x00b", "a\u200bb", "a\u2028b", "\ud800", "😀", "a\u202eb", "a\xa0b", "a+b", "½", "Ⅳ"],
)  # fmt: skip
def test_names_that_could_be_read_as_something_else_are_refused(name):
    with pytest.raises(DesignError, match=r"^name: got .*, allowed: up to 60 letters"):
        Design(name=name)
