"""What every target is: how its text is made, and how that is proved."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from lrlib.design import Design
from lrlib.targets.options import Options
from lrlib.targets.program import Program


def no_notes(design: Design, options: Options) -> Iterable[str]:
    """For a form of which there is nothing to know."""
    return ()


@dataclass(frozen=True)
class Proof:
    """How training with a text is run."""

    module: str  # its train(job, names, progress) gives the rates that were applied
    counts: Literal["ticks", "steps"]  # what the defined object is asked for the rate of


@dataclass(frozen=True)
class Target:
    """One form of code: `write(design, options)` gives a program, or data as a whole text."""

    name: str
    label: str  # on the page
    file: str  # name of a download
    language: str  # for colouring
    about: str  # one line: when to choose it
    write: Callable[[Design, Options], Program | str]
    options: tuple[str, ...] = ()  # those that change its text
    defines: str = ""  # the object that executing it defines
    framework: str = ""  # the module that executing it needs: tensorflow, torch, jax
    proof: Proof | None = None  # None where it has nothing to prove of its own
    notes: Callable[[Design, Options], Iterable[str]] = no_notes  # sentences under the code
