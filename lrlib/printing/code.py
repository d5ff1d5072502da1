"""Text of an expression that can be calculated with: what a formula gets in place of numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

ADD, MULTIPLY, NEGATE, POWER, ATOM = range(5)
BRACKET = "term"  # the label of an expression that has no better name
BINDS = {"+": ADD, "-": ADD, "*": MULTIPLY, "/": MULTIPLY, "//": MULTIPLY, "**": POWER}


class Spelling(Protocol):
    """How a language writes what is calculated."""

    def name(self, name: str, varies: bool = False) -> Code:
        """A value that the generated code knows under this name."""

    def binary(self, operator: str, left: Operand, right: Operand) -> Code:
        """Two operands with an operator between them."""

    def negative(self, value: Code) -> Code:
        """The value with a minus before it."""


@dataclass(frozen=True, eq=False)
class Code:
    """The text of an expression, with what a printer must know to build on it.

    `names` are the constants, locals and modules it uses; `varies` is false for what can be
    computed once, before training. `lets` are the locals that `let` has made, in the order
    in which they must be defined. `label` is what a local for it may be called where a line
    gets too long; `build` makes it again from other `operands`.
    """

    text: str
    printer: Spelling
    binds: int = ATOM
    names: frozenset[str] = frozenset()
    varies: bool = True
    lets: Lets = ()
    label: str = ""
    operands: tuple[Code, ...] = ()
    build: Callable[..., Code] | None = None

    def parts(self) -> Iterator[Code]:
        """Every expression that it is made of, itself first."""
        yield self
        for operand in self.operands:
            yield from operand.parts()

    def put(self, part: Code, name: str) -> Code:
        """The same with a local of this name wherever the part stands; itself if nowhere."""
        if self.text == part.text:
            return self.printer.name(name, self.varies)
        operands = tuple(operand.put(part, name) for operand in self.operands)
        if self.build is None or all(map(_same, operands, self.operands)):
            return self
        return self.build(*operands)

    def __add__(self, other: Operand) -> Code:
        return self.printer.binary("+", self, other)

    def __radd__(self, other: Operand) -> Code:
        return self.printer.binary("+", other, self)

    def __sub__(self, other: Operand) -> Code:
        return self.printer.binary("-", self, other)

    def __rsub__(self, other: Operand) -> Code:
        return self.printer.binary("-", other, self)

    def __mul__(self, other: Operand) -> Code:
        return self.printer.binary("*", self, other)

    def __rmul__(self, other: Operand) -> Code:
        return self.printer.binary("*", other, self)

    def __truediv__(self, other: Operand) -> Code:
        return self.printer.binary("/", self, other)

    def __rtruediv__(self, other: Operand) -> Code:
        return self.printer.binary("/", other, self)

    def __pow__(self, other: Operand) -> Code:
        return self.printer.binary("**", self, other)

    def __rpow__(self, other: Operand) -> Code:
        return self.printer.binary("**", other, self)

    def __neg__(self) -> Code:
        return self.printer.negative(self)

    def _undecidable(self, *_: Any) -> bool:
        raise TypeError(f"a formula cannot branch on {self.text!r}: its value is not known yet")

    __bool__ = __lt__ = __le__ = __gt__ = __ge__ = _undecidable
    __eq__ = __ne__ = _undecidable
    __hash__ = None  # type: ignore[assignment]


Operand = Code | float
Lets = tuple[tuple[str, Code], ...]


def _same(one: object, other: object) -> bool:
    return one is other


def merged(codes: Iterable[Code]) -> Lets:
    """The locals of all, each once."""
    lets: dict[str, Code] = {}
    for code in codes:
        for name, value in code.lets:
            if lets.setdefault(name, value).text != value.text:
                raise ValueError(f"let: got {name!r} for two values of one formula")
    return tuple(lets.items())
