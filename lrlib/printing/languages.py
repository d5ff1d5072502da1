"""How each language spells what stands around a formula: ticks, tables, casts."""

from __future__ import annotations

from dataclasses import replace

from lrlib.printing.formula import Code, Operand, Printer


class Language(Printer):
    """A printer that also knows ticks. This one is scalar: plain numbers, one tick at a time."""

    def __init__(self, module: str, tensor: bool = False) -> None:
        super().__init__(module, tensor)

    def constant(self, name: str) -> Code:
        """A constant of the generated code, named after its field."""
        return self.name(name.upper())

    def whole(self, a: Operand, b: Operand) -> Code:
        """The whole part of a / b, for integers."""
        return self.binary("//", a, b)

    def least(self, a: Operand, b: Operand) -> Code:
        """The smaller of two ticks."""
        return self.call("minimum", a, b)

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
        return self.made(f"{table.text}[{index.text}]", table, index)

    def made(self, text: str, *of: Code) -> Code:
        """An expression that this language writes in its own way."""
        return Code(text, self, names=frozenset().union(*(code.names for code in of)))


class Python(Language):
    """Python floats on `math`."""

    spelling = {"maximum": "max", "minimum": "min", "bisect_right": "bisect.bisect_right"}

    def __init__(self) -> None:
        super().__init__("math")


class JavaScript(Language):
    """JavaScript numbers on `Math`; `find` is defined beside the code."""

    spelling = {"maximum": "Math.max", "minimum": "Math.min", "power": "Math.pow"}
    pi_name = "PI"

    def __init__(self) -> None:
        super().__init__("Math")

    def whole(self, a: Operand, b: Operand) -> Code:
        return self.call("floor", self.binary("/", a, b))

    def find(self, begins: Code, tick: Code) -> Code:
        return self.made(
            f"{begins.text}.findLastIndex((begin) => begin <= {tick.text})", begins, tick
        )


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
        return replace(self.made(cast, ticks), parts=(("ticks", cast),))

    def find(self, begins: Code, tick: Code) -> Code:
        later = f'ops.convert_to_tensor({begins.text}[1:], "int32")'
        passed = f'ops.cast({tick.text} >= {later}, "int32")'
        found = self.made(f"ops.cumsum({passed})[-1]", begins, tick)
        return replace(found, parts=(("later", later),))

    def pick(self, table: Code, index: Code, kind: str) -> Code:
        # Not table[index]: XLA would compile the training step anew for every value of index.
        tensor = f'ops.convert_to_tensor({table.text}, "{kind}")'
        picked = self.made(f"take({tensor}, {index.text})", table, index, self.name("take"))
        return replace(picked, parts=(("table", tensor),))


class Jax(KerasOps):
    """float32 arrays on `jnp`."""

    def __init__(self) -> None:
        Language.__init__(self, "jnp", tensor=True)

    def constant(self, name: str) -> Code:
        return self.name(name.upper())

    def real(self, ticks: Code) -> Code:
        cast = f"jnp.float32({ticks.text})"
        return replace(self.made(cast, ticks), parts=(("ticks", cast),))

    def find(self, begins: Code, tick: Code) -> Code:
        return self.made(f"jnp.sum({tick.text} >= jnp.array({begins.text}[1:]))", begins, tick)

    def pick(self, table: Code, index: Code, kind: str) -> Code:
        return self.made(f"jnp.array({table.text})[{index.text}]", table, index)
