"""Design -> query string or JSON; link.read reads both back."""

from __future__ import annotations

import json
from urllib.parse import quote, urlencode

from lrlib.design.design import Design

VERSION = 1


def write(design: Design) -> str:
    """The query string of a design: `v`, then every field that its shapes use."""
    return urlencode(pairs(design), quote_via=quote, safe=":,()")


def pairs(design: Design) -> list[tuple[str, str]]:
    """The keys and texts that a link states."""
    fields = [(key, field.write(design.chosen[key])) for key, field in design.fields.items()]
    return [("v", str(VERSION)), *fields]


def write_json(design: Design) -> str:
    """The design as a JSON object of the link's keys, which `read` reads back."""
    rows = [f'  "v": {VERSION}']
    rows += [f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in design.chosen.items()]
    return "{\n" + ",\n".join(rows) + "\n}\n"
