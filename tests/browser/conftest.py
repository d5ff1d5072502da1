"""Shared by all browser tests: a real server, Chromium, pages, and waiting until idle."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from serving import Server, chromium

# The script has run and shows all it drew, for a quarter of a second at least: a change that
# was just made starts its run only after the browser has sent it. An element whose code is
# still being loaded shows as a skeleton.
IDLE = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  const shows = document.querySelector('[data-testid="stElementContainer"]');
  const loads = document.querySelector('[data-testid="stSkeleton"]');
  const runs = app?.dataset.testScriptState !== "notRunning";
  if (runs || loads || !shows) window.idleSince = null;
  else window.idleSince ??= performance.now();
  return window.idleSince && performance.now() - window.idleSince >= 250;
}"""


@pytest.fixture(scope="session")
def server():
    """The dashboard itself: `.address`, `.stop()`, `.start()`, `.restart()`."""
    running = Server().start()
    yield running
    running.stop()


@pytest.fixture(scope="session")
def browser():
    """One Chromium for the whole run."""
    expect.set_options(timeout=15_000)
    with chromium() as started:
        yield started


@pytest.fixture
def new_page(browser):
    """A factory of pages, each in a context of its own.

    `new_page(width=390, height=844, dark=True, touch=True, reduced_motion="reduce")`
    """
    contexts = []

    def make(width=1440, height=900, dark=False, touch=False, **options):
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            has_touch=touch,
            **options,
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_page):
    """A page of 1440 x 900 in light."""
    return new_page()


@pytest.fixture(scope="session")
def idle():
    """`idle(page)` waits until the server's script has run and Streamlit shows its result."""

    def wait(page):
        page.evaluate("window.idleSince = null")
        page.wait_for_function(IDLE)

    return wait
