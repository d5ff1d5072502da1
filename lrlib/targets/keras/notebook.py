"""Design -> the training script as a Jupyter notebook."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from lrlib.design import Design
from lrlib.targets.base import Options, Target, header, whole_link
from lrlib.targets.keras import notes as keras_notes
from lrlib.targets.keras.training_script import about, sections


def write(design: Design, options: Options) -> str:
    cells = [
        {"id": f"cell-{number}", "metadata": {}} | cell
        for number, cell in enumerate(_cells(design, options), 1)
    ]
    python = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook = {
        "cells": cells,
        "metadata": {"kernelspec": python, "language_info": {"name": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(notebook, indent=1) + "\n"


def _cells(design: Design, options: Options) -> Iterator[dict[str, Any]]:
    yield _markdown("# A training run with this learning rate", "", *about(design, options))
    first, *others = sections(design, options)
    # The design's words stand in a comment: a person's name for it is never read as Markdown.
    said = header(design, whole_link(design, TARGET.name, options))[2:]
    yield _code(*said, "", *first.lines)
    for section in others:
        yield _markdown(f"## {section.title}")
        yield _code(*section.lines, *(["plt.show()"] if section is others[-1] else []))


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
    notes=keras_notes.program,
)
