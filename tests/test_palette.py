"""The theme that Streamlit reads and the colours of the chart are the same; no rule has its own."""

import re
import tomllib
from pathlib import Path

import pytest

from lrlib.chart.palette import DARK, LIGHT

ROOT = Path(__file__).parents[1]
THEME = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))["theme"]


@pytest.mark.parametrize(("name", "palette"), [("light", LIGHT), ("dark", DARK)])
def test_the_theme_is_the_palette(name, palette):
    theme = THEME[name]
    assert theme["primaryColor"] == theme["linkColor"] == palette.line
    assert theme["textColor"] == palette.text
    assert theme["backgroundColor"] == palette.surface
    assert tuple(theme["chartCategoricalColors"]) == (palette.line, *palette.others)


@pytest.mark.parametrize("sheet", [*ROOT.glob("pages/**/*.css"), *ROOT.glob("pages/**/*.js")])
def test_no_style_sheet_repeats_a_colour_of_the_palette(sheet):
    used = {color.upper() for color in re.findall(r"#[0-9a-fA-F]{6}\b", sheet.read_text("utf-8"))}
    named = {LIGHT.line, DARK.line, LIGHT.surface, DARK.surface, LIGHT.error, DARK.error}
    assert used & named == set()
