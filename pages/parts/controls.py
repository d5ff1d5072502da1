"""The design's controls: only the fields that its shapes use, in the order of the run."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from lrlib import DesignError, scale
from lrlib.clock import steps_in_epoch
from lrlib.fields import Choice, Field, Flag, Number, Numbers, Points, Rate, Whole
from lrlib.fit import choose
from lrlib.run import RUN
from lrlib.shapes import SHAPES, prefix
from pages.parts import about, fields, notes, rows, state, widgets

UNITS = {"epochs": "Epochs", "steps": "Steps"}
PRESETS = {"warmup_base": {2.0: "2 (exp)", 10.0: "10 (log)"}}
CHANGE = {"epoch": "Each epoch", "step": "Each step"}


def show() -> None:
    """All controls, pulled before and pushed where the design changed elsewhere."""
    _run()
    fields.rate("peak_lr")
    _phase("warmup")
    _phase("decay")
    with st.expander("Hold and cooldown", expanded=_has_more(), key="more"):
        _length("hold_length")
        _phase("cooldown")


def _has_more() -> bool:
    design = state.design()
    return bool(design.hold_length or design.cooldown != "none")


def _run() -> None:
    design = state.design()
    unit = design.clock.unit
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        help_text = "What lengths and boundaries are counted in; changing it converts them."
        st.markdown("Run", help=help_text, width=fields.LABEL)
        widgets.draw(
            st.segmented_control,
            "unit",
            unit,
            _take_unit,
            "Run length in",
            initial="default",
            options=list(UNITS),
            format_func=UNITS.__getitem__,
            label_visibility="collapsed",
        )
    notes.errors("unit")
    fields.number(unit, 1, _round_up(2 * design.values[unit]), 1)
    _keep_proportions()
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown("Steps per epoch", help=RUN["steps_per_epoch"].help, width=fields.LABEL)
        _from_data()
        fields.exact("steps_per_epoch")
    notes.errors("steps_per_epoch")
    if unit == "epochs":
        fields.choice("update", CHANGE)


def _take_unit(unit: str | None) -> None:
    if unit is None or unit == state.design().clock.unit:
        return
    try:
        state.put((scale.to_steps if unit == "steps" else scale.to_epochs)(state.design()))
    except DesignError as error:
        state.refuse("unit", error.findings)


def _keep_proportions() -> None:
    """After the run's length changed: offer to stretch everything else with it."""
    session = st.session_state
    design, before = state.design(), session.get("proportions")
    key = design.clock.unit
    if before is None or before.clock.unit != key or _others(before) != _others(design):
        session.proportions = design
    elif before.values[key] != design.values[key] and _scaled(before) != design:
        st.button(
            f"Scale the phases from {before.values[key]:,} to {design.values[key]:,} {key}",
            on_click=partial(widgets.act, _scale, before),
            type="tertiary",
            icon=":material/open_in_full:",
            key="scale",
        )


def _others(design: Any) -> dict[str, Any]:
    return {key: value for key, value in design.values.items() if key not in UNITS}


def _scaled(before: Any) -> Any:
    """The design before its length changed, stretched to the length it has now."""
    key = state.design().clock.unit
    return scale.scale(before, **{key: state.design().values[key]})


def _scale(before: Any) -> None:
    state.put(_scaled(before))
    st.session_state.proportions = state.design()


def _from_data() -> None:
    """Steps per epoch from the size of the data set and of a batch."""
    with st.popover("From data size", width="content"):
        data_size = _size("Examples in the data set", "data_size", 10**12, 12_800)
        batch_size = _size("Batch size", "batch_size", 10**9, 64)
        steps = steps_in_epoch(data_size, batch_size)
        st.button(
            f"Use {steps:,} steps per epoch",
            on_click=partial(widgets.act, _use_steps, steps),
            key="use_steps",
        )


def _size(label: str, key: str, most: int, usual: int) -> int:
    """A size that a person gives; a page change forgets the field, the session keeps it."""
    return int(
        st.number_input(label, 1, most, state.sizes().get(key, usual), key=key, on_change=_give)
    )


def _give() -> None:
    """Remember the sizes, so that advice can hold them against the steps per epoch."""
    state.remember({key: int(st.session_state[key]) for key in ("data_size", "batch_size")})


def _use_steps(steps: int) -> None:
    state.change("steps_per_epoch", steps_per_epoch=steps)


def _phase(phase: str) -> None:
    """The choice of a phase's shape, and the shape's own fields."""
    design = state.design()
    field = RUN[phase]
    names = {"none": "None"} if phase != "decay" else {}
    names |= {name: shape.label for name, shape in SHAPES[phase].items()}

    def take(chosen: str | None) -> None:
        if chosen is None or chosen == state.design().values[phase]:
            return
        try:
            state.put(choose(state.design(), phase, chosen))
        except DesignError as error:
            state.refuse(phase, error.findings)

    with st.container(key=f"choice_{phase}"):
        widgets.draw(
            st.pills,
            phase,
            design.values[phase],
            take,
            field.label,
            initial="default",
            options=list(names),
            format_func=names.__getitem__,
            help=field.help,
            width="stretch",
        )
        about.show(phase)
    notes.errors(phase)
    design = state.design()
    if design.values[phase] == "none":
        return
    if phase != "decay":  # whose decay_length is its shape's own
        _length(f"{phase}_length")
    shape = SHAPES[phase][design.values[phase]]
    for name, parameter in shape.parameters().items():
        _parameter(prefix(phase) + name, parameter)
    for key in ("init_lr", "end_lr", "final_lr"):
        if key in design.fields and _phase_of(key) == phase:
            fields.rate(key)


def _phase_of(key: str) -> str:
    return {"init_lr": "warmup", "end_lr": "decay", "final_lr": "cooldown"}[key]


def _length(key: str) -> None:
    fields.number(key, 0, state.design().clock.length, 1)


def _parameter(key: str, field: Field) -> None:
    """The widget for a shape's field, whichever kind it is."""
    design = state.design()
    value = design.values[key]
    if key == "boundaries":
        rows.boundaries()
    elif isinstance(field, Points):
        rows.points()
    elif isinstance(field, Numbers):
        return  # values stand beside their boundaries
    elif isinstance(field, Choice):
        fields.choice(key, {name: name.capitalize() for name in field.options})
    elif isinstance(field, Flag):
        fields.flag(key)
    elif isinstance(field, Rate):
        fields.rate(key)
    elif isinstance(field, Whole):
        fields.number(key, field.low, min(field.high, max(12, 2 * value)), 1)
    elif isinstance(field, Number) and field.measure == "units":
        fields.number(key, int(field.above), max(2, design.clock.length), 1)
    elif key in PRESETS:
        fields.presets(key, PRESETS[key])
    elif isinstance(field, Number):
        fields.number(key, *_slider_range(key, field, value))


def _slider_range(key: str, field: Number, value: float) -> tuple[float, float, float]:
    """Where a number's slider runs: within what the field takes, around what people use."""
    if field.high <= 1:
        return 0.01, 1.0, 0.01
    if key.endswith("cycles"):
        return 0.5, max(5.0, value), 0.5
    return max(field.low, 0.1), max(4.0, value), 0.1


def _round_up(value: int) -> int:
    """The next 1, 2 or 5 times a power of ten."""
    size = 10
    while True:
        for step in (1, 2, 5):
            if value <= step * size:
                return step * size
        size *= 10
