"""A design -> the same curve over another run length, or in another unit."""

from __future__ import annotations

import math
from typing import Any

from lrlib.design import Design
from lrlib.design.keys import UNITS
from lrlib.fields import MOST_STEPS
from lrlib.shapes import build_shape
from lrlib.shapes.base import Shape


def scale(design: Design, **length: int) -> Design:
    """The same proportions over another length: `epochs` or `steps`, and `steps_per_epoch`.

    Lengths, boundaries and points grow with the run, rates stay. A design that changes its
    rate every step keeps doing so; one in steps becomes one in epochs where `epochs` is
    given, and the other way round. Raises DesignError where the new length is not allowed.
    """
    unit = next((unit for unit in ("epochs", "steps") if unit in length), design.clock.unit)
    units = length.get(unit, design.clock.length)
    per_epoch = length.get("steps_per_epoch", design.steps_per_epoch)
    return _fitted(design, unit, units, per_epoch, units / design.clock.length)


def to_steps(design: Design) -> Design:
    """The same curve with every length in steps; the rate then changes every step."""
    clock = design.clock
    if clock.unit == "steps":
        return design
    return _fitted(design, "steps", clock.steps, clock.steps_per_epoch, clock.steps_per_epoch)


def to_epochs(design: Design) -> Design:
    """The same curve with every length in epochs, still changing every step.

    The run becomes whole epochs, at least one; the lengths inside it stay as long as they are.
    """
    clock = design.clock
    if clock.unit == "epochs":
        return design
    epochs = max(1, math.floor(clock.steps / clock.steps_per_epoch + 0.5))
    factor = 1 / clock.steps_per_epoch
    return _fitted(design, "epochs", epochs, clock.steps_per_epoch, factor)


def _fitted(design: Design, unit: str, units: int, per_epoch: int, factor: float) -> Design:
    """The design over `units`, every length in it times `factor`."""
    update = design.update if unit == design.clock.unit == "epochs" else "step"
    run: dict[str, Any] = {unit: units, "steps_per_epoch": per_epoch, "update": update}
    ticks = per_epoch if (unit, update) == ("epochs", "step") else 1
    ruler = _Ruler(factor, ticks, MOST_STEPS / (per_epoch if unit == "epochs" else 1))
    given = {
        key: field.scaled(design.chosen[key], ruler)
        for key, field in design.fields.items()
        if key not in UNITS
    }
    given |= run
    decay = build_shape("decay", design.chosen)
    if decay.stair:
        given |= _stairs(decay, getattr(decay, decay.stair), ruler)
    if "boundaries" in given:
        # Boundaries that fall on one another: the last one's rate is what trains.
        pieces = dict(zip(given["boundaries"], given["values"], strict=True))
        given |= {"boundaries": tuple(pieces), "values": tuple(pieces.values())}
    made = Design(**given)
    if decay.stair and _drops(made) > _drops(design):
        # Whole ticks made each stair a little shorter, so that one more drop fits in.
        longer = made.replace(**{decay.stair: getattr(made, decay.stair) + 1 / ticks})
        made = longer if _drops(longer) == _drops(design) else made
    return made


def _drops(design: Design) -> int:
    """How often a staircase drops during the run."""
    decay = [phase for phase in design.phases() if phase.name == "decay"]
    return sum((phase.end - phase.begin - 1) // phase.every for phase in decay)


class _Ruler:
    """How a length is carried over: `factor`, the new ticks in a unit, the longest allowed."""

    def __init__(self, factor: float, ticks: int, most: float) -> None:
        self.factor = factor
        self.ticks = ticks
        self.most = most
        # A hundredth of a tick: readable, and too little to move a tick.
        self.digits = 2 + math.ceil(math.log10(ticks))

    def exact(self, units: float) -> float:
        """The new length, without the noise of the multiplication."""
        return min(float(f"{units * self.factor:.12g}"), self.most)

    def whole(self, units: float) -> float:
        """The new length where only whole ticks count."""
        return min(round(self.exact(units), self.digits), self.most)

    def growth(self, factor: float) -> float:
        """The same growth over the whole phase."""
        large = math.log(factor) >= 700 * self.factor
        return math.inf if large else float(factor ** (1 / self.factor))


def _stairs(shape: Shape, length: float, ruler: _Ruler) -> dict[str, float]:
    """The length of a staircase in whole ticks, and its factor where that is below a tick."""
    exact = ruler.exact(length) * ruler.ticks
    if exact < 1:
        # Several drops fall on one tick: their product is one drop.
        return {shape.stair: 1 / ruler.ticks} | shape.merged(1 / exact)
    return {shape.stair: ruler.whole(length)}
