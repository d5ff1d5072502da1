"""Design -> a chart that a person can take hold of; tells what a finished drag changed.

The chart is a component of its own that keeps its node and computes the curve in the
browser. Where it cannot load or draw, the plain Plotly chart takes its place.
"""

from __future__ import annotations

import json
import logging
import re
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import streamlit as st

from lrlib import Design
from lrlib.chart.edge_table import edge_rows
from lrlib.chart.figure import figure, figure_data
from lrlib.edit.handles import handles
from lrlib.edit.log_slider import SMALLEST
from lrlib.printing.javascript import formulas, program
from lrlib.words import sentence
from pages.parts.frame.modules import joined
from pages.parts.session.kept import session

FILES = Path(__file__).parent / "live_chart"
# The shapes of parts that its script cuts by itself: the keys of PARTS.
KNOWN = frozenset(
    re.findall(r"^  (\w+): \(phase, own\) =>", (FILES / "cuts.js").read_text("utf-8"), re.MULTILINE)
)
PATIENCE = 8.0  # seconds until a chart that gave no sign of life is given up
PLAIN = {"displaylogo": False, "modeBarButtonsToRemove": ["select2d", "lasso2d"]}

_component = st.components.v2.component(
    "lr_live_chart",
    html=(FILES / "chart.html").read_text(),
    css=(FILES / "style.css").read_text(),
    js=joined(FILES / "main.js", {"formulas.js": formulas()}),
    isolate_styles=False,
)


def live_chart(
    design: Design,
    *,
    log: bool,
    dark: bool,
    pinned: Design | None,
    key: str,
    on_edit: Callable[[Any], None] | None = None,
    on_alive: Callable[[], None] = lambda: None,
) -> None:
    """Draw the chart.

    `on_edit` gets the changes of a finished drag, {link key: value}, before the next run begins,
    so that one run shows them. They come from a browser: lrlib.edit.drag.apply_edit checks them.
    `on_alive` is called once, when the script says that it runs.
    """
    kept = session().chart
    # A refused change is answered, too: the count makes the data differ.
    data = None if kept.lost else _data(design, log, dark, pinned, kept.edits)
    if data is None:
        plain = figure(design, log, dark, pinned=pinned)
        st.plotly_chart(plain, config=PLAIN, key=f"{key}_plain", theme=None)
        return

    def edited() -> None:
        kept.edits += 1
        changes = st.session_state[key].edit
        if on_edit and changes is not None:
            on_edit(changes)

    def gave_up() -> None:
        kept.lost = True

    result = _component(
        key=key,
        data=data,
        on_edit_change=edited,
        on_failed_change=gave_up,
        on_alive_change=on_alive,
    )
    with st.container(key=f"{key}_wait"):  # always there, so that what follows keeps its place
        if result.alive:
            kept.waited = None
        else:
            _wait()


@st.fragment(run_every=PATIENCE)
def _wait() -> None:
    """A component whose script never runs says nothing at all: after a while it is lost."""
    kept, now = session().chart, time.monotonic()
    begin, last = kept.waited or (now, now)
    if now - last > PATIENCE + 1:
        begin = now  # between two visits of this page nobody waited
    kept.waited = begin, now
    if now - begin >= PATIENCE:
        kept.lost = True
        st.rerun()


def plotly_chunk() -> str | None:
    """Streamlit's own plotly.js below its address; None where this Streamlit has none."""
    static = Path(st.__file__).parent / "static"
    found = sorted(static.glob("static/js/PlotlyChart.*.js"))
    return found[0].relative_to(static).as_posix() if found else None


def _data(design: Design, log: bool, dark: bool, pinned: Design | None, edits: int) -> bytes | None:
    """What the script draws from; None where there is no plotly.js or it cannot be made."""
    chunk = plotly_chunk()
    if chunk is None:
        return None
    try:
        drawn = figure_data(design, log, dark, pinned=pinned)
        payload = _payload(design, drawn, log, dark) | {"chunk": chunk, "edits": edits}
        return json.dumps(payload).encode()
    except Exception:  # of any kind: a person is better off with the plain chart
        logging.getLogger(__name__).exception("The live chart could not be made")
        return None


def _payload(design: Design, drawn: dict[str, Any], log: bool, dark: bool) -> dict[str, Any]:
    return {
        "figure": drawn,
        "program": program(design, KNOWN),
        "values": dict(design.chosen),
        "handles": [asdict(handle) for handle in handles(design)],
        "label": f"Learning-rate curve: {sentence(design)}",
        "table": edge_rows(design),
        "smallest": SMALLEST,
        "log": log,
        "dark": dark,
    }
