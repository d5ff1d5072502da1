"""Design -> the training script as a Jupyter notebook."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from lrlib.design import Design
from lrlib.targets.base import Target
from lrlib.targets.keras import notes, training_script
from lrlib.targets.options import Options
from lrlib.targets.program import Lines, Program

SHOW = ("plt.show()",)


def write(design: Design, options: Options) -> Program:
    script = training_script.program(design, options, SHOW)
    return Notebook(**{field.name: getattr(script, field.name) for field in fields(script)})


@dataclass(frozen=True)
class Notebook(Program):
    """A program whose text is a notebook: one cell for the imports, one for each definition."""

    def text(self, head: Lines) -> str:
        cells = [
            {"id": f"cell-{number}", "metadata": {}} | cell
            for number, cell in enumerate(self._cells(head), 1)
        ]
        python = {"display_name": "Python 3", "language": "python", "name": "python3"}
        notebook = {
            "cells": cells,
            "metadata": {"kernelspec": python, "language_info": {"name": "python"}},
            "nbformat": 4,
            "nbformat_minor": 5,
        }
        return json.dumps(notebook, indent=1) + "\n"

    def _cells(self, head: Lines) -> Iterator[dict[str, Any]]:
        yield _markdown("# A training run with this learning rate", "", *self.about)
        # The head stands in a comment: a person's name for the design is never read as Markdown.
        yield _code(*head, "", *Program(self.imports, self.constants).lines())
        for block in self.definitions:
            yield _markdown(f"## {block.title}")
            yield _code(*block.lines)


def _markdown(*lines: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "source": _source(lines)}


def _code(*lines: str) -> dict[str, Any]:
    return {
        "cell_type": "code",
        "execution_count": None,
        "outputs": [],
        "source": _source(lines),
    }


def _source(lines: tuple[str, ...]) -> list[str]:
    """Lines as a notebook keeps them: each but the last with its end."""
    return "\n".join(line.rstrip() for line in lines).splitlines(keepends=True)


TARGET = Target(
    "notebook",
    "Notebook",
    "train.ipynb",
    "json",
    "The training script as a Jupyter notebook, which runs from top to bottom.",
    write,
    ("verbose", "weight_decay", "optimizer", "accumulate", "resume"),
    notes=notes.program,
)
