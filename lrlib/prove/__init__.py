"""Design and target -> proof: the very text of `code` in real training, beside the curve."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lrlib.design import Design
from lrlib.prove.plan import plan, provable
from lrlib.prove.process import MissingError, Process, ProofError
from lrlib.prove.report import Verdict, judge

Tell = Callable[[Mapping[str, Any]], None]  # gets each message: its stage, steps done and total


def prove(
    design: Design, target: str, options: Mapping[str, Any], tell: Tell = lambda message: None
) -> Verdict:
    """Train with the text of `code(design, target, **options)` in a process of its own.

    Takes some seconds, which the framework needs to start, and at most two minutes. Raises
    ValueError where there is no text to run, ProofError where the run came to no result.
    """
    job = plan(design, target, options)
    for message in Process(job).messages():
        tell(message)
    return judge(design, job, message["rates"])


__all__ = ["MissingError", "ProofError", "Verdict", "plan", "provable", "prove"]
