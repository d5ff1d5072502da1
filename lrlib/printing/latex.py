"""Shape -> its formula in LaTeX, printed by the same function that draws the curve."""

from __future__ import annotations

from lrlib.fields import write_number
from lrlib.printing.code import ATOM, MULTIPLY, NEGATE, POWER, Code, Operand
from lrlib.printing.formula import Printer
from lrlib.printing.names import At, Constant, named_shape
from lrlib.shapes import PHASES, prefix
from lrlib.shapes.base import Phase, Shape

FUNCTIONS = {"maximum": "max", "minimum": "min", "log": "ln"}  # that LaTeX calls otherwise
HALF = r"\frac{1}{2}"
MEANINGS = {
    "p": "p runs from 0 to 1 over the {part}",
    "x": "x counts the {unit} since it began",
    "W": "W is its length in {unit}",
    "k": "k counts the changes of the rate since it began",
    "N": "N is how many it has",
}


class Latex(Printer):
    """Mathematics as LaTeX: quotients as fractions, exponents raised."""

    def __init__(self) -> None:
        super().__init__("latex")

    @property
    def pi(self) -> Code:
        return Code(r"\pi", self, varies=False)

    def code(self, value: Operand) -> Code:
        if isinstance(value, Code):
            return value
        if value == 0.5:
            return Code(HALF, self, POWER)
        digits, _, exponent = write_number(value).partition("e")
        if exponent:
            return Code(rf"{digits} \cdot 10^{{{int(exponent)}}}", self, MULTIPLY)
        return Code(digits, self, NEGATE if value < 0 else ATOM)

    def let(self, name: str, value: Operand) -> Code:
        """The value itself: a formula on a page reads best in one piece."""
        return self.code(value)

    def call(self, function: str, *arguments: Operand) -> Code:
        given = [self.code(argument) for argument in arguments]
        names = frozenset().union(*(code.names for code in given))
        if function == "sqrt":
            return Code(rf"\sqrt{{{given[0].text}}}", self, names=names)
        inside = ", ".join(code.text for code in given)
        name = FUNCTIONS.get(function, function)
        return Code(rf"\{name}\left({inside}\right)", self, names=names)

    def binary(self, operator: str, left: Operand, right: Operand) -> Code:
        a, b = self.code(left), self.code(right)
        names = a.names | b.names
        if operator == "/":
            return Code(rf"\frac{{{a.text}}}{{{b.text}}}", self, POWER, names)
        if operator == "**":
            base = self.bracketed(a, ATOM)
            return Code(f"{base.text}^{{{b.text}}}", self, POWER, names)
        if b.text.startswith("-"):  # a sign there would be read as a difference
            b = self.bracketed(b, ATOM)
        return super().binary(operator, a, b)

    def join(self, operator: str, left: str, right: str) -> str:
        if operator == "*":
            operator = r"\cdot" if right[0].isdigit() else r"\,"
        return f"{left} {operator} {right}"

    def negative(self, value: Code) -> Code:
        return Code(f"-{self.bracketed(value, POWER).text}", self, NEGATE, value.names)

    def bracketed(self, code: Code, at_least: int) -> Code:
        if code.binds >= at_least:
            return code
        return Code(rf"\left({code.text}\right)", self, names=code.names)


def formula(shape: Shape, phase: str = "decay") -> str:
    r"""The rate \eta as an equation; of one part, where the shape is cut into parts."""
    return rf"\eta = {_rate(_part(shape, phase)).text}"


def legend(shape: Shape, phase: str = "decay", unit: str = "epochs") -> str:
    """What p, x and W mean, and how the shape is cut into parts, as sentences."""
    part = _part(shape, phase)
    used = _rate(part).names
    said = "; ".join(text for name, text in MEANINGS.items() if name in used)
    words = said.format(part=part.part or phase, unit=unit)
    return " ".join(filter(None, [f"{words}." if said else "", shape.cut]))


def _part(shape: Shape, phase: str) -> Phase:
    """The phase of this shape, or its first part: its formula, and what its rates are called."""
    kind = PHASES[phase]
    start = "start_lr" if kind.start == "cooldown_lr" else kind.start
    return shape.phases(Phase(phase, shape, 0, 1000, 0, 1000, 1, 1.0, 0.5, start, kind.end))[0]


def _rate(part: Phase) -> Code:
    """The right side of the equation."""
    ops = Latex()

    def constant(name: str, value: Constant = 0) -> Code:
        return Code(rf"\text{{{name.removeprefix(prefix(part.name)).replace('_', ' ')}}}", ops)

    def rate(name: str) -> Code:
        words = name.removesuffix("_lr").replace("peak", "max").replace("_", " ")
        return Code(rf"\eta_\text{{{words}}}", ops)

    p, x, length = (ops.name(name) for name in "pxW")
    count = ops.name("k")
    if part.shape.stair:
        stair = ops.binary("/", x, constant(part.shape.stair))
        count = Code(rf"\left\lfloor {stair.text} \right\rfloor", ops, names=x.names)
    at = At(
        progress=p,
        left=1 - p,
        elapsed=x,
        remaining=length - x,
        count=count,
        ticks=ops.name("N"),
    )
    shape = named_shape(part, constant)
    return ops.code(shape.lr(rate(part.start_name), rate(part.end_name), at, ops))
