"""The design page in a real Chromium: history, links, bad input, phone, keyboard, access."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from serving import Server

KEPT = "?epochs=60&warmup=linear&warmup_length=6&decay=linear&end_lr=1e-5"


def open_page(page, idle, address):
    page.goto(address)
    idle(page)


def sentence(page):
    return page.locator(".sentence").inner_text()


def fill(page, idle, key, text):
    field = page.locator(f".st-key-{key} input")
    field.fill(text)
    field.press("Enter")
    idle(page)


def test_a_bare_address_stays_as_typed_and_shows_the_article(server, page, idle):
    open_page(page, idle, server.address)
    assert page.url.rstrip("/") == server.address
    expected = "10 warmup epochs doubling from 9.8E-07 to 1.0E-03, then half a cosine"
    assert sentence(page).startswith(expected)
    assert page.title().startswith("exponential warmup, cosine, 50 epochs")


def test_back_and_forward_undo_and_redo_one_action_each(server, page, idle):
    open_page(page, idle, server.address)
    seen, shown = [sentence(page)], page.locator(".sentence")

    def changed(address):
        """Until the action has its sentence and its address."""
        page.wait_for_function("address => location.href !== address", arg=address)
        expect(shown).not_to_have_text(seen[-1])
        idle(page)
        seen.append(sentence(page))

    address = page.url
    fill(page, idle, "peak_lr", "3e-4")
    changed(address)
    address = page.url
    page.locator(".st-key-decay button", has_text="Piecewise").click()
    changed(address)
    address = page.url
    page.locator(".st-key-unit button", has_text="Steps").click()
    changed(address)
    assert len(set(seen)) == 4
    for step in (2, 1, 0):
        page.go_back()
        expect(shown).to_have_text(seen[step])
        idle(page)
    assert page.url.rstrip("/") == server.address
    for step in (1, 2, 3):
        page.go_forward()
        expect(shown).to_have_text(seen[step])
        idle(page)
    expect(page.locator(".st-key-peak_lr input")).to_have_value("0.0003")


def test_reload_keeps_everything(server, page, idle):
    open_page(page, idle, server.address + "/" + KEPT)
    fill(page, idle, "name", "My run")
    page.locator(".st-key-target button", has_text="Keras schedule").click()
    page.locator(".st-key-axis button", has_text="log").click()
    idle(page)
    before = sentence(page), page.url, page.locator(".st-key-text code").first.inner_text()
    page.reload()
    idle(page)
    after = sentence(page), page.url, page.locator(".st-key-text code").first.inner_text()
    assert after == before
    assert "axis=log" in page.url
    assert page.title().startswith("My run")


@pytest.mark.parametrize("path", ["/", "/recipes"])
def test_a_fresh_server_opens_a_deep_link_on_any_page(path, page, idle):
    fresh = Server().start()
    try:
        open_page(page, idle, fresh.address + path + KEPT)
        if path == "/recipes":
            expect(page.locator(".cards li").first).to_be_visible()
            page.get_by_role("link", name="Designer", exact=True).click()
            expect(page.locator(".sentence")).to_be_visible()
            idle(page)
        assert sentence(page).startswith("6 warmup epochs")
        expect(page.locator(".st-key-epochs input")).to_have_value("60")
    finally:
        fresh.stop()


def test_bad_keys_in_a_link_are_named_and_the_rest_is_kept(server, page, idle):
    bad = KEPT + "&peak_lr=fast&colour=red&name=%3Cimg src=x onerror=alert(1)%3E&hold_length=2"
    open_page(page, idle, server.address + "/" + bad)
    errors = page.locator(".findings li.error")
    for said in ("peak_lr: got 'fast', allowed: a rate", "colour", "name: got '<img"):
        expect(errors.filter(has_text=said)).to_have_count(1)
    expect(page.locator(".sentence")).to_contain_text("2 epochs at")
    expect(page.locator('img[src="x"]')).to_have_count(0)
    # The address is not rewritten until the person changes something.
    assert "peak_lr=fast" in page.url


def test_a_bad_field_keeps_the_last_good_chart(server, page, idle):
    open_page(page, idle, server.address + "/" + KEPT)
    before = sentence(page)
    fill(page, idle, "peak_lr", "fast")
    expect(page.locator(".findings li.error")).to_have_text(
        ["peak_lr: got 'fast', allowed: a rate from 1e-12 to 1e+06"]
    )
    expect(page.locator(".st-key-peak_lr input")).to_have_value("fast")
    expect(page.locator(".sentence")).to_have_text(before)
    fill(page, idle, "epochs", "30")
    expect(page.locator(".st-key-peak_lr input")).to_have_value("fast")
    fill(page, idle, "peak_lr", "2e-3")
    expect(page.locator(".findings li.error")).to_have_count(0)
    expect(page.locator(".sentence")).to_contain_text("2.0E-03")


def test_sliders_and_fields_agree(server, page, idle):
    open_page(page, idle, server.address + "/" + KEPT)
    slider = page.locator(".st-key-warmup_length_slider input[type=range]")
    slider.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    idle(page)
    expect(page.locator(".st-key-warmup_length input")).to_have_value("9")
    fill(page, idle, "warmup_length", "12")
    assert slider.input_value() == "12"
    # A field takes more than its slider; what does not fit is cut, not lost.
    fill(page, idle, "warmup_length", "100")
    expect(page.locator(".st-key-warmup_length input")).to_have_value("100")
    assert "warmup_length=100" in page.url


def test_a_hurried_slider_never_falls_back(server, page, idle):
    """Each press starts a run that breaks off the one before, at another place each time."""
    open_page(page, idle, server.address + "/" + KEPT)
    field = page.locator(".st-key-warmup_length input")
    slider = page.locator(".st-key-warmup_length_slider input[type=range]")
    slider.focus()
    for pause in range(0, 330, 11):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(pause)
    expect(field).to_have_value("36")
    idle(page)
    assert slider.input_value() == "36"
    assert "warmup_length=36" in page.url


def test_a_changed_length_offers_to_keep_the_proportions(server, page, idle):
    open_page(page, idle, server.address + "/" + KEPT)
    fill(page, idle, "epochs", "120")
    expect(page.locator(".st-key-warmup_length input")).to_have_value("6")
    page.get_by_role("button", name=re.compile("Scale the phases")).click()
    idle(page)
    expect(page.locator(".st-key-warmup_length input")).to_have_value("12")
    page.go_back()
    idle(page)
    expect(page.locator(".st-key-warmup_length input")).to_have_value("6")


def test_two_presses_in_a_row_both_count(server, page, idle):
    """The second says the address from before the first, which is no step Back."""
    for _ in range(4):
        open_page(page, idle, server.address + "/" + KEPT)
        page.locator(".st-key-target button", has_text="Keras schedule").click()
        page.locator(".st-key-axis button", has_text="log").click()
        page.get_by_role("button", name="Pin this curve").click()
        idle(page)
        page.wait_for_url("**&target=keras-schedule&axis=log")
        expect(page.locator(".st-key-target [aria-checked=true]")).to_have_text("Keras schedule")
        expect(page.locator(".st-key-end_lr input")).to_have_value("1e-05")


def test_boundaries_are_rows_that_stay_sorted(server, page, idle):
    open_page(page, idle, server.address + "/?decay=piecewise&boundaries=10,20&values=1e-4,1e-5")
    fill(page, idle, "boundary_0_0", "30")
    expect(page.locator(".st-key-boundary_0_0 input")).to_have_value("20")
    expect(page.locator(".st-key-boundary_0_1 input")).to_have_value("30")
    expect(page.locator(".st-key-boundary_1_1 input")).to_have_value("0.0001")
    page.get_by_role("button", name="Add boundary").click()
    idle(page)
    expect(page.locator(".st-key-boundary_0_2 input")).to_be_visible()
    page.locator(".st-key-remove_boundary_0 button").first.click()
    idle(page)
    expect(page.locator('[class*="st-key-boundary_0_"] input')).to_have_count(2)


def test_steps_per_epoch_from_data_size(server, page, idle):
    open_page(page, idle, server.address)
    page.get_by_role("button", name="From data size").click()
    size = page.locator(".st-key-data_size input")
    size.fill("50000")
    size.press("Enter")
    idle(page)
    page.get_by_role("button", name="Use 782 steps per epoch").click()
    idle(page)
    expect(page.locator(".st-key-steps_per_epoch input")).to_have_value("782")


def test_sizes_stay_beside_the_arithmetic_they_were_given_for(server, page, idle):
    open_page(page, idle, server.address + "/" + KEPT)
    page.get_by_role("button", name="From data size").click()
    for key, text in (("data_size", "25600"), ("batches_in_update", "4")):
        fill(page, idle, key, text)
    said = "One update sees 64 × 1 × 4 = 256 samples: 100 updates an epoch."
    expect(page.get_by_text(said)).to_be_visible()
    expect(page.locator(".st-key-accumulate input")).to_have_value("4")
    page.get_by_role("button", name="Use 100 steps per epoch").click()
    expect(page.locator(".st-key-steps_per_epoch input")).to_have_value("100")


def test_conventions_stay_open_while_one_tries_them(server, page, idle):
    open_page(page, idle, server.address + "/" + KEPT)
    choice = page.locator(".st-key-overlap")
    expect(choice).not_to_be_visible()
    page.locator(".st-key-conventions summary").click()
    for value in ("join", "jump", "none", "multiply"):
        name = "Waits" if value == "none" else value.capitalize()
        choice.get_by_role("radio", name=name).click()
        page.wait_for_function(
            "value => (new URLSearchParams(location.search).get('overlap') ?? 'none') === value",
            arg=value,
        )
        idle(page)
        expect(choice).to_be_visible()
    tops = {button.bounding_box()["y"] for button in choice.get_by_role("radio").all()}
    assert len(tops) == 1, "the choices stand in one line"


def test_somebody_elses_link_or_json_opens(server, page, idle):
    for text in (
        "https://example.org/?epochs=33&decay=linear&target=json",
        '{"epochs": 33, "decay": "linear"}',
    ):
        open_page(page, idle, server.address)
        page.get_by_role("button", name="Share").click()
        page.locator(".st-key-open_text textarea").fill(text)
        page.locator(".st-key-open_text textarea").press("Control+Enter")
        page.locator(".st-key-open button").click()
        idle(page)
        expect(page.locator(".sentence")).to_contain_text("33 epochs")
        assert "epochs=33" in page.url


def test_the_chart_stays_in_view_on_a_phone(server, new_page, idle):
    page = new_page(width=390, height=844)
    open_page(page, idle, server.address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator(".st-key-decay").scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    chart = page.locator(".js-plotly-plot").first.bounding_box()
    assert chart["y"] >= -5
    assert chart["y"] + chart["height"] < 500
    controls = page.locator(".st-key-decay").bounding_box()
    assert controls["y"] > chart["y"]


def test_the_page_works_by_keyboard(server, page, idle):
    open_page(page, idle, server.address)
    expect(page.locator(".live-chart[data-ready]")).to_be_visible()
    reached = set()
    for _ in range(80):
        page.keyboard.press("Tab")
        key = page.evaluate(
            "document.activeElement.closest('[class*=\"st-key-\"]')?.className.match(/st-key-(\\S+)/)?.[1]"
        )
        reached.add(key)
    for key in (
        "name",
        "unit",
        "epochs_slider",
        "peak_lr",
        "warmup",
        "decay",
        "target",
        "download",
    ):
        assert key in reached, f"{key} cannot be reached with Tab"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/?decay=piecewise&peak_lr=fast&cooldown=linear",
        "/?warmup=sine&warmup_length=5&update=step&warmup_from=1&decay=triangular&hold_length=-1",
        "/recipes",
    ],
)
def test_axe_finds_nothing(server, new_page, idle, path, dark):
    page = new_page(dark=dark)
    open_page(page, idle, server.address + path)
    expect(page.locator(".live-chart[data-ready], .cards").first).to_be_visible()
    page.wait_for_timeout(500)
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]})
    faults = [
        f"{fault['id']}: {node['target']} {node.get('failureSummary', '')[:160]}"
        for fault in found.response["violations"]
        for node in fault["nodes"]
    ]
    assert not faults, "\n".join(faults)
