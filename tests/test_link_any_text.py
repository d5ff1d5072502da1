"""Any text at all is read: no exception, bounded work, always a valid design."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import designs

from lrlib import Design, link
from lrlib.design.keys import known_fields
from lrlib.view import FIELDS

LONGEST = link.LONGEST
PIECES = [
    *known_fields(), *FIELDS, "utm_x", "embed", "=", "&", "?", "#", "%", "+", ",", ":", "://",
    "{", "}", "[", "]", '"', "\\", "\\u", "%00", "%F0%9F", "%u0041", "\x00", "\ud800", "\u202e",
    "\n", ";", "nan", "NaN", "Infinity", "1e999", "-0", "1_000", "５０", "9" * 400, "1e-320",
    "true", "null", "linear", "cosine", "points", "piecewise", "geometric", "0:1", "1,2", "https://h/",
]  # fmt: skip
JUNK = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=40).map("".join)
PAIRS = st.lists(
    st.tuples(st.sampled_from([*known_fields(), *FIELDS]), st.sampled_from(PIECES)), max_size=12
).map(lambda pairs: "&".join(f"{key}={text}" for key, text in pairs))
JSON = st.recursive(
    st.sampled_from(["1", "1e999", "NaN", "null", "true", '"x"', '"\\ud800"', "9" * 400, "-"]),
    lambda inner: (
        st.lists(inner, max_size=4).map(lambda parts: f"[{','.join(parts)}]")
        | st.lists(st.tuples(st.sampled_from(list(known_fields())), inner), max_size=4).map(
            lambda parts: "{%s}" % ",".join(f'"{key}":{text}' for key, text in parts)  # noqa: UP031
        )
    ),
    max_leaves=20,
)


def check(text):
    begin = time.perf_counter()
    design, problems = link.read(text)
    assert time.perf_counter() - begin < 2
    assert Design(**design.chosen) == design
    for problem in problems:
        assert "\n" not in str(problem)
        assert "\r" not in str(problem)
        assert len(str(problem)) < 400
    return design, problems


@settings(max_examples=400)
@given(st.text() | JUNK | PAIRS | JSON | JUNK.map("{".__add__))
def test_any_text_is_read(text):
    check(text)


@settings(max_examples=200)
@given(designs(wide=True), st.data())
def test_a_damaged_link_is_read(design, data):
    written = data.draw(st.sampled_from([link.write(design), link.write_json(design)]))
    at = data.draw(st.integers(0, len(written)))
    cut = data.draw(st.integers(at, len(written)))
    check(written[:at] + data.draw(JUNK) + written[cut:])


HUGE = {  # what 10 MB are full of
    "letters": "x",
    "keys": "epochs=5&",
    "separators": "&",
    "marks": "?",
    "percents": "%",
    "encoded": "%25",
    "spaces": " ",
    "digits": "9",
    "points": "0:1,",
    "objects": '{"a":',
    "surrogates": "\ud800",
}
LONG_AS_MAY_BE = {
    "lists": '{"boundaries":' + "[" * 7990 + "]" * 7990 + "}",
    "open lists": '{"a":' + "[" * 15_990,
    "open objects": '{"a":' * 3_000,
    "a number": '{"epochs":' + "9" * 15_900 + "}",
    "an exponent": "epochs=1e" + "9" * 15_900,
    "digits": "epochs=" + "9" * 15_900,
    "dots": "peak_lr=" + "." * 15_900,
    "commas": "boundaries=" + "," * 15_900,
    "bad keys": "&".join(f"{i}=" for i in range(200)),
    "a key": "k" * 15_900 + "=1",
    "NULs": "\x00" * 15_900,
}


@pytest.mark.parametrize("begin", ["", "decay=points&points=", "epochs=", '{"a":"'])
@pytest.mark.parametrize("part", HUGE)
def test_ten_megabytes_take_bounded_time(begin, part):
    _, problems = check(begin + HUGE[part] * (10 * 1024 * 1024 // len(HUGE[part])))
    assert problems


@pytest.mark.parametrize("name", LONG_AS_MAY_BE)
def test_texts_up_to_the_limit_take_bounded_time(name):
    _, problems = check(LONG_AS_MAY_BE[name])
    assert problems


@pytest.mark.parametrize("depth", [1, 2, 3, 900, 960, 980, 990, 1000, 1010, 7000])
def test_nesting_of_any_depth_is_read(depth):
    for opening, closing in (("[", "]"), ('{"a":', "}")):
        check('{"boundaries":' + opening * depth + "1" + closing * depth + "}")


class Watched(str):
    """A text that tells how much of it was looked at, and can be looked at in one way only."""

    def __getitem__(self, part):
        self.asked = part
        return str.__getitem__(self, part)


def forbidden(*_):
    raise AssertionError("looked at the whole text")


for name in ("__len__", "__iter__", "__contains__", "strip", "lstrip", "split", "partition",
             "startswith", "find", "encode", "removeprefix", "replace", "__hash__"):  # fmt: skip
    setattr(Watched, name, forbidden)


@pytest.mark.parametrize("text", ["epochs=7&" * 5000, '{"epochs": 7}', "https://h/?epochs=7"])
def test_no_more_than_the_limit_is_looked_at(text):
    watched = Watched(text)
    link.read(watched)
    assert watched.asked == slice(None, LONGEST + 1)


@pytest.mark.parametrize("begin", ["epochs=7&name=", '{"epochs": 7, "name": "'])
def test_what_follows_the_limit_changes_nothing(begin):
    filled = begin + "x" * (LONGEST + 1 - len(begin))
    assert link.read(filled) == link.read(filled + "&epochs=9") == link.read(filled + '"}')


def test_the_limit_itself_is_still_read():
    text = "epochs=7&decay=linear&utm_x="
    whole = text + "x" * (LONGEST - len(text))
    assert link.read(whole) == (Design(epochs=7, decay="linear"), [])
    design, problems = link.read(whole + "x")
    assert design == Design(epochs=7, decay="linear")
    assert [problem.field for problem in problems] == ["link"]
    assert "16,000 characters" in problems[0].reason


def test_a_number_is_never_cut_into_another_number():
    text = "utm_x=" + "x" * (LONGEST - 16) + "&epochs=12345678"
    design, problems = link.read(text)
    assert (design, len(problems)) == (Design(), 1)
