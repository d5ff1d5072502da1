"""Design -> findings, each with the field, the reason and a source."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lrlib.advice import lengths, optimizers, rates, rounding, updates, waves
from lrlib.advice.case import Case
from lrlib.design import Design
from lrlib.design.finding import Finding
from lrlib.view import View

Rule = Callable[[Case], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    lengths.warmup_too_long,
    rounding.rounded_length,
    rounding.no_length,
    lengths.phase_cut,
    lengths.boundary_never_reached,
    lengths.boundary_in_warmup,
    lengths.no_drop,
    lengths.points_past_end,
    rates.zero_first_epoch,
    rates.jump,
    rates.end_above_start,
    waves.wave_end,
    waves.wave_too_short,
    waves.restart_too_short,
    waves.cosine_end,
    updates.steps_per_epoch,
    optimizers.unusual_rate,
    rates.low_rates,
    updates.coarse_epochs,
    updates.float32_steps,
)
ORDER = ("error", "warning", "note")


def advise(design: Design, view: View | None = None, **context: int | None) -> list[Finding]:
    """What a careful colleague would say of this design, most serious first.

    `view` is what the code panel shows; without it no optimizer is judged. `data_size`,
    `batch_size` (on one device) and `devices`, where a person gave them, are held against the
    steps per epoch, with the batches that the view puts into one update.
    """
    case = Case(design, view, **context)
    found = [finding for rule in RULES for finding in rule(case)]
    return sorted(found, key=lambda finding: ORDER.index(finding.level))
