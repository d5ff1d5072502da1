"""The chart's figure: the curve itself, steps as steps, both axes, bands and labels."""

import json

import numpy
import pytest
from every_shape import every_long_shape, every_shape
from plotly import graph_objects

from lrlib import Design, curve
from lrlib.chart.figure import figure

ARTICLE = Design(epochs=50, warmup="exponential", warmup_length=10)
EVERY = every_shape("epoch") | every_long_shape()


def trace(drawn, name):
    (found,) = (line for line in drawn.data if line.name == name)
    return found


def test_a_short_run_draws_every_tick_as_a_step():
    drawn = figure(ARTICLE)
    assert isinstance(drawn, graph_objects.Figure)
    line = trace(drawn, "rate")
    assert line.line.shape == "hv"
    assert list(line.x) == list(range(51))
    # The last tick lasts until the run's end.
    assert numpy.array_equal(line.y, numpy.append(curve(ARTICLE), curve(ARTICLE, [49])))


@pytest.mark.parametrize("name", EVERY)
def test_every_drawn_rate_is_the_curves_own(name):
    design = EVERY[name]
    line = trace(figure(design), "rate")
    ticks = numpy.rint(numpy.array(line.x) * design.clock.per_unit).astype(numpy.int64)
    assert len(ticks) < 2_000
    assert numpy.array_equal(line.y[:-1], curve(design, ticks[:-1]))
    assert line.x[-1] == design.clock.length


def test_a_jump_in_a_long_run_keeps_both_its_sides():
    design = Design(steps=10**9, decay="piecewise", boundaries=[123_456_789], values=[1e-5])
    line = trace(figure(design), "rate")
    at = dict(zip(line.x, line.y, strict=True))
    assert (at[123_456_788], at[123_456_789]) == (1e-3, 1e-5)


def test_epochs_and_steps_share_the_width():
    drawn = figure(ARTICLE)
    first, second = drawn.layout.xaxis, drawn.layout.xaxis2
    assert (first.tickprefix, second.tickprefix) == ("epoch ", "step ")
    assert [200 * end for end in first.range] == pytest.approx(list(second.range))
    in_steps = figure(Design(steps=1000)).layout
    assert (in_steps.xaxis.tickprefix, in_steps.xaxis2.tickprefix) == ("step ", "epoch ")


def test_hover_names_epoch_step_and_rate():
    design = ARTICLE.replace(update="step")
    line = trace(figure(design), "rate")
    place = list(line.x).index(10)
    assert list(line.customdata[place]) == ["10", "2,000", "1.000E-03"]


def test_a_log_axis_holds_every_rate_above_0():
    drawn = figure(ARTICLE, log=True)
    low, high = drawn.layout.yaxis.range
    rates = curve(ARTICLE)
    assert drawn.layout.yaxis.type == "log"
    assert 10**low < rates[rates > 0].min() < rates.max() < 10**high


def test_each_phase_is_a_band_with_its_name():
    drawn = figure(Design(warmup="linear", warmup_length=5, hold_length=10))
    edges = {(band.x0, band.x1) for band in drawn.layout.shapes if band.type == "rect"}
    assert edges
    assert edges <= {(0, 5), (5, 15), (15, 50)}
    names = {note.text for note in drawn.layout.annotations}
    assert {"warmup", "hold", "decay"} <= names


@pytest.mark.parametrize("unit", [{"epochs": 20}, {"steps": 4000}])
def test_a_pinned_curve_is_laid_over_this_designs_time(unit):
    pinned = Design(steps_per_epoch=200, **unit)
    line = trace(figure(ARTICLE, pinned=pinned), "pinned")
    assert (line.x[0], line.x[-1]) == (0, 20)
    assert [text for text in line.text if text] == ["pinned"]


def test_dark_and_light_differ_in_colours_only():
    light, dark = figure(ARTICLE), figure(ARTICLE, dark=True)
    assert trace(light, "rate").line.color != trace(dark, "rate").line.color
    assert list(trace(light, "rate").y) == list(trace(dark, "rate").y)


@pytest.mark.parametrize("name", EVERY)
def test_every_figure_is_plain_json(name):
    for log in (False, True):
        text = figure(EVERY[name], log=log).to_json()
        assert "NaN" not in json.dumps(json.loads(text), allow_nan=True)
        assert "Infinity" not in text
