"""Rules about lengths that whole ticks cannot hold, or that come to none."""

from __future__ import annotations

from collections.abc import Iterator

from lrlib.advice.case import Case, percent
from lrlib.design.finding import Finding
from lrlib.fields import write_number
from lrlib.shapes import PHASES

ROUNDED = 0.01  # of a length: less is not worth a word
# What a field is called where its label alone would not say of what.
NAMES = {
    "warmup_length": "A warmup of length",
    "cooldown_length": "A cooldown of length",
    "hold_length": "A hold of length",
    "boundaries": "The boundary at",
    "points": "The point at",
}


def rounded_length(case: Case) -> Iterator[Finding]:
    """A length or a place that becomes another one by more than 1 %, or none at all."""
    design = case.design
    whole = {kind.length for kind in PHASES.values()} | {"boundaries", "points", "cycle_length"}
    least_one = {case.decay.stair, "cycle_length"}
    for key, field in design.fields.items():
        if key not in whole | {case.decay.stair}:
            continue
        label = NAMES.get(key, field.label)
        for given in field.lengths(design.chosen[key]):
            got = max(case.tick(given), int(key in least_one))
            exact = given * design.clock.per_unit
            if given > 0 and abs(got - exact) > ROUNDED * exact:
                becomes = (
                    f"becomes {got:,} {design.update}{'s' * (got > 1)}"
                    if got
                    else f"comes to no {design.update}"
                )
                reason = (
                    f"{label} {write_number(given)} {becomes}, since "
                    f"the rate changes on whole {design.update}s{_better(case, given, got)}."
                )
                yield Finding("note" if got else "warning", key, reason)


def _better(case: Case, given: float, got: int) -> str:
    """What would help."""
    clock = case.design.clock
    if clock.unit == "epochs" and clock.update == "epoch":
        return "; changing it each step comes closer" if clock.steps_per_epoch > 1 else ""
    if not got and given < 1 and (meant := round(given * clock.length)):
        return f"; {percent(given)} of the run is {case.span(meant * clock.per_unit)}"
    return ""


def no_length(case: Case) -> Iterator[Finding]:
    """A warmup or a cooldown that was chosen without a length."""
    for name in ("warmup", "cooldown"):
        key = PHASES[name].length
        if case.design.chosen.get(key) == 0:
            reason = f"There is no {name} yet: its length is 0."
            yield Finding("note", key, reason)
