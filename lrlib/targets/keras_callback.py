"""Design -> a Keras callback that sets the rate of each epoch or step."""

from __future__ import annotations

from lrlib import layout
from lrlib.design import Design
from lrlib.languages import Python
from lrlib.source import body
from lrlib.targets import weight_decay
from lrlib.targets.base import Options, Target, header, imports, text, whole_link


def write(design: Design, options: Options) -> str:
    per_step = design.update == "step"
    made = body(design, Python(), ("steps_per_epoch",) if per_step else ())
    what = "training step" if per_step else "epoch"
    epochs = design.values.get("epochs") or -(-design.steps // design.steps_per_epoch)
    ratio = options.get("weight_decay")
    optimizer = "AdamW" if ratio else "Adam"
    return text(
        header(design, whole_link(design, TARGET.name, options)),
        [""],
        imports(made, "import keras"),
        [""],
        layout.constants(made, made.constants),
        weight_decay.constant(ratio) if ratio else [],
        ["", ""],
        [f"def lr_at({made.tick}):", f'    """Learning rate of this {what}, counted from 0."""'],
        layout.scalar(made),
        ["", ""],
        _per_step(options) if per_step else _per_epoch(options),
        [
            "",
            f"# model.compile(optimizer=keras.optimizers.{optimizer}(), loss=...)",
            f"# model.fit(x, y, epochs={epochs}, callbacks=[callback])",
        ],
    )


def _per_epoch(options: Options) -> list[str]:
    scheduler = "keras.callbacks.LearningRateScheduler"
    verbose = bool(options.get("verbose"))
    if not options.get("weight_decay"):
        return _call(scheduler, verbose)
    return [
        *weight_decay.function(),
        f"class LearningRateAndWeightDecay({scheduler}):",
        '    """Sets the learning rate of each epoch; weight decay follows it."""',
        "",
        *weight_decay.on_train_begin(),
        "",
        "",
        *_call("LearningRateAndWeightDecay", verbose),
    ]


def _call(scheduler: str, verbose: bool) -> list[str]:
    """The callback, on one line where it fits."""
    arguments = ["lambda epoch, lr=None: lr_at(epoch)", *["verbose=1"] * verbose]
    return layout.wrapped(f"callback = {scheduler}", arguments, "", 0)


def _per_step(options: Options) -> list[str]:
    follows = "; weight decay follows it" if options.get("weight_decay") else ""
    show = 'print(f"Epoch {epoch + 1}: learning rate {lr_at(self.first_step):.1e}")'
    return [
        *(weight_decay.function() if follows else []),
        "class LearningRatePerStep(keras.callbacks.Callback):",
        f'    """Sets the learning rate before each training step{follows}."""',
        "",
        "    def on_train_begin(self, logs=None):",
        '        self.steps = self.params["steps"] or STEPS_PER_EPOCH',
        '        if getattr(self.model, "steps_per_execution", 1) > 1:',
        '            raise ValueError("A callback cannot see inside steps_per_execution > 1")',
        *([f"        {weight_decay.CALL}"] if follows else []),
        "",
        "    def on_epoch_begin(self, epoch, logs=None):",
        "        if self.steps != STEPS_PER_EPOCH:",
        '            expected = f"the schedule is made for {STEPS_PER_EPOCH}"',
        '            raise ValueError(f"An epoch has {self.steps} steps, {expected}")',
        "        self.first_step = epoch * STEPS_PER_EPOCH",
        *([f"        {show}"] if options.get("verbose") else []),
        "",
        "    def on_train_batch_begin(self, batch, logs=None):",
        "        self.model.optimizer.learning_rate = lr_at(self.first_step + batch)",
        "",
        "    def on_train_batch_end(self, batch, logs=None):",
        "        self.steps = batch + 1",
        "",
        "    def on_epoch_end(self, epoch, logs=None):",
        '        logs["learning_rate"] = lr_at(self.first_step + self.steps - 1)',
        "",
        "",
        "callback = LearningRatePerStep()",
    ]


TARGET = Target(
    "keras-callback",
    "Keras callback",
    "lr_callback.py",
    "python",
    "Works with any optimizer, and the rate shows in the history.",
    write,
    ("verbose", "weight_decay"),
    "callback",
    "tensorflow",
)
