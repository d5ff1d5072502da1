"""Options -> the optimizer, as Keras code."""

from __future__ import annotations

from lrlib.targets.optimizers import OPTIMIZERS
from lrlib.targets.options import Options


def optimizer(options: Options, *arguments: str) -> str:
    """The call that makes it; plain Adam gives way to AdamW where weight decay is chosen."""
    chosen = options.get("optimizer", "adam")
    if chosen == "adam" and options.get("weight_decay"):
        chosen = "adamw"
    return f"keras.optimizers.{OPTIMIZERS[chosen].keras}({', '.join(arguments)})"


def accumulation(accumulate: int | str | None) -> list[str]:
    """The argument for gradients of several batches in one update; none for one batch."""
    return [f"gradient_accumulation_steps={accumulate}"] if accumulate else []
