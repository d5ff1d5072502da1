"""Design -> a Keras LearningRateSchedule that is saved with the model."""

from __future__ import annotations

from lrlib import layout
from lrlib.design import Design
from lrlib.languages import KerasOps
from lrlib.source import body
from lrlib.targets.base import Options, Target, header, text, whole_link

TYPES = {int: "int", float: "float", tuple: "tuple"}


def write(design: Design, options: Options) -> str:
    made = body(design, KerasOps(), ("steps_per_epoch",) if design.update == "epoch" else ())
    name = class_name(design)
    standard = ["import math"] * ("math" in made.names) + [
        "from dataclasses import asdict, dataclass"
    ]
    return text(
        header(design, whole_link(design, TARGET.name, options)),
        ["", *standard, "", "import keras"],
        ["from keras.optimizers.schedules import LearningRateSchedule", ""],
        ["try:", "    from keras import ops"],
        ["except ImportError:  # Keras 2", "    import tensorflow as ops", ""],
        layout.constants(made, made.constants),
        ["", "", '@keras.utils.register_keras_serializable(package="lr_schedule")'],
        ["@dataclass(eq=False)"],
        [f"class {name}(LearningRateSchedule):"],
        ['    """Learning rate of each training step, counted from 0."""', ""],
        [f"    {key}: {TYPES[type(value)]}" for key, value in made.constants.items()],
        ["", "    def __call__(self, step):"],
        _tick(design, made.total),
        layout.tensor(made, "ops.where", 8),
        ['        return ops.convert_to_tensor(rate, "float32")'],
        ["", "    def get_config(self):", "        return asdict(self)", "", ""],
        [f"learning_rate = {name}("],
        [f"    {key}={key.upper()}," for key in made.constants],
        [")", "", "# optimizer = keras.optimizers.Adam(learning_rate)"],
        ["# model.compile(optimizer=optimizer, loss=...)"],
    )


def _tick(design: Design, total: str) -> list[str]:
    """The tick of this step: integers, never above the total."""
    lines = ['        step = ops.cast(step, "int32")']
    if design.update == "epoch":
        return [*lines, f"        epoch = ops.minimum(step // self.steps_per_epoch, self.{total})"]
    return [*lines, f"        step = ops.minimum(step, self.{total})"]


def class_name(design: Design) -> str:
    """What the schedule is made of, in one word: LinearWarmupCosine."""
    parts = [design.warmup + "_warmup" if design.warmup != "none" else "", design.decay]
    parts.append(design.cooldown + "_cooldown" if design.cooldown != "none" else "")
    return "".join(word.title() for part in parts for word in part.split("_"))


TARGET = Target(
    "keras-schedule",
    "Keras schedule",
    "lr_schedule.py",
    "python",
    "Lives in the optimizer: fastest where the rate changes every step, saved with the model.",
    write,
    (),
    "learning_rate",
)
