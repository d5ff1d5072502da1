"""Code prints what Python would compute, and refuses to be decided on."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lrlib.printing.formula import Printer
from lrlib.printing.languages import JavaScript, Jax, KerasOps, Python

VALUES = {"a": 0.75, "b": 1.25, "c": 3.0}


class Numbers:
    """The same operations on plain floats."""

    pi = math.pi
    maximum, minimum = staticmethod(max), staticmethod(min)
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
        two, st.sampled_from(["maximum", "minimum", "power"]), trees, trees
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
    found = eval(code.text, {"math": math, "max": max, "min": min, **VALUES})
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
        (A**1e-05, "a**1e-05"),
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


@pytest.mark.parametrize(
    ("printer", "text"),
    [
        (Python(), "min(a, 1)"),
        (JavaScript(), "Math.min(a, 1)"),
        (KerasOps(), "ops.minimum(a, 1)"),
        (Jax(), "jnp.minimum(a, 1)"),
    ],
)
def test_the_smaller_of_two_is_spelled_in_each_language(printer, text):
    assert printer.minimum(printer.name("a", varies=True), 1).text == text


def test_a_local_is_defined_once_and_before_what_uses_it():
    ops = Python()
    low = ops.let("low", A + B)
    high = ops.let("high", low * C)
    code = ops.cos(-(high - low)) / (2 + high) ** low
    assert code.text == "math.cos(-(high - low)) / (2 + high) ** low"
    assert [(name, value.text) for name, value in code.lets] == [
        ("low", "a + b"),
        ("high", "low * c"),
    ]
    assert "a" not in code.names


def test_a_local_varies_as_its_value_does():
    ops = KerasOps()
    fixed = ops.let("fixed", ops.name("a") * 2)
    assert ops.cos(fixed).text == "math.cos(fixed)"
    assert ops.cos(ops.let("moving", ops.name("x", varies=True))).text == "ops.cos(moving)"


def test_one_name_for_two_values_is_an_error():
    ops = Python()
    with pytest.raises(ValueError, match="let: got 'low' for two values of one formula"):
        ops.let("low", A) + ops.let("low", B)
    assert (ops.let("low", A) + ops.let("low", A)).text == "low + low"


@pytest.mark.parametrize("name", ["", "Low", "LOW", "a b", "1st", "größe", "self.low"])
def test_a_local_has_a_plain_name(name):
    with pytest.raises(ValueError, match=r"let: got .*allowed: a name in lower case"):
        Python().let(name, 1.0)


@pytest.mark.parametrize("name", ["progress", "lambda", "min"])
def test_a_name_that_means_something_is_left_alone(name):
    ops = Python().leaving(["progress", "progress_2"])
    number = 3 if name == "progress" else 2
    assert ops.let(name, A).text == f"{name}_{number}"


def test_tensor_code_computes_what_is_constant_in_float64():
    ops = KerasOps()
    a, x = ops.name("a"), ops.name("x", varies=True)
    assert ops.cos(ops.pi * a * x).text == "ops.cos(math.pi * a * x)"
    assert (ops.sqrt(a) * x).text == "math.sqrt(a) * x"
