"""Where the live chart cannot run, the plain Plotly chart takes its place and works."""

import re

import pytest
from playwright.sync_api import expect

from lrlib import Design, curve

QUERY = "/?epochs=30&decay=linear"
PLAIN = ".st-key-chart_plain .js-plotly-plot"
CHUNK = re.compile(r"/static/js/PlotlyChart\.")
DRAWN = ".xtick, .x2tick, .ytick, .annotation"
# Each text of a selector -> its left, top, width and height within the chart.
PLACES = """selector => {
    const chart = document.querySelector(".live-chart");
    const { left, top } = chart.getBoundingClientRect();
    const place = node => {
        const box = node.getBoundingClientRect();
        return [box.left - left, box.top - top, box.width, box.height];
    };
    const nodes = [...chart.querySelectorAll(selector)];
    return Object.fromEntries(nodes.map(node => [node.textContent, place(node)]));
}"""


RULES = "script-src 'self' 'unsafe-inline' 'unsafe-eval'"


def forbid_scripts_of_components(page):
    """What a script blocker does: only files of the server are scripts."""
    page.add_init_script(
        f"""document.addEventListener("readystatechange", () => {{
            const rules = document.createElement("meta");
            rules.httpEquiv = "Content-Security-Policy";
            rules.content = "{RULES}";
            document.head.append(rules);
        }}, {{ once: true }});"""
    )


def lose_the_chunk(page):
    """The first request for plotly.js fails: the live chart's own."""
    asked = []

    def lose(route):
        asked.append(route)
        if len(asked) == 1:
            route.abort()
        else:
            route.continue_()

    page.route(CHUNK, lose)


def break_the_script(page):
    """What the chart's script asks for first throws, and nothing else on the page asks for it."""
    page.add_init_script(
        """Object.defineProperty(HTMLTableElement.prototype, "tBodies", {
            get() { throw new Error("no bodies"); },
        });"""
    )


@pytest.mark.parametrize("fault", [forbid_scripts_of_components, lose_the_chunk, break_the_script])
def test_the_plain_chart_takes_over(server, page, idle, fault):
    fault(page)
    page.goto(server.address + QUERY)
    idle(page)
    plain = page.locator(PLAIN)
    expect(plain).to_be_visible(timeout=30_000)
    idle(page)
    assert page.locator(".live-chart").count() == 0
    assert page.get_by_test_id("stException").count() == 0
    drawn = "plot => Array.from(plot.data.find(line => line.name === 'rate').y)"
    assert plain.evaluate(drawn)[:-1] == curve(Design(epochs=30, decay="linear")).tolist()

    field = page.locator(".st-key-peak_lr input")
    field.fill("2e-3")
    field.press("Enter")
    idle(page)
    assert "peak_lr=0.002" in page.url
    assert plain.evaluate(drawn)[0] == 2e-3
    expect(page.locator(".st-key-output")).to_contain_text("PEAK_LR = 0.002")


def test_this_streamlit_has_the_chunk_that_the_live_chart_needs(server, page, idle):
    with page.expect_response(CHUNK) as answer:
        page.goto(server.address + QUERY)
    assert answer.value.ok
    expect(page.locator(".live-chart[data-ready]")).to_be_visible()
    assert page.evaluate("typeof window.Plotly.react") == "function"


@pytest.mark.parametrize(
    ("query", "width"),
    [
        ("?epochs=30&decay=linear", 1440),
        ("?steps=1234567&steps_per_epoch=300&warmup=linear&warmup_length=1e5&peak_lr=0.37", 1440),
        ("?warmup=exp&warmup_length=10&axis=log", 1440),
        ("?epochs=3&end_lr=1e-4&axis=log", 390),
    ],
)
def test_the_whole_chart_is_there_while_plotly_is_on_its_way(server, new_page, query, width):
    page = new_page(width=width)
    held = []
    page.route(CHUNK, lambda route: held.append(route))
    page.goto(f"{server.address}/{query}")
    path = page.locator(".live-chart .overlay path")
    expect(path).to_have_attribute("d", re.compile("^M"))
    expect(page.locator(".live-chart .labels text").first).to_be_visible()
    early = path.bounding_box()
    early_axes = page.evaluate(PLACES, ".early text")
    for route in held:
        route.continue_()
    expect(page.locator(".live-chart[data-ready]")).to_be_visible()
    line = page.locator(".live-chart .scatterlayer .lines path").first
    late = line.bounding_box()
    late_axes = page.evaluate(PLACES, f".plot :is({DRAWN}) text")
    assert len(late_axes) > 8
    assert early_axes.keys() == late_axes.keys()
    for text, place in late_axes.items():
        assert early_axes[text] == pytest.approx(place, abs=2), text
    expect(page.locator(".live-chart .early")).to_have_count(0)
    assert early == pytest.approx(late, abs=3)  # the box has the stroke in it
