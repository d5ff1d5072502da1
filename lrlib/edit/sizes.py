"""Sizes of a data set and of a batch -> what one update sees, and the updates in an epoch."""

from __future__ import annotations

from dataclasses import dataclass

from lrlib.design.clock import steps_in_epoch


@dataclass(frozen=True)
class Sizes:
    """`batch_size` samples on each of `devices`; an update sees `accumulate` such batches."""

    data_size: int
    batch_size: int
    devices: int = 1
    accumulate: int = 1

    @property
    def samples(self) -> int:
        """What one update sees."""
        return self.batch_size * self.devices * self.accumulate

    @property
    def updates(self) -> int:
        """Updates in an epoch; the last one may see fewer samples."""
        return steps_in_epoch(self.data_size, self.samples)

    def words(self) -> str:
        """The arithmetic: "One update sees 64 × 1 × 4 = 256 samples: 100 updates an epoch." """
        factors = (self.batch_size, self.devices, self.accumulate)
        product = " × ".join(f"{factor:,}" for factor in factors) + " = "
        seen = f"{product * (self.samples != self.batch_size)}{self.samples:,}"
        seen += " sample" if self.samples == 1 else " samples"
        made = f"{self.updates:,} update{'s' * (self.updates != 1)}"
        return f"One update sees {seen}: {made} an epoch."
