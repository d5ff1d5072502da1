"""One field of a design: how it is read, checked, written, scaled and described.

A field raises ValueError with what is allowed; whoever called knows which key it was and
what was received.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol


class Ruler(Protocol):
    """How lengths are carried over to another run."""

    def whole(self, units: float) -> float:
        """The new length where only whole ticks count."""

    def exact(self, units: float) -> float:
        """The new length as a formula takes it."""

    def growth(self, factor: float) -> float:
        """The factor of a new unit that makes the same growth over the same part of the run."""


@dataclass(frozen=True, kw_only=True)
class Field:
    """What every kind of field can do; `default` is the link's.

    A convention is written only where it differs from its default: the version of the link
    fixes that.
    """

    kind: ClassVar[str]  # which control the page gives it
    branches: ClassVar[bool] = False  # whether a formula may ask for its value
    default: Any
    label: str = ""
    help: str = ""
    convention: bool = False

    @property
    def allowed(self) -> str:
        """What the field takes, as the end of a sentence."""
        raise TypeError

    def check(self, value: Any) -> Any:
        """The value in its own type; ValueError where it is not allowed."""
        raise TypeError

    def read(self, text: str) -> Any:
        """The value that a link's text states."""
        return self.check(text)

    def write(self, value: Any) -> str:
        """The text that a link states it with."""
        return str(value)

    def called(self, key: str, value: Any) -> list[str]:
        """What names a formula that branches on this value; nothing where it branches on none."""
        return []

    def variants(self) -> tuple[Any, ...]:
        """The values between which a formula may branch; its default alone where it may not."""
        return (self.default,)

    def columns(self) -> tuple[Field, ...]:
        """The fields of one entry of a list."""
        return ()

    def lengths(self, value: Any) -> tuple[float, ...]:
        """The lengths and places in units that a value states."""
        return ()

    def scaled(self, value: Any, ruler: Ruler) -> Any:
        """The value for another run: its lengths follow the ruler, all else stays."""
        return value

    def rates(self, value: Any, change: Callable[[float], float]) -> Any:
        """The value with each of its learning rates changed; all else stays."""
        return value


def parameter(field: Field) -> Any:
    """A dataclass field of a shape, described by `field`."""
    return dataclasses.field(default=field.default, metadata={"field": field})
