"""Design, options -> how to train with a schedule that lives in the Keras optimizer."""

from __future__ import annotations

from lrlib.design import Design
from lrlib.targets.keras.optimizer import accumulation, optimizer
from lrlib.targets.keras.resume import fit_arguments, restore, resumed_step
from lrlib.targets.options import Options


def usage(design: Design, options: Options, accumulate: int | str | None) -> list[str]:
    """How to train with it.

    Where training goes on, the optimizer's count of batches is assigned, not added to the
    step: so the rate is right whether or not that count was restored with the weights.
    """
    made = optimizer(options, "learning_rate", *accumulation(accumulate))
    callbacks = ", callbacks=[callback]" if options.get("weight_decay") else ""
    fit = f"model.fit(x, y, {fit_arguments(design, options)}{callbacks})"
    return [
        f"optimizer = {made}",
        "model.compile(optimizer=optimizer, loss=...)",
        *restore(options),
        *_count(design, options),
        *([fit] if callbacks or options.get("resume") else []),
    ]


def _count(design: Design, options: Options) -> list[str]:
    """Assign the count; under gradient accumulation `iterations` is no variable."""
    step = resumed_step(design, options)
    if not step:
        return []
    accumulate = options.get("accumulate", 1)
    if accumulate == 1:
        return [f"model.optimizer.iterations.assign({step})"]
    return [
        "for variable in model.optimizer.variables:",
        '    if variable.name == "iteration":  # counts batches',
        f"        variable.assign({step * accumulate})",
    ]
