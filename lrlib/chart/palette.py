"""The colours of a light and a dark theme, here once: the chart's and the page's.

.streamlit/config.toml has to repeat some of them; a test holds both together.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """The colours of a theme."""

    line: str  # the curve, and whatever a person can take hold of
    text: str
    surface: str  # what is behind all
    quiet: str  # second axis, names of phases
    grid: str
    error: str
    others: tuple[str, ...]  # pinned and compared curves


LIGHT = Palette(
    line="#1D4ED8",
    text="#0F172A",
    surface="#FFFFFF",
    quiet="#64748B",
    grid="#E2E8F0",
    error="#B91C1C",
    others=("#B45309", "#047857", "#9D174D"),
)
DARK = Palette(
    line="#7CB0FF",
    text="#E6EAF2",
    surface="#0B1020",
    quiet="#94A3B8",
    grid="#1E2740",
    error="#FCA5A5",
    others=("#FBBF24", "#34D399", "#F472B6"),
)


def css() -> str:
    """The colours as variables of a style sheet: --line, --surface, --error."""
    both = (
        (name, getattr(LIGHT, name), getattr(DARK, name)) for name in ("line", "surface", "error")
    )
    rules = "; ".join(f"--{name}: light-dark({light}, {dark})" for name, light, dark in both)
    return f":root {{ {rules} }}"
