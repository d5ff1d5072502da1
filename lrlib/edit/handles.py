"""Design -> handles: the places of its curve that a person can take hold of."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from lrlib.curves import curve
from lrlib.design import Design
from lrlib.design.phases import whole_ticks
from lrlib.fields import LARGEST_RATE, SMALLEST_RATE
from lrlib.shapes import build_shape

NEAR = 1e-9  # what rounding may add


@dataclass(frozen=True)
class Along:
    """Moving sideways: `key` becomes (tick - base) * sign in units, for ticks low to high."""

    key: str
    low: int
    high: int
    base: int = 0
    sign: int = 1
    index: int | None = None  # the entry of a list


@dataclass(frozen=True)
class Upright:
    """Moving up or down: `key` becomes the rate, one from low to high, or 0 where `zero`."""

    key: str
    zero: bool
    index: int | None = None
    low: float = SMALLEST_RATE
    high: float = LARGEST_RATE


@dataclass(frozen=True)
class Handle:
    """One place: the tick and the rate it stands at, and what moving it changes."""

    id: str
    label: str
    tick: int
    rate: float
    x: Along | None = None
    y: Upright | None = None


def handles(design: Design) -> list[Handle]:
    """The handles of a design, from left to right; none stands outside the run."""
    found = [*_start(design), *_decay(design), *_end(design)]
    inside = [handle for handle in found if 0 <= handle.tick <= design.ticks]
    return sorted(inside, key=lambda handle: handle.tick)


@dataclass(frozen=True)
class _Edges:
    """The ticks where the four phases meet."""

    warmup: int  # its end
    hold: int  # its end
    cooldown: int  # its start
    end: int

    @classmethod
    def of(cls, design: Design) -> _Edges:
        end, per = design.ticks, design.clock.per_unit
        warmup = min(whole_ticks(design.chosen.get("warmup_length", 0), per), end)
        hold = min(warmup + whole_ticks(design.hold_length, per), end)
        cooldown = max(end - whole_ticks(design.chosen.get("cooldown_length", 0), per), hold)
        return cls(warmup, hold, cooldown, end)


def _zero(design: Design, *phases: str) -> bool:
    """Whether a rate of these phases may be 0: a geometric curve reaches no 0 and leaves none."""
    shapes = [build_shape(phase, design.chosen) for phase in phases or ("decay", "cooldown")]
    return not any(shape.above_zero() for shape in shapes)


def _start(design: Design) -> Iterator[Handle]:
    """The end of the warmup with the highest rate, and the end of the hold."""
    edges, warm = _Edges.of(design), design.warmup != "none"
    held = edges.hold > edges.warmup
    if not (warm or held) and design.decay in ("points", "triangular"):
        return  # no tick at the start trains at the peak
    along = None
    if warm:
        room = edges.cooldown - (edges.hold - edges.warmup)
        if design.decay == "points":
            room = min(room, math.floor(design.points[0][0] * design.clock.per_unit + NEAR))
        along = Along("warmup_length", 0, max(room, edges.warmup))
    label = "End of warmup, max LR" if warm else "Max LR"
    peak = Upright("peak_lr", zero=False)
    yield Handle("peak", label, edges.warmup, design.peak_lr, along, peak)
    if held:
        along = Along("hold_length", edges.warmup, edges.cooldown, base=edges.warmup)
        yield Handle("hold", "End of hold", edges.hold, design.peak_lr, along)


def _decay(design: Design) -> Iterator[Handle]:
    """What the decay's own parts are made of; nothing where it has no tick."""
    edges = _Edges.of(design)
    if edges.cooldown > edges.hold and design.decay in PARTS:
        yield from PARTS[design.decay](design, edges)


def _pieces(design: Design, edges: _Edges) -> Iterator[Handle]:
    """Each boundary with its rate."""
    at = [whole_ticks(boundary, design.clock.per_unit) for boundary in design.boundaries]
    before = [0, *(tick + 1 for tick in at)]
    after = [*(tick - 1 for tick in at[1:]), edges.end]
    for i, rate in enumerate(design.values):
        along = Along("boundaries", min(before[i], at[i]), max(after[i], at[i]), index=i)
        upright = Upright("values", zero=_zero(design), index=i)
        yield Handle(f"piece{i}", f"Boundary {i + 1}", at[i], rate, along, upright)


def _points(design: Design, edges: _Edges) -> Iterator[Handle]:
    """Each point; the first one stays after the warmup."""
    per = design.clock.per_unit
    at = [whole_ticks(unit, per) for unit, _ in design.points]
    before = [math.ceil(design.chosen.get("warmup_length", 0) * per - NEAR), *at]
    after = [*at[1:], edges.end]
    zero = design.join != "geometric" and _zero(design)
    for i, (_, rate) in enumerate(design.points):
        along = Along("points", min(before[i], at[i]), max(after[i], at[i]), index=i)
        upright = Upright("points", zero=zero, index=i)
        yield Handle(f"point{i}", f"Point {i + 1}", at[i], rate, along, upright)


def _top(design: Design, edges: _Edges) -> Iterator[Handle]:
    """The first top of triangles."""
    first = next(phase for phase in design.phases() if phase.name == "decay")
    tick = first.origin + first.length // 2
    yield Handle("top", "First top", tick, design.peak_lr, None, Upright("peak_lr", zero=False))


PARTS = {"piecewise": _pieces, "points": _points, "triangular": _top}


def _end(design: Design) -> Iterator[Handle]:
    """The end rate of the decay, the start of the cooldown, and its end."""
    edges = _Edges.of(design)
    reached = float(curve(design, [edges.cooldown])[0])
    upright = None
    if "end_lr" in design.fields and edges.cooldown > edges.hold:
        upright = Upright("end_lr", zero=_zero(design))
        met = math.isclose(reached, design.end_lr, rel_tol=NEAR, abs_tol=NEAR * design.peak_lr)
        if design.cooldown == "none" or not met:
            label = "End LR" if met else "Floor, end LR"
            yield Handle("end", label, edges.cooldown, design.end_lr, None, upright)
            upright = None
    if design.cooldown != "none":
        along = Along("cooldown_length", edges.hold, edges.end, base=edges.end, sign=-1)
        label = "Start of cooldown, end LR" if upright else "Start of cooldown"
        rate = design.end_lr if upright else reached
        yield Handle("cooldown", label, edges.cooldown, rate, along, upright)
        if edges.cooldown < edges.end:
            final = Upright("final_lr", zero=_zero(design, "cooldown"))
            yield Handle("final", "Final LR", edges.end, design.final_lr, None, final)
