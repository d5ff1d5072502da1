# 500 warmup steps along a straight line from 0 to 1.0E-03, then 3 cosine cycles with
# restarts, each 2 times as long and 0.5 times as high as the one before, to 1.0E-05
# over 19,500 steps.
# Link: ?v=2&name=&steps=20000&steps_per_epoch=200&update=step&peak_lr=0.001&warmup=linear&warmup_length=500&init_lr=0&hold_length=0&decay=cosine_restarts&cycles=3&cycle_mult=2&cycle_decay=0.5&end_lr=1e-05&cooldown=none&target=keras-schedule

import math

import keras
from keras.optimizers.schedules import LearningRateSchedule

try:
    from keras import ops
    from keras.ops import take
except ImportError:  # Keras 2
    import tensorflow as ops
    from tensorflow import gather as take

WARMUP_END = 500
TOTAL_STEPS = 20000
PEAK_LR = 0.001
INIT_LR = 0.0
END_LR = 1e-05
CYCLE_BEGINS = (500, 3286, 8857)
CYCLE_LRS = (0.001, 0.000505, 0.0002575)
CYCLE_LENGTHS = (2786, 5571, 11143)


@keras.utils.register_keras_serializable(package="lr_schedule")
class LinearWarmupCosineRestarts(LearningRateSchedule):
    """Learning rate of each training step, counted from 0."""

    def __init__(
        self,
        warmup_end,
        total_steps,
        peak_lr,
        init_lr,
        end_lr,
        cycle_begins,
        cycle_lrs,
        cycle_lengths,
    ):
        self.warmup_end = warmup_end
        self.total_steps = total_steps
        self.peak_lr = peak_lr
        self.init_lr = init_lr
        self.end_lr = end_lr
        self.cycle_begins = cycle_begins
        self.cycle_lrs = cycle_lrs
        self.cycle_lengths = cycle_lengths

    def __call__(self, step):
        step = ops.cast(step, "int32")
        step = ops.minimum(step, self.total_steps)

        inside = ops.minimum(step, self.warmup_end)
        progress = ops.cast(inside, "float32") / self.warmup_end
        warmup = self.init_lr + (self.peak_lr - self.init_lr) * progress

        later = ops.convert_to_tensor(self.cycle_begins[1:], "int32")
        cycle = ops.cumsum(ops.cast(step >= later, "int32"))[-1]
        start_lr = take(ops.convert_to_tensor(self.cycle_lrs, "float32"), cycle)
        begin = take(ops.convert_to_tensor(self.cycle_begins, "int32"), cycle)
        length = take(ops.convert_to_tensor(self.cycle_lengths, "int32"), cycle)
        inside = ops.maximum(step, self.warmup_end)
        progress = ops.cast(inside - begin, "float32") / ops.cast(length, "float32")
        wave = ops.cos(math.pi * progress)
        rate = self.end_lr + (start_lr - self.end_lr) * 0.5 * (1 + wave)

        rate = ops.where(step < self.warmup_end, warmup, rate)
        return ops.convert_to_tensor(rate, "float32")

    def get_config(self):
        return dict(vars(self))


learning_rate = LinearWarmupCosineRestarts(
    warmup_end=WARMUP_END,
    total_steps=TOTAL_STEPS,
    peak_lr=PEAK_LR,
    init_lr=INIT_LR,
    end_lr=END_LR,
    cycle_begins=CYCLE_BEGINS,
    cycle_lrs=CYCLE_LRS,
    cycle_lengths=CYCLE_LENGTHS,
)

# optimizer = keras.optimizers.Adam(learning_rate)
# model.compile(optimizer=optimizer, loss=...)
