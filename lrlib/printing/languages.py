"""How each language spells what stands around a formula: ticks, tables, casts."""

from __future__ import annotations

from functools import partial

from lrlib.printing.code import Code, Operand
from lrlib.printing.formula import Printer


class Language(Printer):
    """A printer that also knows ticks. This one is scalar: plain numbers, one tick at a time."""

    def constant(self, name: str) -> Code:
        """A constant of the generated code, named after its field."""
        return self.name(name.upper())

    def whole(self, a: Operand, b: Operand) -> Code:
        """The whole part of a / b, for integers."""
        return self.binary("//", a, b)

    def inside(self, tick: Code, low: Code | None, high: Code | None) -> Code:
        """The tick kept inside its phase, for code that evaluates every phase at every tick."""
        return tick

    def real(self, ticks: Code) -> Code:
        """A difference of whole ticks, ready to be divided."""
        return ticks

    def find(self, begins: Code, tick: Code) -> Code:
        """The index of the last entry of `begins` that is at most `tick`."""
        return self.call("bisect_right", begins, tick) - 1

    def pick(self, table: Code, index: Code, kind: str) -> Code:
        """An entry of a table; `kind` is float32 or int32."""
        text = f"{table.text}[{index.text}]"
        return self.made(text, (table, index), partial(self.pick, kind=kind))


class Python(Language):
    """Python floats on `math`."""

    spelling = {"maximum": "max", "minimum": "min", "bisect_right": "bisect.bisect_right"}

    def __init__(self) -> None:
        super().__init__("math")


class JavaScript(Language):
    """JavaScript numbers on `Math`; `find` is defined beside the code."""

    spelling = {"maximum": "Math.max", "minimum": "Math.min"}
    pi_name = "PI"

    def __init__(self) -> None:
        super().__init__("Math")

    def whole(self, a: Operand, b: Operand) -> Code:
        return self.call("floor", self.binary("/", a, b))

    def find(self, begins: Code, tick: Code) -> Code:
        text = f"{begins.text}.findLastIndex((begin) => begin <= {tick.text})"
        return self.made(text, (begins, tick), self.find)


class KerasOps(Language):
    """float32 tensors on `ops`, which is keras.ops or tensorflow; constants live in `self`."""

    def __init__(self) -> None:
        super().__init__("ops", tensor=True)

    def constant(self, name: str) -> Code:
        return self.name(f"self.{name}")

    def inside(self, tick: Code, low: Code | None, high: Code | None) -> Code:
        if low is not None:
            tick = self.call("maximum", tick, low)
        return tick if high is None else self.call("minimum", tick, high)

    def real(self, ticks: Code) -> Code:
        cast = f'ops.cast({ticks.text}, "float32")'
        return self.made(cast, (ticks,), self.real, label="ticks")

    def find(self, begins: Code, tick: Code) -> Code:
        return self._passed(tick, self._later(begins))

    def _later(self, begins: Code) -> Code:
        text = f'ops.convert_to_tensor({begins.text}[1:], "int32")'
        return self.made(text, (begins,), self._later, label="later")

    def _passed(self, tick: Code, later: Code) -> Code:
        """How many of the later begins have passed."""
        text = f'ops.cumsum(ops.cast({tick.text} >= {later.text}, "int32"))[-1]'
        return self.made(text, (tick, later), self._passed)

    def pick(self, table: Code, index: Code, kind: str) -> Code:
        return self._taken(self._tensor(table, kind), index)

    def _tensor(self, table: Code, kind: str) -> Code:
        text = f'ops.convert_to_tensor({table.text}, "{kind}")'
        return self.made(text, (table,), partial(self._tensor, kind=kind), label="table")

    def _taken(self, tensor: Code, index: Code) -> Code:
        # Not table[index]: XLA would compile the training step anew for every value of index.
        text = f"take({tensor.text}, {index.text})"
        return self.made(text, (tensor, index), self._taken, names=["take"])


class Jax(KerasOps):
    """float32 arrays on `jnp`."""

    def __init__(self) -> None:
        Language.__init__(self, "jnp", tensor=True)

    def constant(self, name: str) -> Code:
        return self.name(name.upper())

    def real(self, ticks: Code) -> Code:
        return self.made(f"jnp.float32({ticks.text})", (ticks,), self.real, label="ticks")

    def find(self, begins: Code, tick: Code) -> Code:
        text = f"jnp.sum({tick.text} >= jnp.array({begins.text}[1:]))"
        return self.made(text, (begins, tick), self.find)

    def pick(self, table: Code, index: Code, kind: str) -> Code:
        text = f"jnp.array({table.text})[{index.text}]"
        return self.made(text, (table, index), partial(self.pick, kind=kind))
