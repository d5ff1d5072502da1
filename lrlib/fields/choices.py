"""Fields that take one of a few values: a word, or yes and no."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lrlib.fields.base import Field


@dataclass(frozen=True)
class Choice(Field):
    """One of a few words."""

    kind = "choice"
    branches = True

    default: str
    options: tuple[str, ...]

    @property
    def allowed(self) -> str:
        return "one of " + ", ".join(self.options)

    def check(self, value: Any) -> str:
        if not isinstance(value, str) or value not in self.options:
            raise ValueError(self.allowed)
        return str(value)  # numpy's strings print in their own way

    def called(self, key: str, value: str) -> list[str]:
        return [] if self.convention and value == self.default else [value]

    def variants(self) -> tuple[str, ...]:
        return self.options


@dataclass(frozen=True)
class Flag(Field):
    """Yes or no, written `true` or `false`."""

    kind = "flag"
    branches = True

    default: bool = False

    @property
    def allowed(self) -> str:
        return "true or false"

    def check(self, value: Any) -> bool:
        if not isinstance(value, bool):
            raise ValueError(self.allowed)
        return value

    def read(self, text: str) -> bool:
        if text not in ("true", "false"):
            raise ValueError(self.allowed)
        return text == "true"

    def write(self, value: bool) -> str:
        return "true" if value else "false"

    def called(self, key: str, value: bool) -> list[str]:
        return [key] if value else []

    def variants(self) -> tuple[bool, ...]:
        return (False, True)
