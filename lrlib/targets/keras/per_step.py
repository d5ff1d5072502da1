"""Options -> the part of a Keras callback that sets the rate of each step, over lr_at(step).

With gradient accumulation Keras tells a callback of batches; a step is an optimizer update.
"""

from __future__ import annotations

from lrlib.design import Design
from lrlib.targets.keras import weight_decay
from lrlib.targets.options import Options
from lrlib.targets.program import Block


def accumulation(accumulate: int) -> list[str]:
    """The constants of gradient accumulation."""
    return [f"ACCUMULATE = {accumulate}", "BATCHES_PER_EPOCH = STEPS_PER_EPOCH * ACCUMULATE"]


def definitions(design: Design, options: Options) -> list[Block]:
    """A callback that refuses what it could not follow."""
    units, per_epoch = "steps", "STEPS_PER_EPOCH"
    now, last = "batch", "self.steps - 1"
    if options.get("accumulate"):
        units, per_epoch = "batches", "BATCHES_PER_EPOCH"
        now, last = "batch // ACCUMULATE", "(self.batches - 1) // ACCUMULATE"
    follows = "; weight decay follows it" if options.get("weight_decay") else ""
    resumes = bool(options.get("resume"))
    begin = "RESUME * STEPS_PER_EPOCH" if design.clock.unit == "epochs" else "RESUME"
    releases = bool(options.get("release"))
    show = 'print(f"Epoch {epoch + 1}: learning rate {lr_at(self.first_step):.1e}")'
    rate, upto = "rate" if releases else "learning rate", " up to RELEASE" * releases
    callback = [
        "class LearningRatePerStep(keras.callbacks.Callback):",
        f'    """Sets the {rate} before each training step{upto}{follows}."""',
        "",
        "    def on_train_begin(self, logs=None):",
        f'        self.{units} = self.params["steps"] or {per_epoch}',
        '        if getattr(self.model, "steps_per_execution", 1) > 1:',
        '            raise ValueError("A callback cannot see inside steps_per_execution > 1")',
        *([f"        self.next_step = {begin}"] if resumes else []),
        *([f"        {weight_decay.CALL}"] if follows else []),
        "",
        "    def on_epoch_begin(self, epoch, logs=None):",
        f"        if self.{units} != {per_epoch}:",
        f'            expected = f"the schedule is made for {{{per_epoch}}}"',
        f'            raise ValueError(f"An epoch has {{self.{units}}} {units}, {{expected}}")',
        *(_from_resume() if resumes else ["        self.first_step = epoch * STEPS_PER_EPOCH"]),
        *(_until("self.first_step", show, releases) if options.get("verbose") else []),
        "",
        "    def on_train_batch_begin(self, batch, logs=None):",
        f"        step = self.first_step + {now}",
        *_until("step", "self.model.optimizer.learning_rate = lr_at(step)", releases),
        "",
        "    def on_train_batch_end(self, batch, logs=None):",
        f"        self.{units} = batch + 1",
        "",
        "    def on_epoch_end(self, epoch, logs=None):",
        *(_noted() if releases else _last(last)),
    ]
    return [*([Block(weight_decay.function())] if follows else []), Block(callback)]


def made(options: Options) -> list[str]:
    """The callback."""
    return ["callback = LearningRatePerStep()"]


def _from_resume() -> list[str]:
    return [
        "        self.first_step = max(epoch * STEPS_PER_EPOCH, self.next_step)",
        "        self.next_step = self.first_step + STEPS_PER_EPOCH",
    ]


def _until(step: str, line: str, releases: bool) -> list[str]:
    """The line, or the line where the rate is not yet let go."""
    if releases:
        return [f"        if {step} <= RELEASE:", f"            {line}"]
    return [f"        {line}"]


def _last(last: str) -> list[str]:
    return [
        f"        last_step = self.first_step + {last}",
        '        logs["learning_rate"] = lr_at(last_step)',
    ]


def _noted() -> list[str]:
    """The history keeps the rate that was trained with, wherever in the list it stands."""
    return [
        '        if "learning_rate" not in logs:  # ReduceLROnPlateau notes it, then changes it',
        '            logs["learning_rate"] = float(self.model.optimizer.learning_rate.numpy())',
    ]
