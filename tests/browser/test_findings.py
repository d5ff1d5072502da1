"""A finding jumps to its field: by mouse, by keyboard, into a closed expander, on a phone."""

import pytest

HIDDEN = "/?epochs=50&warmup=linear&warmup_length=5&init_lr=1e-5&hold_length=60"
FOCUSED = "document.activeElement.closest('[class*=\"st-key-\"]')?.className"


def open_page(page, idle, address):
    """The page once its chart stands: that takes one more run."""
    page.goto(address)
    page.wait_for_selector(".live-chart[data-ready]")
    idle(page)


def jump(page, field):
    return page.locator(".findings a", has_text=field).first


@pytest.mark.parametrize("width", [1440, 390])
def test_it_opens_what_hides_the_field(server, new_page, idle, width):
    page = new_page(width=width, height=844)
    open_page(page, idle, server.address + HIDDEN)
    field = page.locator(".st-key-hold_length input")
    page.locator(".st-key-more summary").first.click()
    field.wait_for(state="hidden")
    before = page.evaluate("history.length"), page.url
    jump(page, "hold_length").click()
    page.wait_for_function(f"{FOCUSED}?.includes('st-key-hold_length')")
    box, chart = field.bounding_box(), page.locator(".js-plotly-plot").first.bounding_box()
    assert 0 <= box["y"] < 844 - box["height"]
    # On a phone the chart stays on top, and must not cover it.
    assert width > 900 or box["y"] >= chart["y"] + chart["height"]
    # It is no step of the history.
    assert (page.evaluate("history.length"), page.url) == before


@pytest.mark.parametrize(
    ("query", "field", "control"),
    [
        ("epochs=8&decay=linear&end_lr=1e-4", "update", "update"),
        ("epochs=50&decay=piecewise&boundaries=60&values=1e-4", "boundaries", "boundary_0_0"),
        ("epochs=50&decay=cosine&peak_lr=0.5&optimizer=lion", "peak_lr", "peak_lr"),
    ],
)
def test_it_works_by_keyboard(server, page, idle, query, field, control):
    open_page(page, idle, f"{server.address}/?{query}")
    jump(page, field).focus()
    page.keyboard.press("Enter")
    page.wait_for_function(f"{FOCUSED}?.includes('st-key-{control} ')")


def test_a_source_is_a_link_to_where_it_is_written(server, page, idle):
    open_page(page, idle, server.address + "/?epochs=50&decay=cosine&peak_lr=0.5&optimizer=lion")
    source = page.locator(".findings .source a")
    assert source.get_attribute("href") == "https://arxiv.org/abs/2302.06675"
    assert source.get_attribute("target") == "_blank"


def test_no_finding_is_seen_twice_while_the_page_comes_up(server, page, idle):
    page.add_init_script(
        "window.most = 0; new MutationObserver(() => { window.most = Math.max(window.most,"
        " document.querySelectorAll('.findings li').length) })"
        ".observe(document, { subtree: true, childList: true })"
    )
    open_page(page, idle, server.address + "/?warmup=linear&warmup_length=5&target=json")
    assert page.locator(".findings li").count() == 1
    assert page.evaluate("window.most") == 1
