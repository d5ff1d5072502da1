"""A recipe and one's own batch -> its design with every rate scaled by a rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lrlib.design import Design, DesignError, Finding
from lrlib.design.finding import shown
from lrlib.fields import Field, Numbers, Points, Rate, Whole
from lrlib.recipes.recipe import Recipe

BATCH = Whole(
    None,
    label="My batch",
    help="What one update of your run sees, in the unit of each recipe (images, sequences, "
    "tokens or samples). Empty leaves its rates as they are.",
)


@dataclass(frozen=True)
class Rule:
    """How the rates follow the batch: times its ratio to the power of `power`."""

    label: str
    power: float
    said: str = ""  # in a sentence, with where it is written


RULES = {
    "as_is": Rule("As it is", 0.0),
    "linear": Rule(
        "Linear",
        1.0,
        "Linear: rates in proportion to the batch (Goyal et al. 2017, arXiv:1706.02677).",
    ),
    "sqrt": Rule(
        "Square root",
        0.5,
        "Square root: rates with the square root of the batch (Krizhevsky 2014, "
        "arXiv:1404.5997; for Adam Malladi et al. 2022, arXiv:2205.10782).",
    ),
}


def factor(recipe: Recipe, batch: int | None, rule: str) -> float:
    """What every rate is multiplied by: 1 without a batch, here or in the recipe.

    Raises DesignError where the batch is no whole number from 1 to a billion.
    """
    if batch is None or recipe.batch_size is None:
        return 1.0
    try:
        own = BATCH.check(batch)
    except ValueError as error:
        reason = f"got {shown(batch)}, allowed: {error}"
        raise DesignError([Finding("error", "batch", reason)]) from None
    return float((own / recipe.batch_size) ** RULES[rule].power)


def for_batch(recipe: Recipe, design: Design, batch: int | None, rule: str) -> Design:
    """A design of the recipe, scaled to a length or not, with its rates for this batch.

    Every rate is multiplied alike, so the curve keeps its form. Raises DesignError where a
    rate would leave what a design allows.
    """
    times = factor(recipe, batch, rule)
    if times == 1:
        return design
    values = {key: _value(field, design.chosen[key], times) for key, field in design.fields.items()}
    return Design(**values)


def words(recipe: Recipe, batch: int | None, rule: str) -> str:
    """What was done to the rates, as a sentence; empty where nobody gave a batch."""
    if batch is None:
        return ""
    if recipe.batch_size is None:
        return "Rates as they are: it states no batch to compare with."
    done = "as they are"
    if RULES[rule].power:
        done = f"× {factor(recipe, batch, rule):.3g} ({RULES[rule].label.lower()} rule)"
    return f"Rates {done}: {batch:,} {recipe.batch_unit} instead of {recipe.batch_size:,}."


def _value(field: Field, value: Any, times: float) -> Any:
    """The value of one field: rates are multiplied, all else stays."""
    if isinstance(field, Rate):
        return _scaled(value, times)
    if isinstance(field, Numbers) and isinstance(field.entry, Rate):
        return tuple(_scaled(rate, times) for rate in value)
    if isinstance(field, Points):
        return tuple((unit, _scaled(rate, times)) for unit, rate in value)
    return value


def _scaled(rate: float, times: float) -> float:
    """The rate without the noise of the multiplication."""
    return float(f"{rate * times:.12g}")
