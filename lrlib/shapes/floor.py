"""The end rate of shapes that have no end: a floor that is not passed, or where they head for."""

from typing import Any

from lrlib.fields import Choice, parameter

CLIP, TOWARDS = "clip", "towards"


def floor_parameter() -> Any:
    """How the end rate is meant, as a parameter of a shape."""
    return parameter(
        Choice(
            CLIP,
            (CLIP, TOWARDS),
            label="End LR is",
            help="clip: a floor, to which the rate falls and where it stays (Optax). "
            "towards: a limit, since only what is above it falls (Kaggle's TPU function).",
            convention=True,
        )
    )


def with_floor(floor: str, start: Any, end: Any, fall: Any, ops: Any) -> Any:
    """The rate from `start`, where `fall` is the part of it that is left."""
    if floor == TOWARDS:
        return end + (start - end) * fall
    return ops.maximum(end, start * fall)
