"""Options -> the part of a Keras callback that sets the rate of each epoch, over lr_at(epoch)."""

from __future__ import annotations

from lrlib.design import Design
from lrlib.printing import lines as layout
from lrlib.targets.base import Options
from lrlib.targets.keras import weight_decay

SCHEDULER = "keras.callbacks.LearningRateScheduler"


def callback(design: Design, options: Options) -> list[str]:
    """A plain LearningRateScheduler, or a subclass that also does what the options ask."""
    follows, resumes = bool(options.get("weight_decay")), bool(options.get("resume"))
    name = "Resumed" * resumes + "LearningRate" + "AndWeightDecay" * follows
    if not follows and not resumes:
        return _call(SCHEDULER, options)
    what = "; weight decay follows it" if follows else ""
    return [
        *(weight_decay.function() if follows else []),
        f"class {name}({SCHEDULER}):",
        f'    """Sets the learning rate of each epoch{" from RESUME on" * resumes}{what}."""',
        "",
        "    def on_train_begin(self, logs=None):",
        *(["        self.next_epoch = RESUME"] if resumes else []),
        *([f"        {weight_decay.CALL}"] if follows else []),
        "",
        *(_counting() if resumes else []),
        "",
        *_call(name, options),
    ]


def _counting() -> list[str]:
    return [
        "    def on_epoch_begin(self, epoch, logs=None):",
        "        epoch = max(epoch, self.next_epoch)",
        "        self.next_epoch = epoch + 1",
        "        super().on_epoch_begin(epoch, logs)",
        "",
    ]


def _call(scheduler: str, options: Options) -> list[str]:
    """The callback, on one line where it fits."""
    verbose = ["verbose=1"] * bool(options.get("verbose"))
    arguments = ["lambda epoch, lr=None: lr_at(epoch)", *verbose]
    return layout.wrapped(f"callback = {scheduler}", arguments, "", 0)
