# 10 warmup epochs doubling from 9.8E-07 to 1.0E-03, then half a cosine towards 0 over
# 40 epochs.
# Link: ?v=2&name=&epochs=50&steps_per_epoch=200&update=step&peak_lr=0.001&warmup=exponential&warmup_length=10&warmup_base=2&hold_length=0&decay=cosine&cycles=0.5&end_lr=0&cooldown=none&target=keras-callback

import math

import keras

WARMUP_END = 2000
TOTAL_STEPS = 10000
STEPS_PER_EPOCH = 200
PEAK_LR = 0.001
WARMUP_BASE = 2.0
CYCLES = 0.5
END_LR = 0.0


def lr_at(step):
    """Learning rate of this training step, counted from 0."""
    step = min(step, TOTAL_STEPS)
    if step < WARMUP_END:
        remaining = (WARMUP_END - step) / STEPS_PER_EPOCH
        return PEAK_LR * WARMUP_BASE**-remaining
    progress = (step - WARMUP_END) / (TOTAL_STEPS - WARMUP_END)
    wave = math.cos(2 * math.pi * CYCLES * progress)
    return END_LR + (PEAK_LR - END_LR) * 0.5 * (1 + wave)


class LearningRatePerStep(keras.callbacks.Callback):
    """Sets the learning rate before each training step."""

    def on_train_begin(self, logs=None):
        self.steps = self.params["steps"] or STEPS_PER_EPOCH
        if getattr(self.model, "steps_per_execution", 1) > 1:
            raise ValueError("A callback cannot see inside steps_per_execution > 1")

    def on_epoch_begin(self, epoch, logs=None):
        if self.steps != STEPS_PER_EPOCH:
            expected = f"the schedule is made for {STEPS_PER_EPOCH}"
            raise ValueError(f"An epoch has {self.steps} steps, {expected}")
        self.first_step = epoch * STEPS_PER_EPOCH

    def on_train_batch_begin(self, batch, logs=None):
        step = self.first_step + batch
        self.model.optimizer.learning_rate = lr_at(step)

    def on_train_batch_end(self, batch, logs=None):
        self.steps = batch + 1

    def on_epoch_end(self, epoch, logs=None):
        last_step = self.first_step + self.steps - 1
        logs["learning_rate"] = lr_at(last_step)


callback = LearningRatePerStep()

# model.compile(optimizer=keras.optimizers.Adam(), loss=...)
# model.fit(x, y, epochs=50, callbacks=[callback])
