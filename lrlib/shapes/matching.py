"""What a person types -> the things that are called so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TypeVar

Thing = TypeVar("Thing")
FILLING = {"a", "an", "and", "lr", "of", "rate", "schedule", "scheduler", "the", "with"}


def choose(text: str, texts: Mapping[Thing, tuple[Iterable[str], Iterable[str]]]) -> list[Thing]:
    """Of things with their names and with what else is said of them: those that `text` means.

    Every word must begin somewhere. Where all of several words are in one name of a thing
    ("step decay"), only such things are meant. Case, hyphens, spaces and underscores make no
    difference: `resnet 50` and `resnet50` find ResNet-50, `onecycle` finds OneCycleLR.
    """
    words = [re.compile(_begins(word)) for word in _asked(text)]
    plain = {
        thing: ([*map(_plain, names)], [*map(_plain, more)])
        for thing, (names, more) in texts.items()
    }
    named = [
        thing
        for thing, (names, _) in plain.items()
        if any(all(word.search(name) for word in words) for name in names)
    ]
    if named and len(words) > 1:
        return named
    return [
        thing
        for thing, (names, more) in plain.items()
        if all(any(word.search(said) for said in names + more) for word in words)
    ]


def _asked(text: str) -> list[str]:
    """The words that mean something; all of them where none does."""
    words = re.findall(r"[^\W_]+", text.lower())
    return [word for word in words if word not in FILLING] or words


@lru_cache(8192)
def _plain(text: str) -> str:
    """The words of a text as they stand, and once more with capitals and digits apart."""
    whole = re.sub(r"(?<=\d),(?=\d{3})", "", text)
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", whole)
    words, parts = r"[^\W_]+", r"\d+|[^\W\d_]+"
    return " | ".join(
        " ".join(re.findall(pattern, said.lower()))
        for pattern, said in ((words, whole), (parts, apart))
    )


def _begins(word: str) -> str:
    """The pattern of a word that begins so, or of several words written as this one.

    A number is a whole one.
    """
    several = " ?".join(map(re.escape, word))
    begins = re.escape(word) + (r"(?!\d)" if word[-1].isdigit() else "")
    return rf"(?<![^\W_])(?:{begins}|{several}(?![^\W_]))"
