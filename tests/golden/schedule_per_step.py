# 10 warmup epochs doubling from 9.8E-07 to 1.0E-03, then half a cosine towards 0 over
# 40 epochs.
# Link: ?v=2&name=&epochs=50&steps_per_epoch=200&update=step&peak_lr=0.001&warmup=exponential&warmup_length=10&warmup_base=2&hold_length=0&decay=cosine&cycles=0.5&end_lr=0&cooldown=none&target=keras-schedule

import math

import keras
from keras.optimizers.schedules import LearningRateSchedule

try:
    from keras import ops
except ImportError:  # Keras 2
    import tensorflow as ops

WARMUP_END = 2000
TOTAL_STEPS = 10000
STEPS_PER_EPOCH = 200
PEAK_LR = 0.001
WARMUP_BASE = 2.0
CYCLES = 0.5
END_LR = 0.0


@keras.utils.register_keras_serializable(package="lr_schedule")
class ExponentialWarmupCosine(LearningRateSchedule):
    """Learning rate of each training step, counted from 0."""

    def __init__(
        self,
        warmup_end,
        total_steps,
        steps_per_epoch,
        peak_lr,
        warmup_base,
        cycles,
        end_lr,
    ):
        self.warmup_end = warmup_end
        self.total_steps = total_steps
        self.steps_per_epoch = steps_per_epoch
        self.peak_lr = peak_lr
        self.warmup_base = warmup_base
        self.cycles = cycles
        self.end_lr = end_lr

    def __call__(self, step):
        step = ops.cast(step, "int32")
        step = ops.minimum(step, self.total_steps)

        inside = ops.minimum(step, self.warmup_end)
        remaining = ops.cast(self.warmup_end - inside, "float32") / self.steps_per_epoch
        warmup = self.peak_lr * ops.exp(math.log(self.warmup_base) * -remaining)

        inside = ops.maximum(step, self.warmup_end)
        ticks = ops.cast(inside - self.warmup_end, "float32")
        progress = ticks / (self.total_steps - self.warmup_end)
        wave = ops.cos(2 * math.pi * self.cycles * progress)
        rate = self.end_lr + (self.peak_lr - self.end_lr) * 0.5 * (1 + wave)

        rate = ops.where(step < self.warmup_end, warmup, rate)
        return ops.convert_to_tensor(rate, "float32")

    def get_config(self):
        return dict(vars(self))


learning_rate = ExponentialWarmupCosine(
    warmup_end=WARMUP_END,
    total_steps=TOTAL_STEPS,
    steps_per_epoch=STEPS_PER_EPOCH,
    peak_lr=PEAK_LR,
    warmup_base=WARMUP_BASE,
    cycles=CYCLES,
    end_lr=END_LR,
)

# optimizer = keras.optimizers.Adam(learning_rate)
# model.compile(optimizer=optimizer, loss=...)
