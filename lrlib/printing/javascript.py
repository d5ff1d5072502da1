"""Shapes -> the JavaScript of their formulas; Design -> what the browser draws it from.

The browser draws a curve while it is being dragged. Its formulas are printed here from the
shapes, once for all designs, so that a design sends numbers only. How phases take their
ticks is written a second time, in pages/parts/chart/live_chart/curve.js.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from itertools import product
from types import SimpleNamespace
from typing import Any

from lrlib.design import Design
from lrlib.fields import Choice, Field, Flag
from lrlib.printing.languages import JavaScript
from lrlib.shapes import PHASES, SHAPES, build_shape, prefix
from lrlib.shapes.base import Phase, Shape

PLACES = ("progress", "left", "elapsed", "remaining", "count")


def formulas() -> str:
    """`const FORMULAS`: each formula by name, over its rates, the place and its parameters."""
    printed = {formula_name(shape): _formula(shape) for shape in _every_formula()}
    lines = [f"  {name}: (start, end, at, own) => {text}," for name, text in printed.items()]
    return "\n".join(["const FORMULAS = {", *lines, "};"]) + "\n"


def program(design: Design) -> dict[str, Any]:
    """What the browser needs beside the numbers of the design: names only, ready for JSON."""
    return {
        "unit": design.clock.unit,
        "update": design.update,
        "phases": {name: _phase(name, build_shape(name, design.chosen)) for name in PHASES},
    }


def formula_name(shape: Shape) -> str:
    """The shape's class with its flags and choices, since a formula may branch on those."""
    chosen = [
        f"_{key}_{value}".lower()
        for key, field in shape.parameters().items()
        if isinstance(field, Flag | Choice) and (value := getattr(shape, key))
    ]
    return type(shape).__name__ + "".join(chosen)


def _phase(name: str, shape: Shape) -> dict[str, Any]:
    part = _parts(shape)[0].shape
    return {
        "formula": formula_name(part),
        "parts": type(shape).__name__ if part != shape else "",
        "own": {key: prefix(name) + key for key in shape.parameters()},
        "stair": prefix(name) + part.stair if part.stair else "",
    }


def _parts(shape: Shape) -> list[Phase]:
    """A phase of any length, cut as this shape cuts it."""
    return shape.phases(Phase("decay", shape, 0, 1000, 0, 1000, 1, 1e-3, 1e-4))


def _every_formula() -> Iterator[Shape]:
    """Each shape that has a formula of its own, in each of its variants."""
    for shapes in SHAPES.values():
        for shape in shapes.values():
            for variant in _variants(shape):
                yield _parts(variant)[0].shape


def _variants(shape: type[Shape]) -> Iterator[Shape]:
    """The shape with every combination of its flags and choices."""
    options = {key: _options(field) for key, field in shape.parameters().items()}
    for values in product(*options.values()):
        yield shape(**dict(zip(options, values, strict=True)))


def _options(field: Field) -> tuple[Any, ...]:
    if isinstance(field, Choice):
        return field.options
    return (False, True) if isinstance(field, Flag) else (field.default,)


def _formula(shape: Shape) -> str:
    language = JavaScript()
    numbers = {
        field.name: language.name(f"own.{field.name}")
        for field in dataclasses.fields(shape)
        if type(getattr(shape, field.name)) in (int, float)
    }
    at = SimpleNamespace(**{name: language.name(f"at.{name}", varies=True) for name in PLACES})
    start, end = language.name("start"), language.name("end")
    return language.code(dataclasses.replace(shape, **numbers).lr(start, end, at, language)).text
