"""Every page as Streamlit runs it, without a browser: shapes, fields, links, recipes."""

import gc
import json
import re
from html import escape
from pathlib import Path

import pytest
from every_shape import every_shape
from streamlit.testing.v1 import AppTest
from test_advice import ONE

from lrlib import Design, code, link
from lrlib.printing.conventions import conventions
from lrlib.printing.latex import formula
from lrlib.recipes import RECIPES
from lrlib.recipes.search import search
from lrlib.shapes import SHAPES, build_shape
from lrlib.targets import TARGETS, written
from lrlib.words import sentence
from pages.parts.frame.process import spare_collections

pytestmark = pytest.mark.usefixtures("scanned_once")
ROOT = Path(__file__).parents[1]
ARTICLE = {"epochs": 50, "warmup": "exponential", "warmup_length": 10}
CONTROLS = ("text_input", "button_group", "toggle")
EVERY = [(phase, name) for phase, shapes in SHAPES.items() for name in shapes]


def opened(query="", page=""):
    """The page that this address shows."""
    at = AppTest.from_file(ROOT / "app.py", default_timeout=30)
    for key, value in (part.split("=", 1) for part in query.split("&") if part):
        at.query_params[key] = value
    if page:
        at.run()
        at.switch_page(page)
    return checked(at.run())


def checked(at):
    assert [error.message for error in at.exception] == []
    return at


def choose(at, phase, name):
    return checked(at.button_group(key=phase).set_value(name).run())


def fill(at, key, text):
    return checked(at.text_input(key=key).set_value(text).run())


def html(at):
    return "\n".join(
        block.proto.body for block in at.get("html") if "<style>" not in block.proto.body
    )


def shown_code(at):
    return "\n".join(block.value for block in at.code)


def design_of(at):
    return at.session_state.session.shown.design


def address_of(at):
    # AppTest gives an empty value as no value at all.
    return "&".join(f"{key}={''.join(values)}" for key, values in at.query_params.items())


def code_of(at):
    """The code panel's text."""
    return at.code[-1].value + "\n"


def chart_of(at):
    """What the live chart is given."""
    (chart,) = (c for c in at.get("bidi_component") if c.proto.component_name == "lr_live_chart")
    return json.loads(chart.proto.bytes)


def test_a_bare_address_shows_the_article_and_stays_bare():
    at = opened()
    assert sentence(Design(epochs=50, warmup="exponential", warmup_length=10)) in html(at)
    assert dict(at.query_params) == {}


@pytest.mark.parametrize("name", every_shape("epoch"))
def test_a_link_opens_its_own_design(name):
    design = every_shape("epoch")[name]
    at = opened(link.write(design))
    assert design_of(at) == design
    assert chart_of(at)["label"].endswith(sentence(design))
    assert code_of(at) == code(design, "keras-callback")
    # Reading writes nothing.
    assert address_of(at) == link.write(design)


def test_where_the_live_chart_cannot_be_made_the_plain_one_takes_its_place(monkeypatch, caplog):
    at = opened("epochs=30&decay=linear")
    assert not at.get("plotly_chart")

    def broken(design):
        raise ZeroDivisionError(design.decay)

    monkeypatch.setattr("pages.parts.chart.live_chart.handles", broken)
    (plain,) = choose(at, "decay", "cosine").get("plotly_chart")
    assert json.loads(plain.proto.spec)["layout"]
    assert not [c for c in at.get("bidi_component") if "live_chart" in c.proto.component_name]
    assert "ZeroDivisionError: cosine" in caplog.text

    monkeypatch.undo()
    assert not choose(at, "decay", "linear").get("plotly_chart")
    assert chart_of(at)["program"]["phases"]["decay"]["formula"] == "Linear"


@pytest.mark.parametrize(("phase", "name"), EVERY)
def test_choosing_a_shape_shows_its_fields_and_writes_its_link(phase, name):
    at = choose(opened("epochs=30&decay=rex"), phase, name)
    design = design_of(at)
    assert design.chosen[phase] == name
    shown = {widget.key for widget in at.text_input}
    rows = {"boundaries": "boundary_0_0", "values": "boundary_1_0", "points": "point_0_0"}
    for key, field in SHAPES[phase][name].parameters().items():
        link_key = key if phase == "decay" else f"{phase}_{key}"
        kind = type(field).__name__
        if kind == "Flag":
            assert at.toggle(key=link_key).value == design.chosen[link_key]
        elif kind == "Choice":
            assert at.button_group(key=link_key).value == design.chosen[link_key]
        elif key in build_shape(phase, design.chosen).idle:
            assert link_key not in shown
        else:
            assert f"{rows.get(key, link_key)}" in shown
    assert link.read(address_of(at)) == (design, [])


def test_one_session_through_every_shape_and_back():
    at = opened()
    for phase, name in [*EVERY, ("cooldown", "none"), ("warmup", "none"), ("decay", "cosine")]:
        at = choose(at, phase, name)
        assert design_of(at).chosen[phase] == name


CONVENTIONS = {
    "warmup_from": 1,
    "overlap": "join",
    "floor": "towards",
    "cycle_length": "7",
    "rise": "0.3",
    "decay_update": "epoch",
    "reach_end": True,
}


def set_convention(at, key):
    kinds = {str: at.text_input, bool: at.toggle}
    segments = key in ("warmup_from", "overlap", "floor", "decay_update")
    find = at.button_group if segments else kinds[type(CONVENTIONS[key])]
    return checked(find(key=key).set_value(CONVENTIONS[key]).run())


@pytest.mark.parametrize("warmup", SHAPES["warmup"])
def test_every_convention_is_set_where_its_design_uses_it(warmup):
    at = choose(opened("epochs=30&update=step&steps_per_epoch=10"), "warmup", warmup)
    for decay in SHAPES["decay"]:
        at = choose(at, "decay", decay)
        for key in [key for key, field in design_of(at).fields.items() if field.convention]:
            at = set_convention(at, key)
        for key, field in design_of(at).fields.items():
            if field.convention:
                assert field.write(design_of(at).chosen[key]) == field.write(
                    field.read(str(CONVENTIONS[key]).lower())
                )
        assert "hold_length" not in {widget.key for widget in at.text_input}
        assert link.read(address_of(at)) == (design_of(at), [])
    at = choose(at, "warmup", "none")
    assert not {"overlap", "warmup_from"} & set(design_of(at).chosen)
    assert "hold_length" in {widget.key for widget in at.text_input}
    assert link.read(address_of(at)) == (design_of(at), [])


@pytest.mark.parametrize("overlap", ["none", "jump", "join", "multiply"])
def test_each_overlap_is_one_press_away(overlap):
    at = opened("epochs=30&warmup=linear&warmup_length=5&hold_length=3")
    checked(at.button_group(key="overlap").set_value("jump").run())
    checked(at.button_group(key="overlap").set_value(overlap).run())
    assert design_of(at).overlap == overlap
    assert link.read(address_of(at)) == (design_of(at), [])


def test_conventions_stand_in_an_expander_that_opens_where_one_is_unusual():
    def opens(query):
        (found,) = (box for box in opened(query).expander if box.label == "Conventions")
        return found.proto.expanded

    assert not opens("epochs=30&warmup=linear&warmup_length=5")
    assert opens("epochs=30&warmup=linear&warmup_length=5&overlap=join")
    assert opens("epochs=30&decay=step&floor=towards")
    labels = [box.label for box in opened("epochs=30&decay=constant").expander]
    assert labels == ["Hold and cooldown"]


def test_cycles_of_a_length_have_no_number_of_cycles():
    keys = {widget.key for widget in opened("epochs=30&decay=triangular").text_input}
    assert {"cycles", "cycle_length"} <= keys
    at = opened("epochs=30&decay=triangular&cycle_length=7")
    assert "cycles" not in {widget.key for widget in at.text_input}


def test_what_conventions_change_is_said_where_somebody_asks():
    at = opened("epochs=30&warmup=linear&warmup_length=5&warmup_from=1&reach_end=true")
    for phase in ("warmup", "decay"):
        at.session_state[f"about_{phase}"] = True
    checked(at.run())
    for phase in ("warmup", "decay"):
        (said,) = conventions(design_of(at), phase)
        assert escape(said) in html(at)


@pytest.mark.parametrize(
    ("query", "level", "said"),
    [
        ("warmup_length=5", "note", "there is no warmup; warmup=linear would use it"),
        ("warmup_base=3", "note", "there is no warmup; warmup=exponential would use it"),
        ("v=1&decay=cosine_restarts&cycle_decay=0.5&end_lr=1e-4", "warning", "cycle_decay: "),
    ],
)
def test_what_a_link_says_in_vain_is_noted_quietly(query, level, said):
    shown = html(opened(query))
    assert f'<li class="{level}">' in shown
    assert said in shown
    assert '<li class="error">' not in shown


@pytest.mark.parametrize("target", TARGETS)
def test_every_target_prints_its_code_or_says_why_not(target):
    at = opened(f"epochs=20&decay=linear&target={target}")
    assert TARGETS[target].about in [caption.value for caption in at.caption]
    assert code_or_reason(design_of(at), target) in [code_of(at), *[text.value for text in at.text]]


def code_or_reason(design, target):
    """Not every design has a built-in class that follows it."""
    try:
        return code(design, target)
    except ValueError as error:
        return str(error)


@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("peak_lr", "fast", "peak_lr: got &#x27;fast&#x27;, allowed: a rate"),
        ("peak_lr", "1e999", "peak_lr: got &#x27;1e999&#x27;, allowed: a rate"),
        ("epochs", "0", "epochs: got &#x27;0&#x27;, allowed: a whole number"),
        ("warmup_length", "-1", "warmup_length: got &#x27;-1&#x27;, allowed: a number"),
        ("name", "<b>", "name: got &#x27;&lt;b&gt;&#x27;, allowed: up to 60 letters"),
    ],
)
def test_a_refused_field_is_named_and_changes_nothing(key, text, said):
    at = opened()
    before = design_of(at)
    at = fill(at, key, text)
    assert said in html(at)
    assert design_of(at) == before
    # What was refused stays, to be mended.
    assert at.text_input(key=key).value == text
    assert said not in html(fill(at, key, before.fields[key].write(before.chosen[key])))


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("epochs=60&peak_lr=fast", "peak_lr: got &#x27;fast&#x27;, allowed: a rate"),
        ("epochs=60&colour=red", "colour: "),
        ("epochs=60&decay=waves", "decay: got &#x27;waves&#x27;, allowed: one of constant"),
        ("epochs=60&decay=geometric&end_lr=0", "end_lr: "),
        ("epochs=60&target=basic", "target: got &#x27;basic&#x27;, allowed: one of"),
        ("epochs=60&v=9", "v: "),
    ],
)
@pytest.mark.parametrize("page", ["", "pages/recipes.py"])
def test_a_bad_key_is_named_on_every_page_and_the_rest_kept(query, said, page):
    at = AppTest.from_file(ROOT / "app.py", default_timeout=30)
    if page:
        at.run()
        at.switch_page(page)
    for key, value in (part.split("=", 1) for part in query.split("&")):
        at.query_params[key] = value
    checked(at.run())
    assert said in html(at)
    assert design_of(at).epochs == 60


@pytest.mark.parametrize("text", ["fast", "{", '{"epochs": 0}', "epochs=0", "?" * 20_000])
def test_a_bad_text_to_open_says_what_is_wrong(text):
    at = opened()
    at.text_area(key="open_text").set_value(text)
    checked(at.button(key="open").click().run())
    assert '<li class="error">' in html(at)


@pytest.mark.parametrize("text", ["https://lr.example.org/", "http://localhost:8501/?", "?", "&&&"])
@pytest.mark.parametrize("view", ["", "target=json"])
def test_a_bare_address_to_open_shows_what_that_address_shows(text, view):
    text = text + ("?" if "?" not in text and view else "") + view
    at = opened("epochs=33&decay=linear&axis=log")
    at.text_area(key="open_text").set_value(text)
    checked(at.button(key="open").click().run())
    fresh = opened(view)
    assert design_of(at) == design_of(fresh) == Design(**ARTICLE)
    assert at.session_state.session.shown.view == fresh.session_state.session.shown.view
    assert "epochs=50&" in address_of(at)


def test_a_run_reads_its_address_once_and_only_where_it_changed(monkeypatch):
    read, whole = [], link.open_pairs
    monkeypatch.setattr(link, "open_pairs", lambda pairs: read.append(pairs) or whole(pairs))
    at = opened("epochs=33&decay=linear")
    assert read == [(("epochs", "33"), ("decay", "linear"))]
    at = fill(at, "peak_lr", "0.5")
    checked(at.button(key="pin").click().run())
    assert len(read) == 1
    at.query_params = {"epochs": "34"}
    assert design_of(checked(at.run())).epochs == 34
    assert read[1:] == [(("epochs", "34"),)]


def test_a_session_keeps_one_object_and_its_widgets():
    at = fill(opened(), "epochs", "60")
    checked(at.button(key="pin").click().run())
    checked(at.button(key="scale").click().run())
    kept = at.session_state.session
    assert kept.pinned == Design(**ARTICLE | {"epochs": 60})
    assert kept.proportions == design_of(at) != kept.pinned
    state = at.session_state._state._state  # AppTest lists no keys
    named = set(state.filtered_state)
    assert {key for key in named if key not in state._key_id_mapper} == {"session"}


def test_steps_and_epochs_convert_into_each_other():
    at = opened()
    before = design_of(at)
    checked(at.button_group(key="unit").set_value("steps").run())
    assert design_of(at).steps == 10_000
    assert design_of(at).warmup_length == 2000
    checked(at.button_group(key="unit").set_value("epochs").run())
    assert design_of(at).epochs == before.epochs
    assert design_of(at).warmup_length == before.warmup_length


def test_rows_are_added_edited_and_removed():
    at = choose(opened(), "decay", "piecewise")
    assert design_of(at).boundaries == (25, 40)
    checked(at.button(key="add_boundary").click().run())
    assert design_of(at).boundaries == (25, 40, 45)
    fill(at, "boundary_0_2", "10.5")
    assert design_of(at).boundaries == (10.5, 25, 40)
    fill(at, "boundary_1_0", "2e-3")
    checked(at.button(key="remove_boundary_1").click().run())
    assert design_of(at).boundaries == (10.5, 40)
    assert design_of(at).values[0] == 2e-3


@pytest.mark.parametrize("target", TARGETS)
def test_the_lines_that_use_the_code_stand_above_it(target):
    at = opened(f"epochs=20&decay=constant&target={target}")
    lines = written(design_of(at), target).usage
    assert [block.value for block in at.code[2:-1]] == [lines] * bool(lines)


def test_options_change_the_code():
    at = opened()
    checked(at.toggle(key="verbose").set_value(True).run())
    assert "verbose=1" in at.code[-1].value
    checked(at.text_input(key="weight_decay").set_value("much").run())
    assert "weight_decay: got &#x27;much&#x27;" in html(at)
    checked(at.text_input(key="weight_decay").set_value("0.05").run())
    assert "WEIGHT_DECAY_RATIO = 0.05" in at.code[-1].value


def test_a_link_with_options_keeps_them():
    query = "epochs=20&decay=linear&optimizer=lion&accumulate=4&verbose=true&weight_decay=0.1"
    at = opened(query)
    assert at.selectbox(key="optimizer").value == "lion"
    assert address_of(at) == query
    checked(at.selectbox(key="optimizer").set_value("sgd").run())
    assert "&optimizer=sgd&accumulate=4" in address_of(at)
    assert "keras.optimizers.SGD(" in code_of(at)


def test_start_over_is_the_article_again():
    at = fill(opened(), "peak_lr", "0.5")
    checked(at.button(key="start_over").click().run())
    assert design_of(at) == Design(epochs=50, warmup="exponential", warmup_length=10)


def test_an_optimizer_is_judged_only_where_somebody_chose_one():
    rate = "epochs=50&decay=cosine&peak_lr=0.5"
    assert "unusually high" not in html(opened(rate))
    assert "unusually high for Lion" in html(opened(rate + "&optimizer=lion"))


def test_sizes_that_were_given_are_held_against_the_steps_per_epoch():
    at = opened()
    said = "50,000 samples in batches of 64 make 782"
    assert said not in html(at)
    checked(at.number_input(key="data_size").set_value(50_000).run())
    assert said in html(at)
    # Another page and back: the session still knows, the field too.
    at.switch_page("pages/recipes.py")
    checked(at.run())
    at.switch_page("app.py")
    assert said in html(checked(at.run()))
    assert at.number_input(key="data_size").value == 50_000
    checked(at.button(key="use_steps").click().run())
    assert design_of(at).steps_per_epoch == 782
    assert said not in html(at)


def test_accumulation_is_one_number_for_the_sizes_and_the_code():
    at = opened("epochs=9&decay=linear")
    checked(at.number_input(key="data_size").set_value(25_600).run())
    checked(at.number_input(key="batches_in_update").set_value(4).run())
    assert at.text_input(key="accumulate").value == "4"
    assert "accumulate=4" in address_of(at)
    words = [caption.value for caption in at.caption]
    assert "One update sees 64 × 1 × 4 = 256 samples: 100 updates an epoch." in words
    fill(at, "accumulate", "2")
    assert at.number_input(key="batches_in_update").value == 2
    checked(at.number_input(key="devices").set_value(4).run())
    checked(at.button(key="use_steps").click().run())
    assert design_of(at).steps_per_epoch == 50
    # What was used stays, to be changed from there.
    assert at.number_input(key="data_size").value == 25_600
    assert at.number_input(key="devices").value == 4


@pytest.mark.parametrize("key", ["steps_per_epoch", "start_over"])
def test_sizes_are_forgotten_with_the_run_they_were_given_for(key):
    at = opened()
    checked(at.number_input(key="batch_size").set_value(100).run())
    assert "12,800 samples in batches of 100" in html(at)
    if key == "start_over":
        checked(at.button(key=key).click().run())
    else:
        fill(at, key, "300")
    assert "samples" not in html(at)


@pytest.mark.parametrize("name", ONE)
def test_each_finding_links_to_a_control_that_is_on_the_page(name):
    at = opened(link.write(Design(**ONE[name][0])))
    found = re.findall('<a class="jump" href="#(\\w+)">', html(at))
    controls = {widget.key for kind in CONTROLS for widget in at.get(kind)}
    assert len(found) >= 1
    assert set(found) <= controls


@pytest.mark.parametrize(("phase", "name"), EVERY)
def test_a_shape_is_explained_where_somebody_asks(phase, name):
    at = choose(opened(), phase, name)
    assert len(at.latex) == 0
    at.session_state[f"about_{phase}"] = True
    checked(at.run())
    (shown,) = at.latex
    shape = build_shape(phase, design_of(at).chosen)
    assert shown.value.strip("$\n") == formula(shape, phase)
    assert escape(shape.used_for) in html(at)


def cards(at):
    return html(at).count("<li><a ")


def test_recipes_are_filtered_by_name_field_and_decay():
    at = opened(page="pages/recipes.py")
    assert cards(at) == len(RECIPES)
    checked(at.selectbox(key="recipe_field").set_value("vision").run())
    assert cards(at) == sum(recipe.field == "vision" for recipe in RECIPES)
    checked(at.selectbox(key="recipe_shape").set_value("piecewise").run())
    both = [r for r in RECIPES if r.field == "vision" and r.design.decay == "piecewise"]
    assert cards(at) == len(both) > 0
    checked(at.text_input(key="recipe_name").set_value("no such run").run())
    assert cards(at) == 0
    assert "No recipe has all of these" in at.text[-1].value


@pytest.mark.parametrize("text", ["resnet 50", "OneCycleLR", "trapezoid", "timm"])
def test_recipes_are_found_by_what_people_call_them(text):
    at = opened(page="pages/recipes.py")
    checked(at.text_input(key="recipe_name").set_value(text).run())
    assert cards(at) == len(search(text, RECIPES)) > 0


def test_recipes_follow_ones_own_batch_by_a_rule():
    at = opened(page="pages/recipes.py")
    checked(at.toggle(key="recipe_scaled").set_value(True).run())
    assert "Rates as they are" not in html(at)
    checked(at.number_input(key="recipe_batch").set_value(2048).run())
    assert html(at).count("Rates as they are") == len(RECIPES)
    checked(at.selectbox(key="recipe_rule").set_value("linear").run())
    counted = sum(recipe.batch_size not in (None, 2048) for recipe in RECIPES)
    assert html(at).count("(linear rule)") >= counted
    assert "Rates × 0.25 (linear rule): 2,048 images instead of 8,192." in html(at)
    assert "peak_lr=0.8&amp;" in html(at)
    assert "it states no batch to compare with" in html(at)
    assert "https://arxiv.org/abs/1706.02677" in html(at)


def test_a_batch_that_no_rate_can_follow_leaves_the_recipe_as_published():
    at = opened(page="pages/recipes.py")
    checked(at.toggle(key="recipe_scaled").set_value(True).run())
    checked(at.number_input(key="recipe_batch").set_value(10**9).run())
    checked(at.selectbox(key="recipe_rule").set_value("linear").run())
    assert "Shown with its own numbers: peak_lr: got" in html(at)


def test_recipes_are_scaled_to_ones_own_run():
    at = AppTest.from_file(ROOT / "app.py", default_timeout=30)
    at.query_params["epochs"] = "77"
    at.run()
    at.switch_page("pages/recipes.py")
    at.query_params["epochs"] = "77"
    checked(at.run())
    assert "epochs=77&" not in html(at)
    checked(at.toggle(key="recipe_scaled").set_value(True).run())
    assert html(at).count("epochs=77&amp;") == len(RECIPES)


def test_what_one_should_know_of_the_code_stands_under_it():
    at = opened("epochs=9&update=step&accumulate=4&resume=3")
    assert "It starts at epoch 3, with or without initial_epoch." in html(at)
    assert "Keras counts batches" in html(opened("target=keras-schedule&accumulate=4"))
    at = opened("epochs=9&resume=9")
    assert "resume: got 9, allowed: a whole number below" in "".join(text.value for text in at.text)


def test_the_optimizer_of_the_link_is_the_one_in_the_code_until_another_is_chosen():
    at = opened("epochs=9&optimizer=lion")
    assert at.selectbox(key="optimizer").value == "lion"
    assert "keras.optimizers.Lion()" in shown_code(at)
    checked(at.selectbox(key="optimizer").set_value("sgd").run())
    assert "keras.optimizers.SGD()" in shown_code(at)
    assert "optimizer=sgd" in address_of(at)


def test_the_rate_at_an_epoch_or_a_step_that_one_types():
    at = opened("epochs=50&decay=step&drop=0.1&every=10")
    checked(at.number_input(key="place").set_value(25).run())
    assert '<output class="rate">1.0E-05</output>' in html(at)
    checked(at.button_group(key="place_unit").set_value("step").run())
    assert '<output class="rate">1.0E-03</output>' in html(at)
    checked(at.number_input(key="place").set_value(2_000).run())
    assert '<output class="rate">1.0E-04</output>' in html(at)


def test_what_is_loaded_is_left_out_of_garbage_collection():
    gc.unfreeze()
    spare_collections.cache_clear()
    opened()
    assert gc.get_freeze_count() > 10_000


@pytest.mark.parametrize("text", ["hello world", "NaN", "[1,2]", '{"epochs": [[[', "A" * 20_000])
def test_a_text_that_is_no_link_leaves_the_design(text):
    at = opened("epochs=33&decay=linear")
    before = design_of(at)
    at.text_area(key="open_text").set_value(text).run()
    checked(at.button(key="open").click().run())
    assert design_of(at) == before
    assert "link" in html(at)
