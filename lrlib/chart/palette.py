"""The colours that a light and a dark theme give the chart."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """The colours that a theme gives the chart."""

    line: str
    text: str
    quiet: str  # second axis, names of phases
    grid: str
    others: tuple[str, ...]  # pinned and compared curves


LIGHT = Palette("#1D4ED8", "#0F172A", "#64748B", "#E2E8F0", ("#B45309", "#047857", "#9D174D"))
DARK = Palette("#7CB0FF", "#E6EAF2", "#94A3B8", "#1E2740", ("#FBBF24", "#34D399", "#F472B6"))
