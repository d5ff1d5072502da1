"""Design -> a program in plain Python that defines lr_at(tick): what other targets wrap."""

from __future__ import annotations

from lrlib.design import Design
from lrlib.printing.body import body
from lrlib.printing.languages import Python
from lrlib.printing.lines import constants, scalar
from lrlib.targets.program import Block, Program


def lr_at(design: Design, always: tuple[str, ...] = (), step: str = "step") -> Program:
    """`lr_at(epoch)` or `lr_at(step)`, as the design counts; the constants in `always` in any case.

    `step` is what the framework calls a step.
    """
    made = body(design, Python(), always)
    standard = [f"import {module}" for module in sorted(made.names & {"math", "bisect"})]
    what = step if design.update == "step" else "epoch"
    function = [
        f"def lr_at({made.tick}):",
        f'    """Learning rate of this {what}, counted from 0."""',
        *scalar(made),
    ]
    imports = [standard] if standard else []
    return Program(imports, constants(made, made.constants), [Block(function)])
