"""Fields that contradict each other, and what settles them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import designs

from lrlib import Design, DesignError, link
from lrlib.design.settle import KNOWN, Settlement, settle
from lrlib.shapes import SHAPES

BILLION = 10**9
WARM = {"warmup": "linear", "warmup_length": 5}
HALVING = {"decay": "exponential", "decay_rate": 1e-300}

# What is given, the key that is named, words of the message, what a link then means.
CONTRADICTIONS = [
    ({"epochs": 5, "steps": 5}, "epochs", "one of the two", {}),
    ({"steps": 5, "update": "epoch"}, "update", "allowed: step", {"steps": 5}),
    ({"decay": "geometric"}, "end_lr", "a rate above 0 where decay is geometric", {}),
    ({"decay": "geometric", "end_lr": 0}, "end_lr", "got 0", {}),
    (
        {"cooldown": "geometric", "end_lr": 1e-5},
        "final_lr",
        "a rate above 0 where cooldown is geometric",
        {"end_lr": 1e-5},
    ),
    (
        {"cooldown": "geometric", "cooldown_length": 5, "final_lr": 1e-6},
        "cooldown",
        "got geometric from a decay that ends at 0, allowed: a start of 1e-12 or more",
        {},
    ),
    # 1e-300 ** (45/44) is below any rate: it would be 0 in float32.
    (
        {**HALVING, "decay_length": 44, "cooldown": "geometric", "cooldown_length": 5}
        | {"final_lr": 1e6},
        "cooldown",
        "allowed: a start of 1e-12 or more",
        {**HALVING, "decay_length": 44},
    ),
    (
        {"decay": "piecewise", "boundaries": [10], "values": [1e-4, 1e-5]},
        "boundaries",
        "got 1 boundaries and 2 values, allowed: as many values as boundaries",
        {},
    ),
    (
        {"decay": "piecewise", "boundaries": [10, 20, 30]},
        "boundaries",
        "got 3 boundaries and 2 values",
        {},
    ),
    (
        {**WARM, "decay": "points", "points": [(4, 1e-3), (50, 0)]},
        "points",
        "got a first point at 4, allowed: a first point at or after the warmup's end, 5",
        WARM,
    ),
    (
        {"decay": "points", "join": "geometric"},
        "points",
        "got a rate of 0, allowed: rates above 0 where join is geometric",
        {},
    ),
    (
        {"epochs": BILLION, "steps_per_epoch": 2},
        "epochs",
        "got 1,000,000,000 epochs of 2 steps, allowed: 1,000,000,000 steps in all",
        {},
    ),
    ({"epochs": 50, "steps_per_epoch": BILLION}, "epochs", "1,000,000,000 steps in all", {}),
    (
        {"epochs": 5, "steps_per_epoch": 10**8, "hold_length": 11},
        "hold_length",
        "got '11', allowed: at most 10 epochs",
        {"epochs": 5, "steps_per_epoch": 10**8},
    ),
    (
        {"epochs": 1, "steps_per_epoch": BILLION, "decay": "step"},
        "every",
        "got '10', allowed: at most 1 epochs",
        {"epochs": 1, "steps_per_epoch": BILLION},
    ),
    (
        {"epochs": 1, "steps_per_epoch": BILLION, "decay": "points"},
        "points",
        "allowed: at most 1 epochs",
        {"epochs": 1, "steps_per_epoch": BILLION},
    ),
]


def query(given_keys):
    """As a link states it; lists with commas, points with colons."""

    def text(value):
        if isinstance(value, list):
            return ",".join(
                ":".join(map(str, entry)) if isinstance(entry, tuple) else str(entry)
                for entry in value
            )
        return str(value)

    return "&".join(f"{key}={text(value)}" for key, value in given_keys.items())


@pytest.mark.parametrize(("given_keys", "key", "words", "settled"), CONTRADICTIONS)
def test_contradictions_are_named_and_settled(given_keys, key, words, settled):
    with pytest.raises(DesignError) as raised:
        Design(**given_keys)
    design, problems = link.read(query(given_keys))
    for found in (raised.value.findings, problems):
        assert [finding.field for finding in found] == [key]
        assert words in found[0].reason
    assert design == Design(**settled)


def test_all_contradictions_are_told_at_once():
    with pytest.raises(DesignError) as raised:
        Design(decay="geometric", cooldown="geometric", epochs="many", no_such=1)
    fields = [finding.field for finding in raised.value.findings]
    assert fields == ["no_such", "epochs", "end_lr", "final_lr"]
    assert str(raised.value).count("; ") >= 3


@pytest.mark.parametrize(
    "given_keys",
    [
        {"decay": "geometric", "end_lr": 1e-12},
        {"cooldown": "geometric", "cooldown_length": 5, "end_lr": 1e-12, "final_lr": 1e-5},
        {"cooldown": "geometric", "cooldown_length": 50, "final_lr": 1e-5},  # no decay before it
        {"cooldown": "geometric", "cooldown_length": 0.4, "final_lr": 1e-5},  # no tick
        {**WARM, "decay": "points", "points": [(5, 1e-3), (5, 0), (900, 0)]},
        {"warmup": "none", "warmup_length": 5, "decay": "points"},
        {"epochs": BILLION, "steps_per_epoch": 1},
        {"epochs": 1, "steps_per_epoch": BILLION, "hold_length": 1},
        {"epochs": 5, "decay": "piecewise"},  # boundaries may lie past the run
    ],
)
def test_what_only_looks_like_a_contradiction_is_taken(given_keys):
    Design(**given_keys)
    problems = link.read(query(given_keys))[1]
    assert [problem for problem in problems if problem.level != "note"] == []


@pytest.mark.parametrize(("cycles", "fine"), [(3, True), (0.7, True), (200, True), (201, False)])
def test_a_key_that_no_chosen_shape_uses_is_checked_in_all_its_meanings(cycles, fine):
    settled = settle({"decay": "linear", "cycles": cycles})
    assert (settled.problems == []) == fine
    assert settled.unused == ({"cycles": cycles} if fine else {})


def test_an_unused_key_is_left_out():
    settled = settle({"decay": "linear", "boundaries": (1, 2), "cooldown_power": 3})
    assert settled.problems == []
    assert not {"boundaries", "cooldown_power"} & set(settled.values)
    assert settled.unused == {"boundaries": (1, 2), "cooldown_power": 3}


def test_a_bad_value_of_a_shape_that_gives_way_is_told_once():
    keys = {"decay": "piecewise", "boundaries": "x", "values": [1e-4, 1e-5, 1e-6]}
    fields = [finding.field for finding in settle(keys).problems]
    assert fields == ["boundaries", "boundaries"]
    assert len({str(finding) for finding in settle(keys).problems}) == 2


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.binary(max_size=3)
    | st.sampled_from([name for shapes in SHAPES.values() for name in shapes])
    | st.sampled_from([0, 1, 5, 50, 1e-3, 10**9, 10**400, 1e-320]),
    lambda inner: st.lists(inner, max_size=3) | st.tuples(inner, inner),
    max_leaves=6,
)
ANY_KEYS = st.dictionaries(st.sampled_from([*KNOWN, "nonsense"]), ANYTHING, max_size=12)


@given(ANY_KEYS)
def test_any_values_settle_into_a_design_or_say_why_not(keys):
    settled = settle(keys)
    assert Design(**settled.values).chosen == settled.values
    assert all("\n" not in str(problem) for problem in settled.problems)
    if settled.problems:
        with pytest.raises(DesignError):
            Design(**keys)


@given(designs(wide=True), ANY_KEYS)
def test_any_change_to_a_design_settles(design, keys):
    settled = settle(dict(design.chosen) | keys)
    assert settle(settled.values) == Settlement(settled.values, [], {})
    told = [str(problem) for problem in settled.problems]
    assert len(told) == len(set(told))
