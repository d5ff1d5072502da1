"""How generated lines are laid out."""

import ast

from hypothesis import given
from strategies import designs

from lrlib import Design
from lrlib.printing.body import body
from lrlib.printing.languages import KerasOps, Python
from lrlib.printing.lines import constants, scalar, tensor
from lrlib.printing.statement import WIDTH


def test_branches_return_and_the_last_one_serves_the_rest():
    design = Design(warmup="linear", warmup_length=5, decay="constant")
    assert scalar(body(design, Python())) == [
        "    epoch = min(epoch, TOTAL_EPOCHS)",
        "    if epoch < WARMUP_END:",
        "        progress = epoch / WARMUP_END",
        "        return INIT_LR + (PEAK_LR - INIT_LR) * progress",
        "    return PEAK_LR",
    ]


def test_tensors_choose_between_branches():
    design = Design(warmup="linear", warmup_length=5, decay="constant")
    lines = tensor(body(design, KerasOps()), "ops.where", 8)
    assert lines[-1] == "        rate = ops.where(epoch < self.warmup_end, warmup, rate)"
    assert "        rate = self.peak_lr" in lines


def test_a_long_table_gets_a_line_for_each_entry():
    points = [(i, 1 / 7) for i in range(30)]
    made = body(Design(decay="points", points=points), Python())
    lines = constants(made, ["segment_begins"])
    assert lines[0] == "SEGMENT_BEGINS = ("
    assert lines[1] == "    0,"
    assert lines[-1] == ")"


@given(designs(wide=True))
def test_any_body_is_valid_python_within_the_width(design):
    made = body(design, Python())
    lines = [
        *constants(made, made.constants),
        f"def lr_at({made.tick}):",
        *scalar(made),
    ]
    tree = ast.parse("\n".join(lines))
    assert [line for line in lines if len(line) > WIDTH] == []
    assert all(line.isascii() for line in lines)
    # No constant without a use, no name that is nowhere made.
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    stored = {node.id for node in names if isinstance(node.ctx, ast.Store)}
    used = {node.id for node in names if isinstance(node.ctx, ast.Load)}
    assert stored <= used
    assert used <= stored | {made.tick, "math", "bisect", "min", "max"}


@given(designs(wide=True))
def test_tensor_lines_keep_the_width(design):
    made = body(design, KerasOps())
    lines = tensor(made, "ops.where", 8)
    ast.parse("def call():\n" + "\n".join(lines))
    assert [line for line in lines if len(line) > WIDTH] == []
