"""Design -> a factor for PyTorch's LambdaLR."""

from __future__ import annotations

from collections.abc import Iterator

from lrlib.design import Design
from lrlib.printing import lines as layout
from lrlib.printing.body import body
from lrlib.printing.languages import Python
from lrlib.targets.base import Options, Target, header, imports, text, whole_link
from lrlib.targets.resume import resumed_at

OPTIMIZER = "torch.optim.Adam"
SCHEDULER = "torch.optim.lr_scheduler.LambdaLR"


def write(design: Design, options: Options) -> str:
    made = body(design, Python(), ("peak_lr",))
    what = "optimizer step" if design.update == "step" else "epoch"
    return text(
        header(design, whole_link(design, TARGET.name, options)),
        [""],
        imports(made),
        layout.constants(made, made.constants),
        ["", ""],
        [f"def lr_at({made.tick}):", f'    """Learning rate of this {what}, counted from 0."""'],
        layout.scalar(made),
        ["", ""],
        [f"def lr_lambda({made.tick}):"],
        ['    """The factor on PEAK_LR, the rate that the optimizer is made with."""'],
        [f"    return lr_at({made.tick}) / PEAK_LR", "", ""],
        (f"# {line}".rstrip() for line in _usage(design, options)),
    )


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
    given = ", ".join(("optimizer", *arguments))
    line = f"scheduler = {SCHEDULER}({given})"
    if len(line) + 2 <= 88:
        return [line]
    return [f"scheduler = {SCHEDULER}(", f"    {given}", ")"]


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
    notes,
)
