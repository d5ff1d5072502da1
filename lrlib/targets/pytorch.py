"""Design -> a factor for PyTorch's LambdaLR."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lrlib.design import Design
from lrlib.printing.statement import WIDTH
from lrlib.targets.base import Proof, Target
from lrlib.targets.lr_at import lr_at
from lrlib.targets.optimizers import OPTIMIZERS
from lrlib.targets.options import Options
from lrlib.targets.program import Block, Program
from lrlib.targets.resume import resumed_at

OPTIMIZER = f"torch.optim.{OPTIMIZERS['adam'].torch}"
SCHEDULER = "torch.optim.lr_scheduler.LambdaLR"


def write(design: Design, options: Options) -> Program:
    made = lr_at(design, ("peak_lr",), "optimizer step")
    tick = design.update
    factor = [
        f"def lr_lambda({tick}):",
        '    """The factor on PEAK_LR, the rate that the optimizer is made with."""',
        f"    return lr_at({tick}) / PEAK_LR",
    ]
    usage = list(_usage(design, options))
    return replace(made, definitions=[*made.definitions, Block(factor)], usage=usage)


def _usage(design: Design, options: Options) -> Iterator[str]:
    resume = resumed_at(design, options)
    if resume:
        yield 'parameters = [{"params": model.parameters(), "initial_lr": PEAK_LR}]'
        yield f"optimizer = {OPTIMIZER}(parameters, lr=PEAK_LR)"
        yield from _scheduler("lr_lambda", f"last_epoch={resume - 1}")
        yield 'optimizer.load_state_dict(saved["optimizer"])  # where a state was saved'
        yield 'scheduler.load_state_dict(saved["scheduler"])'
    else:
        yield f"optimizer = {OPTIMIZER}(model.parameters(), lr=PEAK_LR)"
        yield from _scheduler("lr_lambda")
    yield f"scheduler.step()  # {_when(design, options)}"
    yield ""
    yield "PyTorch Lightning, in configure_optimizers:"
    yield f'return [optimizer], [{{"scheduler": scheduler, "interval": "{design.update}"}}]'
    yield ""
    yield "Hugging Face, whose Trainer calls scheduler.step() after each optimizer.step():"
    if design.update == "epoch":
        last = [f"last_epoch={resume * design.steps_per_epoch - 1}"] * bool(resume)
        yield from _scheduler(f"lambda step: lr_lambda(step // {design.steps_per_epoch})", *last)
    yield "trainer = Trainer(..., optimizers=(optimizer, scheduler))"


def _scheduler(*arguments: str) -> list[str]:
    """The call, in lines that fit behind the sign of a comment."""
    given = ", ".join(("optimizer", *arguments))
    line = f"scheduler = {SCHEDULER}({given})"
    return [line] if len(line) + 2 <= WIDTH else [f"scheduler = {SCHEDULER}(", f"    {given}", ")"]


def _when(design: Design, options: Options) -> str:
    """Where the scheduler's clock is called."""
    if design.update == "epoch":
        return "at the end of each epoch"
    accumulate: int = options.get("accumulate", 1)
    return "after each optimizer.step()" + f", once in {accumulate} batches" * (accumulate > 1)


def notes(design: Design, options: Options) -> Iterator[str]:
    yield "Adds about nothing to a step."
    yield (
        "To resume, save the state_dict of the optimizer and of the scheduler, "
        "and load both after both are built."
    )
    if options.get("accumulate", 1) > 1 and design.update == "step":
        yield "The curve counts optimizer steps, not batches."


TARGET = Target(
    "pytorch",
    "PyTorch",
    "lr_lambda.py",
    "python",
    "For LambdaLR: plain PyTorch, Lightning, or the Trainer of Hugging Face.",
    write,
    ("accumulate", "resume"),
    "lr_lambda",
    "torch",
    Proof("lrlib.prove.with_torch", "ticks"),
    notes,
)
