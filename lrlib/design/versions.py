"""A link's version and its values -> what they meant otherwise in that version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lrlib.design.finding import Finding


def version_1(version: str, values: Mapping[str, Any]) -> Iterator[Finding]:
    """In version 1 the tops of decaying cycles were measured from 0, not from the end rate."""
    if version == "1" and values.get("cycle_decay", 1) < 1 and values.get("end_lr", 0) > 0:
        reason = (
            "version 1 of the link let each top fall towards 0; now it falls towards the end LR, "
            "as in Keras, PyTorch and Smith's paper, so the later tops are a little higher"
        )
        yield Finding("warning", "cycle_decay", reason)
