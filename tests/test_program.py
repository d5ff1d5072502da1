"""Every generated text is printed by one function, with one spacing."""

import ast
import subprocess
import sys

import pytest

from lrlib import Design
from lrlib.targets import TARGETS, Block, Program, written

DEFINED = "def lr_at(step):\n    return RATE\n"
HEAD = ["# What it does.", "#"]
FUNCTION = Block(["def lr_at(step):", "    return RATE"])


def test_the_parts_stand_in_one_order_with_one_spacing():
    program = Program(
        imports=[["import math"], ["import keras"]],
        constants=["RATE = 0.1"],
        definitions=[FUNCTION, Block(["print(RATE)"], "A section")],
        made=["callback = lr_at"],
        usage=["fit(callback)", "", "Or:", "    fit(lr_at)"],
        about=["Needs Keras."],
    )
    assert program.text(HEAD) == (
        "# What it does.\n#\n# Needs Keras.\n\nimport math\n\nimport keras\n\nRATE = 0.1\n\n\n"
        "def lr_at(step):\n    return RATE\n\n\n# A section\nprint(RATE)\n\n\n"
        "callback = lr_at\n\n# fit(callback)\n#\n# Or:\n#     fit(lr_at)\n"
    )
    assert program.first_use == "fit(callback)"


@pytest.mark.parametrize(
    ("program", "text"),
    [
        (Program(constants=["A = 1"], made=["a = A"]), "A = 1\n\na = A\n"),
        (
            Program(definitions=[FUNCTION], usage=["use()"]),
            f"{DEFINED}\n\n# use()\n",
        ),
        (
            Program(imports=[["import os"]], definitions=[FUNCTION]),
            f"import os\n\n\n{DEFINED}",
        ),
    ],
)
def test_an_empty_part_leaves_no_trace(program, text):
    assert program.text(HEAD) == "# What it does.\n#\n\n" + text


def test_the_lines_that_use_a_text_are_its_own():
    for target in TARGETS:
        made = written(Design(), target)
        for line in made.usage.splitlines():
            assert f"# {line}\n" in made.text
    assert written(Design(), "pytorch").usage.endswith("  # at the end of each epoch")
    assert written(Design(), "csv").usage == written(Design(), "notebook").usage == ""


HOSTILE = ("https://speech-coding:8501/", "https://coding:utf-16/", "http://[coding:ascii]:80/a/")
NAMES = ("coding utf-16", "-.- fileencoding (latin-1) -.-", "coding ß")
DESIGNS = {
    "one line": Design(decay="constant", epochs=3),
    "two lines": Design(warmup="linear", warmup_length=5),
}


@pytest.mark.parametrize("address", HOSTILE)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("design", DESIGNS)
def test_no_name_and_no_address_changes_how_python_reads_a_text(design, name, address):
    plain, hostile = DESIGNS[design], DESIGNS[design].replace(name=name)
    for target in [t.name for t in TARGETS.values() if t.language == "python"]:
        text = written(hostile, target, address).text
        first, second, *others = text.split("\n")
        assert first.startswith("# ")
        assert "oding" not in first + second
        assert second.startswith("#")
        assert any(line.startswith(f"# Link: {address}?") for line in others)
        # As bytes, as a file has them: a coding line would be obeyed.
        assert same(text.encode(), written(plain, target).text.encode())


def same(one, other):
    """Whether both mean the same program."""
    return ast.dump(ast.parse(one)) == ast.dump(ast.parse(other))


def test_a_comment_on_line_2_would_change_it():
    """What the test above guards against is real."""
    with pytest.raises(SyntaxError):
        compile(b"#\n# Link: https://speech-coding:8501/?a=1\n", "file", "exec")


@pytest.mark.parametrize("address", HOSTILE)
def test_a_file_with_such_a_link_runs(address, tmp_path):
    text = written(DESIGNS["one line"].replace(name=NAMES[0]), "pytorch", address).text
    file = tmp_path / "lr_lambda.py"
    file.write_bytes((text + "print(lr_lambda(2))\n").encode())
    done = subprocess.run([sys.executable, file], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("1.0\n", "")


@pytest.mark.parametrize(
    ("address", "printed"),
    [
        ("", ""),
        ("https://lr.example.org", "https://lr.example.org/"),
        ("https://lr.example.org/", "https://lr.example.org/"),
        ("https://lr.example.org//", "https://lr.example.org/"),
        ("http://localhost:8501/team_a/lr-design", "http://localhost:8501/team_a/lr-design/"),
        ("http://[::1]:8501", "http://[::1]:8501/"),
        ("ftp://lr.example.org/", ""),
        ("lr.example.org", ""),
        ("https://", ""),
        ("https://bücher.example/", ""),
        ("https://lr.example.org/\nimport os", ""),
        ("https://lr.example.org/?epochs=5", ""),
        ("https://lr.example.org/%41", ""),
    ],
)
def test_an_address_stands_in_the_link_where_it_is_plain(address, printed):
    text = written(Design(), "optax", address).text
    lines = [line for line in text.splitlines() if line.startswith("# Link: ")]
    assert len(lines) == 1
    assert lines[0].startswith(f"# Link: {printed}?v=")
    assert text.replace(printed, "") == written(Design(), "optax").text
