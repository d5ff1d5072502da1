"""Parts of a generated program -> its text, in one order and with one spacing for every form."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, takewhile

Lines = Sequence[str]


@dataclass(frozen=True)
class Block:
    """Lines that stand together: a function, a class, a section of a script with its title."""

    lines: Lines
    title: str = ""


@dataclass(frozen=True)
class Program:
    """A generated program as data; every part may be empty."""

    imports: Sequence[Lines] = ()  # groups: standard modules, then others
    constants: Lines = ()
    definitions: Sequence[Block] = ()
    made: Lines = ()  # the object that the program is for
    usage: Lines = ()  # how to use it: paragraphs, the first of which all need
    about: Lines = ()  # sentences that follow the design's

    def text(self, head: Lines) -> str:
        """The whole text, with these comment lines on top."""
        about = (textwrap.wrap(f"# {line}", 88, subsequent_indent="# ") for line in self.about)
        lines = [*head, *chain.from_iterable(about), "", *self.lines()]
        return "\n".join(line.rstrip() for line in lines) + "\n"

    def lines(self) -> list[str]:
        """The program itself."""
        lines: list[str] = []
        before = 0
        for blank, block in self._blocks():
            lines += [""] * (max(blank, before) if lines else 0)
            lines += block
            before = blank
        return lines

    @property
    def first_use(self) -> str:
        """The lines that use it, as code."""
        return "\n".join(takewhile(bool, self.usage))

    def _blocks(self) -> Iterator[tuple[int, Lines]]:
        """The blank lines that a block wants around it, and its lines."""
        for lines in (*self.imports, self.constants):
            if lines:
                yield 1, lines
        for block in self.definitions:
            yield 2, [*[f"# {block.title}"] * bool(block.title), *block.lines]
        for lines in (self.made, [f"# {line}" for line in self.usage]):
            if lines:
                yield 1, lines
