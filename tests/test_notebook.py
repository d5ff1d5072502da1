"""The notebook is a valid one, runs from top to bottom, and trains with the curve."""

import json
import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import nbclient
import nbformat
import numpy
import pytest
from hypothesis import given
from strategies import designs

from lrlib import Design, code, curve

DESIGN = Design(
    name="1. __not a heading__", epochs=3, steps_per_epoch=4, warmup="linear", warmup_length=1
)


@given(designs())
def test_any_design_gives_a_valid_notebook(design):
    text = code(design, "notebook", accumulate=2)
    assert text.isascii()
    nbformat.validate(json.loads(text))


def test_its_code_is_that_of_the_training_script():
    notebook = nbformat.reads(code(DESIGN, "notebook", accumulate=2), as_version=4)
    script = code(DESIGN, "training-script", accumulate=2)
    cells = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    assert len(cells) == 6
    for cell in cells[1:-1]:
        assert cell in script
    assert cells[-1].removesuffix("plt.show()") in script


def test_a_name_is_never_markdown():
    notebook = nbformat.reads(code(DESIGN, "notebook"), as_version=4)
    named = [cell.cell_type for cell in notebook.cells if "not a heading" in cell.source]
    assert named == ["code"]


@pytest.mark.parametrize("update", ["epoch", "step"])
def test_it_runs_from_top_to_bottom_with_the_curve(update, tmp_path, monkeypatch):
    monkeypatch.delenv("MPLBACKEND", raising=False)  # set for scripts; notebooks draw inline
    design = DESIGN.replace(name="", update=update)
    notebook = nbformat.reads(code(design, "notebook"), as_version=4)
    ask = 'import json; print(json.dumps(history.history["learning_rate"]))'
    notebook.cells.append(nbformat.v4.new_code_cell(ask))
    nbclient.NotebookClient(
        notebook, timeout=300, resources={"metadata": {"path": str(tmp_path)}}
    ).execute()
    *_, plot, said = notebook.cells
    assert "image/png" in plot.outputs[0].data
    last = numpy.array([3, 7, 11]) // design.clock.steps_per_tick
    assert json.loads(said.outputs[0].text) == pytest.approx(curve(design, last), rel=1e-6)
