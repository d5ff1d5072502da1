"""Long expressions are broken into lines that fit, and mean the same."""

import math
import subprocess
import sys

import pytest
from hypothesis import given, settings
from test_formula import TREES, VALUES, Numbers

from lrlib.printing.languages import KerasOps, Python
from lrlib.printing.statement import WIDTH, Locals, statement

LONG = {"a": "self.cooldown_decay_rate_of_it", "b": "PEAK_LR", "c": "some_very_long_name"}


class Attributes:
    cooldown_decay_rate_of_it = VALUES["a"]


def test_a_short_statement_is_one_line():
    ops = Python()
    code = ops.name("PEAK_LR") * ops.name("progress")
    assert statement("return ", code, 4) == ["    return PEAK_LR * progress"]


def test_a_long_statement_names_its_longest_part_first():
    ops = Python()
    inner = ops.name("A" * 30) * ops.name("progress")
    code = ops.name("B" * 30) + ops.name("C" * 20) * ops.cos(inner)
    assert statement("return ", code, 4) == [
        f"    wave = math.cos({'A' * 30} * progress)",
        f"    return {'B' * 30} + {'C' * 20} * wave",
    ]


def test_parts_of_one_kind_are_numbered():
    ops = Python()
    a, b, c = (ops.cos(ops.name(letter * 30)) for letter in "ABC")
    assert statement("return ", a + b + c, 4) == [
        f"    wave = math.cos({'A' * 30})",
        f"    total = wave + math.cos({'B' * 30})",
        f"    return total + math.cos({'C' * 30})",
    ]


def test_a_part_takes_no_name_that_the_function_needs():
    ops = Python()
    code = ops.cos(ops.name("A" * 40)) * ops.name("wave") + ops.name("B" * 40)
    known = Locals(frozenset({"product"}))
    assert statement("return ", code, 4, known) == [
        f"    product_2 = math.cos({'A' * 40}) * wave",
        f"    return product_2 + {'B' * 40}",
    ]


def test_a_part_that_two_statements_share_is_defined_once():
    ops = Python()
    wave, known = ops.cos(ops.name("A" * 60)), Locals()
    lines = [
        line for _ in "12" for line in statement("rate = ", wave + ops.name("B" * 20), 0, known)
    ]
    assert lines == [
        f"wave = math.cos({'A' * 60})",
        *[f"rate = wave + {'B' * 20}"] * 2,
    ]


def test_a_power_is_spaced_as_a_name_wants_it():
    ops = Python()
    code = (ops.name("A" * 40) + ops.name("B" * 40)) ** ops.name("n")
    assert statement("return ", code, 4)[-1] == "    return length**n"


@pytest.mark.parametrize("indent", [4, 12])
def test_any_expression_fits_and_keeps_its_value(indent, tmp_path):
    checked = []

    @settings(max_examples=300)
    @given(TREES)
    def check(tree):
        try:
            value = tree(VALUES, Numbers)
        except (ArithmeticError, ValueError, TypeError):  # no such number, or a complex one
            return
        if not isinstance(value, int | float):
            return
        ops = Python()
        code = ops.code(tree({key: ops.name(LONG[key]) for key in VALUES}, ops))
        # Three of it in one: no such line is short.
        lines = statement("rate = ", ops.maximum(code, code + code), indent)
        assert [line for line in lines if len(line) > WIDTH] == []
        source = "\n".join(line.removeprefix(" " * indent) for line in lines)
        names = {"math": math, "max": max, "min": min, "self": Attributes}
        names |= {LONG[key]: VALUES[key] for key in "bc"}
        exec(source, names)
        expected = max(value, value + value)
        assert names["rate"] == expected or (math.isnan(expected) and math.isnan(names["rate"]))
        body = "\n".join([*lines, f"{' ' * indent}return rate"])
        nested = "".join(f"{' ' * at}if a:\n" for at in range(4, indent, 4))
        checked.append(f"def f{len(checked)}(a):\n{nested}{body}\n")

    check()
    (tmp_path / "lines.py").write_text("\n\n".join(checked))
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "format", "--check", "--diff", "--isolated", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_tensor_is_broken_as_well():
    ops = KerasOps()
    tick, begins = ops.name("step", varies=True), ops.name("self.a_table_of_very_long_begins")
    index = ops.find(begins, tick)
    code = ops.pick(ops.name("self.another_table_of_many_rates"), index, "float32")
    lines = statement("start_lr = ", code, 8)
    assert max(map(len, lines)) <= WIDTH
    assert lines[-1].startswith("        start_lr = take(")
