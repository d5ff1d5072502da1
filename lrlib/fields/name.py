"""The field of a design's title: text of any script that can do no harm where it is shown."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Any

from lrlib.fields.base import Field


@dataclass(frozen=True)
class Name(Field):
    """A title: letters, combining marks and digits of any script, spaces and `_ . - ( )`."""

    kind = "name"

    default: str = ""
    longest: int = 60
    label: str = "Name"
    help: str = "A title for this design; teammates see it in the browser tab."

    @property
    def allowed(self) -> str:
        return f"up to {self.longest} letters, digits, spaces and _ . - ( )"

    def check(self, value: Any) -> str:
        if not isinstance(value, str) or len(value) > self.longest:
            raise ValueError(self.allowed)
        for letter in value:
            if letter not in " _.-()" and not _is_letter(letter):
                raise ValueError(self.allowed)
        return str(value)


def _is_letter(character: str) -> bool:
    """A letter, a combining mark or a decimal digit of any script."""
    category = unicodedata.category(character)
    return category[0] in "LM" or category == "Nd"
