"""The whole journey: from the bare address to code that trains with exactly the curve."""

import json
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import numpy
import pytest

from lrlib import curve, link

TRAINING = Path(__file__).with_name("train_digits.py")


def choose(page, phase, label):
    page.locator(f".st-key-{phase} button", has_text=label).first.click()


def fill(page, idle, key, text):
    field = page.locator(f".st-key-{key} input")
    field.fill(text)
    field.press("Enter")
    idle(page)


def shown_curve(page):
    """The rates that the chart draws, by tick."""
    chart = page.locator(".js-plotly-plot").first
    x, y = chart.evaluate("c => [Array.from(c.data[0].x), Array.from(c.data[0].y)]")
    return dict(zip(x, y, strict=True))


@pytest.fixture
def designed(server, page, idle):
    """The bare address, then the log warmup, 1.5 cycles, and piecewise with two boundaries."""
    page.goto(server.address)
    idle(page)
    page.locator(".st-key-warmup_base_preset button", has_text="log").click()
    idle(page)
    fill(page, idle, "cycles", "1.5")
    assert "cycles=1.5" in page.url
    fill(page, idle, "peak_lr", "3e-3")
    fill(page, idle, "epochs", "12")
    fill(page, idle, "warmup_length", "4")
    choose(page, "decay", "Piecewise")
    idle(page)
    fill(page, idle, "boundary_0_0", "6")
    fill(page, idle, "boundary_0_1", "9")
    fill(page, idle, "boundary_1_1", "2e-5")
    return page


def test_code_trains_with_the_curve_on_the_page(designed, idle, tmp_path):
    page = designed
    with page.expect_download() as started:
        page.get_by_role("button", name="Download lr_callback.py").click()
    saved = tmp_path / started.value.suggested_filename
    started.value.save_as(saved)
    assert saved.name == "lr_callback.py"

    done = subprocess.run(
        [sys.executable, TRAINING, saved], capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    applied = json.loads(done.stdout.strip().splitlines()[-1])

    design, problems = link.read(page.url)
    assert problems == []
    assert design.ticks == 12
    assert design.boundaries == (6, 9)
    shown = shown_curve(page)
    on_page = [shown[epoch] for epoch in range(12)]
    assert numpy.array_equal(on_page, curve(design))
    # Rates live in a float32 variable.
    assert numpy.allclose(applied, on_page, rtol=1e-7, atol=0)


def test_the_link_shows_the_same_page_after_a_restart(designed, idle, server, new_page):
    page = designed
    page.locator(".st-key-target button", has_text="Keras schedule").click()
    idle(page)
    code = page.locator(".st-key-text code").first.inner_text()
    sentence = page.locator(".sentence").inner_text()
    page.get_by_role("button", name="Share").click()
    copied = page.locator('[data-testid="stPopoverBody"] code').first.inner_text()
    assert urlsplit(copied).query
    shown = shown_curve(page)

    server.restart()
    other = new_page()
    other.goto(copied)
    idle(other)
    assert other.locator(".sentence").inner_text() == sentence
    assert other.locator(".st-key-text code").first.inner_text() == code
    assert shown_curve(other) == shown
    assert other.title() == page.title()
