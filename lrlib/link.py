"""Design <-> link: a query string that is the whole design, or the same as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from lrlib import view
from lrlib.design import Design
from lrlib.design.finding import Finding, shown
from lrlib.design.query import pairs, write, write_json
from lrlib.design.settle import read_text, settle
from lrlib.design.unused import unused_finding
from lrlib.design.versions import version_1
from lrlib.fields import LONGEST_NUMBER

LONGEST = 16_000  # characters that are looked at
LONG = 2_000  # some chat programs cut a link here
MOST_KEYS = 200

# Shorter ways to say a warmup; a written link says the long one.
ALIASES = {"exp": 2.0, "log": 10.0}
TOLERATED = {"embed", "embed_options"}  # Streamlit's own

TOO_LONG = Finding(
    "error", "link", f"longer than {LONGEST:,} characters; what comes after them is left out"
)
TOO_MANY = Finding("error", "link", f"more than {MOST_KEYS} keys")


def read(link: str) -> tuple[Design, list[Finding]]:
    """The design of a whole address, a bare query string or JSON, and what was wrong with it.

    Always a valid design: each rejected key is reported and takes its default, and the rest
    is kept. Looks at no more than 16,000 characters, and never raises on any text.
    """
    opened = open_link(link)
    return opened.design, opened.problems


@dataclass(frozen=True)
class Opened:
    """All that a link says: `bare` is true where it says nothing of the design."""

    design: Design
    view: view.View
    problems: list[Finding]
    bare: bool
    stated: frozenset[str]  # the keys that it has, known or not


def open_link(link: str) -> Opened:
    """The design and the view of a link, and what was wrong with it; see `read`."""
    return _opened(*_parse(link))


def open_pairs(stated: Iterable[tuple[str, str]]) -> Opened:
    """The same of a link that is decoded already, with the same limits."""
    within: list[tuple[str, str]] = []
    problems: list[Finding] = []
    length = -1  # no & stands before the first
    for key, value in stated:
        length += len(f"&{key}={value}")
        if length > LONGEST:
            problems.append(TOO_LONG)
            break
        within.append((key, value))
    if len(within) > MOST_KEYS:
        return _opened([], [*problems, TOO_MANY])
    problems += [_no_pair(f"={value}") for key, value in within if not key]
    return _opened([(key, value) for key, value in within if key], problems)


def _opened(stated: Iterable[tuple[str, str]], problems: list[Finding]) -> Opened:
    fields, repeated = _without_repeats(stated)
    shown_as, faults = view.read_values({k: v for k, v in fields.items() if k in view.FIELDS})
    given = {key: text for key, text in fields.items() if key not in view.FIELDS}
    if given.get("warmup") in ALIASES:
        given.setdefault("warmup_base", repr(ALIASES[given["warmup"]]))
        given["warmup"] = "exponential"
    settled = settle(given, read_text)
    unused = [unused_finding(key, given[key], settled.values) for key in settled.unused]
    found = [*problems, *repeated, *faults, *settled.problems, *unused]
    found += version_1(given.get("v", ""), settled.values)
    bare = not given and not found
    return Opened(Design.of_settled(settled.values), shown_as, found, bare, frozenset(fields))


def _parse(link: str) -> tuple[list[tuple[str, str]], list[Finding]]:
    """The keys and values of a link as text, decoded but not checked."""
    text = link[: LONGEST + 1]
    problems = [TOO_LONG] if len(text) > LONGEST else []
    if text.lstrip().startswith("{"):
        if problems:
            return [], [Finding("error", "link", f"JSON longer than {LONGEST:,} characters")]
        return _parse_json(text)
    text = text.strip()
    if problems:
        text = text[:LONGEST].rpartition("&")[0]
    head, mark, tail = text.partition("?")
    if "=" not in head.partition("://")[0] and (mark or "://" in head):
        text = tail  # the head is an address
    parts = [part for part in text.partition("#")[0].split("&") if part]
    if len(parts) > MOST_KEYS:
        return [], [*problems, TOO_MANY]
    problems += [_no_pair(part) for part in parts if part.find("=") < 1]
    query = "&".join(part for part in parts if part.find("=") >= 1)
    return parse_qsl(query, keep_blank_values=True), problems


def _no_pair(part: str) -> Finding:
    return Finding("error", "link", f"got {shown(part)}, allowed: key=value")


def _without_repeats(
    stated: Iterable[tuple[str, str]],
) -> tuple[dict[str, str], list[Finding]]:
    fields: dict[str, str] = {}
    repeated: dict[str, None] = {}
    for key, value in stated:
        if key in TOLERATED or key.startswith("utm_"):
            continue
        if key in fields:
            repeated[key] = None
        fields[key] = value
    for key in repeated:
        del fields[key]
    reason = "given more than once; its default is taken"
    return fields, [Finding("error", shown(key)[1:-1], reason) for key in repeated]


def _parse_json(text: str) -> tuple[list[tuple[str, str]], list[Finding]]:
    try:
        stated = json.loads(
            text,
            object_pairs_hook=_Pairs,
            parse_constant=str,
            parse_int=_Digits,
            parse_float=_Digits,
        )
    except (ValueError, RecursionError):
        return [], [Finding("error", "link", f"got {shown(text)}, allowed: a JSON object")]
    return [(str(key), _as_text(value)) for key, value in stated], []


class _Pairs(list[tuple[str, Any]]):
    """A JSON object as its pairs, so that a repeated key is seen."""


class _Digits(str):
    """A JSON number as it was written: reading it is the field's business."""

    def __new__(cls, text: str) -> _Digits:
        return super().__new__(cls, text[: LONGEST_NUMBER + 1])


def _as_text(value: Any, depth: int = 0) -> str:
    """A JSON value as a link writes it; what no link can say becomes text no field takes."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value
    if isinstance(value, list) and not isinstance(value, _Pairs):
        if depth == 2:
            return "[...]"
        return ",:"[depth].join(_as_text(entry, depth + 1) for entry in value)
    return "<null>" if value is None else "{...}"


__all__ = [
    "LONG",
    "LONGEST",
    "Opened",
    "open_link",
    "open_pairs",
    "pairs",
    "read",
    "write",
    "write_json",
]
