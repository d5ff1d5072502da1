"""The recipes page: filters, cards that open scaled or as published, links that last."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from lrlib import link
from lrlib.recipes import RECIPES, scaled
from lrlib.recipes.search import search

BY_KEY = {recipe.key: recipe for recipe in RECIPES}
MINE = "/recipes?epochs=40&steps_per_epoch=100&decay=linear"


@pytest.fixture
def recipes(server, page, idle):
    page.goto(server.address + MINE)
    idle(page)
    return page


def card(page, recipe):
    return page.locator(".cards .open", has_text=recipe.title)


def choose(page, idle, key, label):
    page.locator(f".st-key-{key} input").click()
    page.get_by_role("option", name=label, exact=True).click()
    idle(page)


def expect_cards(page, recipes):
    expect(page.locator(".cards .open")).to_have_text([recipe.title for recipe in recipes])


def test_every_recipe_has_its_card_and_one_render_paints_them(recipes):
    expect_cards(recipes, RECIPES)
    assert recipes.locator(".js-plotly-plot").count() == 0
    recipes.wait_for_function(
        """() => [...document.querySelectorAll(".cards img")]
               .every(image => image.complete && image.naturalWidth > 0)"""
    )


def test_filters_narrow_the_cards_together(recipes, idle):
    choose(recipes, idle, "recipe_field", "Vision")
    choose(recipes, idle, "recipe_shape", "Piecewise")
    expected = [r for r in RECIPES if (r.field, r.design.decay) == ("vision", "piecewise")]
    expect_cards(recipes, expected)
    search = recipes.locator(".st-key-recipe_name input")
    search.fill("model garden")
    search.press("Enter")
    expect_cards(recipes, [recipe for recipe in expected if "Model Garden" in recipe.title])
    search.fill("no such run")
    search.press("Enter")
    expect(recipes.get_by_text("No recipe has all of these")).to_be_visible()


def test_a_card_opens_the_published_numbers(recipes, idle):
    recipe = BY_KEY["resnet50-one-hour"]
    card(recipes, recipe).click()
    recipes.wait_for_url("**/?v=*")
    idle(recipes)
    assert link.read(recipes.url) == (recipe.design, [])
    expect(recipes.locator(".st-key-epochs input")).to_have_value("90")
    # Back finds the recipes again.
    recipes.go_back()
    expect(card(recipes, recipe)).to_be_visible()


def test_a_card_opens_scaled_to_ones_own_run(recipes, idle):
    recipe = BY_KEY["resnet50-one-hour"]
    recipes.locator(".st-key-recipe_scaled label").click()
    expect(recipes.locator(".cards li").first).to_contain_text("40 epochs instead of 90 epochs")
    card(recipes, recipe).click()
    recipes.wait_for_url("**/?v=*")
    idle(recipes)
    expected = scaled(recipe, epochs=40, steps_per_epoch=100)
    assert link.read(recipes.url) == (expected, [])
    assert expected.boundaries == pytest.approx([13.33, 26.67, 35.56], abs=0.01)


def test_a_card_opens_with_the_rates_of_ones_own_batch_and_its_own_optimizer(recipes, idle):
    recipe = BY_KEY["resnet50-one-hour"]
    recipes.locator(".st-key-recipe_scaled label").click()
    batch = recipes.locator(".st-key-recipe_batch input")
    batch.fill("256")
    batch.press("Enter")
    idle(recipes)
    choose(recipes, idle, "recipe_rule", "Linear")
    expect(recipes.locator(".cards li").first).to_contain_text("Rates × 0.0312 (linear rule)")
    card(recipes, recipe).click()
    recipes.wait_for_url("**/?v=*")
    idle(recipes)
    opened = link.open_link(recipes.url)
    assert (opened.design.peak_lr, opened.design.epochs) == (0.1, 40)
    assert opened.view.optimizer == "sgd"


def test_a_search_takes_what_people_call_a_schedule(recipes, idle):
    field = recipes.locator(".st-key-recipe_name input")
    for text in ("trapezoidal", "resnet 50", "OneCycleLR"):
        field.fill(text)
        field.press("Enter")
        idle(recipes)
        expect_cards(recipes, search(text, RECIPES))


def test_the_whole_card_opens_but_notes_and_sources_do_their_own(recipes):
    first = recipes.locator(".cards li").first
    note = first.locator("details")
    note.locator("summary").click()
    expect(note.locator("p")).to_be_visible()
    assert first.locator("p a").get_attribute("href").startswith("https://arxiv.org/abs/")
    assert "/recipes?" in recipes.url
    first.locator(".badge").click(force=True)
    recipes.wait_for_url("**/?v=*")


def test_a_cards_link_is_permanent(recipes, new_page, idle):
    recipe = BY_KEY["resnet50-one-hour"]
    address = card(recipes, recipe).evaluate("card => card.href")
    assert address.endswith("/?" + recipe.link)
    other = new_page()
    other.goto(address)
    idle(other)
    expect(other.locator(".st-key-name input")).to_have_value(recipe.name)
    assert link.read(other.url) == (recipe.design, [])


def test_a_phone_shows_cards_without_scrolling_sideways(server, new_page, idle):
    page = new_page(width=390, height=844, dark=True)
    page.goto(server.address + MINE)
    idle(page)
    expect(page.locator(".cards img").first).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator(".cards summary").first.click()
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]})
    assert [fault["id"] for fault in found.response["violations"]] == []
