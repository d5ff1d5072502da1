"""The live chart as a person uses it: where its handles are, and what reaches the server."""

from __future__ import annotations

from lrlib import link

READY = ".live-chart[data-ready]"
DRAWN = """plot => Object.fromEntries(plot.data.map(line =>
    [line.name, {x: Array.from(line.x), y: Array.from(line.y)}]))"""


class Live:
    """An open design page: `chart.drag("peak", 40, -30)`, `chart.sent`, `chart.design()`."""

    def __init__(self, page, server, idle, query=""):
        self.page, self.idle = page, lambda: idle(page)
        self.sent = []  # bytes of each message to the server since the page was ready
        page.on("websocket", lambda socket: socket.on("framesent", self._count))
        page.goto(f"{server.address}/{query}")
        page.wait_for_selector(READY, timeout=40_000)
        idle(page)
        self.sent.clear()

    def _count(self, message):
        self.sent.append(message)

    def design(self):
        """What the address says."""
        design, problems = link.read(self.page.url)
        assert problems == []
        return design

    def handle(self, name):
        return self.page.locator(f'.handle[data-id="{name}"]')

    def names(self):
        return self.page.eval_on_selector_all(".handle", "all => all.map(one => one.dataset.id)")

    def place(self, name):
        """The middle of a handle on the page."""
        box = self.handle(name).bounding_box()
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def take(self, name, right, down, steps=8):
        """Press on a handle and pull it; it is still held."""
        x, y = self.place(name)
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + right, y + down, steps=steps)
        self.frame()

    def drop(self):
        self.page.mouse.up()
        self.settle()

    def settle(self):
        """Wait until the server's answer is what the chart shows."""
        self.page.wait_for_timeout(300)  # keys go out after a pause
        self.idle()
        self.page.wait_for_selector(".live-chart:not([data-preview])")
        self.frame()

    def drag(self, name, right, down):
        self.take(name, right, down)
        self.drop()

    def frame(self):
        """Two frames of the screen, so that what was asked for is drawn."""
        self.page.evaluate(
            "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
        )

    def bubble(self):
        """What stands beside the finger, or None."""
        bubble = self.page.locator(".live-chart .bubble")
        return bubble.inner_text() if bubble.is_visible() else None

    def preview(self):
        """The path that is drawn while something moves, or None."""
        return self.page.locator(".live-chart .overlay path").get_attribute("d")

    def drawn(self, name="rate"):
        """x and y of a line that the server sent."""
        return self.page.eval_on_selector(".live-chart .plot", DRAWN).get(name)

    def range(self, axis="yaxis"):
        return self.page.eval_on_selector(
            ".live-chart .plot", "(plot, axis) => [...plot._fullLayout[axis].range]", axis
        )

    def pixel(self, units, rate):
        """Where on the page the chart shows this place."""
        return self.page.eval_on_selector(
            ".live-chart .plot",
            """(plot, [units, rate]) => {
                const { xaxis, yaxis } = plot._fullLayout;
                const box = plot.getBoundingClientRect();
                return [box.left + xaxis._offset + xaxis.d2p(units),
                        box.top + yaxis._offset + yaxis.d2p(rate)];
            }""",
            [units, rate],
        )
