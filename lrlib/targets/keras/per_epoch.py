"""Options -> the part of a Keras callback that sets the rate of each epoch, over lr_at(epoch)."""

from __future__ import annotations

from lrlib.design import Design
from lrlib.printing.lines import wrapped
from lrlib.targets.keras import weight_decay
from lrlib.targets.options import Options
from lrlib.targets.program import Block

SCHEDULER = "keras.callbacks.LearningRateScheduler"


def definitions(design: Design, options: Options) -> list[Block]:
    """Nothing where Keras's own LearningRateScheduler will do; else a subclass of it."""
    name = _name(options)
    if name == SCHEDULER:
        return []
    follows, resumes = bool(options.get("weight_decay")), bool(options.get("resume"))
    what = "; weight decay follows it" if follows else ""
    scheduler = [
        f"class {name}({SCHEDULER}):",
        f'    """Sets the learning rate of each epoch{" from RESUME on" * resumes}{what}."""',
        "",
        "    def on_train_begin(self, logs=None):",
        *(["        self.next_epoch = RESUME"] if resumes else []),
        *([f"        {weight_decay.CALL}"] if follows else []),
        *(_counting() if resumes else []),
    ]
    function = [Block(weight_decay.function())] if follows else []
    return [*function, Block(scheduler)]


def made(options: Options) -> list[str]:
    """The callback, on one line where it fits."""
    verbose = ["verbose=1"] * bool(options.get("verbose"))
    arguments = ["lambda epoch, lr=None: lr_at(epoch)", *verbose]
    return wrapped(f"callback = {_name(options)}", arguments, "", 0)


def _name(options: Options) -> str:
    """The class of the callback."""
    follows, resumes = bool(options.get("weight_decay")), bool(options.get("resume"))
    if not follows and not resumes:
        return SCHEDULER
    return "Resumed" * resumes + "LearningRate" + "AndWeightDecay" * follows


def _counting() -> list[str]:
    return [
        "",
        "    def on_epoch_begin(self, epoch, logs=None):",
        "        epoch = max(epoch, self.next_epoch)",
        "        self.next_epoch = epoch + 1",
        "        super().on_epoch_begin(epoch, logs)",
    ]
