# 1,000 warmup steps along half a cosine from 0 to 1.0E-03, then 20,000 steps at
# 1.0E-03, then a REX decay to 1.0E-04 over 69,000 steps, then a cooldown along one
# minus a square root towards 0 over 10,000 steps.
# Link: ?v=2&name=&steps=100000&steps_per_epoch=200&update=step&peak_lr=0.001&warmup=cosine&warmup_length=1000&init_lr=0&hold_length=20000&decay=rex&end_lr=0.0001&cooldown=one_minus_sqrt&cooldown_length=10000&final_lr=0&target=keras-schedule

import math

import keras
from keras.optimizers.schedules import LearningRateSchedule

try:
    from keras import ops
except ImportError:  # Keras 2
    import tensorflow as ops

WARMUP_END = 1000
HOLD_END = 21000
DECAY_END = 90000
TOTAL_STEPS = 100000
PEAK_LR = 0.001
INIT_LR = 0.0
END_LR = 0.0001
FINAL_LR = 0.0
COOLDOWN_LR = 0.0001


@keras.utils.register_keras_serializable(package="lr_schedule")
class CosineWarmupRexOneMinusSqrtCooldown(LearningRateSchedule):
    """Learning rate of each training step, counted from 0."""

    def __init__(
        self,
        warmup_end,
        hold_end,
        decay_end,
        total_steps,
        peak_lr,
        init_lr,
        end_lr,
        final_lr,
        cooldown_lr,
    ):
        self.warmup_end = warmup_end
        self.hold_end = hold_end
        self.decay_end = decay_end
        self.total_steps = total_steps
        self.peak_lr = peak_lr
        self.init_lr = init_lr
        self.end_lr = end_lr
        self.final_lr = final_lr
        self.cooldown_lr = cooldown_lr

    def __call__(self, step):
        step = ops.cast(step, "int32")
        step = ops.minimum(step, self.total_steps)

        inside = ops.minimum(step, self.warmup_end)
        progress = ops.cast(inside, "float32") / self.warmup_end
        height = self.init_lr - self.peak_lr
        warmup = self.peak_lr + height * 0.5 * (1 + ops.cos(math.pi * progress))

        hold = self.peak_lr

        inside = ops.minimum(ops.maximum(step, self.hold_end), self.decay_end)
        ticks = ops.cast(inside - self.hold_end, "float32")
        progress = ticks / (self.decay_end - self.hold_end)
        ticks = ops.cast(self.decay_end - inside, "float32")
        left = ticks / (self.decay_end - self.hold_end)
        decay = self.end_lr + (self.peak_lr - self.end_lr) * left / (1 - progress / 2)

        inside = ops.maximum(step, self.decay_end)
        ticks = ops.cast(inside - self.decay_end, "float32")
        progress = ticks / (self.total_steps - self.decay_end)
        height = self.cooldown_lr - self.final_lr
        rate = self.final_lr + height * (1 - ops.sqrt(progress))

        rate = ops.where(step < self.decay_end, decay, rate)
        rate = ops.where(step < self.hold_end, hold, rate)
        rate = ops.where(step < self.warmup_end, warmup, rate)
        return ops.convert_to_tensor(rate, "float32")

    def get_config(self):
        return dict(vars(self))


learning_rate = CosineWarmupRexOneMinusSqrtCooldown(
    warmup_end=WARMUP_END,
    hold_end=HOLD_END,
    decay_end=DECAY_END,
    total_steps=TOTAL_STEPS,
    peak_lr=PEAK_LR,
    init_lr=INIT_LR,
    end_lr=END_LR,
    final_lr=FINAL_LR,
    cooldown_lr=COOLDOWN_LR,
)

# optimizer = keras.optimizers.Adam(learning_rate)
# model.compile(optimizer=optimizer, loss=...)
