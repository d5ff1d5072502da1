"""Bodies and calls -> lines of generated Python of at most 88 characters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lrlib.printing.body import Body, Branch
from lrlib.printing.statement import WIDTH, Locals, statement


def wrapped(head: str, entries: Sequence[str], tail: str, indent: int) -> list[str]:
    """`head(entries)tail` as Python's formatters lay it out: in one line, in three, or one each."""
    pad, deeper = " " * indent, " " * (indent + 4)
    listed = ", ".join(entries)
    if len(f"{pad}{head}({listed}){tail}") <= WIDTH:
        return [f"{pad}{head}({listed}){tail}"]
    inner = [deeper + listed]
    if len(inner[0]) > WIDTH:
        inner = [f"{deeper}{entry}," for entry in entries]
    return [f"{pad}{head}(", *inner, f"{pad}){tail}"]


def scalar(body: Body, indent: int = 4) -> list[str]:
    """Branches that return, in a function of one tick."""
    pad = " " * indent
    needed = body.locals
    lines = [f"{pad}{body.tick} = min({body.tick}, {body.total.upper()})"] * body.moves
    for branch in body.branches:
        deeper = indent
        if branch.until is not None:
            lines.append(f"{pad}if {body.tick} < {branch.until.text}:")
            deeper += 4
        lines += _branch(branch, "return ", deeper, needed)
    return lines


def tensor(body: Body, where: str, indent: int) -> list[str]:
    """Every branch evaluated, then chosen by `where`; ends with the local `rate`.

    Blank lines part the branches.
    """
    lines, pad, needed = [], " " * indent, body.locals
    for branch in body.branches:
        target = "rate" if branch.until is None else branch.name
        lines += [*_branch(branch, f"{target} = ", indent, needed), ""]
    if len(body.branches) == 1:
        lines.pop()
    for branch in reversed(body.branches[:-1]):
        assert branch.until is not None
        chosen = f"{body.tick} < {branch.until.text}, {branch.name}, rate"
        lines.append(f"{pad}rate = {where}({chosen})")
    return lines


def _branch(branch: Branch, target: str, indent: int, needed: frozenset[str]) -> list[str]:
    """The locals of one branch, then its rate; a part that two of them share is named once."""
    known = Locals(needed)
    lines: list[str] = []
    for name, code in branch.lines:
        lines += statement(f"{name} = ", code, indent, known)
    return lines + statement(target, branch.rate, indent, known)


def constants(body: Body, names: Iterable[str]) -> list[str]:
    """`NAME = value`, one line each, lengths with their unit; a long table one an entry."""
    lines = []
    for name in names:
        value = body.constants[name]
        line = f"{name.upper()} = {value!r}"
        if len(line) > WIDTH and isinstance(value, tuple):
            lines += [f"{name.upper()} = (", *(f"    {entry!r}," for entry in value), ")"]
        elif name in body.units:
            lines.append(f"{line}  # {body.units[name]}")
        else:
            lines.append(line)
    return lines
