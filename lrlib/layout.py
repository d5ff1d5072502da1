"""Statements of generated Python, laid out in lines of at most 88 characters."""

from __future__ import annotations

from collections.abc import Iterable

from lrlib.formula import Code
from lrlib.source import Body

WIDTH = 88
LOCALS = {"cos": "wave", "sqrt": "root", "exp": "growth", "maximum": "most"}


def statement(target: str, code: Code, indent: int) -> list[str]:
    """`target` and the expression; where they don't fit, parts of it get a name first."""
    pad = " " * indent
    text = code.text
    lines: list[str] = []
    for name, part in sorted(code.parts, key=lambda entry: -len(entry[1])):
        if len(pad + target + text) <= WIDTH:
            break
        if part != text and part in text:
            local = LOCALS.get(name, name)
            lines.append(f"{pad}{local} = {part[1:-1] if part.startswith('(') else part}")
            text = text.replace(part, local)
    return [*lines, f"{pad}{target}{text}"]


def scalar(body: Body, indent: int = 4) -> list[str]:
    """Branches that return, in a function of one tick."""
    pad = " " * indent
    lines = [f"{pad}{body.tick} = min({body.tick}, {body.total.upper()})"]
    for branch in body.branches:
        deeper = indent
        if branch.until is not None:
            lines.append(f"{pad}if {body.tick} < {branch.until.text}:")
            deeper += 4
        for name, code in branch.lines:
            lines += statement(f"{name} = ", code, deeper)
        lines += statement("return ", branch.rate, deeper)
    return lines


def tensor(body: Body, where: str, indent: int) -> list[str]:
    """Every branch evaluated, then chosen by `where`; ends with the local `rate`."""
    lines, pad = [], " " * indent
    for branch in body.branches:
        for name, code in branch.lines:
            lines += statement(f"{name} = ", code, indent)
        target = "rate" if branch.until is None else branch.name
        lines += statement(f"{target} = ", branch.rate, indent)
    for branch in reversed(body.branches[:-1]):
        assert branch.until is not None
        chosen = f"{body.tick} < {branch.until.text}, {branch.name}, rate"
        lines.append(f"{pad}rate = {where}({chosen})")
    return lines


def constants(body: Body, names: Iterable[str]) -> list[str]:
    """`NAME = value`, one line each; a long table gets one line an entry."""
    lines = []
    for name in names:
        value = body.constants[name]
        line = f"{name.upper()} = {value!r}"
        if len(line) > WIDTH and isinstance(value, tuple):
            lines += [f"{name.upper()} = (", *(f"    {entry!r}," for entry in value), ")"]
        else:
            lines.append(line)
    return lines
