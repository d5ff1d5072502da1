"""What is said of a shape: its names, its words and its picture."""

from __future__ import annotations

from typing import Any, ClassVar


class Described:
    """The texts of a shape, for people."""

    label: ClassVar[str]  # as the page calls it
    about: ClassVar[str]  # one line: what it does
    used_for: ClassVar[str]  # one line: when people take it
    source: ClassVar[str]  # the paper or library it comes from
    also: ClassVar[tuple[str, ...]] = ()  # what people and libraries call it
    cut: ClassVar[str] = ""  # one sentence: how it is cut into parts, where it is
    pictured: ClassVar[dict[str, Any]] = {}  # parameters that make a good small picture

    def words(self, start: float, end: float) -> str:
        """How a sentence about the design names it, from one rate towards the other."""
        return self.label.lower()
