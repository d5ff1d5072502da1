"""Design -> a Keras LearningRateSchedule that is saved with the model."""

from __future__ import annotations

import dataclasses

from lrlib.design import Design
from lrlib.fields import Choice, Flag
from lrlib.printing import lines as layout
from lrlib.printing.body import body
from lrlib.printing.languages import KerasOps
from lrlib.shapes import SHAPES, prefix
from lrlib.targets.base import Options, Target, header, text, whole_link
from lrlib.targets.keras import notes as keras_notes
from lrlib.targets.keras import resume as keras_resume
from lrlib.targets.keras import weight_decay
from lrlib.targets.keras.optimizer import accumulation, optimizer


def write(design: Design, options: Options) -> str:
    clock = ("steps_per_epoch",) if design.update == "epoch" else ()
    made = body(design, KerasOps(), moving=clock)
    accumulate = options.get("accumulate")
    if accumulate and made.moves:
        made = dataclasses.replace(made, constants=made.constants | {"accumulate": accumulate})
        accumulate = "ACCUMULATE"
    name = class_name(design)
    ratio = options.get("weight_decay")
    standard = ["import math", ""] * ("math" in made.names)
    return text(
        header(design, whole_link(design, TARGET.name, options)),
        ["", *standard, "import keras"],
        ["from keras.optimizers.schedules import LearningRateSchedule", ""],
        _operations("take" in made.names),
        layout.constants(made, made.constants),
        weight_decay.constant(ratio) if ratio else [],
        ["", "", '@keras.utils.register_keras_serializable(package="lr_schedule")'],
        [f"class {name}(LearningRateSchedule):"],
        ['    """Learning rate of each training step, counted from 0."""', ""],
        # Named one by one: another class of this name cannot load these numbers by mistake.
        layout.wrapped("def __init__", ["self", *made.constants], ":", 4),
        [f"        self.{key} = {key}" for key in made.constants],
        ["", "    def __call__(self, step):"],
        _tick(design, made.total, "accumulate" in made.constants) if made.moves else [],
        [""] * (len(made.branches) > 1),
        layout.tensor(made, "ops.where", 8),
        ['        return ops.convert_to_tensor(rate, "float32")'],
        ["", "    def get_config(self):", "        return dict(vars(self))", "", ""],
        [f"learning_rate = {name}("],
        [f"    {key}={key.upper()}," for key in made.constants],
        [")"],
        _weight_decay() if ratio else [],
        [""],
        usage(design, options, accumulate),
    )


def _operations(take: bool) -> list[str]:
    """Operations on tensors, under names that Keras 2 and 3 share."""
    return [
        "try:",
        "    from keras import ops",
        *["    from keras.ops import take"] * take,
        "except ImportError:  # Keras 2",
        "    import tensorflow as ops",
        *["    from tensorflow import gather as take"] * take,
        "",
    ]


def usage(design: Design, options: Options, accumulate: int | str | None) -> list[str]:
    """How to train with it, as comments.

    Where training goes on, the optimizer's count of batches is assigned, not added to the
    step: so the rate is right whether or not that count was restored with the weights.
    """
    made = optimizer(options, "learning_rate", *accumulation(accumulate))
    callbacks = ", callbacks=[callback]" if options.get("weight_decay") else ""
    fit = f"# model.fit(x, y, {keras_resume.fit_arguments(design, options)}{callbacks})"
    return [
        f"# optimizer = {made}",
        "# model.compile(optimizer=optimizer, loss=...)",
        *keras_resume.restore(options),
        *_count(design, options),
        *([fit] if callbacks or options.get("resume") else []),
    ]


def _count(design: Design, options: Options) -> list[str]:
    """Assign the count; under gradient accumulation `iterations` is no variable."""
    step = keras_resume.resumed_step(design, options)
    if not step:
        return []
    accumulate = options.get("accumulate", 1)
    if accumulate == 1:
        return [f"# model.optimizer.iterations.assign({step})"]
    return [
        "# for variable in model.optimizer.variables:",
        '#     if variable.name == "iteration":  # counts batches',
        f"#         variable.assign({step * accumulate})",
    ]


def _weight_decay() -> list[str]:
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
    ]


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
    return "".join(word.title() for part in parts for word in part.split("_"))


def _words(design: Design, phase: str) -> list[str]:
    """A shape, with the choices that its formula branches on."""
    name = design.chosen[phase]
    words = [name]
    for key, field in SHAPES[phase][name].parameters().items():
        value = design.chosen[prefix(phase) + key]
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
    ("weight_decay", "optimizer", "accumulate", "resume"),
    "learning_rate",
    "tensorflow",
    keras_notes.schedule,
)
