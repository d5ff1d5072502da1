"""One formula, two readings: called with numpy it is the curve, called with Code it is text.

A shape's formula is ordinary Python on an `ops` namespace. `Code` stands for a value that
generated code will know under a name; arithmetic on it builds the text of the expression.
The `Printer` decides how a language spells it.
"""

from __future__ import annotations

import builtins
import copy
import keyword
import re
from collections.abc import Callable, Iterable
from functools import partial
from typing import Self

from lrlib.printing.code import (
    ATOM,
    BINDS,
    BRACKET,
    NEGATE,
    Code,
    Operand,
    merged,
)

# What Python's formatters write without spaces around **: a name, a number, either with a sign.
SIMPLE = re.compile(r"-?(\w+(\.\w+)*|\d+\.?\d*(e[+-]?\d+)?)")

BUILTIN = {"maximum": "max", "minimum": "min"}


class Printer:
    """How one language spells a formula: `Printer("math")` prints `math.cos(x)`.

    `tensor` is true where rates are float32 tensors: what does not vary is then left to
    Python's own float64 `math`, and a constant base is never rounded before its exponent.
    """

    spelling: dict[str, str] = {}  # the functions that are not `module.name`
    pi_name = "pi"
    taken: frozenset[str] = frozenset()  # names that `let` must leave alone

    def __init__(self, module: str, tensor: bool = False) -> None:
        self.module = module
        self.tensor = tensor

    @property
    def pi(self) -> Code:
        module = "math" if self.tensor else self.module
        return Code(f"{module}.{self.pi_name}", self, names=frozenset([module]), varies=False)

    def name(self, name: str, varies: bool = False) -> Code:
        """A value that the generated code knows under this name."""
        return Code(name, self, names=frozenset([name]), varies=varies)

    def cos(self, x: Operand) -> Code:
        return self.call("cos", x)

    def sqrt(self, x: Operand) -> Code:
        return self.call("sqrt", x)

    def exp(self, x: Operand) -> Code:
        return self.call("exp", x)

    def log(self, x: Operand) -> Code:
        return self.call("log", x)

    def maximum(self, a: Operand, b: Operand) -> Code:
        return self.call("maximum", a, b)

    def minimum(self, a: Operand, b: Operand) -> Code:
        return self.call("minimum", a, b)

    def let(self, name: str, value: Operand) -> Code:
        """A local of this name, or of one like it where that is taken, with its definition.

        Raises ValueError for a name that is not in lower case.
        """
        if not (name.isidentifier() and name.isascii() and name.islower()):
            raise ValueError(f"let: got {name!r}, allowed: a name in lower case")
        made = self.code(value)
        free, number = name, 1
        while free in self.taken or keyword.iskeyword(free) or hasattr(builtins, free):
            number += 1
            free = f"{name}_{number}"
        names = frozenset([free])
        return Code(free, self, names=names, varies=made.varies, lets=(*made.lets, (free, made)))

    def leaving(self, names: Iterable[str]) -> Self:
        """A printer like this one, whose `let` leaves these names alone."""
        printer = copy.copy(self)
        printer.taken = self.taken.union(names)
        return printer

    def power(self, base: Operand, exponent: Operand) -> Code:
        """base ** exponent, for a constant base and an exponent that may grow large.

        In float32 the base would be rounded first and a large exponent would magnify that:
        tensor code takes the logarithm in float64 instead.
        """
        base = self.code(base)
        if self.tensor and not base.varies:
            return self.exp(self.log(base) * exponent)
        return base**exponent

    def code(self, value: Operand) -> Code:
        if isinstance(value, Code):
            return value
        return Code(repr(value), self, NEGATE if value < 0 else ATOM, varies=False)

    def call(self, function: str, *arguments: Operand) -> Code:
        given = tuple(self.code(argument) for argument in arguments)
        varies = any(argument.varies for argument in given)
        module = self.module if varies or not self.tensor else "math"
        spelled = self.spelling.get(function, f"{module}.{function}")
        if self.tensor and not varies and function in BUILTIN:  # math has none of them
            spelled = BUILTIN[function]
        text = f"{spelled}({', '.join(argument.text for argument in given)})"
        names = spelled.split(".")[:1] if "." in spelled else ()
        return self.made(text, given, partial(self.call, function), ATOM, function, names)

    def binary(self, operator: str, left: Operand, right: Operand) -> Code:
        binds = BINDS[operator]
        # ** is read from the right, and its right side may carry a sign.
        a = self.bracketed(self.code(left), binds + (operator == "**"))
        b = self.bracketed(self.code(right), NEGATE if operator == "**" else binds + 1)
        text = self.join(operator, a.text, b.text)
        return self.made(text, (a, b), partial(self.binary, operator), binds)

    def join(self, operator: str, left: str, right: str) -> str:
        space = "" if operator == "**" and _simple(left) and _simple(right) else " "
        return f"{left}{space}{operator}{space}{right}"

    def negative(self, value: Code) -> Code:
        inner = self.bracketed(value, ATOM)  # JavaScript knows no --x and no -x**y
        return self.made(f"-{inner.text}", (inner,), self.negative, NEGATE)

    def bracketed(self, code: Code, at_least: int) -> Code:
        if code.binds >= at_least:
            return code
        kind = "height" if any(name.lower().endswith("_lr") for name in code.names) else "length"
        return self.made(f"({code.text})", (code,), _itself, ATOM, BRACKET if code.varies else kind)

    def made(
        self,
        text: str,
        operands: tuple[Code, ...],
        build: Callable[..., Code],
        binds: int = ATOM,
        label: str = "",
        names: Iterable[str] = (),
    ) -> Code:
        """An expression of these operands; `names` are those that it adds itself."""
        used = frozenset(names).union(*(operand.names for operand in operands))
        varies = any(operand.varies for operand in operands)
        return Code(text, self, binds, used, varies, merged(operands), label, operands, build)


def _itself(code: Code) -> Code:
    return code


def _simple(operand: str) -> bool:
    """Whether Python's formatters write this operand of ** without spaces around it."""
    return bool(SIMPLE.fullmatch(operand))
