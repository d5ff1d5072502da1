"""Design -> a Keras LearningRateSchedule that is saved with the model."""

from __future__ import annotations

from lrlib import layout
from lrlib.design import Design
from lrlib.fields import Choice, Flag
from lrlib.languages import KerasOps
from lrlib.shapes import SHAPES, prefix
from lrlib.source import body
from lrlib.targets import weight_decay
from lrlib.targets.base import Options, Target, header, text, whole_link


def write(design: Design, options: Options) -> str:
    clock = ("steps_per_epoch",) if design.update == "epoch" else ()
    made = body(design, KerasOps(), moving=clock)
    name = class_name(design)
    ratio = options.get("weight_decay")
    standard = ["import math", ""] * ("math" in made.names)
    return text(
        header(design, whole_link(design, TARGET.name, options)),
        ["", *standard, "import keras"],
        ["from keras.optimizers.schedules import LearningRateSchedule", ""],
        ["try:", "    from keras import ops"],
        ["except ImportError:  # Keras 2", "    import tensorflow as ops", ""],
        layout.constants(made, made.constants),
        weight_decay.constant(ratio) if ratio else [],
        ["", "", '@keras.utils.register_keras_serializable(package="lr_schedule")'],
        [f"class {name}(LearningRateSchedule):"],
        ['    """Learning rate of each training step, counted from 0."""', ""],
        # Named one by one: another class of this name cannot load these numbers by mistake.
        layout.wrapped("def __init__", ["self", *made.constants], ":", 4),
        [f"        self.{key} = {key}" for key in made.constants],
        ["", "    def __call__(self, step):"],
        _tick(design, made.total) if made.moves else [],
        [""] * (len(made.branches) > 1),
        layout.tensor(made, "ops.where", 8),
        ['        return ops.convert_to_tensor(rate, "float32")'],
        ["", "    def get_config(self):", "        return dict(vars(self))", "", ""],
        [f"learning_rate = {name}("],
        [f"    {key}={key.upper()}," for key in made.constants],
        [")"],
        _with_weight_decay() if ratio else _alone(),
    )


def _alone() -> list[str]:
    return [
        "",
        "# optimizer = keras.optimizers.Adam(learning_rate)",
        "# model.compile(optimizer=optimizer, loss=...)",
    ]


def _with_weight_decay() -> list[str]:
    return [
        "",
        "",
        *weight_decay.function(),
        "class WeightDecayFollowsRate(keras.callbacks.Callback):",
        f'    """Keeps the weight decay at {weight_decay.NAME} times the learning rate."""',
        "",
        *weight_decay.on_train_begin(),
        "",
        "",
        "callback = WeightDecayFollowsRate()",
        "",
        "# model.compile(optimizer=keras.optimizers.AdamW(learning_rate), loss=...)",
        "# model.fit(x, y, callbacks=[callback])",
    ]


def _tick(design: Design, total: str) -> list[str]:
    """The tick of this step: integers, never above the total."""
    lines = ['        step = ops.cast(step, "int32")']
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
    return "".join(word.title() for part in parts for word in part.split("_"))


def _words(design: Design, phase: str) -> list[str]:
    """A shape, with the choices that its formula branches on."""
    name = design.values[phase]
    words = [name]
    for key, field in SHAPES[phase][name].parameters().items():
        value = design.values[prefix(phase) + key]
        if isinstance(field, Flag) and value:
            words.append(key)
        elif isinstance(field, Choice):
            words.append(value)
    return words


TARGET = Target(
    "keras-schedule",
    "Keras schedule",
    "lr_schedule.py",
    "python",
    "Lives in the optimizer: fastest where the rate changes every step, saved with the model.",
    write,
    ("weight_decay",),
    "learning_rate",
    "tensorflow",
)
