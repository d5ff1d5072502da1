"""Where the live chart cannot run, the plain Plotly chart takes its place and works."""

import re

import pytest
from playwright.sync_api import expect

from lrlib import Design, curve

QUERY = "/?epochs=30&decay=linear"
PLAIN = ".st-key-chart_plain .js-plotly-plot"
CHUNK = re.compile(r"/static/js/PlotlyChart\.")


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


@pytest.mark.parametrize("fault", [forbid_scripts_of_components, lose_the_chunk])
def test_the_plain_chart_takes_over(server, page, idle, fault):
    fault(page)
    page.goto(server.address + QUERY)
    idle(page)
    plain = page.locator(PLAIN)
    expect(plain).to_be_visible(timeout=30_000)
    idle(page)
    assert page.locator(".live-chart").count() == 0
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


def test_the_curve_is_there_while_plotly_is_on_its_way(server, page):
    held = []
    page.route(CHUNK, lambda route: held.append(route))
    page.goto(server.address + QUERY)
    path = page.locator(".live-chart .overlay path")
    expect(path).to_have_attribute("d", re.compile("^M"))
    early = path.bounding_box()
    held[0].continue_()
    expect(page.locator(".live-chart[data-ready]")).to_be_visible()
    line = page.locator(".live-chart .scatterlayer .lines path").first
    late = line.bounding_box()
    assert early == pytest.approx(late, abs=3)  # the box has the stroke in it
