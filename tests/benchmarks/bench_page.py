"""How long a person waits for the page, beside a bare Streamlit app, in a real Chromium."""

from __future__ import annotations

import statistics
import sys
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "browser"))

from playwright.sync_api import Browser, Page
from rows import Row, table
from serving import Server, chromium

BARE = Path(__file__).with_name("bare_app.py")
BARE_APP = "bare Streamlit app"
SLIDERS = (".st-key-peak_lr_log_slider", "")  # of ours, of the bare app
PRESSES, STARTS = 40, 7
DRAWN = ".js-plotly-plot .scatterlayer .lines path"
# Of ours, drawn while Plotly is on its way: axes, curve and values.
CHART = ".live-chart:has(.early text):has(.overlay path[d]) .labels text"
CARDS = ".cards li:nth-child(3)"

# Seconds since the address was opened until the first frame that shows each of these.
PAINTED = """(selectors) => Promise.all(selectors.map((selector) => new Promise((done) => {
  const look = () => document.querySelector(selector)
    ? requestAnimationFrame(() => done(performance.now() / 1000))
    : requestAnimationFrame(look);
  look();
})))"""

# Seconds from the next key press until the frame that shows the new curve, its dots and its
# values, which the browser computes (`followed`), and until Plotly has `drawn` what the server
# sent, which looks the same.
REDRAWN = """() => {
  const since = (done, pressed) => requestAnimationFrame(
    () => done((performance.now() - pressed) / 1000));
  const onKey = (name, wait) => {
    window[name] = new Promise((done, failed) => {
      setTimeout(() => failed(new Error(`no curve was ${name} for 20 s`)), 20_000);
      addEventListener("keydown", () => wait(done, performance.now()), {
        once: true, capture: true,
      });
    });
    window[name].catch(() => {});
  };
  onKey("followed", (done, pressed) => {
    const path = document.querySelector(".live-chart .overlay path");
    if (!path) return;
    const labelled = () => {
      if (document.querySelector(".live-chart .labels text")) since(done, pressed);
      else requestAnimationFrame(labelled);
    };
    const observer = new MutationObserver(() => {
      observer.disconnect();
      labelled();
    });
    observer.observe(path, { attributes: true, attributeFilter: ["d"] });
  });
  const rates = () => {
    const chart = document.querySelector(".js-plotly-plot");
    return chart?.calcdata && JSON.stringify(chart.calcdata[0].map((point) => point.y));
  };
  const before = rates();
  onKey("drawn", (done, pressed) => {
    const look = () => {
      const now = rates();
      if (now && now !== before) since(done, pressed);
      else requestAnimationFrame(look);
    };
    look();
  });
}"""


def measure(browser: Browser) -> list[Row]:
    """Rows of the table."""
    return [*key_press(browser), *cold(browser)]


def key_press(browser: Browser) -> list[Row]:
    """A key on the slider of the highest rate, until the curve follows and until it is drawn."""
    with closing(Server()) as ours, closing(Server(BARE)) as bare:
        drawn: tuple[list[float], list[float]] = ([], [])
        followed = []
        pages = []
        for server in (ours, bare):
            page = browser.new_page()
            page.goto(server.start().address)
            page.wait_for_selector(DRAWN, state="attached")
            page.wait_for_timeout(2000)
            pages.append(page)
        for press in range(PRESSES):
            key = "ArrowRight" if press % 20 < 10 else "ArrowLeft"
            for seconds, page, scope in zip(drawn, pages, SLIDERS, strict=True):
                _press(page, f"{scope} input[type=range]", key)
                if page is pages[0]:
                    followed.append(page.evaluate("window.followed"))
                seconds.append(page.evaluate("window.drawn"))
                page.wait_for_timeout(400)
        for page in pages:
            page.close()
    ours, bare_app, at_once = map(statistics.median, (*drawn, followed))
    return [
        Row("key press on a slider → chart redrawn", at_once, bare_app, BARE_APP, 1.15),
        Row("the same → the server's figure, which looks the same", ours, bare_app, BARE_APP),
    ]


def _press(page: Page, slider: str, key: str) -> None:
    page.bring_to_front()
    page.focus(slider)
    page.evaluate(REDRAWN)
    page.keyboard.press(key)


def cold(browser: Browser) -> list[Row]:
    """The first page of a server that has just started, in a browser that knows nothing of it."""
    bare, chart, plotly, cards = [], [], [], []
    for _ in range(STARTS):
        bare += _first(browser, Server(BARE), "", DRAWN)
        at_once, whole = _first(browser, Server(), "", CHART, DRAWN)
        chart.append(at_once)
        plotly.append(whole)
        cards += _first(browser, Server(), "/recipes", CARDS)
    peer, ours, whole, third = map(statistics.median, (bare, chart, plotly, cards))
    return [
        Row("first chart from a cold server", ours, peer, BARE_APP, 1.2),
        Row("the same drawn by Plotly", whole, peer, BARE_APP),
        Row("first recipe cards from a cold server", third, ours, "our first chart", 1.5),
    ]


def _first(browser: Browser, server: Server, path: str, *selectors: str) -> list[float]:
    with closing(server.start()):
        page = browser.new_page()
        page.goto(server.address + path, wait_until="commit")
        seconds = page.evaluate(PAINTED, selectors)
        page.close()
    return seconds


if __name__ == "__main__":
    with chromium() as started:
        print(table(measure(started)))
