"""What people call a schedule -> the phases and shapes that it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lrlib.shapes import SHAPES
from lrlib.shapes.matching import choose

EVERY = "*"  # whichever shape the phase has

# What the phases themselves are called. A hold has no shape: its name is empty.
PHASES: dict[str, tuple[str, ...]] = {
    "warmup": ("warmup", "warm-up", "ramp up"),
    "hold": ("hold", "stable", "sustain", "plateau", "flat"),
    "decay": (),
    "cooldown": ("cooldown", "cool-down", "anneal", "annealing", "decay phase", "warmdown"),
}


@dataclass(frozen=True)
class Together:
    """Shapes, by phase, that have a name together."""

    shapes: dict[str, str]
    words: tuple[str, ...]

    def made_of(self, shapes: Mapping[str, str]) -> bool:
        """Whether a schedule of these shapes, by phase, is one of this name."""
        return all(
            phase in shapes and name in (EVERY, shapes[phase])
            for phase, name in self.shapes.items()
        )


TOGETHER = (
    Together(
        {"warmup": "cosine", "decay": "cosine"},
        ("OneCycleLR", "one cycle", "1cycle", "fit_one_cycle", "super-convergence"),
    ),
    Together(
        {"decay": "constant", "cooldown": EVERY},
        ("WSD", "warmup-stable-decay", "trapezoid", "trapezoidal", "stable", "constant cooldown"),
    ),
    Together(
        {"warmup": "linear", "decay": "inverse_sqrt"},
        ("Noam", "NoamLR", "inverse square root with warmup", "transformer schedule"),
    ),
    Together(
        {"warmup": "linear", "decay": "linear"},
        ("linear with warmup", "get_linear_schedule_with_warmup", "WarmupDecayLR"),
    ),
    Together(
        {"warmup": "linear", "hold": "", "decay": "geometric"},
        ("tri-stage", "tri_stage", "three stages"),
    ),
)


def find(text: str) -> list[tuple[str, str]]:
    """Phase and name of every shape that the text may mean, in the order of the table.

    A hold is `("hold", "")`. An empty text means every one.
    """
    known = [(phase, name) for phase in PHASES for name in SHAPES.get(phase, ("",))]
    return choose(text, {place: (shape_words(*place) + _part_words(*place), ()) for place in known})


def _part_words(phase: str, name: str) -> list[str]:
    """What one shape in one phase is called as a part of several."""
    groups = [group for group in TOGETHER if group.shapes.get(phase) in (name, EVERY)]
    return [words for group in groups for words in group.words]


def shape_words(phase: str, name: str) -> list[str]:
    """What one shape is called; the words of its phase with it."""
    words = [phase, *PHASES[phase]]
    if name:
        shape = SHAPES[phase][name]
        words += [name, shape.label, *shape.also]
    return words
