"""What the browser is sent: the formulas' text, and names instead of numbers for a design."""

import json
import re

import pytest
from every_shape import every_shape
from hypothesis import given
from strategies import designs

from lrlib import Design
from lrlib.printing.javascript import formula_name, formulas, program
from lrlib.shapes.exponential import Exponential

PRINTED = dict(re.findall(r"^  (\w+): \(start, end, at, own\) => (.*),$", formulas(), re.MULTILINE))


def test_a_formula_reads_as_the_shape_wrote_it():
    assert PRINTED["Cosine"] == (
        "end + (start - end) * 0.5 * (1 + Math.cos(2 * Math.PI * own.cycles * at.progress))"
    )
    assert PRINTED["Polynomial"] == "end + (start - end) * at.left**own.power"


def test_a_flag_that_a_formula_branches_on_gives_a_formula_of_its_own():
    assert formula_name(Exponential()) == "Exponential"
    assert formula_name(Exponential(staircase=True)) == "Exponential_staircase_true"
    assert "at.count" in PRINTED["Exponential_staircase_true"]
    assert "at.elapsed" in PRINTED["Exponential"]


@pytest.mark.parametrize("name", every_shape("step"))
def test_every_formula_that_a_design_names_is_printed(name):
    for phase in program(every_shape("step")[name])["phases"].values():
        assert phase["formula"] in PRINTED


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
