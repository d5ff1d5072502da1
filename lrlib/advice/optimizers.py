"""The rule about rates that are unusual for an optimizer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lrlib.advice.case import Case
from lrlib.design.finding import Finding
from lrlib.targets.optimizers import OPTIMIZERS
from lrlib.words import rate_text


@dataclass(frozen=True)
class Usual:
    """The rates that published runs mostly take with an optimizer: a range of this project.

    `source` says so, and names a rate that somebody else states.
    """

    low: float
    high: float
    source: str


USUAL = {
    "adam": Usual(1e-6, 1e-2, "range ours; Kingma & Ba 2015, arXiv:1412.6980, take 0.001"),
    "adamw": Usual(1e-6, 1e-2, "range ours; AdamW is Loshchilov & Hutter 2019, arXiv:1711.05101"),
    "sgd": Usual(1e-3, 5.0, "range ours; Goyal et al. 2017, arXiv:1706.02677, take 0.1 for 256"),
    "rmsprop": Usual(1e-5, 0.3, "range ours; Tan & Le 2019, arXiv:1905.11946, take 0.256"),
    "lion": Usual(
        1e-6,
        1e-3,
        "range ours; 3 to 10 times smaller than AdamW's: Chen et al. 2023, arXiv:2302.06675",
    ),
    "adafactor": Usual(1e-5, 0.1, "range ours; Raffel et al. 2019, arXiv:1910.10683, take 0.01"),
}


def unusual_rate(case: Case) -> Iterator[Finding]:
    """A highest rate outside of what the chosen optimizer usually gets."""
    if case.view is None:
        return
    chosen = case.view.optimizer
    usual, highest = USUAL[chosen], case.summary.highest
    if not usual.low <= highest <= usual.high:
        too = "high" if highest > usual.high else "low"
        reason = (
            f"{rate_text(highest)} is unusually {too} for {OPTIMIZERS[chosen].label}, "
            f"which mostly trains between {rate_text(usual.low)} and {rate_text(usual.high)}."
        )
        yield Finding("warning" if too == "high" else "note", "peak_lr", reason, usual.source)
