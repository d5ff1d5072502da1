"""What a browser is told when it first draws a widget: also in a later run, the design's value."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[1]


def test_a_browser_that_missed_the_first_run_starts_at_the_design():
    at = AppTest.from_file(ROOT / "app.py", default_timeout=30)
    at.query_params["epochs"] = "7"
    at.run().run()
    sliders = {slider.key: list(slider.proto.default) for slider in at.slider}
    assert sliders
    assert sliders == {slider.key: [slider.value] for slider in at.slider}
    texts = {text.key: text.proto.default for text in at.text_input}
    assert texts["epochs"] == "7"
    assert texts == {text.key: text.value for text in at.text_input}
