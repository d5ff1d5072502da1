"""One press copies the whole link or the code, with or without a clipboard to write to."""

import pytest
from playwright.sync_api import expect

from lrlib import Design, code, link

ARTICLE = Design(epochs=50, warmup="exponential", warmup_length=10)
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"


@pytest.fixture
def allowed(new_page):
    """A page that may read back what was copied."""
    return new_page(permissions=["clipboard-read", "clipboard-write"])


def button(page):
    return page.locator(".st-key-copy_link button")


def says(page, text):
    expect(button(page)).to_have_text(text, use_inner_text=True, timeout=4000)


def test_a_bare_address_copies_the_whole_link(server, allowed, idle):
    page = allowed
    page.goto(server.address)
    idle(page)
    button(page).click()
    says(page, "Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{server.address}/?{link.write(ARTICLE)}"
    # It says so for two seconds, and keeps its width.
    width = button(page).bounding_box()["width"]
    says(page, "Copy link")
    assert button(page).bounding_box()["width"] == width
    # The address stays as typed.
    assert page.url.rstrip("/") == server.address
    page.get_by_role("button", name="Share").click()
    expect(page.locator('[data-testid="stPopoverBody"] code').first).to_have_text(copied)


def test_it_copies_what_the_page_shows_now_and_works_by_keyboard(server, allowed, idle):
    page = allowed
    page.goto(server.address + "/?epochs=50&decay=linear&target=keras-schedule")
    idle(page)
    field = page.locator(".st-key-peak_lr input")
    field.fill("3e-4")
    field.press("Enter")
    idle(page)
    button(page).focus()
    page.keyboard.press("Enter")
    says(page, "Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    opened = link.open_link(copied)
    assert opened.problems == []
    assert opened.design == Design(epochs=50, decay="linear", peak_lr=3e-4)
    assert opened.view.target == "keras-schedule"
    assert copied == page.url


def test_without_a_clipboard_the_page_copies_as_pages_used_to(server, allowed, idle):
    page = allowed
    page.add_init_script(NO_CLIPBOARD)
    page.goto(server.address + "/recipes?epochs=33&decay=linear")
    idle(page)
    button(page).click()
    says(page, "Copied")
    search = page.locator(".st-key-recipe_name input")
    search.focus()
    page.keyboard.press("Control+V")
    design = Design(epochs=33, decay="linear")
    expect(search).to_have_value(f"{server.address}/recipes?{link.write(design)}")


def test_where_nothing_can_be_copied_the_link_is_shown(server, page, idle):
    page.add_init_script(NO_CLIPBOARD + "; document.execCommand = () => false")
    page.goto(server.address + "/?epochs=33&decay=linear")
    idle(page)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.default_value), dialog.dismiss()))
    button(page).click()
    assert asked == [f"{server.address}/?{link.write(Design(epochs=33, decay='linear'))}"]


@pytest.mark.parametrize("target", ["keras-callback", "pytorch", "json"])
def test_the_code_is_copied_whole(server, allowed, idle, target):
    page = allowed
    page.goto(f"{server.address}/?epochs=33&decay=linear&target={target}")
    idle(page)
    copy = page.locator(".st-key-copy_code button")
    copy.click()
    expect(copy).to_have_text("Copied", use_inner_text=True)
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == code(Design(epochs=33, decay="linear"), target, server.address)
