"""One field of a design: how it is read, checked, written and described.

A field raises ValueError with what is allowed; whoever called knows which key it was and
what was received.
"""

from __future__ import annotations

import dataclasses
from typing import Any


class Field:
    """What every kind of field can do; `default` is the link's."""

    default: Any
    label: str
    help: str

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


def parameter(field: Field) -> Any:
    """A dataclass field of a shape, described by `field`."""
    return dataclasses.field(default=field.default, metadata={"field": field})
