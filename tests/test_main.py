"""The command line: what it prints where, and how it ends."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lrlib import Design, code, curve, link
from lrlib.__main__ import main
from lrlib.shapes import SHAPES
from lrlib.targets import TARGETS

ROOT = Path(__file__).parents[1]
WARM = Design(epochs=20, warmup="linear", warmup_length=5)


def command(*arguments, **options):
    """A run of its own process, as a person starts it."""
    return subprocess.run(
        [sys.executable, "-m", "lrlib", *arguments],
        cwd=ROOT,
        capture_output=True,
        timeout=60,
        **options,
    )


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize(
    "text",
    [
        link.write(WARM),
        "?" + link.write(WARM),
        "https://lr.example.org/?" + link.write(WARM) + "&target=json&utm_source=x",
        link.write_json(WARM),
    ],
)
def test_the_curve_of_a_link_in_every_form(text, capsys):
    assert main(["curve", text]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert [float(row["lr"]) for row in rows(out)] == curve(WARM).tolist()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("epochs=3&decay=constant", ["0,0,0.001", "200,1,0.001", "400,2,0.001"]),
        (
            "epochs=1&steps_per_epoch=4&update=step&decay=linear&peak_lr=1",
            ["0,0,1.0", "1,0.25,0.75", "2,0.5,0.5", "3,0.75,0.25"],
        ),
        ("steps=2&steps_per_epoch=2&decay=constant&peak_lr=1", ["0,0,1.0", "1,0.5,1.0"]),
    ],
)
def test_a_row_is_the_first_step_of_its_tick(text, expected, capsys):
    assert main(["curve", text]) == 0
    assert capsys.readouterr().out.splitlines() == ["step,epoch,lr", *expected]


def test_the_curve_goes_into_a_file(tmp_path, capsys):
    file = tmp_path / "curve.csv"
    assert main(["curve", link.write(WARM), "--out", str(file)]) == 0
    assert capsys.readouterr() == ("", "")
    assert file.read_text() == code(WARM, "csv")


@pytest.mark.parametrize("target", TARGETS)
def test_code_is_the_targets_text(target, capsys):
    assert main(["code", link.write(WARM), "--target", target]) == 0
    assert capsys.readouterr() == (code(WARM, target), "")


def test_options_change_the_code(capsys):
    arguments = ["code", "epochs=9", "--target", "keras-callback", "--option", "verbose=true"]
    assert main(arguments) == 0
    assert capsys.readouterr().out == code(Design(epochs=9), "keras-callback", verbose=True)


STATED = "epochs=9&target=optax&verbose=true&accumulate=4&axis=log"


@pytest.mark.parametrize(
    ("given", "options"),
    [
        ([], {"verbose": True, "accumulate": 4}),
        (["accumulate=2"], {"verbose": True, "accumulate": 2}),
        (["accumulate=1", "verbose=false", "optimizer=sgd"], {"optimizer": "sgd"}),
    ],
)
def test_code_takes_the_options_of_the_link_and_those_given_override_them(given, options, capsys):
    more = [word for option in given for word in ("--option", option)]
    assert main(["code", STATED, "--target", "keras-callback", *more]) == 0
    assert capsys.readouterr().out == code(Design(epochs=9), "keras-callback", **options)


@pytest.mark.parametrize("address", ["", "https://lr.example.org/", "http://localhost:8501/team/"])
def test_the_link_in_a_text_gives_this_very_text(address, capsys):
    options = {"weight_decay": 1, "resume": 3, "optimizer": "lion"}
    text = code(WARM, "keras-callback", address, **options)
    line = next(line for line in text.splitlines() if line.startswith("# Link: "))
    assert main(["code", line.removeprefix("# Link: "), "--target", "keras-callback"]) == 0
    assert capsys.readouterr().out == text


def test_prove_takes_the_options_of_the_link(capsys):
    arguments = ["prove", "epochs=9&resume=9", "--target", "pytorch"]
    assert main(arguments) == 2
    assert capsys.readouterr().err.startswith("resume: got 9, allowed: a whole number below")


@pytest.mark.parametrize(
    ("arguments", "lines"),
    [
        (["curve", "epochs=0"], ["epochs: got '0', allowed: a whole number 1 to 1,000,000,000"]),
        (["curve", "no_such=1"], ["no_such: no such field"]),
        (["curve", "v=3"], ["v: got '3', allowed: a whole number 1 to 2"]),
        (["curve", "verbose=5"], ["verbose: got '5', allowed: true or false"]),
        (["curve", "nonsense"], ["link: got 'nonsense', allowed: key=value"]),
        (["curve", "{"], ["link: got '{', allowed: a JSON object"]),
        (["check", "name=a%0Ab&epochs=x"], ["epochs: got 'x'", r"name: got 'a\nb'"]),
        (["code", "epochs=0&peak_lr=0", "--target", "json"], ["epochs: got '0'", "peak_lr: got"]),
        (["code", "", "--target", "cobol"], ["target: got 'cobol', allowed: one of keras-callb"]),
        (
            ["code", "", "--target", "json", "--option", "loud=1"],
            ["option: got 'loud', allowed: one of verbose"],
        ),
        (
            ["code", "", "--target", "json", "--option", "verbose=maybe"],
            ["verbose: got 'maybe', allowed: true or false"],
        ),
        (["code", "", "--target", "json", "--option", "axis=log"], ["option: got 'axis'"]),
        (["curve", "steps=10000001"], ["the run has 10,000,001 ticks"]),
        (["code", "steps=1000000000", "--target", "csv"], ["the run has 1,000,000,000 ticks"]),
        (["curve", "", "--out", "/no/such/folder/x.csv"], ["[Errno 2] No such file"]),
        (["curve", "", "--out", "/"], ["[Errno 21] Is a directory"]),
    ],
)
def test_bad_input_is_one_line_each_and_nothing_else(arguments, lines, capsys):
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == len(lines)
    for found, expected in zip(err.splitlines(), lines, strict=True):
        assert found.startswith(expected)


def test_a_file_is_left_alone_where_the_input_is_bad(tmp_path):
    file = tmp_path / "curve.csv"
    file.write_text("kept")
    assert main(["curve", "steps=10000001", "--out", str(file)]) == 2
    assert file.read_text() == "kept"


@pytest.mark.parametrize(
    "arguments", [[], ["fly"], ["curve"], ["code", "epochs=5"], ["curve", "--x"]]
)
def test_a_command_that_is_none_ends_with_2(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    out, err = capsys.readouterr()
    assert (ended.value.code, out) == (2, "")
    assert "usage: python -m lrlib" in err


def test_targets_and_shapes_are_listed(capsys):
    assert main(["targets"]) == 0
    assert [line.split("\t")[0] for line in capsys.readouterr().out.splitlines()] == list(TARGETS)
    assert main(["shapes"]) == 0
    listed = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert [tuple(line[:2]) for line in listed] == [
        (phase, name) for phase, shapes in SHAPES.items() for name in shapes
    ]
    assert main(["recipes"]) == 0


def test_a_process_prints_code_that_is_the_design():
    done = command("code", "epochs=9&name=%E5%AD%A6", "--target", "json")
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["name"] == "学"


def test_a_process_with_bad_input_shows_no_traceback():
    done = command("curve", b"epochs=0&name=%ff\xff&\xed\xa0\x80=1")
    assert (done.returncode, done.stdout) == (2, b"")
    lines = done.stderr.decode().splitlines()
    assert [line.split(":")[0] for line in lines] == [r"\udced\udca0\udc80", "epochs", "name"]


def test_a_terminal_without_unicode_is_told_in_ascii():
    environment = os.environ | {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = command("curve", "name=" + "%E5%AD%A6" * 61, env=environment)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"name: got ")
    assert len(done.stderr.splitlines()) == 1


def test_a_reader_that_has_seen_enough_is_no_error():
    run = subprocess.Popen(
        [sys.executable, "-m", "lrlib", "curve", "steps=1000000"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert run.stdout.readline() == b"step,epoch,lr\n"
    run.stdout.close()
    assert run.wait(60) == 0
    assert run.stderr.read() == b""
    run.stderr.close()


def test_the_core_loads_no_framework_and_no_page():
    script = (
        "import sys, lrlib, lrlib.__main__; "
        "print({'tensorflow', 'keras', 'streamlit', 'pandas', 'plotly', 'torch', 'jax'}"
        " & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, timeout=60)
    assert done.stdout == b"set()\n"
