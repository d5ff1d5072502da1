"""Design -> the sentence and the numbers above the chart."""

from __future__ import annotations

import html

import streamlit as st

from lrlib.curves import rate_at
from lrlib.fields import MOST_STEPS
from lrlib.summary import summary
from lrlib.words import rate_text, sentence
from pages.parts.session import state


def show() -> None:
    """The sentence, then start, highest, final and mean rate, and the updates."""
    design = state.design()
    found = summary(design)
    share = found.below / found.steps
    pairs = [
        ("start", rate_text(found.start)),
        ("highest", rate_text(found.highest)),
        ("final", rate_text(found.final)),
        ("mean", rate_text(found.mean)),
        ("updates", f"{found.steps:,}"),
        ("below 1 % of highest", f"{'' if found.exact else 'about '}{found.below:,} ({share:.0%})"),
    ]
    entries = "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in pairs)
    said = html.escape(sentence(design))
    st.html(f'<p class="sentence">{said}</p><dl class="readouts">{entries}</dl>')


def rate_at_place() -> None:
    """The rate at an epoch or a step that one types."""
    design = state.design()
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="rate_at"):
        st.html("Rate at", width="content")
        unit = st.segmented_control(
            "Rate at an epoch or a step",
            ["epoch", "step"],
            default=design.clock.unit.removesuffix("s"),
            required=True,
            key="place_unit",
            label_visibility="collapsed",
        )
        place = st.number_input(
            "Number of the epoch or step",
            0,
            MOST_STEPS,
            0,
            key="place",
            label_visibility="collapsed",
            width=100,
        )
        rate = rate_at(design, design.clock.tick(place, unit))
        st.html(f'<output class="rate">{rate_text(rate)}</output>', width="content")
