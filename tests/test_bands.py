"""The bands of phases behind the curve, and their names."""

from hypothesis import given
from strategies import designs

from lrlib import Design
from lrlib.chart.bands import FILLS, bands, names, spans

DESIGN = Design(warmup="linear", warmup_length=5, hold_length=2, update="step")


def test_each_phase_from_its_begin_to_its_end_in_units():
    assert spans(DESIGN) == [("warmup", 0, 5), ("hold", 5, 7), ("decay", 7, 50)]


def test_every_other_band_is_darker():
    found = list(bands(DESIGN))
    assert [(band["x0"], band["x1"]) for band in found] == [(0, 5), (5, 7), (7, 50)]
    assert [band["fillcolor"] for band in found] == [FILLS[0], FILLS[1], FILLS[0]]


def test_a_name_stands_in_the_middle_of_its_phase_where_there_is_room():
    found = {name["text"]: name["x"] for name in names(DESIGN, "#123456")}
    assert found == {"warmup": 2.5, "decay": 28.5}
    assert {name["font"]["color"] for name in names(DESIGN, "#123456")} == {"#123456"}


@given(designs(wide=True))
def test_bands_cover_the_run_without_a_gap(design):
    found = spans(design)
    assert (found[0][1], found[-1][2]) == (0, design.clock.length)
    assert [end for _, _, end in found[:-1]] == [begin for _, begin, _ in found[1:]]
