"""Any values -> values that make a design, and a finding for each that did not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from lrlib.design.clock import Clock
from lrlib.design.finding import Finding, shown
from lrlib.design.keys import RUN, UNITS, known_fields, used_fields
from lrlib.design.phases import build_phases
from lrlib.fields import MOST_STEPS, SMALLEST_RATE, Field
from lrlib.shapes import PHASES, SHAPES, build_shape

KNOWN = known_fields()
Parse = Callable[[Field, Any], Any]


def check_value(field: Field, value: Any) -> Any:
    return field.check(value)


def read_text(field: Field, text: str) -> Any:
    return field.read(text)


def settle(
    given: Mapping[str, Any], parse: Parse = check_value
) -> tuple[dict[str, Any], list[Finding]]:
    """Complete, valid values of the fields that the chosen shapes use, and what was wrong.

    A rejected value takes its default; fields that contradict each other are reported
    together, and what they belong to takes its default.
    """
    problems: list[Finding] = []
    unit, run = _choose(given, parse, problems)
    while True:
        used = used_fields(run["warmup"], run["decay"], run["cooldown"], unit)
        values = {key: run.get(key, field.default) for key, field in used.items()}
        for key, field in used.items():
            if key in given and key not in run:
                values[key] = run[key] = _accept(key, [field], given[key], parse, problems)
        if not run["update"]:
            values["update"] = "step" if unit == "steps" else "epoch"
        contradictions = list(_contradictions(unit, values))
        if not contradictions:
            break
        for finding, resets in contradictions:
            if finding not in problems:
                problems.append(finding)
            run.update(resets)
    for key, value in given.items():
        if key not in used and key not in run and key in KNOWN and key not in UNITS:
            _accept(key, KNOWN[key], value, parse, problems)
    return values, problems


def _choose(
    given: Mapping[str, Any], parse: Parse, problems: list[Finding]
) -> tuple[str, dict[str, Any]]:
    """The unit, and the fields that decide which others are used."""
    for key in given:
        if key not in KNOWN:
            problems.append(Finding("error", shown(key)[1:-1], "no such field"))
    run: dict[str, Any] = {}
    lengths = [key for key in UNITS if key in given]
    unit = lengths[0] if len(lengths) == 1 else "epochs"
    if len(lengths) == 2:
        problems.append(Finding("error", "epochs", "got epochs and steps, allowed: one of the two"))
        run["epochs"] = RUN["epochs"].default
    elif lengths:
        before = len(problems)
        run[unit] = _accept(unit, [RUN[unit]], given[unit], parse, problems)
        if len(problems) > before:
            unit, run = "epochs", {"epochs": RUN["epochs"].default}
    for key in ("v", "warmup", "decay", "cooldown"):
        run[key] = RUN[key].default
        if key in given:
            run[key] = _accept(key, [RUN[key]], given[key], parse, problems)
    run["update"] = None
    if "update" in given:
        run["update"] = _accept("update", [RUN["update"]], given["update"], parse, problems, None)
    if unit == "steps" and run["update"] == "epoch":
        reason = "got 'epoch', allowed: step, since the length is given in steps"
        problems.append(Finding("error", "update", reason))
        run["update"] = "step"
    return unit, run


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


def _contradictions(
    unit: str, values: Mapping[str, Any]
) -> Iterator[tuple[Finding, dict[str, Any]]]:
    """Each contradiction, with the values that resolve it."""
    length, per_epoch = values[unit], values["steps_per_epoch"]
    if unit == "epochs" and length * per_epoch > MOST_STEPS:
        reason = (
            f"got {length:,} epochs of {per_epoch:,} steps, allowed: {MOST_STEPS:,} steps in all"
        )
        resets = {key: RUN[key].default for key in ("epochs", "steps_per_epoch")}
        yield Finding("error", "epochs", reason), resets
        return
    used = used_fields(values["warmup"], values["decay"], values["cooldown"], unit)
    most = MOST_STEPS / (per_epoch if unit == "epochs" else 1)
    for key, field in used.items():
        if max(field.lengths(values[key]), default=0) > most:
            reason = f"got {shown(field.write(values[key]))}, allowed: at most {most:,.0f} {unit}"
            # Where even the default is too long, the shape makes way for the phase's default.
            fits = max(field.lengths(field.default), default=0) <= most
            yield (
                Finding("error", key, reason),
                {key: field.default} if fits else {"decay": "cosine"},
            )
    found = False
    for phase in SHAPES:
        for finding in _shape_faults(phase, values):
            found = True
            # A shape that contradicts itself makes way for the phase's default.
            yield finding, {phase: RUN[phase].default}
    if not found and values["cooldown"] != "none":
        clock = Clock.of(values)
        last = build_phases(values, clock)[-1]
        # From less, float32 code would divide by 0.
        if last.name == "cooldown" and last.shape.above_zero() and last.start_lr < SMALLEST_RATE:
            reason = (
                f"got {values['cooldown']} from a decay that ends at {last.start_lr:.1g}, "
                f"allowed: a start of {SMALLEST_RATE:g} or more"
            )
            yield Finding("error", "cooldown", reason), {"cooldown": RUN["cooldown"].default}


def _shape_faults(phase: str, values: Mapping[str, Any]) -> Iterator[Finding]:
    shape = build_shape(phase, values)
    for key, reason in shape.faults(values):
        yield Finding("error", key, reason)
    if shape.above_zero():
        for key in (PHASES[phase].start, PHASES[phase].end):
            if values.get(key) == 0:
                reason = f"got 0, allowed: a rate above 0 where {phase} is {values[phase]}"
                yield Finding("error", key, reason)
