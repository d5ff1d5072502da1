"""What the process that trains is told: a text, and which steps of its run to train."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

import numpy

from lrlib.curves import Ticks

FOLDER = "prove-"  # how the name of a run's own folder begins
Windows = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Job:
    """One run: its places are ticks or steps, whichever the text's object counts."""

    text: str
    framework: str
    module: str  # trains with it
    defines: str  # the object that the text defines
    counts: str  # what that object is asked for the rate of: ticks or steps
    per_epoch: bool  # whether a tick is an epoch
    steps_per_epoch: int
    windows: Windows  # first place and how many, of each stretch that is trained
    each: int = 1  # steps that are trained at each place
    first: int = 0  # the step at which training goes on
    accumulate: int = 1  # batches in a step
    sampled: bool = False  # whether only a part of the run is trained
    released: int = 0  # the step at which the text lets go of the rate; 0 where it never does

    @property
    def batches(self) -> Sequence[int]:
        """The batches of a step that are trained: of a sampled run its first and its last."""
        every = range(self.accumulate)
        return (every[0], every[-1]) if self.sampled and len(every) > 2 else every

    @property
    def trained(self) -> int:
        """Steps that are trained."""
        return sum(count for _, count in self.windows) * self.each

    def places(self) -> Iterator[int]:
        """Each place that is trained, in order."""
        for first, count in self.windows:
            yield from range(first, first + count)

    def steps(self) -> Ticks:
        """The number of each trained step, counted from the start of the run."""
        places = numpy.fromiter(self.places(), dtype=numpy.int64)
        if self.counts == "steps" or not self.per_epoch:
            return places
        return (places[:, None] * self.steps_per_epoch + numpy.arange(self.each)).ravel()

    def write(self) -> str:
        """One line of JSON."""
        return json.dumps(asdict(self))

    @classmethod
    def read(cls, line: str) -> Job:
        """The job of such a line."""
        given = json.loads(line)
        given["windows"] = tuple(map(tuple, given["windows"]))
        return cls(**given)
