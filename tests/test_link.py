"""A link is the whole design: written, read back, and read from whatever people send."""

import json
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from strategies import designs

from lrlib import Design, link

ADDRESS = "https://lr.example.org/"


@settings(max_examples=300)
@given(designs(wide=True))
def test_any_design_survives_a_link_and_json(design):
    written = link.write(design)
    for text in (
        written,
        f"?{written}",
        f"{ADDRESS}?{written}",
        f"{ADDRESS}page?{written}#top",
        f"localhost:8501/?{written}",
        f"  {written}\n",
        # As Streamlit and chat programs encode it.
        written.replace(":", "%3A").replace(",", "%2C").replace("%20", "+"),
        link.write_json(design),
    ):
        assert link.read(text) == (design, [])
    assert len(written) < link.LONGEST
    assert len(link.write_json(design)) < link.LONGEST


@given(designs())
def test_json_is_the_design_as_data(design):
    data = json.loads(link.write_json(design))
    assert data.pop("v") == 2
    assert Design(**data) == design


def test_a_written_link_is_complete_and_readable():
    assert link.write(Design()) == (
        "v=2&name=&epochs=50&steps_per_epoch=200&update=epoch&peak_lr=0.001&warmup=none"
        "&hold_length=0&decay=cosine&cycles=0.5&end_lr=0&cooldown=none"
    )
    points = Design(name="Run (2)", steps=99, decay="points", points=[(0, 1e-3), (99, 1e-05)])
    assert link.write(points) == (
        "v=2&name=Run%20(2)&steps=99&steps_per_epoch=200&update=step&peak_lr=0.001&warmup=none"
        "&hold_length=0&decay=points&points=0:0.001,99:1e-05&join=linear&cooldown=none"
    )


@pytest.mark.parametrize(
    "text", ["", "?", "   ", ADDRESS, ADDRESS + "?", "{}", "localhost/?", "#x"]
)
def test_nothing_is_the_defaults(text):
    assert link.read(text) == (Design(), [])
    assert link.open_link(text).bare


EXPONENTIAL = {"warmup": "exponential", "warmup_length": 10}
SAME = [
    ("warmup=exp&warmup_length=10", Design(**EXPONENTIAL)),
    ("warmup=log&warmup_length=10", Design(**EXPONENTIAL, warmup_base=10)),
    ("warmup=exp&warmup_base=3&warmup_length=10", Design(**EXPONENTIAL, warmup_base=3)),
    ('{"warmup": "log", "warmup_length": 10}', Design(**EXPONENTIAL, warmup_base=10)),
    ("peak_lr=0.0003", Design(peak_lr=3e-4)),
    ("peak_lr=3e-4", Design(peak_lr=3e-4)),
    ("epochs=50.0&cycles=1.", Design(cycles=1)),
    ("steps=10000&update=step", Design(steps=10_000)),
    ("steps=10000", Design(steps=10_000)),
    ("epochs=7&update=step", Design(epochs=7, update="step")),
    ("decay=piecewise&boundaries=1, 2&values=0.1,%200.2", None),
    ("epochs=7&utm_source=mail&utm_source=chat&embed=true&embed_options=dark", Design(epochs=7)),
    ("epochs=7&&", Design(epochs=7)),
    ("epochs=7&target=keras-schedule&verbose=true&axis=log", Design(epochs=7)),
    ("weight_decay=0.1&optimizer=sgd&accumulate=4&resume=10", Design()),
    ("name=", Design()),
    ("name=%E5%AD%A6%E7%BF%92+2", Design(name="学習 2")),
    ('{"v": 1, "epochs": 7, "name": "\\u5b66"}', Design(epochs=7, name="学")),
    ('{"epochs": "7", "decay": "exponential", "staircase": true}', None),
    ('{"decay": "points", "points": [[0, 0.5], [50, 1e-3]]}', None),
    ("decay=points&points=0:0.5,50:1e-3", Design(decay="points", points=[(0, 0.5), (50, 1e-3)])),
    ("#epochs=7", Design()),
]


@pytest.mark.parametrize(("text", "design"), SAME)
def test_what_is_fine_is_read_without_a_word(text, design):
    found, problems = link.read(text)
    assert problems == []
    assert design is None or found == design
    assert link.read(link.write(found)) == (found, [])


# A known key that its design has no use for is checked, left out and named.
UNUSED = [
    ("warmup_length=5", ["warmup_length"], "5 is not used: there is no warmup"),
    ("init_lr=0.1&warmup_from=1", ["init_lr", "warmup_from"], "there is no warmup"),
    ("final_lr=0.1&cooldown_length=7", ["final_lr", "cooldown_length"], "there is no cooldown"),
    ("decay=linear&boundaries=1,2", ["boundaries"], "decay is linear; piecewise would use it"),
    ("decay=linear&cycles=3", ["cycles"], "cosine and cosine restarts and triangular would use it"),
    ("decay=step&reach_end=true", ["reach_end"], "a step decay has no end to reach"),
    ("steps=9&decay_update=epoch", ["decay_update"], "it needs a length in epochs"),
    (
        "warmup=linear&warmup_length=5&overlap=join&hold_length=3",
        ["hold_length"],
        "the decay does not wait for the warmup",
    ),
]


@pytest.mark.parametrize(("text", "keys", "words"), UNUSED)
def test_what_a_design_has_no_use_for_is_named(text, keys, words):
    design, problems = link.read(text)
    assert [(problem.level, problem.field) for problem in problems] == [("note", k) for k in keys]
    assert words in problems[0].reason
    assert not set(keys) & set(design.chosen)
    assert link.read(link.write(design)) == (design, [])


def test_an_unused_key_at_its_default_needs_no_word():
    assert link.read("warmup_length=0&cycle_mult=1&floor=clip&overlap=none")[1] == []


TOPS = "decay=cosine_restarts&cycle_decay=0.5"


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        (f"v=1&{TOPS}&end_lr=1e-4", ["warning"]),
        (f"v=1&{TOPS}&end_lr=0", []),
        (f"v=1&{TOPS.replace('0.5', '1')}&end_lr=1e-4", []),
        (f"v=2&{TOPS}&end_lr=1e-4", []),
        (f"{TOPS}&end_lr=1e-4", []),
        ("v=1&warmup=sine&warmup_length=5&overlap=multiply&reach_end=true", []),
    ],
)
def test_a_link_of_version_1_means_the_same_but_for_decaying_tops(text, levels):
    design, problems = link.read(text)
    assert [problem.level for problem in problems] == levels
    assert link.write(design).startswith("v=2&")
    assert link.read(text.replace("v=1", "v=2")) == (design, [])


def test_conventions_are_written_where_they_differ():
    design = Design(warmup="linear", warmup_length=5, overlap="join", reach_end=True)
    assert "&overlap=join&" in link.write(design)
    assert "&reach_end=true&" in link.write(design)
    assert "warmup_from" not in link.write(design)


BAD = [
    # text, the key named, words of its message
    ("v=3", "v", "got '3', allowed: a whole number 1 to 2"),
    ("v=0", "v", "got '0'"),
    ("epochs=", "epochs", "got ''"),
    ("epochs=1_000", "epochs", "got '1_000', allowed: a whole number 1 to 1,000,000,000"),
    ("epochs=５０", "epochs", "allowed: a whole number"),
    ("epochs=5.5", "epochs", "got '5.5'"),
    ("epochs=" + "9" * 400, "epochs", "got '" + "9" * 40 + "…'"),
    ("epochs=0", "epochs", "got '0'"),
    ("peak_lr=nan", "peak_lr", "got 'nan'"),
    ("peak_lr=1e999", "peak_lr", "got '1e999', allowed: a rate from 1e-12 to 1e+06"),
    ("peak_lr=-1", "peak_lr", "got '-1'"),
    ("peak_lr=1&peak_lr=1", "peak_lr", "given more than once"),
    ("epochs=5&steps=5", "epochs", "got epochs and steps"),
    ("steps=5&update=epoch", "update", "allowed: step"),
    ("update=tick", "update", "allowed: one of epoch, step"),
    (
        "warmup=quick",
        "warmup",
        "one of none, linear, cosine, polynomial, sine, logarithmic, exponential",
    ),
    ("warmup=Exp", "warmup", "got 'Exp'"),
    ("decay=none", "decay", "got 'none', allowed: one of constant, linear"),
    ("cooldown=rex", "cooldown", "one of none, linear, cosine, polynomial, one_minus_sqrt, geom"),
    ("nonsense=1", "nonsense", "no such field"),
    ("epoch=1", "epoch", "no such field"),
    ("decay=linear&boundaries=2,1", "boundaries", "each above the one before"),
    ("decay=linear&cycles=299", "cycles", "got '299'"),
    ("decay=exponential&staircase=True", "staircase", "got 'True', allowed: true or false"),
    ("decay=points&points=0:1,5", "points", "1 to 200 pairs unit:rate"),
    ("decay=points&points=0:1:2", "points", "1 to 200 pairs"),
    ("target=cobol", "target", "got 'cobol', allowed: one of keras-callback"),
    ("verbose=1", "verbose", "got '1', allowed: true or false"),
    ("accumulate=0", "accumulate", "got '0'"),
    ("axis=log&axis=log", "axis", "given more than once"),
    ("name=" + "x" * 61, "name", "got '" + "x" * 40 + "…', allowed: up to 60 letters"),
    ("name=a%0Ab", "name", r"got 'a\nb'"),
    ("name=%FF", "name", r"got '\ufffd'"),
    ("name=%E2%80%AEabc", "name", r"got '\u202eabc'"),
    ("epochs", "link", "got 'epochs', allowed: key=value"),
    ("=5", "link", "got '=5', allowed: key=value"),
    ("hello there", "link", "got 'hello there', allowed: key=value"),
    ("[1, 2]", "link", "got '[1, 2]'"),
    ("{", "link", "got '{', allowed: a JSON object"),
    ('{"epochs": 5} x', "link", "allowed: a JSON object"),
    ('{"epochs": NaN}', "epochs", "got 'NaN'"),
    ('{"epochs": -Infinity}', "epochs", "got '-Infinity'"),
    ('{"peak_lr": 1e999}', "peak_lr", "got '1e999'"),
    ('{"epochs": ' + "9" * 5000 + "}", "epochs", "got '9999"),
    ('{"epochs": 5, "epochs": 5}', "epochs", "given more than once"),
    ('{"epochs": true}', "epochs", "got 'true'"),
    ('{"name": null}', "name", "got '<null>'"),
    ('{"name": {"a": 1}}', "name", "got '{...}'"),
    ('{"epochs": []}', "epochs", "got ''"),
    ('{"nonsense": [[[[]]]]}', "nonsense", "no such field"),
    ('{"decay": "piecewise", "boundaries": [[[1]]]}', "boundaries", "got '[...]'"),
    ("&".join(f"k{i}=1" for i in range(201)), "link", "more than 200 keys"),
    # An address inside a value is no address of the link.
    ("epochs=7&name=http://x?y=1", "name", "got 'http://x?y=1'"),
]


@pytest.mark.parametrize(("text", "key", "words"), BAD, ids=range(len(BAD)))
def test_what_is_rejected_is_named_and_the_rest_is_kept(text, key, words):
    whole = text if text[0] in "{[" or "steps=" in text else f"hold_length=3&{text}"
    design, problems = link.read(whole)
    assert [problem.field for problem in problems] == [key]
    assert words in problems[0].reason
    assert "\n" not in str(problems[0])
    if whole.startswith("hold") and "more than 200" not in words:
        assert design.hold_length == 3
    assert link.read(link.write(design)) == (design, [])


def test_two_hundred_boundaries_are_read_and_one_more_is_not():
    def text(count):
        boundaries = ",".join(str(i) for i in range(count))
        return f"decay=piecewise&boundaries={boundaries}&values={','.join(['0.1'] * count)}"

    design, problems = link.read(text(200))
    assert (len(design.boundaries), problems) == (200, [])
    _, problems = link.read(text(201))
    assert [problem.field for problem in problems] == ["boundaries", "values"]
    assert all("1 to 200 entries" in problem.reason for problem in problems)


def test_the_view_is_read_beside_the_design():
    opened = link.open_link("epochs=9&target=keras-schedule&verbose=true&accumulate=x")
    assert (opened.design, opened.bare) == (Design(epochs=9), False)
    assert (opened.view.target, opened.view.verbose, opened.view.accumulate) == (
        "keras-schedule",
        True,
        1,
    )
    assert [problem.field for problem in opened.problems] == ["accumulate"]


def test_names_are_quoted_so_that_no_letter_is_lost():
    name = "50 (a) _.- ÄÖ 学"
    assert f"name={quote(name, safe='()')}" in link.write(Design(name=name))
