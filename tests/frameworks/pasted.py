"""Generated text -> what it defines, and the lines of its usage as code."""

from typing import Any

TORCH = ("optimizer", "scheduler", "parameters")


def run(text: str, **given: Any) -> dict[str, Any]:
    """The names that executing this text defines, beside those given."""
    names = {"__name__": "pasted", **given}
    exec(text, names)
    return names


def usage(text: str) -> list[list[str]]:
    """The paragraphs of the comment at the end, uncommented, without their headings."""
    block = text.rpartition("\n\n")[2].removesuffix("\n").split("\n")
    paragraphs: list[list[str]] = [[]]
    for line in block:
        if line == "#":
            paragraphs.append([])
        elif not line.endswith(":"):
            paragraphs[-1].append(line.removeprefix("# "))
    return paragraphs
