"""Every target: a complete, plain text for any design, and a clear no for anything else."""

import ast
import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import designs

from lrlib import Design, code, curve, link
from lrlib.fields import MOST_STEPS
from lrlib.targets import TARGETS
from lrlib.targets.optimizers import OPTIMIZERS

DESIGN = Design(epochs=3, steps_per_epoch=2, peak_lr=0.3)
PYTHON = [target.name for target in TARGETS.values() if target.language == "python"]
SCHEDULES = [name for name in PYTHON if TARGETS[name].defines]
# Installed beside the tests.
HERE = [name for name in SCHEDULES if TARGETS[name].framework != "jax"]
OPTIONS = st.fixed_dictionaries(
    {},
    optional={
        "verbose": st.booleans(),
        "weight_decay": st.floats(0, 100),
        "optimizer": st.sampled_from(list(OPTIMIZERS)),
        "accumulate": st.integers(1, 10_000),
        "resume": st.integers(0, MOST_STEPS),
    },
)


def texts(design, **options):
    """Each target's Python; keras-builtin may refuse a design."""
    for target in PYTHON:
        try:
            yield target, code(design, target, **options)
        except ValueError as refused:
            assert target == "keras-builtin", refused  # noqa: PT017


def ruff(folder, *command):
    done = subprocess.run(
        [sys.executable, "-m", "ruff", *command, "--isolated", "--no-cache", str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout if done.returncode else ""


@pytest.mark.parametrize("wide", [False, True])
def test_any_design_gives_plain_clean_python(wide, tmp_path):
    @given(designs(wide=wide), OPTIONS)
    def write(design, options):
        if "resume" in options:
            options["resume"] %= design.clock.length
        for target, text in texts(design, **options):
            ast.parse(text)
            assert text.isascii()
            assert text.endswith("\n")
            number = len(list(tmp_path.iterdir()))
            (tmp_path / f"{target}_{number}.py").write_text(text)

    write()
    assert ruff(tmp_path, "check") == ""
    assert ruff(tmp_path, "format", "--check") == ""


@given(designs())
def test_the_link_in_the_text_is_the_design(design):
    for _, text in texts(design):
        lines = [line for line in text.splitlines() if line.startswith("# Link: ")]
        assert link.read(lines[0].removeprefix("# Link: ")) == (design, [])


@pytest.mark.parametrize("target", PYTHON)
def test_a_name_stands_after_line_2_and_in_ascii(target):
    text = code(DESIGN.replace(name="coding utf-7 Größe中"), target)
    named = [n for n, line in enumerate(text.splitlines(), 1) if "utf-7" in line]
    assert min(named) > 2
    assert "# Name: coding utf-7 Groe\n" in text


@pytest.mark.parametrize("target", HERE)
def test_executing_the_text_defines_its_object(target):
    names = {"__name__": "pasted"}
    exec(code(DESIGN, target), names)
    assert names[TARGETS[target].defines] is not None


@pytest.mark.parametrize("target", SCHEDULES)
def test_its_last_lines_say_how_to_use_it(target):
    usage = code(DESIGN, target).rpartition("\n\n")[2].splitlines()
    assert len(usage) >= 2
    assert all(line == "#" or line.startswith("# ") for line in usage)


def test_every_framework_has_its_proof():
    for target in TARGETS.values():
        assert bool(target.proof) == bool(target.defines) == bool(target.framework), target.name


def test_options_that_a_target_has_no_use_for_change_nothing():
    options = {"verbose": True, "optimizer": "sgd", "accumulate": 4}
    assert code(DESIGN, "json", **options) == code(DESIGN, "json")


def test_options_at_their_default_change_nothing():
    plain = code(DESIGN, "keras-callback")
    assert code(DESIGN, "keras-callback", verbose=False, weight_decay=0) == plain


@pytest.mark.parametrize("target", ["keras-callback", "keras-schedule"])
def test_options_are_in_the_link(target):
    text = code(DESIGN, target, weight_decay=0.05)
    assert f"&target={target}&weight_decay=0.05\n" in text


@pytest.mark.parametrize(
    ("target", "options", "message"),
    [
        ("keras", {}, "target: got 'keras', allowed: one of keras-callback"),
        ("json", {"colour": 1}, "option: got 'colour', allowed: one of verbose"),
        ("json", {"axis": "log"}, "option: got 'axis', allowed"),
        ("keras-callback", {"weight_decay": -1}, "weight_decay: got '-1', allowed: a number 0 to"),
        ("pytorch", {"resume": 3}, "resume: got 3, allowed: a whole number below the run"),
        ("keras-callback", {"verbose": "yes"}, "verbose: got 'yes', allowed: true or false"),
    ],
)
def test_what_is_not_allowed_is_named(target, options, message):
    with pytest.raises(ValueError, match=message):
        code(DESIGN, target, **options)


def test_the_table_has_one_name_and_one_file_for_each_target():
    assert list(TARGETS) == [target.name for target in TARGETS.values()]
    assert len({target.file for target in TARGETS.values()}) == len(TARGETS)
    assert all(target.about and target.label for target in TARGETS.values())


@given(designs())
def test_json_reads_back(design):
    text = code(design, "json")
    assert json.loads(text)["v"] == 2
    assert link.read(text) == (design, [])


def test_csv_has_a_row_for_each_tick():
    assert code(DESIGN, "csv") == (
        "step,epoch,lr\n0,0,0.3\n2,1,0.22499999999999998\n4,2,0.07500000000000002\n"
    )
    per_step = code(DESIGN.replace(update="step"), "csv").splitlines()
    assert [row.split(",")[:2] for row in per_step[1:4]] == [["0", "0"], ["1", "0.5"], ["2", "1"]]


@given(designs())
def test_csv_holds_the_curve_to_the_last_digit(design):
    rows = code(design, "csv").splitlines()[1:]
    assert [float(row.rpartition(",")[2]) for row in rows] == curve(design).tolist()
