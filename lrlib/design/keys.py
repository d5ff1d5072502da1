"""The link keys of a design, and which of them its shapes use."""

from collections.abc import Mapping
from typing import Any

from lrlib.fields import MOST_STEPS, Choice, Field, Flag, Name, Number, Rate, Whole
from lrlib.shapes import PHASES, SHAPES, prefix

UNITS = ("epochs", "steps")


def _length(phase: str) -> Number:
    return Number(
        0.0, 0, MOST_STEPS, label="Length", help=f"How long the {phase} lasts.", measure="units"
    )


RUN: dict[str, Field] = {
    "v": Whole(2, 1, 2, label="Version", help="Version of the link format."),
    "name": Name(),
    "epochs": Whole(50, label="Epochs", help="How many times training sees the whole data set."),
    "steps": Whole(10_000, label="Steps", help="How many optimizer updates the run has."),
    "steps_per_epoch": Whole(
        200,
        label="Steps per epoch",
        help="Optimizer updates in an epoch: data-set size / batch size, rounded up.",
    ),
    "update": Choice(
        "epoch", ("epoch", "step"), label="Change", help="How often the rate changes."
    ),
    "peak_lr": Rate(
        1e-3, above=True, label="Max LR", help="The rate after the warmup, where the decay starts."
    ),
    "warmup": Choice(
        "none",
        ("none", *SHAPES["warmup"]),
        label="Warmup",
        help="How the rate rises to the maximum.",
    ),
    "warmup_length": _length("warmup"),
    "init_lr": Rate(0.0, label="Initial LR", help="The rate of the very first update."),
    "warmup_from": Whole(
        0,
        0,
        1,
        label="Warmup counts",
        help="0: the first update trains at the initial LR (Keras, Transformers). "
        "1: the first is one step up, and the last trains at the peak "
        "(llm.c, OpenCLIP, torchtitan).",
        convention=True,
    ),
    "overlap": Choice(
        "none",
        ("none", "jump", "join", "multiply"),
        label="Decay meanwhile",
        help="none: the decay waits for the warmup (Keras, Optax, Transformers). Else it counts "
        "from the run's start. jump: the warmup rises to the peak, then the rate jumps to the "
        "decay (BERT, timm without prefix, EfficientNet). join: the warmup ends on the decay "
        "(SlowFast, TF Model Garden's LinearWarmup). multiply: the warmup multiplies it "
        "(Ultralytics, radiance-field codes, big_vision).",
        convention=True,
    ),
    "hold_length": Number(
        0.0,
        0,
        MOST_STEPS,
        label="Hold",
        help="How long the rate stays at the maximum after the warmup.",
        measure="units",
    ),
    "decay": Choice(
        "cosine",
        tuple(SHAPES["decay"]),
        label="Decay",
        help="How the rate falls after warmup and hold.",
    ),
    "end_lr": Rate(
        0.0, label="End LR", help="Where the decay ends; a floor for shapes without an end."
    ),
    "decay_update": Choice(
        "step",
        ("step", "epoch"),
        label="Decay changes",
        help="epoch: decay and cooldown change once an epoch, while the warmup changes each step "
        "(Ultralytics, torchvision's detection reference).",
        convention=True,
    ),
    "reach_end": Flag(
        label="Last update reaches the end",
        help="On: the run's last update trains at the end rate itself "
        "(PyTorch's OneCycleLR, torchtitan). Off: it is one step short (Keras, Optax).",
        convention=True,
    ),
    "cooldown": Choice(
        "none",
        ("none", *SHAPES["cooldown"]),
        label="Cooldown",
        help="A last drop at the end of the run.",
    ),
    "cooldown_length": _length("cooldown"),
    "final_lr": Rate(0.0, label="Final LR", help="Where the cooldown ends."),
}


def used_fields(chosen: Mapping[str, Any]) -> dict[str, Field]:
    """The fields of a design, by link key, in the order of the link.

    `chosen` says what decides: its length's unit, `update`, the shapes, and `overlap`.
    """
    unit = "epochs" if "epochs" in chosen else "steps"
    warmup, decay, cooldown = (chosen[phase] for phase in ("warmup", "decay", "cooldown"))
    lies_over = warmup != "none" and chosen.get("overlap", "none") != "none"
    keys = ["name", unit, "steps_per_epoch", "update", "peak_lr", "warmup"]
    fields = {key: RUN[key] for key in keys}
    if warmup != "none":
        fields["warmup_length"] = RUN["warmup_length"]
        fields |= shape_fields("warmup", warmup)
        fields |= {key: RUN[key] for key in ("warmup_from", "overlap")}
    if not lies_over:
        fields["hold_length"] = RUN["hold_length"]
    fields["decay"] = RUN["decay"]
    fields |= shape_fields("decay", decay)
    if unit == "epochs" and chosen.get("update") == "step":
        fields["decay_update"] = RUN["decay_update"]
    if cooldown != "none" or SHAPES["decay"][decay].arrives:
        fields["reach_end"] = RUN["reach_end"]
    fields["cooldown"] = RUN["cooldown"]
    if cooldown != "none":
        fields["cooldown_length"] = RUN["cooldown_length"]
        fields |= shape_fields("cooldown", cooldown)
    return fields


def shape_fields(phase: str, name: str) -> dict[str, Field]:
    """The parameters of one shape by link key, with the rate of the run that it uses."""
    shape = SHAPES[phase][name]
    fields = {prefix(phase) + key: field for key, field in shape.parameters().items()}
    # The rate that it ends at belongs to a cooldown of any shape; a warmup ends at the peak.
    for rate in (PHASES[phase].start, PHASES[phase].end):
        if rate in shape.rates or (phase == "cooldown" and rate in RUN):
            fields[rate] = RUN[rate]
    return fields


def known_fields() -> dict[str, list[Field]]:
    """Every link key of a design, with each meaning that some shape gives it."""
    known = {key: [field] for key, field in RUN.items()}
    for phase, shapes in SHAPES.items():
        for name in shapes:
            for key, field in shape_fields(phase, name).items():
                if field not in known.setdefault(key, []):
                    known[key].append(field)
    return known
