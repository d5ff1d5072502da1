"""Run this code: progress, the verdict beside the curve, cancelling, and a second visitor."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

SHORT = "/?epochs=4&steps_per_epoch=5&decay=linear"
LONG = "/?epochs=50&warmup=exp&warmup_length=10&update=step&target=keras-schedule"


def opened(page, server, idle, link):
    page.goto(server.address + link)
    idle(page)
    return page


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def verdict(page):
    return page.locator("p.proof")


def test_the_code_in_the_panel_is_trained_and_agrees(server, page, idle):
    opened(page, server, idle, SHORT)
    press(page, "Run this code")
    expect(page.locator(".st-key-proving")).to_be_visible()
    expect(verdict(page)).to_contain_text("All 20 steps agree, ", timeout=120_000)
    dots = page.locator(".st-key-proof_chart .js-plotly-plot")
    expect(dots).to_be_visible()
    drawn = dots.evaluate("c => [Array.from(c.data[1].x), Array.from(c.data[1].y)]")
    rates = dict(zip(*drawn, strict=True))
    expected = {0.4: 1e-3, 1.4: 7.5e-4, 2.4: 5e-4, 3.4: 2.5e-4}  # the middle of each epoch
    assert {x: rates[x] for x in expected} == pytest.approx(expected, rel=1e-6)
    assert not [v["id"] for v in Axe().run(page, ".st-key-output").response["violations"]]

    loaded = Path("/proc", str(server.process.pid), "maps").read_text()
    assert not [name for name in ("tensorflow", "keras", "pandas") if f"/{name}" in loaded]

    field = page.locator(".st-key-peak_lr input")
    field.fill("2e-3")
    field.press("Enter")
    expect(verdict(page)).to_have_count(0)
    expect(dots).to_have_count(0)
    expect(page.get_by_role("button", name="Run this code", exact=True)).to_be_visible()


def test_one_run_at_a_time_the_next_visitor_waits(server, new_page, idle):
    first = opened(new_page(), server, idle, LONG)
    second = opened(new_page(width=390, height=844), server, idle, SHORT)
    press(first, "Run this code")
    expect(first.locator(".st-key-proving")).to_be_visible()
    press(second, "Run this code")
    expect(second.get_by_text("1 run before yours")).to_be_visible()
    press(first, "Cancel")
    expect(verdict(first)).to_have_text("The run was cancelled.")
    expect(second.get_by_text("1 run before yours")).to_have_count(0)
    expect(verdict(second)).to_contain_text("All 20 steps agree, ", timeout=120_000)


def test_the_page_stays_usable_and_another_design_ends_the_run(server, page, idle):
    opened(page, server, idle, LONG)
    press(page, "Run this code")
    expect(page.locator(".st-key-proving")).to_be_visible()
    sentence = page.locator(".sentence").inner_text()
    field = page.locator(".st-key-peak_lr input")
    field.fill("5e-3")
    field.press("Enter")
    expect(page.locator(".sentence")).not_to_have_text(sentence)
    expect(page.locator(".st-key-proving")).to_have_count(0)
    expect(verdict(page)).to_have_count(0)


def test_data_has_nothing_to_run(server, page, idle):
    opened(page, server, idle, SHORT + "&target=json")
    expect(page.get_by_role("button", name="Download lr_design.json")).to_be_visible()
    expect(page.get_by_role("button", name="Run this code", exact=True)).to_have_count(0)


def test_a_framework_that_is_missing_is_named(server, page, idle):
    opened(page, server, idle, SHORT + "&target=optax")
    press(page, "Run this code")
    expect(verdict(page)).to_contain_text("jax is not installed: this code needs it.")
