"""Lengths of a design -> the ticks that each phase gets. Allotted here, once, for all who ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lrlib.design.clock import Clock
from lrlib.shapes import CLAIMS, PHASES
from lrlib.shapes.base import whole_ticks


@dataclass(frozen=True)
class Span:
    """A phase's ticks: `begin` is its first, `end` the first one after it; `asked` is how many
    it was given. Its formula counts from `origin` over `length` ticks: one that is cut keeps
    what it asked, and a decay that a warmup lies over counts from the start of the run.
    """

    begin: int
    end: int
    asked: int
    origin: int
    length: int

    @property
    def ticks(self) -> int:
        """How many it got."""
        return self.end - self.begin


def overlaps(values: Mapping[str, Any]) -> bool:
    """Whether the warmup is laid over the start of the decay."""
    return bool(values.get("overlap", "none") != "none")


def spans(values: Mapping[str, Any], clock: Clock) -> dict[str, Span]:
    """Each phase's ticks, in the order of the run.

    They take them in the order warmup, hold, cooldown, decay; what does not fit is cut.
    """
    asked = {
        name: whole_ticks(values.get(PHASES[name].length, 0), clock.per_unit) for name in CLAIMS
    }
    got, left = {}, clock.ticks
    for name in CLAIMS:
        got[name] = min(asked[name], left)
        left -= got[name]
    got["decay"] = asked["decay"] = left
    found, begin = {}, 0
    for name in PHASES:
        end, origin, length = begin + got[name], begin, asked[name]
        if name == "warmup":
            origin -= values.get("warmup_from", 0)
        if name == "decay" and overlaps(values):
            origin, length = 0, end
        found[name] = Span(begin, end, asked[name], origin, length)
        begin = end
    return found
