"""Design, target and options -> the comment on top of a generated text."""

from __future__ import annotations

import re
import textwrap
import unicodedata

from lrlib.design import Design, query
from lrlib.targets.options import Options, write
from lrlib.words import sentence

ADDRESS = re.compile(r"https?://[A-Za-z0-9.:/_\[\]-]+")


def header(design: Design, target: str, options: Options, address: str = "") -> list[str]:
    """What the rate does, the design's name and the link of this text.

    Nothing that a person or a host chose stands on lines 1 and 2: `coding: …` in a comment
    there would change how Python reads the file. A name is written in ASCII only.
    """
    lines = textwrap.wrap(sentence(design), 86, initial_indent="# ", subsequent_indent="# ")
    if len(lines) == 1:
        lines.append("#")
    name = unicodedata.normalize("NFKD", design.name).encode("ascii", "ignore").decode()
    if name.strip():
        lines.append(f"# Name: {name}")
    return [*lines, f"# Link: {_place(address)}?{_link(design, target, options)}"]


def _place(address: str) -> str:
    """The address with one slash at its end; empty where it is none that can be printed."""
    place = address.rstrip("/")
    return f"{place}/" if ADDRESS.fullmatch(place) else ""


def _link(design: Design, target: str, options: Options) -> str:
    """The design with the target and the options, as a query string."""
    view = [("target", target), *write(options)]
    return "&".join([query.write(design), *(f"{key}={text}" for key, text in view)])
