"""Design -> a Keras LearningRateSchedule that is saved with the model."""

from __future__ import annotations

import dataclasses
import zlib

from lrlib.design import Design
from lrlib.design.keys import RUN
from lrlib.design.query import stated
from lrlib.printing.body import Body, body
from lrlib.printing.languages import KerasOps
from lrlib.printing.lines import constants, tensor, wrapped
from lrlib.shapes import SHAPES, prefix
from lrlib.targets.base import Proof, Target
from lrlib.targets.keras import notes, weight_decay
from lrlib.targets.keras.usage import usage
from lrlib.targets.options import Options
from lrlib.targets.program import Block, Program

LONGEST_NAME = 57  # for a line of 88 characters; of a longer one the rest is its checksum


def write(design: Design, options: Options) -> Program:
    clock = ("steps_per_epoch",) if design.update == "epoch" else ()
    printed = body(design, KerasOps(), moving=clock)
    accumulate = options.get("accumulate")
    if accumulate and printed.moves:
        listed = printed.constants | {"accumulate": accumulate}
        printed = dataclasses.replace(printed, constants=listed)
        accumulate = "ACCUMULATE"
    ratio = options.get("weight_decay")
    given = [f"    {key}={key.upper()}," for key in printed.constants]
    made = [f"learning_rate = {class_name(design)}(", *given, ")"]
    definitions = [Block(_class(design, printed))]
    if ratio:
        definitions += [Block(made), *_weight_decay()]
        made = ["callback = WeightDecayFollowsRate()"]
    return Program(
        [
            *[["import math"]] * ("math" in printed.names),
            ["import keras", "from keras.optimizers.schedules import LearningRateSchedule"],
            _operations("take" in printed.names),
        ],
        [
            *constants(printed, printed.constants),
            *(weight_decay.constant(ratio) if ratio else []),
        ],
        definitions,
        made,
        usage(design, options, accumulate),
    )


def _class(design: Design, printed: Body) -> list[str]:
    names = printed.constants
    return [
        '@keras.utils.register_keras_serializable(package="lr_schedule")',
        f"class {class_name(design)}(LearningRateSchedule):",
        '    """Learning rate of each training step, counted from 0."""',
        "",
        # Named one by one: another class of this name cannot load these numbers by mistake.
        *wrapped("def __init__", ["self", *names], ":", 4),
        *(f"        self.{key} = {key}" for key in names),
        "",
        "    def __call__(self, step):",
        *(_tick(design, printed.total, "accumulate" in names) if printed.moves else []),
        *[""] * (len(printed.branches) > 1),
        *tensor(printed, "ops.where", 8),
        '        return ops.convert_to_tensor(rate, "float32")',
        "",
        "    def get_config(self):",
        "        return dict(vars(self))",
    ]


def _operations(take: bool) -> list[str]:
    """Operations on tensors, under names that Keras 2 and 3 share."""
    return [
        "try:",
        "    from keras import ops",
        *["    from keras.ops import take"] * take,
        "except ImportError:  # Keras 2",
        "    import tensorflow as ops",
        *["    from tensorflow import gather as take"] * take,
    ]


def _weight_decay() -> list[Block]:
    follows = [
        "class WeightDecayFollowsRate(keras.callbacks.Callback):",
        f'    """Keeps the weight decay at {weight_decay.NAME} times the learning rate."""',
        "",
        *weight_decay.on_train_begin(),
    ]
    return [Block(weight_decay.function()), Block(follows)]


def _tick(design: Design, total: str, accumulates: bool) -> list[str]:
    """The tick of this step: integers, never above the total; the optimizer counts batches."""
    step = "step // self.accumulate" if accumulates else "step"
    lines = [f'        step = ops.cast({step}, "int32")']
    if design.update == "epoch":
        return [*lines, f"        epoch = ops.minimum(step // self.steps_per_epoch, self.{total})"]
    return [*lines, f"        step = ops.minimum(step, self.{total})"]


def class_name(design: Design) -> str:
    """What the schedule is made of, in one word: LinearWarmupCosine.

    A saved model finds its class by this name, so whatever changes the formula is in it.
    """
    parts = _words(design, "decay")
    if design.warmup != "none":
        parts = [*_words(design, "warmup"), "warmup", *parts]
    if design.cooldown != "none":
        parts += [*_words(design, "cooldown"), "cooldown"]
    for key, value in stated(design).items():
        if key in RUN and RUN[key].convention:
            parts += [key, value] if isinstance(value, str) else [key]
    name = "".join(word.title() for part in parts for word in part.split("_"))
    if len(name) <= LONGEST_NAME:
        return name
    return f"{name[: LONGEST_NAME - 8]}{zlib.crc32(name.encode()):08X}"


def _words(design: Design, phase: str) -> list[str]:
    """A shape, with the choices that its formula branches on."""
    name = design.chosen[phase]
    words = [name]
    for key, field in SHAPES[phase][name].parameters().items():
        words += field.called(key, design.chosen[prefix(phase) + key])
    return words


TARGET = Target(
    "keras-schedule",
    "Keras schedule",
    "lr_schedule.py",
    "python",
    "Lives in the optimizer: fastest where the rate changes every step, saved with the model.",
    write,
    ("weight_decay", "optimizer", "accumulate", "resume"),
    "learning_rate",
    "tensorflow",
    Proof("lrlib.prove.with_keras", "steps"),
    notes.schedule,
)
