"""Code prints what Python would compute, and refuses to be decided on."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lrlib.printing.formula import Printer
from lrlib.printing.languages import JavaScript, KerasOps, Python

VALUES = {"a": 0.75, "b": 1.25, "c": 3.0}
FUNCTIONS = {"cos": math.cos, "sqrt": math.sqrt, "exp": math.exp, "log": math.log, "max": max}


class Numbers:
    """The same operations on plain floats."""

    pi = math.pi
    maximum = staticmethod(max)
    cos, sqrt, exp, log = math.cos, math.sqrt, math.exp, math.log
    power = staticmethod(pow)


# Each tree is a function of (values, ops): numbers give a number, Code gives its text.
LEAVES = st.sampled_from(list(VALUES)).map(lambda name: lambda v, ops: v[name]) | st.sampled_from(
    [0.5, 2, -1.5, 1e-05, -3]
).map(lambda number: lambda v, ops: number)


def binary(trees):
    operators = {
        "+": lambda a, b: a + b,
        "-": lambda a, b: a - b,
        "*": lambda a, b: a * b,
        "/": lambda a, b: a / b,
        "**": lambda a, b: a**b,
    }

    def join(name, left, right):
        return lambda v, ops: operators[name](left(v, ops), right(v, ops))

    return st.builds(join, st.sampled_from(list(operators)), trees, trees)


def calls(trees):
    def one(name, inner):
        return lambda v, ops: getattr(ops, name)(inner(v, ops))

    def two(name, left, right):
        return lambda v, ops: getattr(ops, name)(left(v, ops), right(v, ops))

    return st.builds(one, st.sampled_from(["cos", "sqrt", "exp", "log"]), trees) | st.builds(
        two, st.sampled_from(["maximum", "power"]), trees, trees
    )


def negative(trees):
    return trees.map(lambda inner: lambda v, ops: -inner(v, ops))


TREES = st.recursive(LEAVES, lambda t: binary(t) | calls(t) | negative(t), max_leaves=12)


@settings(max_examples=600)
@given(TREES)
def test_the_text_of_any_expression_has_its_value(tree):
    try:
        value = tree(VALUES, Numbers)
    except (ArithmeticError, ValueError, TypeError):  # no such number, or a complex one
        return
    if not isinstance(value, int | float):
        return
    printer = Python()
    code = printer.code(tree({name: printer.name(name) for name in VALUES}, printer))
    found = eval(code.text, {"math": math, "max": max, **VALUES})
    assert found == value or (math.isnan(found) and math.isnan(value)), code.text


A, B, C = (Printer("math").name(name) for name in "abc")
NEGATIVE = -A


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (A + B + C, "a + b + c"),
        (A - (B - C), "a - (b - c)"),
        (A - (B + C), "a - (b + c)"),
        ((A + B) * C, "(a + b) * c"),
        (A * B + C, "a * b + c"),
        (A / (B * C), "a / (b * c)"),
        (A / B / C, "a / b / c"),
        (A ** (B**C), "a ** b**c"),
        ((A**B) ** C, "(a**b) ** c"),
        (-(A**B), "-(a**b)"),
        ((-A) ** B, "(-a) ** b"),
        (A**-B, "a**-b"),
        (-(A + B), "-(a + b)"),
        (NEGATIVE, "-a"),
        (-NEGATIVE, "-(-a)"),
        (A - -B, "a - -b"),
        (-A * B, "-a * b"),
        (2 - A, "2 - a"),
        (2 / A, "2 / a"),
        (2**A, "2**a"),
        ((-2.0) ** A, "(-2.0) ** a"),
        (A**-2.0, "a**-2.0"),
    ],
)
def test_brackets_stand_only_where_precedence_needs_them(code, text):
    assert code.text == text


@pytest.mark.parametrize(
    "decide",
    [
        bool,
        lambda a: a == 1,
        lambda a: a != 1,
        lambda a: a < 1,
        lambda a: a <= 1,
        lambda a: a > 1,
        lambda a: a >= 1,
        lambda a: max(a, 1),
        lambda a: a in [1],
        lambda a: not a,
        lambda a: a and 1,
    ],
)
def test_a_formula_cannot_branch_on_a_value(decide):
    with pytest.raises(TypeError, match="cannot branch on 'a'"):
        decide(A)


def test_a_value_is_no_key():
    with pytest.raises(TypeError):
        hash(A)


def test_names_are_those_used():
    code = Python().cos(A * B) + 1
    assert code.names == {"a", "b", "math"}


@pytest.mark.parametrize(
    ("printer", "text"),
    [
        (Python(), "max(b, a**c)"),
        (JavaScript(), "Math.max(b, a**c)"),
        (KerasOps(), "ops.maximum(b, ops.exp(math.log(a) * c))"),
    ],
)
def test_each_language_spells_in_its_own_way(printer, text):
    base, floor = printer.name("a"), printer.name("b")
    exponent = printer.name("c", varies=True)
    assert printer.maximum(floor, printer.power(base, exponent)).text == text


def test_tensor_code_computes_what_is_constant_in_float64():
    ops = KerasOps()
    a, x = ops.name("a"), ops.name("x", varies=True)
    assert ops.cos(ops.pi * a * x).text == "ops.cos(math.pi * a * x)"
    assert (ops.sqrt(a) * x).text == "math.sqrt(a) * x"
