"""One formula, two readings: called with numpy it is the curve, called with Code it is text.

A shape's formula is ordinary Python on an `ops` namespace. `Code` stands for a value that
generated code will know under a name; arithmetic on it builds the text of the expression.
The `Printer` decides how a language spells it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

ADD, MULTIPLY, NEGATE, POWER, ATOM = range(5)
BINDS = {"+": ADD, "-": ADD, "*": MULTIPLY, "/": MULTIPLY, "//": MULTIPLY, "**": POWER}


@dataclass(frozen=True, eq=False)
class Code:
    """The text of an expression, with what a printer must know to build on it.

    `names` are the constants, locals and modules it uses; `parts` the pieces that may be
    given a local name where a line gets too long; `varies` is false for what can be
    computed once, before training.
    """

    text: str
    printer: Printer
    binds: int = ATOM
    names: frozenset[str] = frozenset()
    parts: tuple[tuple[str, str], ...] = ()
    varies: bool = True

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


class Printer:
    """How one language spells a formula: `Printer("math")` prints `math.cos(x)`.

    `tensor` is true where rates are float32 tensors: what does not vary is then left to
    Python's own float64 `math`, and a constant base is never rounded before its exponent.
    """

    spelling: dict[str, str] = {}  # the functions that are not `module.name`
    pi_name = "pi"

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
        given = [self.code(argument) for argument in arguments]
        varies = any(argument.varies for argument in given)
        module = self.module if varies or not self.tensor else "math"
        spelled = self.spelling.get(function, f"{module}.{function}")
        text = f"{spelled}({', '.join(argument.text for argument in given)})"
        names = frozenset(spelled.split(".")[:1]) if "." in spelled else frozenset()
        return Code(
            text,
            self,
            names=names.union(*(argument.names for argument in given)),
            parts=((function, text), *(part for argument in given for part in argument.parts)),
            varies=varies,
        )

    def binary(self, operator: str, left: Operand, right: Operand) -> Code:
        a, b = self.code(left), self.code(right)
        binds = BINDS[operator]
        # ** is read from the right, and its right side may carry a sign.
        a = self.bracketed(a, binds + (operator == "**"))
        b = self.bracketed(b, NEGATE if operator == "**" else binds + 1)
        return Code(
            self.join(operator, a.text, b.text),
            self,
            binds,
            a.names | b.names,
            a.parts + b.parts,
            a.varies or b.varies,
        )

    def join(self, operator: str, left: str, right: str) -> str:
        space = "" if operator == "**" and _simple(left) and _simple(right) else " "
        return f"{left}{space}{operator}{space}{right}"

    def negative(self, value: Code) -> Code:
        inner = self.bracketed(value, ATOM)  # JavaScript knows no --x and no -x**y
        return Code(f"-{inner.text}", self, NEGATE, inner.names, inner.parts, inner.varies)

    def bracketed(self, code: Code, at_least: int) -> Code:
        if code.binds >= at_least:
            return code
        text = f"({code.text})"
        kind = "height" if any(name.lower().endswith("_lr") for name in code.names) else "length"
        part = ("term" if code.varies else kind, text)
        return Code(text, self, ATOM, code.names, (part, *code.parts), code.varies)


def _simple(operand: str) -> bool:
    """Whether Python's formatters write this operand of ** without spaces around it."""
    return all(part.isalnum() for part in operand.removeprefix("-").replace("_", "").split("."))
