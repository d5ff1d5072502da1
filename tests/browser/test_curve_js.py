"""The browser's own curve: its formulas printed from the shapes, against lrlib's numbers."""

import json
from pathlib import Path

import numpy
import pytest
from every_shape import every_long_shape, every_shape
from hypothesis import given, settings
from strategies import designs

from lrlib import Design, curve
from lrlib.curves import sample
from lrlib.printing.javascript import formulas, program

CURVE = Path(__file__).parents[2] / "pages/parts/chart/live_chart/curve.js"
RATES = """text => JSON.stringify(JSON.parse(text).map(([program, values, ticks]) =>
    rates(buildPhases(program, values), ticks)))"""
SAMPLES = """text => JSON.stringify(JSON.parse(text).map(([program, values]) =>
    sampleTicks(buildPhases(program, values), totalTicks(program, values), 400)))"""
RANDOM = 200


@pytest.fixture(scope="module")
def script(browser):
    """A bare page that knows the formulas; `script(function, lists)` calls a function once."""
    page = browser.new_page()
    page.add_script_tag(content=formulas() + CURVE.read_text("utf-8"))
    yield lambda function, lists: json.loads(page.evaluate(function, json.dumps(lists)))
    page.close()


def random_designs(**how):
    found = []

    @settings(max_examples=RANDOM)
    @given(designs(**how))
    def collect(design):
        found.append(design)

    collect()
    assert len(found) >= RANDOM
    return found


def told(design):
    return [program(design), dict(design.chosen)]


def ticks_of(design):
    """Those that are drawn, and both sides of every edge."""
    edges = [phase.begin + side for phase in design.phases() for side in (-1, 0, 1)]
    ticks = [*sample(design).tolist(), *edges, design.ticks]
    return sorted({tick for tick in ticks if 0 <= tick <= design.ticks})


def check(script, many):
    asked = [[*told(design), ticks_of(design)] for design in many]
    for design, (_, _, ticks), drawn in zip(many, asked, script(RATES, asked), strict=True):
        rates = curve(design, ticks)
        # A cut phase may head for an end far above all that is drawn: it rounds as that end does.
        ends = [end for phase in design.phases() for end in (phase.start_lr, phase.end_lr)]
        top = max(design.peak_lr, rates.max(), *ends)
        numpy.testing.assert_allclose(drawn, rates, rtol=0, atol=1e-12 * top, err_msg=str(design))


@pytest.mark.parametrize("update", ["epoch", "step"])
def test_every_shape(script, update):
    check(script, list(every_shape(update).values()))


def test_every_shape_over_a_billion_steps(script):
    check(script, list(every_long_shape().values()))


def test_two_hundred_designs(script):
    check(script, random_designs())


def test_two_hundred_designs_from_all_over_the_ranges(script):
    check(script, random_designs(wide=True))


def test_it_draws_about_400_ticks_with_both_sides_of_every_edge(script):
    many = [*every_long_shape().values(), Design(), Design(steps=401), Design(steps=10**9)]
    for design, ticks in zip(many, script(SAMPLES, [told(d) for d in many]), strict=True):
        assert ticks == sorted(set(ticks))
        assert (ticks[0], ticks[-1]) == (0, design.ticks - 1)
        assert len(ticks) == design.ticks or 300 <= len(ticks) <= 420
        edges = [phase.begin for phase in design.phases()[1:] if phase.begin < design.ticks]
        assert {tick for edge in edges for tick in (edge - 1, edge)} <= set(ticks)
