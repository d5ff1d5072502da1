"""A finding: one thing to say about one field of a design, and where that is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["note", "warning", "error"]


@dataclass(frozen=True)
class Finding:
    """`reason` is one plain sentence; `source` a paper, a page or `owner/repository#number`."""

    level: Level
    field: str
    reason: str
    source: str = ""

    def __str__(self) -> str:
        return f"{self.field}: {self.reason}"


class DesignError(ValueError):
    """Values that make no design; `findings` has one entry for each fault."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__("; ".join(map(str, findings)))
        self.findings = findings


def shown(value: object, most: int = 40) -> str:
    """What was received, on one line, in ASCII, shortened."""
    text = value if isinstance(value, str) else _described(value)
    cut = ascii(text[: most + 1])[1:-1]
    return f"'{cut[:most]}…'" if len(text) > most or len(cut) > most else f"'{cut}'"


def _described(value: object) -> str:
    try:
        return repr(value)
    except Exception:  # an integer of 5,000 digits, lists 10,000 deep
        return f"<{type(value).__name__}>"
