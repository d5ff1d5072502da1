"""Published schedules: data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Recipe:
    """One published run; `link` is its schedule with the original numbers."""

    name: str
    link: str


RECIPES: tuple[Recipe, ...] = ()
