"""Design -> query string or JSON; link.read reads both back."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote, urlencode

from lrlib.design.design import Design

VERSION = 2


def write(design: Design) -> str:
    """The query string of a design: `v`, then every field that its shapes use."""
    return urlencode(pairs(design), quote_via=quote, safe=":,()")


def pairs(design: Design) -> list[tuple[str, str]]:
    """The keys and texts that a link states."""
    fields = [(key, design.fields[key].write(value)) for key, value in stated(design).items()]
    return [("v", str(VERSION)), *fields]


def stated(design: Design) -> dict[str, Any]:
    """The fields that a link states: all, but for conventions at their default."""
    return {
        key: design.chosen[key]
        for key, field in design.fields.items()
        if not field.convention or design.chosen[key] != field.default
    }


def write_json(design: Design) -> str:
    """The design as a JSON object of the link's keys, which `read` reads back."""
    rows = [f'  "v": {VERSION}']
    rows += [f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in stated(design).items()]
    return "{\n" + ",\n".join(rows) + "\n}\n"
