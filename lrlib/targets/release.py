"""Design, options -> the tick at which the code lets go of the rate, and its part of the design."""

from __future__ import annotations

from lrlib.design import Design
from lrlib.targets.options import Options
from lrlib.targets.resume import resumed_at


def released_at(design: Design, options: Options) -> int | None:
    """The first tick after the warmup, where the option `release` is set: the code sets the
    rate there for the last time. Raises ValueError where no warmup is trained before it.
    """
    if not options.get("release"):
        return None
    warmup = design.spans["warmup"]
    if not warmup.ticks:
        raise ValueError("release: got true, allowed: false, since this design has no warmup")
    if resumed_at(design, options) >= warmup.end:
        raise ValueError(
            "release: got true, allowed: false, since training goes on after the warmup: "
            "there is nothing left to set"
        )
    return warmup.end


def until_release(design: Design, options: Options) -> Design:
    """The design of which the code needs no more than the warmup and the rate that it leaves.

    That is the peak; where the warmup leads to a decay under it, that decay's rate.
    """
    if released_at(design, options) is None or design.chosen.get("overlap") in ("join", "multiply"):
        return design
    return design.replace(
        decay="constant", cooldown="none", cooldown_length=0, hold_length=0, overlap="none"
    )


def constant(release: int | None, unit: str) -> list[str]:
    """The constant that the code compares with; none where it keeps the rate."""
    return [] if release is None else [f"RELEASE = {release}  # the first {unit} after the warmup"]
