"""What a shape is told of the design that it is chosen for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Before:
    """What a shape may ask of the design that it is chosen for."""

    phase: str  # the one it is chosen for
    chosen: Mapping[str, Any]  # its fields, by link key
    length: int  # units of the run
    rate_at: Callable[[float], float]  # the rate at a place in units
