"""Design -> a Keras callback that sets the rate of each epoch or step."""

from __future__ import annotations

from lrlib import layout
from lrlib.design import Design
from lrlib.languages import Python
from lrlib.source import body
from lrlib.targets.base import Options, Target, header, imports, text, whole_link


def write(design: Design, options: Options) -> str:
    per_step = design.update == "step"
    made = body(design, Python(), ("steps_per_epoch",) if per_step else ())
    what = "training step" if per_step else "epoch"
    epochs = design.values.get("epochs") or -(-design.steps // design.steps_per_epoch)
    return text(
        header(design, whole_link(design, TARGET.name, options)),
        [""],
        imports(made, "import keras"),
        [""],
        layout.constants(made, made.constants),
        ["", ""],
        [f"def lr_at({made.tick}):", f'    """Learning rate of this {what}, counted from 0."""'],
        layout.scalar(made),
        ["", ""],
        _per_step(options) if per_step else _per_epoch(options),
        [
            "",
            "# model.compile(optimizer=keras.optimizers.Adam(), loss=...)",
            f"# model.fit(x, y, epochs={epochs}, callbacks=[callback])",
        ],
    )


def _per_epoch(options: Options) -> list[str]:
    verbose = ", verbose=1" if options.get("verbose") else ""
    return [
        "callback = keras.callbacks.LearningRateScheduler(",
        f"    lambda epoch, lr=None: lr_at(epoch){verbose}",
        ")",
    ]


def _per_step(options: Options) -> list[str]:
    lines = [
        "class LearningRatePerStep(keras.callbacks.Callback):",
        '    """Sets the learning rate before each training step."""',
        "",
        "    def on_train_begin(self, logs=None):",
        '        if self.params.get("steps") not in (None, STEPS_PER_EPOCH):',
        '            found = self.params["steps"]',
        '            raise ValueError(f"{found} steps an epoch, not {STEPS_PER_EPOCH}")',
        '        if getattr(self.model, "steps_per_execution", 1) not in (None, 1):',
        '            raise ValueError("steps_per_execution is above 1: use a schedule")',
        "",
        "    def on_epoch_begin(self, epoch, logs=None):",
        "        self.first_step = epoch * STEPS_PER_EPOCH",
    ]
    if options.get("verbose"):
        lines.append(
            '        print(f"Epoch {epoch + 1}: learning rate {lr_at(self.first_step):.1e}")'
        )
    return [
        *lines,
        "",
        "    def on_train_batch_begin(self, batch, logs=None):",
        "        self.rate = lr_at(self.first_step + batch)",
        "        self.model.optimizer.learning_rate = self.rate",
        "",
        "    def on_epoch_end(self, epoch, logs=None):",
        "        if logs is not None:",
        '            logs["learning_rate"] = self.rate',
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
)
