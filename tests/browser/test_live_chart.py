"""The curve under the hand: by mouse, keys and finger; what it sends, and what follows."""

import numpy
import pytest
from live import Live
from playwright.sync_api import expect

from lrlib import curve
from lrlib.words import rate_text

WARM = "?epochs=50&warmup=linear&warmup_length=10&decay=cosine"
PIECES = "?epochs=50&decay=piecewise&boundaries=20,35&values=5e-4,1e-4"
POINTS = "?epochs=50&decay=points&points=0:1e-3,25:4e-4,50:1e-4"


@pytest.fixture
def live(server, idle):
    return lambda page, query=WARM: Live(page, server, idle, query)


def test_a_drag_shows_each_frame_and_says_one_thing_to_the_server(live, page):
    chart = live(page)
    entries = page.evaluate("history.length")
    per_epoch = chart.pixel(1, 0)[0] - chart.pixel(0, 0)[0]
    chart.take("peak", 5 * per_epoch, 60)
    seen = chart.preview()
    chart.page.mouse.move(*(chart.pixel(12, 9e-4)))
    chart.frame()
    assert chart.preview() not in (None, seen)
    assert chart.bubble() == "epoch 12, rate 9.00E-04"
    assert chart.sent == []
    chart.drop()
    assert len(chart.sent) == 1

    design = chart.design()
    assert (design.warmup_length, design.peak_lr) == (12, 9e-4)
    assert chart.preview() is None
    assert chart.bubble() is None
    assert chart.drawn()["y"][:-1] == curve(design).tolist()
    expect(page.locator(".st-key-warmup_length input")).to_have_value("12")
    assert page.locator(".st-key-warmup_length_slider input[type=range]").input_value() == "12"
    expect(page.locator(".st-key-peak_lr input")).to_have_value("0.0009")
    expect(page.locator(".sentence")).to_contain_text("12 warmup epochs")
    expect(page.locator(".st-key-output")).to_contain_text("PEAK_LR = 0.0009")

    assert page.evaluate("history.length") == entries + 1
    page.go_back()
    chart.settle()
    expect(page.locator(".sentence")).to_contain_text("10 warmup epochs")
    expect(page.locator(".st-key-peak_lr input")).to_have_value("0.001")


def test_the_preview_is_the_curve_that_the_server_then_draws(live, page):
    chart = live(page)
    chart.take("peak", 90, 40)
    box = page.locator(".live-chart .overlay").bounding_box()
    path = chart.preview().replace("M", "").replace("H", " ").replace("V", ",").replace("L", " ")
    corners = [[float(number) for number in pair.split(",")] for pair in path.split()]
    chart.drop()
    design = chart.design()
    assert len(corners) == design.ticks + 1
    for tick, rate in enumerate(curve(design)):
        # The axis may have eased to another range: compare by the rate that it stands for.
        x, _ = chart.pixel(tick, rate)
        assert corners[tick][0] + box["x"] == pytest.approx(x, abs=0.6)
    ys = numpy.array([y for _, y in corners[:-1]])
    rates = curve(design)
    slope = (ys[10] - ys[0]) / (rates[10] - rates[0])
    assert ys == pytest.approx(ys[0] + slope * (rates - rates[0]), abs=0.1)


def test_a_hand_at_rest_sees_the_dots_and_their_values(live, page):
    chart = live(page)
    chart.take("peak", 0, 60)
    dots = page.locator(".live-chart .overlay-dots path").get_attribute("d")
    assert dots.count("M") == len(chart.drawn("marks")["x"])
    rate = float(chart.bubble().split()[-1])
    expect(page.locator(".live-chart .labels text").first).to_have_text(rate_text(rate))
    chart.drop()
    expect(page.locator(".live-chart .labels text").first).to_be_visible()
    assert page.locator(".live-chart .overlay-dots path").get_attribute("d") is None


def test_the_axis_stays_while_it_is_dragged_and_follows_on_release(live, page):
    chart = live(page)
    before = chart.range()
    chart.take("peak", 0, 120)
    assert chart.range() == before
    chart.drop()
    page.wait_for_timeout(400)
    assert chart.range()[1] == pytest.approx(1.1 * chart.design().peak_lr)


def test_escape_takes_a_drag_back(live, page):
    chart = live(page)
    address, before = page.url, chart.place("peak")
    chart.take("peak", 100, 50)
    page.keyboard.press("Escape")
    chart.frame()
    assert chart.preview() is None
    assert chart.place("peak") == pytest.approx(before, abs=0.5)
    page.mouse.move(before[0] + 150, before[1] + 80)
    chart.drop()
    assert chart.sent == []
    assert page.url == address


def test_a_press_without_a_move_changes_nothing(live, page):
    chart = live(page)
    chart.drag("peak", 2, 2)
    assert chart.sent == []
    assert chart.preview() is None


def test_alt_drags_without_snapping(live, page):
    chart = live(page)
    page.keyboard.down("Alt")
    chart.take("peak", 101.3, 47.7)
    page.keyboard.up("Alt")
    chart.drop()
    design = chart.design()
    assert design.warmup_length % 1 != 0
    assert float(f"{design.peak_lr:.3g}") != design.peak_lr


def test_arrow_keys_move_and_shift_moves_ten_times_as_far(live, page):
    chart = live(page)
    peak = chart.handle("peak")
    peak.focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft", "Shift+ArrowRight", "ArrowDown"):
        page.keyboard.press(key)
    chart.frame()
    assert peak.get_attribute("aria-valuetext") == "epoch 21, rate 9.9E-04"
    chart.settle()
    assert len(chart.sent) == 1
    design = chart.design()
    assert (design.warmup_length, design.peak_lr) == (21, 9.9e-4)
    # The handle keeps the focus, so that one can go on.
    page.keyboard.press("Shift+ArrowUp")
    chart.settle()
    assert chart.design().peak_lr == pytest.approx(1.09e-3)


def test_page_keys_take_ten_steps_and_home_and_end_the_whole_way(live, page):
    chart = live(page)
    peak = chart.handle("peak")
    peak.focus()
    page.keyboard.press("PageDown")
    page.keyboard.press("End")
    chart.frame()
    last = float(peak.get_attribute("aria-valuemax"))
    assert peak.get_attribute("aria-valuetext") == f"epoch {last:.0f}, rate 9.0E-04"
    page.keyboard.press("Home")
    chart.settle()
    assert (chart.design().warmup_length, chart.design().peak_lr) == (0, pytest.approx(9e-4))


def test_keys_reach_0_and_come_back_from_it(live, page):
    chart = live(page, WARM + "&end_lr=2e-5")
    chart.handle("end").focus()
    for _ in range(40):
        page.keyboard.press("Shift+ArrowDown")
    chart.settle()
    assert chart.design().end_lr == 0
    page.keyboard.press("ArrowUp")
    chart.settle()
    assert chart.design().end_lr > 0


def test_a_finger_drags_as_a_mouse_does(live, new_page):
    page = new_page(width=390, height=844, touch=True)
    chart = live(page)
    finger = page.context.new_cdp_session(page)
    x, y = chart.place("peak")

    def touch(kind, *points):
        places = [{"x": x, "y": y} for x, y in points]
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})

    scrolled = page.locator(".stMain").evaluate("main => main.scrollTop")
    touch("touchStart", (x, y))
    for i in range(1, 9):
        touch("touchMove", (x + 8 * i, y + 5 * i))
    chart.frame()
    assert chart.preview()
    assert chart.bubble().startswith("epoch 2")
    assert chart.sent == []
    touch("touchEnd")
    chart.settle()
    assert len(chart.sent) == 1
    design = chart.design()
    assert design.warmup_length >= 18
    assert design.peak_lr < 9e-4
    assert page.locator(".stMain").evaluate("main => main.scrollTop") == scrolled


def test_a_double_click_adds_a_boundary_and_delete_removes_it(live, page):
    chart = live(page, PIECES)
    page.mouse.dblclick(*chart.pixel(27, 5e-4))
    chart.settle()
    assert chart.design().boundaries == (20, 27, 35)
    assert chart.design().values[1] == pytest.approx(5e-4, rel=0.02)
    assert len(chart.sent) == 1
    assert chart.names() == ["peak", "piece0", "piece1", "piece2"]
    chart.handle("piece1").focus()
    page.keyboard.press("Delete")
    chart.settle()
    assert chart.design().boundaries == (20, 35)
    assert chart.design().values == (5e-4, 1e-4)


def test_a_double_click_adds_a_point_on_the_curve_and_delete_removes_it(live, page):
    chart = live(page, POINTS)
    page.mouse.dblclick(*chart.pixel(12, 7.12e-4))
    chart.settle()
    units, rates = zip(*chart.design().points, strict=True)
    assert units == (0, 12, 25, 50)
    assert rates[1] == pytest.approx(7.12e-4, rel=0.02)
    chart.handle("point1").focus()
    page.keyboard.press("Delete")
    chart.settle()
    assert len(chart.design().points) == 3
    # Away from the curve a double click only resets the zoom.
    chart.sent.clear()
    page.mouse.dblclick(*chart.pixel(40, 9e-4))
    chart.settle()
    assert chart.sent == []


@pytest.mark.parametrize("query", [PIECES, POINTS, WARM + "&cooldown=linear&cooldown_length=8"])
def test_every_handle_can_be_dragged(live, page, query):
    chart = live(page, query)
    for name in chart.names():
        before = chart.design()
        chart.drag(name, -22, -14)
        assert chart.design() != before, name


def test_a_native_slider_previews_while_it_moves(live, page):
    chart = live(page)
    slider = page.locator(".st-key-warmup_length_slider .stSlider [data-rac]").nth(1)
    box = slider.bounding_box()
    x, y = box["x"] + 0.2 * box["width"], box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    seen = set()
    for i in range(1, 6):
        page.mouse.move(x + i * box["width"] / 20, y, steps=3)
        chart.frame()
        seen.add(chart.preview())
    assert len(seen) >= 4
    assert None not in seen
    assert chart.sent == []
    # Back to where it began, the preview is of the design itself.
    page.mouse.move(x, y, steps=3)
    chart.frame()
    back = chart.preview()
    assert back not in seen
    page.mouse.move(x + box["width"] / 4, y, steps=3)
    chart.frame()
    page.mouse.up()
    chart.settle()
    assert len(chart.sent) == 1
    assert chart.preview() is None
    assert chart.design().warmup_length > 15


def test_a_logarithmic_slider_previews_too(live, page):
    chart = live(page, WARM + "&peak_lr=3.33e-3")
    assert chart.preview() is None
    page.locator(".st-key-peak_lr_log_slider input[type=range]").focus()
    page.keyboard.press("ArrowLeft")
    chart.frame()
    chart.settle()
    assert chart.preview() is None
    assert chart.design().peak_lr < 3.33e-3
    # A rate that no slider can show exactly leaves no preview behind.
    chart.drag("peak", 0, 33)
    page.wait_for_timeout(300)
    assert chart.preview() is None


def test_a_drag_to_what_is_not_allowed_is_named_and_taken_back(live, page):
    query = "?epochs=50&decay=polynomial&end_lr=1e-4&cooldown=geometric&cooldown_length=10"
    chart = live(page, query + "&final_lr=1e-6")
    chart.take("final", 0, 300)
    assert chart.bubble() != "epoch 50, rate 0.00"
    chart.drop()
    assert chart.design().final_lr > 0
