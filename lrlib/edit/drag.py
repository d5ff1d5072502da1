"""Design and the changes of a drag -> the design after it. What a browser sends is not trusted."""

from __future__ import annotations

from typing import Any

from lrlib.design import Design
from lrlib.design.finding import DesignError, Finding, shown
from lrlib.edit.handles import handles


def movable(design: Design) -> set[str]:
    """The link keys that the handles of this design change."""
    return {part.key for handle in handles(design) for part in (handle.x, handle.y) if part}


def apply_edit(design: Design, changes: Any) -> Design:
    """Another design, with the given values under link keys that a handle changes.

    Raises DesignError for anything else: another key, a value that its field does not take,
    values that contradict each other, or what is no mapping at all.
    """
    allowed = movable(design)
    if not isinstance(changes, dict) or not allowed.issuperset(changes):
        keys = ", ".join(sorted(allowed))
        reason = f"got {shown(changes)}, allowed: new values of {keys}"
        raise DesignError([Finding("error", "chart", reason)])
    return design.replace(**changes)
