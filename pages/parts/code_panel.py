"""Design -> the code panel: one text at a time, its options, copy and download."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from lrlib import view
from lrlib.targets import TARGETS, code
from lrlib.targets import notes as target_notes
from lrlib.targets.keras_optimizer import CLASSES
from pages.parts import notes, proof, state, widgets


def show() -> None:
    """The code of the chosen target."""
    shown = state.current_view()
    widgets.draw(
        st.segmented_control,
        "w_target",
        shown.target,
        _take_target,
        "Code",
        initial="default",
        options=list(TARGETS),
        format_func=lambda name: TARGETS[name].label,
        help="Every form follows the curve above exactly.",
    )
    target = TARGETS[state.current_view().target]
    st.caption(target.about)
    _options(target.options)
    try:
        text = code(state.design(), target.name, **state.current_view().options)
    except ValueError as error:
        st.text(str(error))
        return
    long = text.count("\n") > 400
    st.code("\n".join(text.split("\n")[:400]) if long else text, target.language, wrap_lines=True)
    if long:
        st.caption("The first 400 lines; the download has all of them.")
    notes.plain(target_notes(state.design(), target.name, **state.current_view().options))
    st.download_button(
        f"Download {target.file}",
        text,
        target.file,
        "text/plain",
        on_click="ignore",
        icon=":material/download:",
        key="download",
    )
    proof.show(text)


def _take_target(name: str | None) -> None:
    if name is not None:
        state.change_view(target=name)


def _options(names: tuple[str, ...]) -> None:
    """The options that change this target's code."""
    with st.container(horizontal=True, vertical_alignment="center"):
        for name in names:
            field = view.FIELDS[name]
            value = getattr(state.current_view(), name)
            kind = type(field).__name__
            take = partial(_take_option, name)
            if kind == "Flag":
                widgets.draw(
                    st.toggle,
                    f"v_{name}",
                    value,
                    take,
                    field.label,
                    help=field.help,
                    width="content",
                )
            elif kind == "Choice":
                widgets.draw(
                    _select,
                    f"v_{name}",
                    value,
                    take,
                    field.label,
                    options=list(field.options),
                    help=field.help,
                    width=160,
                )
            else:
                widgets.draw(
                    st.text_input,
                    f"v_{name}",
                    field.write(value),
                    partial(_take_text, name),
                    field.label,
                    help=field.help,
                    width=160,
                )
        for name in names:
            notes.errors(f"v_{name}")


def _select(label: str, options: list[str], value: str = "", **more: Any) -> str:
    """A select box that is told its first value as other widgets are."""
    index = options.index(value) if value else 0
    return st.selectbox(
        label, options, index, format_func=lambda name: CLASSES.get(name, name), **more
    )


def _take_option(name: str, value: object) -> None:
    state.change_view(**{name: value})


def _take_text(name: str, text: str) -> None:
    from lrlib.finding import Finding, shown

    try:
        value = view.FIELDS[name].read(text.strip())
    except ValueError as error:
        state.refuse(f"v_{name}", [Finding("error", name, f"got {shown(text)}, allowed: {error}")])
        return
    st.session_state.errors.pop(f"v_{name}", None)
    state.change_view(**{name: value})
