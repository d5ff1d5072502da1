"""How soon the curve follows a hand, for every shape; how soon the page follows its release."""

from __future__ import annotations

import statistics
import sys
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "browser"))

from every_shape import every_long_shape
from playwright.sync_api import Browser, Page
from rows import Row, table
from serving import Server, chromium

from lrlib import Design, link

BARE = Path(__file__).with_name("bare_app.py")
MOVES, RELEASES = 50, 25
FRAME = 0.016  # seconds of a screen with 60 frames a second
READY = ".live-chart[data-ready]"

# Seconds from each pointer move to the end of the frame that painted its curve.
WATCH_MOVES = """() => {
  const channel = new MessageChannel();
  const path = document.querySelector(".live-chart .overlay path");
  let moved = null;
  window.painted = [];
  window.points = [];
  addEventListener("pointermove", (event) => { moved ??= event.timeStamp; }, true);
  // What is posted while a frame is made arrives after its paint.
  channel.port2.onmessage = ({ data }) => painted.push((performance.now() - data) / 1000);
  new MutationObserver(() => {
    if (moved !== null && path.hasAttribute("d")) {
      channel.port1.postMessage(moved);
      points.push(path.getAttribute("d").split(/[ML]/).length - 1);
    }
    moved = null;
  }).observe(path, { attributes: true, attributeFilter: ["d"] });
}"""

# Seconds from the next release to the frame that shows the address and all `places` anew, or,
# without any, Plotly's curve. (Ours shows the new curve before the release.)
WATCH_RELEASE = """(places) => {
  const textOf = (node) => node && (node.value ?? node.textContent);
  const curve = () => document.querySelector(".js-plotly-plot")?.calcdata?.[0];
  const shown = () => places.length
    ? [location.search, ...places.map((place) => textOf(document.querySelector(place)))]
    : [JSON.stringify(curve()?.map((one) => one.y))];
  const before = shown();
  window.confirmed = new Promise((done, failed) => {
    setTimeout(() => failed(new Error("nothing was confirmed for 20 s")), 20_000);
    addEventListener("pointerup", ({ timeStamp }) => {
      const look = () => requestAnimationFrame(() => {
        if (shown().some((text, i) => !text || text === before[i])) return look();
        requestAnimationFrame((now) => done((now - timeStamp) / 1000));
      });
      look();
    }, { once: true, capture: true });
  });
  window.confirmed.catch(() => {});
}"""
OURS = [".sentence", ".readouts", ".st-key-output", ".st-key-peak_lr input"]


def measure(browser: Browser) -> list[Row]:
    """Rows of the table."""
    with closing(Server().start()) as ours, closing(Server(BARE).start()) as bare:
        return [*moves(browser, ours), release(browser, ours, bare)]


def moves(browser: Browser, server: Server) -> list[Row]:
    """Each shape over a billion steps: about 400 points are computed and drawn in each frame."""
    page = browser.new_page()
    seconds = {}
    for name, design in every_long_shape().items():
        page.goto(f"{server.address}/?{link.write(design)}")
        seconds[name] = _moves(page)
    page.close()
    middle = {name: statistics.median(taken) for name, taken in seconds.items()}
    late = {name: statistics.quantiles(taken, n=20)[-1] for name, taken in seconds.items()}
    slow, slower = (max(found, key=found.__getitem__) for found in (middle, late))
    every = [second for taken in seconds.values() for second in taken]
    return [
        Row("drag → painted curve, median of all shapes", statistics.median(every), FRAME, "16 ms"),
        Row(f"drag → painted curve, median of {slow}", middle[slow], FRAME, "16 ms", 1),
        Row(f"drag → painted curve, 95 % of {slower}", late[slower], 0.033, "33 ms", 1),
    ]


def _moves(page: Page) -> list[float]:
    """One drag of a handle up and down, far enough to draw another curve with each move."""
    page.wait_for_selector(READY)
    page.wait_for_timeout(1000)
    page.evaluate(WATCH_MOVES)
    x, y = _middle(page, ".handle")
    page.mouse.move(x, y)
    page.mouse.down()
    for i in range(1, MOVES + 1):
        page.mouse.move(x + i, y + 3 * i)
        page.wait_for_timeout(20 + i % 7)
    page.keyboard.press("Escape")
    page.mouse.up()
    assert min(page.evaluate("points")) > 300, "too few points were drawn to count"
    return page.evaluate("painted")[1:]


def release(browser: Browser, ours: Server, bare: Server) -> Row:
    """A handle let go, against the slider of a bare app let go, in turns."""
    seconds: tuple[list[float], list[float]] = ([], [])
    design = Design(epochs=50, warmup="linear", warmup_length=10)
    addresses = (f"{ours.address}/?{link.write(design)}", bare.address)
    grips = (".handle[data-id=peak]", ".stSlider [data-rac] [style*=left]")
    pages = [browser.new_page() for _ in addresses]
    for page, address in zip(pages, addresses, strict=True):
        page.goto(address)
        page.wait_for_selector(".js-plotly-plot .scatterlayer .lines path", state="attached")
        page.wait_for_timeout(3000)
    for turn in range(RELEASES):
        for i, page in enumerate(pages):
            page.bring_to_front()
            x, y = _middle(page, grips[i])
            away = 24 if turn % 2 else -24
            page.mouse.move(x, y)
            page.mouse.down()
            page.mouse.move(x + away, y + (0 if i else away / 2), steps=4)
            page.wait_for_timeout(100)
            page.evaluate(WATCH_RELEASE, [] if i else OURS)
            page.mouse.up()
            seconds[i].append(page.evaluate("confirmed"))
            page.wait_for_timeout(500)
    for page in pages:
        page.close()
    ours_taken, bare_taken = map(statistics.median, seconds)
    return Row("release → confirmed page", ours_taken, bare_taken, "bare Streamlit app", 1)


def _middle(page: Page, selector: str) -> tuple[float, float]:
    box = page.locator(selector).first.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


if __name__ == "__main__":
    with chromium() as started:
        print(table(measure(started)))
