"""The curve is theirs, once the convention that differs is translated; docs/libraries.md says so.

`--update` writes the document from the same entries that are compared here.
"""

from itertools import groupby
from pathlib import Path

import numpy
import pytest
from comparisons import COMPARISONS
from references import LIBRARIES

from lrlib import curve, link

DOCUMENT = Path(__file__).parents[2] / "docs" / "libraries.md"
HEAD = """# The same curve in other libraries

Where a library has a shape, the design in the last column is its curve: within 1e-9 of the
peak at every step of the run, and after it where nothing else is said. `make frameworks`
compares them and fails where this page differs from what it compared; `--update` writes it.
A step counts from 0: step k is the k-th update that is trained.
"""
ROW = "| `{0.call}` | {0.differs} | `?{0.design}` |\n"


@pytest.mark.parametrize("entry", COMPARISONS, ids=lambda entry: f"{entry.library}-{entry.call}")
def test_the_curve_is_the_librarys(entry):
    design, problems = link.read(entry.design)
    assert problems == []
    theirs = numpy.array(LIBRARIES[entry.library](entry.call, entry.agree))
    assert len(theirs) >= design.ticks
    assert len(set(theirs)) > 1
    ours = curve(design, numpy.arange(len(theirs)))
    assert abs(ours - theirs).max() <= 1e-9 * design.peak_lr


def test_the_document_is_what_was_compared(request):
    text = HEAD
    for library, entries in groupby(COMPARISONS, key=lambda entry: entry.library):
        text += f"\n## {library}\n\n| its schedule | what differs | the design |\n|---|---|---|\n"
        text += "".join(map(ROW.format, entries))
    if request.config.getoption("--update"):
        DOCUMENT.parent.mkdir(exist_ok=True)
        DOCUMENT.write_text(text, encoding="utf-8")
    assert DOCUMENT.read_text(encoding="utf-8") == text
