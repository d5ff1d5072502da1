"""The browser's own curve, in Node: its formulas printed from the shapes, against lrlib."""

import dataclasses
from base64 import b64encode

import numpy
import pytest
from every_design import DESIGNS
from every_shape import every_long_shape, every_shape
from hypothesis import given, settings
from node import PARTS, node
from strategies import designs

from lrlib import Design, curve
from lrlib.curves import sample
from lrlib.design.keys import RUN
from lrlib.fields import Number, parameter
from lrlib.printing.javascript import formulas, program
from lrlib.shapes import SHAPES
from lrlib.shapes.base import Shape
from lrlib.shapes.polynomial import Polynomial
from lrlib.shapes.step import Step
from pages.parts.chart.live_chart import KNOWN
from pages.parts.frame.modules import joined

SMALL = {update: every_shape(update) for update in ("epoch", "step")}
LONG = every_long_shape()
OF_PARTS = {shape for shapes in SHAPES.values() for shape in shapes.values()}
OF_PARTS = sorted(shape.__name__ for shape in OF_PARTS if shape.phases is not Shape.phases)
ENTRIES = ("chart/live_chart/main.js", "copying/copy_button/main.js", "frame/script.js")


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    with node(tmp_path_factory.mktemp("modules")) as asked:
        yield asked


def told(design):
    return program(design, KNOWN), dict(design.chosen)


def ticks_of(design):
    """Those that are drawn, both sides of every edge, and some beyond the run."""
    edges = [phase.begin + side for phase in design.phases() for side in (-1, 0, 1)]
    beyond = [design.ticks + over for over in (0, 1, 2, 1000)]
    return sorted({tick for tick in [*sample(design).tolist(), *edges, *beyond] if tick >= 0})


def check(ask, design):
    ticks = ticks_of(design)
    rates = curve(design, ticks)
    # A cut phase may head for an end far above all that is drawn: it rounds as that end does.
    ends = [end for phase in design.phases() for end in (phase.start_lr, phase.end_lr)]
    top = max(design.peak_lr, rates.max(), *ends)
    drawn = ask("rates", *told(design), ticks)
    numpy.testing.assert_allclose(drawn, rates, rtol=0, atol=1e-12 * top, err_msg=str(design))


@pytest.mark.parametrize("update", SMALL)
@pytest.mark.parametrize("name", SMALL["step"])
def test_every_shape(ask, name, update):
    check(ask, SMALL[update][name])


@pytest.mark.parametrize("name", DESIGNS)
def test_every_convention(ask, name):
    check(ask, DESIGNS[name])


@pytest.mark.parametrize("name", LONG)
def test_every_shape_over_a_billion_steps(ask, name):
    check(ask, LONG[name])


@settings(max_examples=200)
@given(designs())
def test_two_hundred_designs(ask, design):
    check(ask, design)


@settings(max_examples=200)
@given(designs(wide=True))
def test_two_hundred_designs_from_all_over_the_ranges(ask, design):
    check(ask, design)


@pytest.mark.parametrize("design", [*LONG.values(), Design(), Design(steps=401)], ids=str)
def test_it_draws_about_400_ticks_with_both_sides_of_every_edge(ask, design):
    ticks = ask("samples", *told(design))
    assert ticks == sorted(set(ticks))
    assert (ticks[0], ticks[-1]) == (0, design.ticks - 1)
    assert len(ticks) == design.ticks or 300 <= len(ticks) <= 420
    edges = [phase.begin for phase in design.phases()[1:] if phase.begin < design.ticks]
    assert {tick for edge in edges for tick in (edge - 1, edge)} <= set(ticks)


@pytest.mark.parametrize("name", OF_PARTS)
def test_a_shape_of_parts_follows_a_drag_exactly(ask, name):
    assert name in ask("parts"), f"cuts.js: PARTS says nothing of how {name} cuts its phase"


def test_the_browser_cuts_no_shape_that_is_gone_and_the_page_knows_which(ask):
    assert sorted(ask("parts")) == sorted(KNOWN) == OF_PARTS


@dataclasses.dataclass(frozen=True)
class Scratch(Shape):
    """Made of parts, and no module of the browser knows it: a power, then a staircase."""

    label = about = used_for = source = "Scratch"
    cut = "After three tenths it falls by steps."
    rates = ("end_lr",)

    power: float = parameter(Number(3.0, 0, 100, label="Power", help="Of the first part."))

    def phases(self, phase):
        turn = phase.begin + int(phase.length * 0.3)
        ways = [
            (Polynomial(self.power), phase.begin, turn, phase.start_lr, phase.start_lr / 3),
            (Step(0.7, 2.0), turn, phase.end, phase.start_lr / 2, phase.end_lr),
        ]
        return [
            dataclasses.replace(
                phase, shape=shape, begin=at, origin=at, length=to - at, start_lr=start, end_lr=end
            )
            for shape, at, to, start, end in ways
        ]


@pytest.fixture
def scratch(monkeypatch):
    """`scratch("decay", ...)`: a design whose decay is such a shape."""

    def made(phase, **chosen):
        known = dataclasses.replace(RUN[phase], options=(*RUN[phase].options, "scratch"))
        monkeypatch.setitem(RUN, phase, known)
        monkeypatch.setitem(SHAPES[phase], "scratch", Scratch)
        return Design(**{phase: "scratch", "peak_lr": 0.3} | chosen)

    return made


@pytest.mark.parametrize(
    ("phase", "chosen"),
    [
        ("decay", {"epochs": 50, "warmup": "linear", "warmup_length": 7, "end_lr": 0.01}),
        ("decay", {"epochs": 50, "steps_per_epoch": 7, "update": "step", "power": 0.7}),
        ("decay", {"steps": 10**9 - 1, "cooldown": "linear", "cooldown_length": 12345679}),
        ("decay", {"epochs": 5, "warmup": "linear", "warmup_length": 7}),
        ("warmup", {"epochs": 50, "warmup_length": 23}),
        ("cooldown", {"epochs": 50, "cooldown_length": 23}),
        ("warmup", {"epochs": 20, "warmup_length": 23}),
    ],
)
def test_a_shape_of_parts_that_the_browser_does_not_know_is_drawn_as_the_server_cuts_it(
    ask, scratch, phase, chosen
):
    check(ask, scratch(phase, **chosen))


def test_such_a_shape_is_stretched_with_its_phase_until_the_server_answers(ask, scratch):
    design = scratch("decay", epochs=100, warmup="linear", warmup_length=20)
    sent, values = told(design)
    sides = [phase.begin + side for phase in design.phases()[1:] for side in (-1, 0)]
    assert sides == [19, 20, 43, 44]
    longer = ask("rates", sent, values | {"epochs": 180}, [20, 20 + 2 * 24 - 1, 20 + 2 * 24])
    shown = [design.peak_lr, curve(design, [43])[0], curve(design, [44])[0]]
    assert longer == pytest.approx(shown, rel=0.02)


@pytest.mark.parametrize("entry", ENTRIES)
def test_every_component_is_a_module_that_node_loads_and_its_joined_text_is_one(ask, entry):
    assert ask("entry", f"./{entry}") == "function"
    text = joined(PARTS / entry, {"formulas.js": formulas()})
    address = b64encode(text.encode()).decode()
    assert ask("entry", f"data:text/javascript;base64,{address}") == "function"


def test_no_module_is_left_out():
    sent = "".join(joined(PARTS / entry, {"formulas.js": formulas()}) for entry in ENTRIES)
    for module in PARTS.rglob("*.js"):
        assert module.read_text("utf-8").splitlines()[0] in sent, module.name
