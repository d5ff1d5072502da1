"""Options -> the part of a Keras callback that sets the rate of each epoch, over lr_at(epoch)."""

from __future__ import annotations

from itertools import chain

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
    follows, resumes, releases = _chosen(options)
    which = " from RESUME on" * resumes + " up to RELEASE" * releases
    what = "; weight decay follows it" if follows else ""
    begin = [
        *(["        self.next_epoch = RESUME"] if resumes else []),
        *([f"        {weight_decay.CALL}"] if follows else []),
    ]
    methods = [
        *([["    def on_train_begin(self, logs=None):", *begin]] if begin else []),
        *([_each_epoch(resumes, releases)] if resumes or releases else []),
        *([_noted()] if releases else []),
    ]
    scheduler = [
        f"class {name}({SCHEDULER}):",
        f'    """Sets the learning rate of each epoch{which}{what}."""',
        *chain.from_iterable(["", *method] for method in methods),
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
    follows, resumes, releases = _chosen(options)
    if not (follows or resumes or releases):
        return SCHEDULER
    what = "Warmup" if releases else "LearningRate"
    return "Resumed" * resumes + what + "AndWeightDecay" * follows


def _chosen(options: Options) -> tuple[bool, bool, bool]:
    """Whether weight decay follows, training goes on, and the rate is let go."""
    follows, resumes, releases = map(options.get, ("weight_decay", "resume", "release"))
    return bool(follows), bool(resumes), bool(releases)


def _each_epoch(resumes: bool, releases: bool) -> list[str]:
    count = ["epoch = max(epoch, self.next_epoch)", "self.next_epoch = epoch + 1"]
    return [
        "    def on_epoch_begin(self, epoch, logs=None):",
        *[f"        {line}" for line in count if resumes],
        *["        if epoch <= RELEASE:"] * releases,
        "    " * releases + "        super().on_epoch_begin(epoch, logs)",
    ]


def _noted() -> list[str]:
    """The history keeps the rate that was trained with, wherever in the list it stands."""
    return [
        "    def on_epoch_end(self, epoch, logs=None):",
        '        if "learning_rate" not in logs:  # ReduceLROnPlateau notes it, then changes it',
        "            super().on_epoch_end(epoch, logs)",
    ]
