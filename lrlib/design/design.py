"""A design: what a person chose, checked. Everything else is a function of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from lrlib.design.clock import Clock
from lrlib.design.finding import DesignError
from lrlib.design.keys import used_fields
from lrlib.design.phases import build_phases
from lrlib.design.settle import settle
from lrlib.design.spans import Span, spans
from lrlib.fields import Field
from lrlib.shapes.base import Phase


class Design:
    """A schedule as the link states it: every field is an attribute, and none can be set.

    `chosen` has them all, by link key, in the order of the link.

    Takes the link keys as keyword arguments. Raises DesignError, a ValueError, that names
    each bad field, what was received and what is allowed.

        Design(epochs=50, warmup="linear", warmup_length=5).peak_lr
    """

    __slots__ = ("chosen",)
    chosen: Mapping[str, Any]

    def __init__(self, **given: Any) -> None:
        settled = settle(given)
        if settled.problems:
            raise DesignError(settled.problems)
        object.__setattr__(self, "chosen", MappingProxyType(settled.values))

    @classmethod
    def of_settled(cls, values: dict[str, Any]) -> Design:
        """The design of values that `settle` gave; for the link, which has settled them itself."""
        design = cls.__new__(cls)
        object.__setattr__(design, "chosen", MappingProxyType(values))
        return design

    def __getattr__(self, key: str) -> Any:
        try:
            return object.__getattribute__(self, "chosen")[key]
        except KeyError:
            raise AttributeError(f"this design has no {key}: its shapes don't use it") from None

    def __setattr__(self, key: str, value: Any) -> None:
        raise AttributeError("a design cannot be changed; design.replace(...) makes another")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Design) and self.chosen == other.chosen

    def __hash__(self) -> int:
        return hash(tuple(self.chosen.items()))

    def __repr__(self) -> str:
        return f"Design({', '.join(f'{key}={value!r}' for key, value in self.chosen.items())})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (dict(self.chosen),)

    def replace(self, **changes: Any) -> Design:
        """Another design; what its shapes no longer use is left out. Raises DesignError."""
        kept = {key: value for key, value in self.chosen.items() if key not in _superseded(changes)}
        return Design(**kept | changes)

    @property
    def fields(self) -> dict[str, Field]:
        """The fields that its shapes use, by link key, in the order of the link."""
        return used_fields(self.chosen)

    @property
    def clock(self) -> Clock:
        """Its unit, ticks and steps."""
        return Clock.of(self.chosen)

    @property
    def ticks(self) -> int:
        """How many times the rate is set during the run."""
        return self.clock.ticks

    @property
    def spans(self) -> dict[str, Span]:
        """The ticks that each phase gets, in the order of the run."""
        return spans(self.chosen, self.clock)

    def phases(self) -> list[Phase]:
        """Its phases in order, each with at least one tick; together they cover the run."""
        return list(_phases(self))


@lru_cache(maxsize=64)
def _phases(design: Design) -> list[Phase]:
    """One design is drawn, judged and printed at a time: each asks for its phases."""
    return build_phases(design.chosen, design.clock)


def _superseded(changes: Mapping[str, Any]) -> set[str]:
    """The fields that these changes put out of use."""
    gone = {"steps"} if "epochs" in changes else set()
    return gone | ({"epochs", "update"} if "steps" in changes else set())


def _rebuild(values: dict[str, Any]) -> Design:
    return Design(**values)
