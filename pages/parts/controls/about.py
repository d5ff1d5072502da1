"""Shape -> what it does, when people take it, its formula and its source, behind a button."""

from __future__ import annotations

import html

import streamlit as st

from lrlib.printing.conventions import conventions
from lrlib.printing.latex import formula, legend
from lrlib.shapes import SHAPES, build_shape
from pages.parts.frame import sources
from pages.parts.session import state


def show(phase: str) -> None:
    """The button; what it opens is drawn only while it is open, since a formula costs a script."""
    design = state.design()
    name = design.chosen[phase]
    if name == "none":
        return
    label = SHAPES[phase][name].label
    with st.popover(
        f"About {label}", type="tertiary", key=f"about_{phase}", on_change="rerun"
    ) as about:
        if about.open:
            _words(phase)


def _words(phase: str) -> None:
    design = state.design()
    shape = build_shape(phase, design.chosen)
    said = legend(shape, phase, design.clock.unit)
    here = "".join(f"<p>{html.escape(text)}</p>" for text in conventions(design, phase))
    st.html(
        f'<div class="about"><h4>{html.escape(shape.label)} {phase}</h4>'
        f"<p>{html.escape(shape.about)}</p><p>{html.escape(shape.used_for)}</p></div>"
    )
    st.latex(formula(shape, phase))
    st.html(
        f'<div class="about">{here}<div class="quiet"><p>{html.escape(said)}</p>'
        f"<p>{sources.linked(shape.source)}</p></div></div>"
    )
