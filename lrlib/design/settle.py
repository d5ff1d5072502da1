"""Any values -> values that make a design, and a finding for each that did not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from lrlib.design.contradictions import contradictions
from lrlib.design.finding import Finding, shown
from lrlib.design.keys import RUN, UNITS, known_fields, used_fields
from lrlib.fields import Field

KNOWN = known_fields()
Parse = Callable[[Field, Any], Any]
DECISIVE = ("v", "warmup", "decay", "cooldown", "overlap")  # beside the run's length and update


@dataclass(frozen=True)
class Settlement:
    """Complete, valid values; what was wrong; valid values that these shapes have no use for."""

    values: dict[str, Any]
    problems: list[Finding]
    unused: dict[str, Any]


def check_value(field: Field, value: Any) -> Any:
    return field.check(value)


def read_text(field: Field, text: str) -> Any:
    return field.read(text)


def settle(given: Mapping[str, Any], parse: Parse = check_value) -> Settlement:
    """Complete, valid values of the fields that the chosen shapes use, and what was wrong.

    A rejected value takes its default; fields that contradict each other are reported
    together, and what they belong to takes its default.
    """
    problems: list[Finding] = []
    run = _decide(given, parse, problems)
    meant = used_fields(run)  # before anything makes way for something else
    while True:
        used = used_fields(run)
        values = {key: run.get(key, field.default) for key, field in used.items()}
        for key, field in used.items():
            if key in given and key not in run:
                values[key] = run[key] = _accept(key, [field], given[key], parse, problems)
        found = list(contradictions(values))
        if not found:
            break
        for finding, resets in found:
            if finding not in problems:
                problems.append(finding)
            run.update(resets)
    unused = {}
    for key, value in given.items():
        if key in KNOWN and key not in used and key not in UNITS and key != "v":
            before = len(problems)
            accepted = run[key] if key in run else _accept(key, KNOWN[key], value, parse, problems)
            if len(problems) == before and key not in meant and accepted != KNOWN[key][0].default:
                unused[key] = accepted
    return Settlement(values, problems, unused)


def _decide(given: Mapping[str, Any], parse: Parse, problems: list[Finding]) -> dict[str, Any]:
    """The fields that decide which others are used: the run's length, its clock, its shapes."""
    for key in given:
        if key not in KNOWN:
            problems.append(Finding("error", shown(key)[1:-1], "no such field"))
    run: dict[str, Any] = {}
    lengths = [key for key in UNITS if key in given]
    unit = lengths[0] if len(lengths) == 1 else "epochs"
    if len(lengths) == 2:
        problems.append(Finding("error", "epochs", "got epochs and steps, allowed: one of the two"))
    elif lengths:
        before = len(problems)
        run[unit] = _accept(unit, [RUN[unit]], given[unit], parse, problems)
        if len(problems) > before:
            unit, run = "epochs", {}
    run.setdefault(unit, RUN[unit].default)
    for key in DECISIVE:
        run[key] = RUN[key].default
        if key in given:
            run[key] = _accept(key, [RUN[key]], given[key], parse, problems)
    run["update"] = "step" if unit == "steps" else "epoch"
    if "update" in given:
        stated = _accept("update", [RUN["update"]], given["update"], parse, problems, None)
        if unit == "steps" and stated == "epoch":
            reason = "got 'epoch', allowed: step, since the length is given in steps"
            problems.append(Finding("error", "update", reason))
        elif stated:
            run["update"] = stated
    return run


_DEFAULT = object()


def _accept(
    key: str,
    fields: list[Field],
    value: Any,
    parse: Parse,
    problems: list[Finding],
    default: Any = _DEFAULT,
) -> Any:
    """The value as the first field that takes it reads it, or the default and a finding."""
    allowed = []
    for field in fields:
        try:
            return parse(field, value)
        except ValueError as error:
            allowed.append(str(error))
    reason = f"got {shown(value)}, allowed: {'; or '.join(dict.fromkeys(allowed))}"
    problems.append(Finding("error", key, reason))
    return fields[0].default if default is _DEFAULT else default
