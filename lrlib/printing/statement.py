"""Expression -> statement in lines of at most 88 characters: what is too long is named first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from lrlib.printing.code import ADD, ATOM, BRACKET, MULTIPLY, NEGATE, POWER, Code

WIDTH = 88
LOCALS = {"cos": "wave", "sqrt": "root", "exp": "growth", "maximum": "most", "minimum": "least"}
# What a part without a label is called, by how tightly it binds.
KINDS = {ADD: "total", MULTIPLY: "product", NEGATE: "opposite", POWER: "power", ATOM: "value"}


@dataclass
class Locals:
    """The names that a function needs itself; the names of parts, each with its text by now."""

    needed: frozenset[str] = frozenset()
    parts: dict[str, str] = field(default_factory=dict)


def statement(target: str, code: Code, indent: int, known: Locals | None = None) -> list[str]:
    """`target` and the expression; where they don't fit, parts of it get a name first.

    It fits in any case where each of its names does.
    """
    known = known or Locals()
    taken = {*known.needed, *code.names, target.partition(" ")[0]}
    return list(_lines(target, code, indent, known, taken))


def _lines(target: str, code: Code, indent: int, known: Locals, taken: set[str]) -> Iterator[str]:
    head = " " * indent + target
    readable = _readable(code)
    while len(head + code.text) > WIDTH:
        part, name = next(readable, None) or _last(code, taken, indent) or (None, "")
        if part is None:
            break
        put = code.put(part, name)
        if name in taken or put is code:
            continue
        code = put
        taken.add(name)
        named = _bare(part)
        if known.parts.get(name) != named.text:
            yield from _lines(f"{name} = ", named, indent, known, taken)
            known.parts[name] = named.text
    yield head + code.text


def _readable(code: Code) -> Iterator[tuple[Code, str]]:
    """Parts with a name that says something, the longest first; mere brackets come last."""
    parts = [part for part in code.parts() if part.label and part.text != code.text]
    for part in sorted(parts, key=lambda part: (part.label == BRACKET, -len(part.text))):
        yield part, LOCALS.get(part.label, part.label)


def _last(code: Code, taken: set[str], indent: int) -> tuple[Code, str] | None:
    """The longest part of any kind that fits in a line, under a free name; None where none is."""
    found = []
    for part in code.parts():
        word = LOCALS.get(part.label, part.label) or KINDS[part.binds]
        names = (word if number == 1 else f"{word}_{number}" for number in count(1))
        name = next(name for name in names if name not in taken)
        line = f"{' ' * indent}{name} = {_bare(part).text}"
        if part.text != code.text and len(name) < len(part.text) and len(line) <= WIDTH:
            found.append((part, name))
    return max(found, key=lambda pair: len(pair[0].text), default=None)


def _bare(part: Code) -> Code:
    """What stands inside, where a part is an expression in brackets."""
    inside = part.operands[0] if len(part.operands) == 1 else part
    return inside if part.text == f"({inside.text})" else part
