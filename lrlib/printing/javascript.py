"""Shapes -> the JavaScript of their formulas; Design -> what the browser draws it from.

The browser draws a curve while it is being dragged. Its formulas are printed here from the
shapes, once for all designs, so that a design sends numbers only. How phases take their
ticks is written a second time, in phases.js, spans.js and cuts.js of
pages/parts/chart/live_chart.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Container, Iterator
from itertools import product
from types import SimpleNamespace
from typing import Any

from lrlib.design import Design
from lrlib.printing.code import Code
from lrlib.printing.languages import JavaScript
from lrlib.shapes import PHASES, SHAPES, build_shape, prefix
from lrlib.shapes.base import Phase, Shape

PLACES = ("progress", "left", "elapsed", "remaining", "count", "ticks")


def formulas() -> str:
    """A module of `FORMULAS`: each by name, over its rates, the place and its parameters."""
    printed = {formula_name(shape): _body(_formula(shape)) for shape in _every_formula()}
    lines = [f"  {name}: (start, end, at, own) => {text}," for name, text in printed.items()]
    return "\n".join(["export const FORMULAS = {", *lines, "};"]) + "\n"


def program(design: Design, known: Container[str] = ()) -> dict[str, Any]:
    """What the browser needs beside the numbers of the design, ready for JSON.

    Names only; but a phase whose shape is made of parts brings along how it is cut here, unless
    the browser knows how to cut that shape: `known` names those.
    """
    return {
        "unit": design.clock.unit,
        "update": design.update,
        "phases": {name: _phase(name, design, known) for name in PHASES},
    }


def formula_name(shape: Shape) -> str:
    """The shape's class with its flags and choices, since a formula may branch on those."""
    fields = shape.parameters().items()
    chosen = [word for key, field in fields for word in field.called(key, getattr(shape, key))]
    return "_".join([type(shape).__name__, *chosen])


def _phase(name: str, design: Design, known: Container[str]) -> dict[str, Any]:
    shape = build_shape(name, design.chosen)
    parts = type(shape).__name__ if type(shape).phases is not Shape.phases else ""
    return {
        "formula": formula_name(_parts(shape)[0].shape),
        "parts": parts,
        "own": {key: prefix(name) + key for key in shape.parameters()},
        "stair": prefix(name) + shape.stair if shape.stair else "",
        "arrives": shape.arrives,
        "cut": _cut(name, shape, design) if parts and parts not in known else None,
    }


def _cut(name: str, shape: Shape, design: Design) -> dict[str, Any]:
    """The parts of one phase at the design's own values: ticks count from where it begins."""
    parts = [phase for phase in design.phases() if phase.name == name] or _parts(shape)
    begin = parts[0].begin
    return {
        "ticks": parts[-1].end - begin,
        "parts": [
            {
                "formula": formula_name(part.shape),
                "own": _numbers(part.shape),
                "begin": part.begin - begin,
                "origin": part.origin - begin,
                "length": part.length,
                "every": part.every,
                "staircase": bool(part.shape.stair),
                "start": part.start_lr,
                "end": part.end_lr,
            }
            for part in parts
        ],
    }


def _numbers(shape: Shape) -> dict[str, int | float]:
    """The parameters that a formula takes from the design; flags and choices are printed."""
    values = {field.name: getattr(shape, field.name) for field in dataclasses.fields(shape)}
    return {name: value for name, value in values.items() if type(value) in (int, float)}


def _parts(shape: Shape) -> list[Phase]:
    """A phase of any length, cut as this shape cuts it."""
    return shape.phases(Phase("decay", shape, 0, 1000, 0, 1000, 1, 1e-3, 1e-4))


def _every_formula() -> Iterator[Shape]:
    """Each shape that has a formula of its own, in each of its variants."""
    for shapes in SHAPES.values():
        for shape in shapes.values():
            for variant in _variants(shape):
                yield from (part.shape for part in _parts(variant))


def _variants(shape: type[Shape]) -> Iterator[Shape]:
    """The shape with every combination of its flags and choices."""
    options = {key: field.variants() for key, field in shape.parameters().items()}
    for values in product(*options.values()):
        yield shape(**dict(zip(options, values, strict=True)))


def _formula(shape: Shape) -> Code:
    language = JavaScript()
    numbers = {name: language.name(f"own.{name}") for name in _numbers(shape)}
    at = SimpleNamespace(**{name: language.name(f"at.{name}", varies=True) for name in PLACES})
    start, end = language.name("start"), language.name("end")
    return language.code(dataclasses.replace(shape, **numbers).lr(start, end, at, language))


def _body(formula: Code) -> str:
    """An expression; with statements before it where the formula names values of its own."""
    lets: tuple[tuple[str, Code], ...] = getattr(formula, "lets", ())
    if not lets:
        return formula.text
    lines = [*(f"const {name} = {value.text};" for name, value in lets), f"return {formula.text};"]
    return "\n    ".join(["{", *lines]) + "\n  }"
