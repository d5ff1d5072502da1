"""The shapes of a phase -> style that draws each one's picture in its button."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote

from lrlib import Design
from lrlib.chart.picture import svg
from lrlib.edit.choose import choose
from lrlib.shapes import PHASES, SHAPES, prefix

BLANK = Design(steps=240)
# What is around the pictured phase, so that the phase itself fills the picture.
AROUND = {"warmup": {"decay": "constant"}, "decay": {}, "cooldown": {"decay": "constant"}}


@lru_cache
def style() -> str:
    """Rules for the buttons of every phase's choice of shape."""
    return "\n".join(
        _rule(phase, name, i) for phase in SHAPES for i, name in enumerate(_names(phase))
    )


def _names(phase: str) -> list[str]:
    return list(SHAPES[phase]) if phase == "decay" else ["none", *SHAPES[phase]]


def _rule(phase: str, name: str, place: int) -> str:
    button = f".st-key-{phase} .stButtonGroup > div:last-child > button:nth-of-type({place + 1})"
    picture = quote(svg(_pictured(phase, name), 36, 16))
    return f'{button}::before {{ mask-image: url("data:image/svg+xml,{picture}"); }}'


def _pictured(phase: str, name: str) -> Design:
    design = BLANK.replace(**AROUND[phase])
    if name == "none":
        return design
    design = choose(design, phase, name)
    pictured = {prefix(phase) + key: value for key, value in SHAPES[phase][name].pictured.items()}
    length = PHASES[phase].length
    return design.replace(**pictured, **({length: 160} if length else {}))
