"""A link that is decoded already: the same design, the same findings, the same limits."""

from urllib.parse import parse_qsl, quote, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import designs
from test_link import BAD, SAME

from lrlib import Design, link
from lrlib.design.keys import known_fields
from lrlib.view import FIELDS

KEYS = [*known_fields(), *FIELDS, "utm_x", "embed", "nonsense", "{", "a://b?c", " "]
TEXTS = ["5", "linear", "exp", "log", "geometric", "0:1,5:2", "a&b", "c=d#e", "%41", "+", "", "学"]
PAIRS = st.lists(
    st.tuples(st.sampled_from(KEYS) | st.text(min_size=1, max_size=3), st.sampled_from(TEXTS)),
    max_size=12,
)


@settings(max_examples=300)
@given(PAIRS)
def test_pairs_say_what_their_text_says(pairs):
    pairs = [(key.encode("utf-8", "replace").decode(), text) for key, text in pairs]
    # Every letter is encoded that may be, so that no key looks like JSON or an address.
    assert link.open_pairs(pairs) == link.open_link(urlencode(pairs, quote_via=quote, safe=""))


@given(designs(wide=True))
def test_any_design_survives_its_pairs(design):
    opened = link.open_pairs(link.pairs(design))
    assert (opened.design, opened.problems, opened.bare) == (design, [], False)
    assert opened.stated == {key for key, _ in link.pairs(design)}


@pytest.mark.parametrize(
    "text",
    [
        text
        for text, *_ in [*SAME, *BAD]
        if "=" in text and text[0] not in "{[=#" and "#" not in text
    ],
)
def test_every_known_query_is_read_the_same(text):
    pairs = parse_qsl(text, keep_blank_values=True)
    assert link.open_pairs(pairs) == link.open_link(text)


def test_nothing_is_bare():
    opened = link.open_pairs([])
    assert (opened.design, opened.problems, opened.bare) == (Design(), [], True)
    assert link.open_pairs([("utm_source", "mail"), ("axis", "log")]).bare


def reasons(opened):
    return [(problem.field, problem.reason) for problem in opened.problems]


def test_a_pair_without_a_key_is_named():
    opened = link.open_pairs([("epochs", "7"), ("", "5")])
    assert opened.design == Design(epochs=7)
    assert reasons(opened) == [("link", "got '=5', allowed: key=value")]


def test_more_than_two_hundred_pairs_are_refused():
    many = [(f"utm_{i}", "1") for i in range(199)]
    assert link.open_pairs([("epochs", "7"), *many]).design == Design(epochs=7)
    opened = link.open_pairs([("epochs", "7"), *many, ("utm_x", "1")])
    assert (opened.design, reasons(opened)) == (Design(), [("link", "more than 200 keys")])


def test_the_longest_is_read_whole_and_what_comes_after_is_left_out():
    rest = "x" * (link.LONGEST - len("epochs=7&utm_x="))
    assert reasons(link.open_pairs([("epochs", "7"), ("utm_x", rest)])) == []
    opened = link.open_pairs([("epochs", "7"), ("utm_x", rest), ("decay", "linear")])
    assert opened.design == Design(epochs=7)
    assert [field for field, _ in reasons(opened)] == ["link"]
    assert "longer than 16,000 characters" in opened.problems[0].reason


def test_no_more_pairs_are_looked_at_than_the_limit_allows():
    looked = []

    def endless():
        while True:
            looked.append(1)
            yield "", ""

    assert link.open_pairs(endless()).design == Design()
    assert len(looked) <= link.LONGEST


def test_a_link_is_validated_once(monkeypatch):
    again = []
    monkeypatch.setattr("lrlib.design.design.settle", lambda *given: again.append(given))
    opened = link.open_link("epochs=7&warmup=exp&warmup_length=2")
    monkeypatch.undo()
    design = Design(epochs=7, warmup="exponential", warmup_length=2)
    assert (opened.design, hash(opened.design)) == (design, hash(design))
    assert again == []
