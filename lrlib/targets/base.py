"""What every target is, and the frame around generated Python."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from lrlib.design import Design
from lrlib.design.query import write
from lrlib.printing.body import Body
from lrlib.words import sentence

Options = Mapping[str, Any]


def no_notes(design: Design, options: Options) -> Iterable[str]:
    """For a form of which there is nothing to know."""
    return ()


@dataclass(frozen=True)
class Target:
    """One form of code: `write(design, options)` gives its whole text."""

    name: str
    label: str  # on the page
    file: str  # name of a download
    language: str  # for colouring
    about: str  # one line: when to choose it
    write: Callable[[Design, Options], str]
    options: tuple[str, ...] = ()  # those that change its text
    defines: str = ""  # the object that executing it defines
    framework: str = ""  # the module that executing it needs: tensorflow, torch, jax
    notes: Callable[[Design, Options], Iterable[str]] = no_notes  # sentences under the code


def header(design: Design, link: str) -> list[str]:
    """The comment lines on top. A person's text comes after line 2, and as ASCII only."""
    lines = [
        "# -*- coding: utf-8 -*-",  # no later comment can then declare another
        "# ruff: noqa: UP009",  # which calls that line unnecessary
        *textwrap.wrap(sentence(design), 86, initial_indent="# ", subsequent_indent="# "),
    ]
    name = unicodedata.normalize("NFKD", design.name).encode("ascii", "ignore").decode()
    if name.strip():
        lines.append(f"# Name: {name}")
    return [*lines, f"# Link: ?{link}"]


def imports(body: Body, *others: str) -> list[str]:
    """Standard modules that the formulas use, then the framework's."""
    standard = sorted(body.names & {"math", "bisect"})
    return [f"import {module}" for module in standard] + [""] * bool(standard) + list(others)


def whole_link(design: Design, target: str, options: Options) -> str:
    """The design with the target and the options, as a query string."""
    texts = {key: str(value).lower() for key, value in options.items()}
    return "&".join([write(design), f"target={target}", *(f"{k}={v}" for k, v in texts.items())])


def usage(text: str) -> str:
    """The lines that use a generated text: its last comment, up to the first blank one."""
    lines = text.rstrip().split("\n")
    begin = len(lines)
    while begin and lines[begin - 1].startswith("#"):
        begin -= 1
    said = [line.removeprefix("#").removeprefix(" ") for line in lines[begin:]]
    return "\n".join(said[: said.index("")] if "" in said else said)


def text(*blocks: Iterable[str]) -> str:
    """Blocks of lines as one text, without trailing spaces."""
    return "\n".join(line.rstrip() for block in blocks for line in block) + "\n"
