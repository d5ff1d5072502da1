"""What a recipe is: one published run as data, and its schedule as a design."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from lrlib.design import Design
from lrlib.design.query import write
from lrlib.edit.scale import scale
from lrlib.words import rate_text

Verified = Literal["code", "read", "paper"]
BADGES: dict[Verified, str] = {
    "code": "read in code or configuration",
    "read": "read in the paper",
    "paper": "from the paper, not checked",
}
USUAL_OPTIMIZER = "adam"  # what a link without a word about it means


@dataclass(frozen=True, eq=False)
class Recipe:
    """A published run. `verified` is that of its least certain number."""

    key: str  # its name in code and tests, never changed
    name: str
    year: int
    field: str
    optimizer: str
    optimizer_key: str  # as a link calls it; empty where none of its names fits
    batch: str
    batch_size: int | None  # in batch_unit, what one update sees; None where any will do
    batch_unit: str  # images, sequences, tokens or samples; empty where there is no number
    source: str
    verified: Verified
    fields: dict[str, Any]  # of its Design
    note: str = ""  # what differs from the original, and by how much

    @cached_property
    def design(self) -> Design:
        """The schedule with the original numbers.

        Where a run is counted in steps and nobody counted epochs, the run is one epoch.
        """
        steps = self.fields.get("steps")
        per_epoch = {"steps_per_epoch": steps} if steps else {}
        return Design(**{"name": self.name} | per_epoch | self.fields)

    @property
    def link(self) -> str:
        """The design and its optimizer as a query string."""
        return self.link_to(self.design)

    def link_to(self, design: Design) -> str:
        """Another design, such as this one scaled, with the recipe's own optimizer."""
        named = self.optimizer_key not in ("", USUAL_OPTIMIZER)
        return write(design) + (f"&optimizer={self.optimizer_key}" if named else "")

    @property
    def title(self) -> str:
        """Name and year."""
        return f"{self.name}, {self.year}"

    def numbers(self, design: Design) -> str:
        """What matters beside the curve of its design, scaled or not, in words."""
        return f"{self.optimizer}, batch {self.batch}, max LR {rate_text(design.peak_lr)}"

    @property
    def badge(self) -> str:
        """How its numbers were verified, in words."""
        return BADGES[self.verified]


def scaled(recipe: Recipe, **length: int) -> Design:
    """The recipe over one's own `epochs` or `steps` and `steps_per_epoch`: same proportions."""
    return scale(recipe.design, **length)
