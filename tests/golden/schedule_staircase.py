# 5 warmup epochs along a straight line from 0 to 1.0E-03, then a staircase of factor
# 0.97 to 1.3E-05 over 345 epochs.
# Link: ?v=2&name=&epochs=350&steps_per_epoch=1251&update=step&peak_lr=0.001&warmup=linear&warmup_length=5&init_lr=0&hold_length=0&decay=exponential&decay_rate=0.97&decay_length=2.4&staircase=true&end_lr=1e-05&cooldown=none&target=keras-schedule

import math

import keras
from keras.optimizers.schedules import LearningRateSchedule

try:
    from keras import ops
except ImportError:  # Keras 2
    import tensorflow as ops

WARMUP_END = 6255
TOTAL_STEPS = 437850
PEAK_LR = 0.001
INIT_LR = 0.0
DECAY_RATE = 0.97
DECAY_LENGTH = 3002  # steps
END_LR = 1e-05


@keras.utils.register_keras_serializable(package="lr_schedule")
class LinearWarmupExponentialStaircase(LearningRateSchedule):
    """Learning rate of each training step, counted from 0."""

    def __init__(
        self,
        warmup_end,
        total_steps,
        peak_lr,
        init_lr,
        decay_rate,
        decay_length,
        end_lr,
    ):
        self.warmup_end = warmup_end
        self.total_steps = total_steps
        self.peak_lr = peak_lr
        self.init_lr = init_lr
        self.decay_rate = decay_rate
        self.decay_length = decay_length
        self.end_lr = end_lr

    def __call__(self, step):
        step = ops.cast(step, "int32")
        step = ops.minimum(step, self.total_steps)

        inside = ops.minimum(step, self.warmup_end)
        progress = ops.cast(inside, "float32") / self.warmup_end
        warmup = self.init_lr + (self.peak_lr - self.init_lr) * progress

        inside = ops.maximum(step, self.warmup_end)
        count = ops.cast((inside - self.warmup_end) // self.decay_length, "float32")
        growth = ops.exp(math.log(self.decay_rate) * count)
        rate = ops.maximum(self.end_lr, self.peak_lr * growth)

        rate = ops.where(step < self.warmup_end, warmup, rate)
        return ops.convert_to_tensor(rate, "float32")

    def get_config(self):
        return dict(vars(self))


learning_rate = LinearWarmupExponentialStaircase(
    warmup_end=WARMUP_END,
    total_steps=TOTAL_STEPS,
    peak_lr=PEAK_LR,
    init_lr=INIT_LR,
    decay_rate=DECAY_RATE,
    decay_length=DECAY_LENGTH,
    end_lr=END_LR,
)

# optimizer = keras.optimizers.Adam(learning_rate)
# model.compile(optimizer=optimizer, loss=...)
