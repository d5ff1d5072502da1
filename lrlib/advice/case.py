"""What a rule looks at: a design, what is known beside it, and words for places in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from lrlib.design import Design
from lrlib.shapes import build_shape
from lrlib.shapes.base import Phase, Shape, whole_ticks
from lrlib.summary import Summary, summary
from lrlib.view import View


@dataclass(frozen=True)
class Case:
    """A design; `view` and the sizes are None where nobody stated them."""

    design: Design
    view: View | None = None
    data_size: int | None = None
    batch_size: int | None = None  # on one device
    devices: int | None = None
    accumulate: int | None = None  # where no view says it

    @cached_property
    def phases(self) -> list[Phase]:
        return self.design.phases()

    @cached_property
    def decay(self) -> Shape:
        """The decay's shape."""
        return build_shape("decay", self.design.chosen)

    @cached_property
    def summary(self) -> Summary:
        return summary(self.design)

    @property
    def batches(self) -> int:
        """Batches that make one update."""
        return self.accumulate or (self.view.accumulate if self.view else 1)

    @property
    def ticks(self) -> int:
        return self.design.ticks

    @property
    def decay_begin(self) -> int:
        """The tick after warmup and hold."""
        return self.design.spans["decay"].begin

    @property
    def decay_end(self) -> int:
        """The tick where the cooldown begins, or the run ends."""
        return self.design.spans["decay"].end

    def parts(self, name: str) -> list[Phase]:
        """The phases of this name."""
        return [phase for phase in self.phases if phase.name == name]

    def asked(self, name: str) -> int:
        """The ticks that a phase was given, whether they fit or not."""
        return self.design.spans[name].asked

    def tick(self, units: float) -> int:
        return whole_ticks(units, self.design.clock.per_unit)

    def units(self, ticks: int) -> str:
        """So many ticks in units, without a word: 2.5 or 1,000."""
        return f"{round(ticks / self.design.clock.per_unit, 2):,}".removesuffix(".0")

    def span(self, ticks: int) -> str:
        """So many ticks in words: "1 epoch", "1,000 steps"."""
        number = self.units(ticks)
        return f"{number} {self.one_unit if number == '1' else self.design.clock.unit}"

    def place(self, tick: int) -> str:
        """A tick in words: "epoch 30"."""
        return f"{self.one_unit} {self.units(tick)}"

    @property
    def one_unit(self) -> str:
        return self.design.clock.unit.removesuffix("s")


def percent(share: float) -> str:
    """A share as people read it: 17 %, 0.5 %."""
    return f"{100 * share:.2g} %" if share < 0.0995 else f"{100 * share:.0f} %"
