"""What a shape does: drawn where somebody asks, whole on a phone, open to everybody."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

SCRIPTS = "performance.getEntriesByType('resource').filter(e => /katex/i.test(e.name)).length"


@pytest.mark.parametrize(
    ("dark", "width"), [(False, 1440), (True, 390)], ids=["light", "dark phone"]
)
def test_a_formula_is_drawn_where_somebody_asks(server, new_page, idle, dark, width):
    page = new_page(width=width, height=844, dark=dark)
    page.goto(server.address + "/?decay=triangular&warmup=linear&warmup_length=5")
    idle(page)
    # What nobody asked for costs nothing.
    assert page.evaluate(SCRIPTS) == 0
    page.get_by_role("button", name="About Triangular").click()
    formula = page.locator(".katex-html")
    expect(formula).to_be_visible()
    idle(page)
    whole = (
        "e => e.closest('.katex-display').scrollWidth <= e.closest('.katex-display').clientWidth"
    )
    assert formula.evaluate(whole)
    expect(page.locator(".about a")).to_have_attribute("href", "https://arxiv.org/abs/1506.01186")
    expect(page.locator(".live-chart[data-ready]")).to_be_visible()
    page.wait_for_timeout(500)  # what fades in has its colours
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]})
    assert [fault["id"] for fault in found.response["violations"]] == []


def test_it_opens_by_keyboard_and_follows_the_shape(server, page, idle):
    page.goto(server.address + "/?decay=linear")
    idle(page)
    page.get_by_role("button", name="About Linear").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".katex-html")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".katex-html")).not_to_be_visible()
    page.locator(".st-key-decay button", has_text="REX").click()
    page.get_by_role("button", name="About REX").click()
    expect(page.locator(".about").first).to_contain_text("Reflected exponential")
