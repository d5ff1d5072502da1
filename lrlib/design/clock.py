"""Units, ticks and steps of a run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Clock:
    """How long a run is, and how often its rate changes.

    `unit` is what lengths are counted in, `epochs` or `steps`; one change of the rate is a
    tick; a step is one update of the optimizer.
    """

    unit: str
    update: str  # "epoch" or "step": what a tick is
    length: int  # units in the run
    steps_per_epoch: int

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Clock:
        unit = "epochs" if "epochs" in values else "steps"
        return cls(unit, values["update"], values[unit], values["steps_per_epoch"])

    @property
    def per_unit(self) -> int:
        """Ticks in a unit."""
        return self.steps_per_epoch if (self.unit, self.update) == ("epochs", "step") else 1

    @property
    def steps_per_tick(self) -> int:
        """Steps that train with one tick's rate."""
        return self.steps_per_epoch if self.update == "epoch" else 1

    @property
    def ticks(self) -> int:
        """Ticks in the run."""
        return self.length * self.per_unit

    @property
    def steps(self) -> int:
        """Steps in the run."""
        return self.ticks * self.steps_per_tick

    @property
    def epochs(self) -> int:
        """Epochs that the run begins; one in steps may end inside its last epoch."""
        return -(-self.steps // self.steps_per_epoch)

    def tick(self, place: int, what: str) -> int:
        """The tick that trains epoch or step `place`, counted from 0; an epoch's first one."""
        step = place * self.steps_per_epoch if what == "epoch" else place
        return step // self.steps_per_tick


def steps_in_epoch(examples: int, batch: int) -> int:
    """Optimizer steps in an epoch: the last batch may be smaller."""
    return -(-examples // batch)
