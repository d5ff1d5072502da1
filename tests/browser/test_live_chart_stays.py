"""What outlives a change: the chart's node, the zoom, a pinned curve; and how the chart looks."""

from itertools import pairwise

import pytest
from live import Live
from playwright.sync_api import expect

from lrlib import Design, curve

WARM = "?epochs=50&warmup=linear&warmup_length=10&decay=cosine"
PLOT = ".live-chart .plot"
RANGES = """plot => {
    window.ranges = new Set();
    const look = () => {
        ranges.add(plot._fullLayout.yaxis.range[1]);
        requestAnimationFrame(look);
    };
    look();
}"""


@pytest.fixture
def live(server, idle):
    return lambda page, query=WARM: Live(page, server, idle, query)


def fill(chart, key, text):
    field = chart.page.locator(f".st-key-{key} input")
    field.fill(text)
    field.press("Enter")
    chart.settle()


def zoom(chart, begin, end):
    """Pull a frame over a part of the chart."""
    mouse = chart.page.mouse
    mouse.move(*chart.pixel(*begin))
    mouse.down()
    mouse.move(*chart.pixel(*end), steps=8)
    mouse.up()
    chart.page.wait_for_timeout(300)


def test_the_node_and_the_zoom_survive_every_change(live, page):
    chart = live(page)
    page.eval_on_selector(PLOT, "plot => { plot.mine = true }")
    zoom(chart, (12, 9.5e-4), (40, 2e-4))
    ranges = chart.range("xaxis"), chart.range()
    assert ranges[0] == pytest.approx([12, 40], abs=1)

    fill(chart, "peak_lr", "3e-4")
    chart.page.locator(".st-key-decay button", has_text="Linear").first.click()
    chart.settle()
    assert chart.design().decay == "linear"
    assert chart.drawn()["y"][:-1] == curve(chart.design()).tolist()
    assert (chart.range("xaxis"), chart.range()) == ranges
    assert page.eval_on_selector(PLOT, "plot => plot.mine")
    steps = chart.range("xaxis2")
    assert steps == pytest.approx([200 * edge for edge in ranges[0]])

    page.mouse.dblclick(*chart.pixel(30, 6e-4))
    page.wait_for_timeout(300)
    assert chart.range("xaxis") == pytest.approx([-1, 51])
    assert chart.range()[1] == pytest.approx(1.1 * 3e-4)


def test_the_choice_of_the_axis_survives(live, page):
    chart = live(page)
    page.locator(".st-key-axis button", has_text="log").click()
    chart.settle()
    assert page.eval_on_selector(PLOT, "plot => plot._fullLayout.yaxis.type") == "log"
    chart.drag("peak", 40, 60)
    assert page.eval_on_selector(PLOT, "plot => plot._fullLayout.yaxis.type") == "log"
    assert chart.design().peak_lr < 9e-4
    # The lowest place of a logarithmic axis is 0.
    chart.drag("end", 0, 80)
    assert chart.design().end_lr == 0


def test_a_pinned_curve_stays_with_its_name_beside_it(live, page):
    chart = live(page)
    page.get_by_role("button", name="Pin this curve").click()
    chart.settle()
    chart.drag("peak", 100, 60)
    pinned = Design(epochs=50, warmup="linear", warmup_length=10)
    assert chart.drawn("pinned")["y"][:-1] == curve(pinned).tolist()
    assert chart.drawn()["y"][:-1] == curve(chart.design()).tolist()
    expect(page.locator(".live-chart .labels text", has_text="pinned")).to_be_visible()
    page.get_by_role("button", name="Remove the pinned curve").click()
    chart.settle()
    assert chart.drawn("pinned") is None


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("axis", ["linear", "log"])
def test_no_label_covers_the_curve_or_another(live, new_page, width, axis):
    page = new_page(width=width, height=844)
    chart = live(page, f"{WARM}&axis={axis}")
    boxes = page.eval_on_selector_all(
        ".live-chart .labels text",
        # The box of a text has some air above and below its letters.
        """all => all.map(one => one.getBoundingClientRect())
            .map(box => [box.left, box.top + 2, box.right, box.bottom - 2])""",
    )
    assert len(boxes) >= 3
    for i, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[:i]:
            apart = left >= other[2] or other[0] >= right or top >= other[3] or other[1] >= bottom
            assert apart
    line = chart.drawn()
    for units, rate, following in zip(line["x"], line["y"], line["x"][1:], strict=False):
        if rate == 0 and axis == "log":
            continue
        (x, y), (end, _) = chart.pixel(units, rate), chart.pixel(following, rate)
        for left, top, right, bottom in boxes:
            assert end <= left or x >= right or y <= top or y >= bottom


@pytest.mark.parametrize(("dark", "color"), [(False, "29, 78, 216"), (True, "124, 176, 255")])
def test_it_follows_the_theme(live, new_page, dark, color):
    page = new_page(dark=dark)
    chart = live(page)
    stroke = "one => getComputedStyle(one).stroke"
    assert page.eval_on_selector(f"{PLOT} .scatterlayer .lines path", stroke) == f"rgb({color})"
    chart.take("peak", 40, 40)
    assert page.eval_on_selector(".live-chart .overlay path", stroke) == f"rgb({color})"
    chart.drop()


@pytest.mark.parametrize("still", ["reduce", "no-preference"])
def test_the_axis_eases_unless_the_system_asks_for_less_motion(live, new_page, still):
    page = new_page(reduced_motion=still)
    chart = live(page)
    page.eval_on_selector(PLOT, RANGES)
    chart.drag("peak", 0, 100)
    page.wait_for_timeout(600)
    seen = page.evaluate("ranges.size")
    assert chart.range()[1] == pytest.approx(1.1 * chart.design().peak_lr)
    assert seen == 2 if still == "reduce" else seen > 2


def test_it_can_be_read_without_being_seen(live, page):
    chart = live(page, WARM + "&cooldown=linear&cooldown_length=5")
    label = page.locator(PLOT).get_attribute("aria-label")
    assert label.startswith("Learning-rate curve: 10 warmup epochs")
    peak = page.get_by_role("slider", name="End of warmup, max LR")
    assert peak.get_attribute("aria-valuetext") == "epoch 10, rate 1.0E-03"
    limits = [peak.get_attribute(f"aria-value{name}") for name in ("min", "now", "max")]
    assert limits == ["0", "10", "45"]
    final = page.get_by_role("slider", name="Final LR", exact=True)
    assert final.get_attribute("aria-orientation") == "vertical"
    assert final.get_attribute("aria-valuemax") == "1000000"
    rows = page.get_by_role("table", name="Rates at the edges of the phases").get_by_role("row")
    assert rows.all_inner_texts()[1].split("\t") == [
        "warmup",
        "epoch 0",
        "0",
        "epoch 10",
        "9.0E-04",
    ]
    assert rows.count() == 4
    chart.drag("peak", 60, 0)
    assert rows.nth(2).inner_text().startswith("decay\tepoch 13")


def test_a_chart_left_and_opened_again_is_alive(live, page):
    chart = live(page)
    page.get_by_role("link", name="Recipes").click()
    expect(page.locator(".cards li").first).to_be_visible()
    page.wait_for_timeout(10_000)  # longer than a chart that says nothing is waited for
    page.get_by_role("link", name="Designer", exact=True).click()
    expect(page.locator(".live-chart[data-ready]")).to_be_visible()
    chart.settle()
    chart.drag("peak", 40, 40)
    assert chart.design().peak_lr < 1e-3
    page.wait_for_timeout(9_000)
    assert page.locator(".live-chart").count() == 1


def test_a_turned_screen_shows_the_whole_chart_and_its_zoom(live, new_page):
    chart = live(new_page(width=390, height=844))
    zoom(chart, (18, 9e-4), (40, 1e-4))  # clear of the handle, 44 px wide
    ranges = chart.range("xaxis"), chart.range()
    assert ranges[0] == pytest.approx([18, 40], abs=1)
    for width, height in ((844, 390), (390, 844)):
        chart.page.set_viewport_size({"width": width, "height": height})
        chart.page.wait_for_timeout(500)
        drawn = chart.page.locator(f"{PLOT} .main-svg").first.bounding_box()
        shown = chart.page.locator(".live-chart").bounding_box()
        assert drawn == pytest.approx(shown, abs=1)
        assert (chart.range("xaxis"), chart.range()) == ranges
    expect(chart.page.locator(".stMain")).to_have_js_property("scrollWidth", 390)


@pytest.mark.parametrize("end_lr", ["3e-4", "1e-4", "3e-5", "1e-5", "3e-7", "1e-8", "1e-12"])
def test_the_marks_of_a_logarithmic_axis_stand_apart(live, new_page, end_lr):
    query = f"?epochs=50&decay=geometric&end_lr={end_lr}&axis=log"
    for width in (1440, 390):
        chart = live(new_page(width=width), query)
        boxes = [mark.bounding_box() for mark in chart.page.locator(f"{PLOT} .ytick text").all()]
        assert len(boxes) >= 3
        tops = sorted(box["y"] for box in boxes)
        assert min(b - a for a, b in pairwise(tops)) > 11  # px; a digit is 9 high


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("steps", [100_000, 1_000_000_000])
def test_the_last_number_of_the_time_axis_is_whole(live, new_page, width, steps):
    chart = live(new_page(width=width), f"?steps={steps}&decay=linear")
    last = chart.page.locator(f"{PLOT} .xtick text", has_text=f"{steps:,}").bounding_box()
    whole = chart.page.locator(".live-chart").bounding_box()
    assert last["x"] + last["width"] <= whole["x"] + whole["width"]
