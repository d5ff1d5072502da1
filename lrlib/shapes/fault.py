"""Values of a shape that contradict each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Fault:
    """A link key, what was received and what is allowed; the values that resolve it, where the
    shape itself may stay.
    """

    key: str
    reason: str
    resets: Mapping[str, Any] = field(default_factory=dict)
