"""What the browser is sent: the formulas' text, and names instead of numbers for a design."""

import dataclasses
import json
import re

import pytest
from every_shape import every_shape
from hypothesis import given
from strategies import designs

from lrlib import Design
from lrlib.printing.javascript import formula_name, formulas, program
from lrlib.shapes import SHAPES
from lrlib.shapes.base import Shape
from lrlib.shapes.exponential import Exponential
from lrlib.shapes.linear import Linear

PRINTED = dict(re.findall(r"^  (\w+): \(start, end, at, own\) => (.*),$", formulas(), re.MULTILINE))


def test_a_formula_reads_as_the_shape_wrote_it():
    assert PRINTED["Cosine"] == (
        "end + (start - end) * 0.5 * (1 + Math.cos(2 * Math.PI * own.cycles * at.progress))"
    )
    assert PRINTED["Polynomial"] == "end + (start - end) * at.left**own.power"


def test_a_flag_that_a_formula_branches_on_gives_a_formula_of_its_own():
    assert formula_name(Exponential()) == "Exponential"
    assert formula_name(Exponential(staircase=True)) == "Exponential_staircase"
    assert formula_name(Exponential(floor="towards")) == "Exponential_towards"
    assert formula_name(Exponential(staircase=True, floor="towards")) in PRINTED
    assert "at.count" in PRINTED["Exponential_staircase"]
    assert "at.elapsed" in PRINTED["Exponential"]


class Named(Shape):
    """Gives a part of its formula a name."""

    def lr(self, start, end, at, ops):
        rate = end * ops.name("low")
        object.__setattr__(rate, "lets", (("low", start * at.left), ("high", 1 - end)))
        return rate


class Twofold(Shape):
    """Two parts, each with a formula of its own."""

    def phases(self, phase):
        shapes = Linear(), Named()
        return [dataclasses.replace(phase, shape=shape) for shape in shapes]


def test_values_that_a_formula_names_are_printed_before_it(monkeypatch):
    monkeypatch.setitem(SHAPES["decay"], "named", Named)
    assert (
        "\n  Named: (start, end, at, own) => {"
        "\n    const low = start * at.left;"
        "\n    const high = 1 - end;"
        "\n    return end * low;"
        "\n  },\n"
    ) in formulas()


def test_the_formulas_of_all_parts_are_printed(monkeypatch):
    assert "  Named:" not in formulas()
    monkeypatch.setitem(SHAPES["decay"], "twofold", Twofold)
    assert "  Named:" in formulas()


@pytest.mark.parametrize("name", every_shape("step"))
def test_every_formula_that_a_design_names_is_printed(name):
    for phase in program(every_shape("step")[name])["phases"].values():
        parts = phase["cut"]["parts"] if phase["parts"] else []
        assert {phase["formula"], *(part["formula"] for part in parts)} <= PRINTED.keys()


@given(designs(wide=True))
def test_a_program_names_link_keys_of_its_design(design):
    told = json.loads(json.dumps(program(design), allow_nan=False))
    for name, phase in told["phases"].items():
        keys = set(phase["own"].values()) | ({phase["stair"]} - {""})
        assert keys <= set(design.chosen), name
        used = set(re.findall(r"own\.(\w+)", PRINTED[phase["formula"]]))
        assert used <= set(phase["own"]), name


def test_only_numbers_differ_between_designs_of_the_same_shapes():
    design = Design(warmup="linear", warmup_length=5, peak_lr=0.1, name="a")
    other = design.replace(warmup_length=9, peak_lr=1e-5, epochs=7, name="b")
    assert program(design) == program(other)
