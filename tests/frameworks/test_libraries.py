"""The curve is theirs, once the convention that differs is translated; docs/libraries.md says so.

`--update` writes the document from the same entries that are compared here.
"""

from itertools import groupby
from pathlib import Path

import numpy
import pytest
from comparisons import COMPARISONS
from references import LIBRARIES, by_keras_in_float64

from lrlib import curve, link

DOCUMENT = Path(__file__).parents[2] / "docs" / "libraries.md"
EXACT = {"keras": 2e-7}  # of the peak: stock Keras is float32
HEAD = """# The same curve in other libraries

Where a library has a shape, the design in the last column is its curve at every step of the run,
and after it where nothing else is said: within 1e-9 of the peak, and within 2e-7 for Keras, which
computes in float32 (in float64 it is 1e-9, too). Where a library rounds otherwise, its row says
by how much. Each is printed for one length of run and compared at three, one of them awkward
(100, 1,000 and 729 steps); a row whose numbers must divide says
so, and takes 730 or 733 for 729. `make frameworks` compares them and fails where this page
differs from what it compared; `--update` writes it. A step counts from 0: step k is the k-th
update that is trained.
"""
ROW = "| `{}` | {} | `?{}` |\n"
CASES = [(entry, n) for entry in COMPARISONS for n in entry.lengths]
IN_KERAS = [(entry, n) for entry, n in CASES if entry.library == "keras"]


def named(value):
    return str(value) if isinstance(value, int) else f"{value.library}-{value.call}"


@pytest.mark.parametrize(("entry", "n"), CASES, ids=named)
def test_the_curve_is_the_librarys(entry, n):
    apart = difference(entry, n, LIBRARIES[entry.library])
    besides = list(entry.besides)
    assert (apart[besides] > 0.5).all()
    apart = numpy.delete(apart, besides).max()
    assert apart <= max(entry.within, EXACT.get(entry.library, 1e-9))
    assert apart >= 0.95 * entry.within  # the figure that the row states is true


@pytest.mark.parametrize(("entry", "n"), IN_KERAS, ids=named)
def test_what_differs_in_keras_is_its_float32(entry, n):
    assert difference(entry, n, by_keras_in_float64).max() <= 1e-9


def difference(entry, n, library):
    """How far apart the curves are at each step that is said to agree, for a peak of 1."""
    design, problems = link.read(entry.at(entry.design, n))
    assert problems == []
    assert (design.ticks, design.peak_lr) == (n, 1)
    theirs = numpy.array(library(entry.at(entry.call, n), n + entry.past))
    assert len(set(theirs)) > 1
    return abs(curve(design, numpy.arange(len(theirs))) - theirs)


def test_three_lengths_or_the_one_that_rounds_otherwise():
    for entry in COMPARISONS:
        assert len(entry.lengths) == (1 if entry.within else 3)


def test_the_document_is_what_was_compared(request):
    text = HEAD
    for library, entries in groupby(COMPARISONS, key=lambda entry: entry.library):
        text += f"\n## {library}\n\n| its schedule | what differs | the design |\n|---|---|---|\n"
        for entry in entries:
            call, design = (entry.at(part, entry.lengths[0]) for part in (entry.call, entry.design))
            text += ROW.format(call, entry.differs, design)
    if request.config.getoption("--update"):
        DOCUMENT.parent.mkdir(exist_ok=True)
        DOCUMENT.write_text(text, encoding="utf-8")
    assert DOCUMENT.read_text(encoding="utf-8") == text
