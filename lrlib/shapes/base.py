"""What every shape is: parameters, a formula, and words for them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from lrlib.design.phases import Phase
from lrlib.fields import Field

if TYPE_CHECKING:
    from lrlib.design import Design


@dataclass(frozen=True)
class Shape:
    """Base of all shapes: frozen dataclasses whose fields are made by `parameter`."""

    label: ClassVar[str]  # as the page calls it
    about: ClassVar[str]  # one line: what it does
    used_for: ClassVar[str]  # one line: when people take it
    source: ClassVar[str]  # the paper or library it comes from
    also: ClassVar[tuple[str, ...]] = ()  # what people and libraries call it
    cut: ClassVar[str] = ""  # one sentence: how it is cut into parts, where it is
    rates: ClassVar[tuple[str, ...]] = ()  # rates of the design that it uses: init_lr or end_lr

    def lr(self, start: Any, end: Any, at: Any, ops: Any) -> Any:
        """The rate at a place of a phase from `start` to `end`: numbers, arrays or Code.

        `at` is an lrlib.design.phases.Place, or the same five names as Code; `ops` is numpy or a
        Printer. Only arithmetic, `**`, and ops.cos, sqrt, exp, log, maximum, power and pi.
        """
        raise TypeError(f"{type(self).__name__} is made of parts and has no formula of its own")

    @property
    def stair(self) -> str:
        """The parameter that holds the length of its staircase; empty where it has none."""
        return ""

    def phases(self, phase: Phase) -> list[Phase]:
        """The parts that a phase of this shape is made of: itself, for one formula."""
        return [phase]

    def faults(self, run: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Link keys whose values contradict each other, each with what was received and allowed."""
        return iter(())

    def above_zero(self) -> bool:
        """Whether both rates must be above 0."""
        return False

    @classmethod
    def fitted(cls, design: Design, phase: str) -> dict[str, Any]:
        """Link keys that want other values than their defaults when a person picks this shape."""
        return {}

    def words(self) -> str:
        """How a sentence about the design names it."""
        return self.label.lower()

    @classmethod
    def parameters(cls) -> dict[str, Field]:
        """Its fields by name, without the prefix of a phase."""
        return {field.name: field.metadata["field"] for field in dataclasses.fields(cls)}
