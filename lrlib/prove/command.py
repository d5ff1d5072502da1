"""Design and target -> one line on standard output that says whether every step agrees."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

from lrlib.design import Design
from lrlib.prove import MissingError, ProofError, prove


def command(design: Design, target: str, options: Mapping[str, Any]) -> int:
    """Exit status 0 only where every step agrees; ValueError for what cannot be run here."""
    try:
        verdict = prove(design, target, options, _Stages())
    except MissingError as error:
        raise ValueError(str(error)) from None
    except ProofError as error:
        print(error)
        return 1
    print(verdict.sentence)
    return int(not verdict.agrees)


class _Stages:
    """Tells a person who waits what is going on, each stage once."""

    def __init__(self) -> None:
        self.told = ""

    def __call__(self, message: Mapping[str, Any]) -> None:
        stage = message.get("stage", self.told)
        if stage != self.told and sys.stderr.isatty():
            print(f"{stage} ...", file=sys.stderr)
        self.told = stage
