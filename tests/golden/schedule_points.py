# 2,000 warmup steps along a straight line from 0 to 2.2E-04, then a curve through 5
# points to 7.3E-06 over 98,000 steps.
# Link: ?v=2&name=&steps=100000&steps_per_epoch=200&update=step&peak_lr=0.00022&warmup=linear&warmup_length=2000&init_lr=0&hold_length=0&decay=points&points=2000:0.00022,66000:0.00022,90000:2.2e-05,96000:2.2e-05,96000:7.3e-06&join=cosine&cooldown=none&target=keras-schedule

import math

import keras
from keras.optimizers.schedules import LearningRateSchedule

try:
    from keras import ops
    from keras.ops import take
except ImportError:  # Keras 2
    import tensorflow as ops
    from tensorflow import gather as take

WARMUP_END = 2000
TOTAL_STEPS = 100000
PEAK_LR = 0.00022
INIT_LR = 0.0
SEGMENT_BEGINS = (2000, 66000, 90000, 96000)
SEGMENT_START_LRS = (0.00022, 0.00022, 2.2e-05, 7.3e-06)
SEGMENT_END_LRS = (0.00022, 2.2e-05, 2.2e-05, 7.3e-06)
SEGMENT_LENGTHS = (64000, 24000, 6000, 4001)


@keras.utils.register_keras_serializable(package="lr_schedule")
class LinearWarmupPointsCosine(LearningRateSchedule):
    """Learning rate of each training step, counted from 0."""

    def __init__(
        self,
        warmup_end,
        total_steps,
        peak_lr,
        init_lr,
        segment_begins,
        segment_start_lrs,
        segment_end_lrs,
        segment_lengths,
    ):
        self.warmup_end = warmup_end
        self.total_steps = total_steps
        self.peak_lr = peak_lr
        self.init_lr = init_lr
        self.segment_begins = segment_begins
        self.segment_start_lrs = segment_start_lrs
        self.segment_end_lrs = segment_end_lrs
        self.segment_lengths = segment_lengths

    def __call__(self, step):
        step = ops.cast(step, "int32")
        step = ops.minimum(step, self.total_steps)

        inside = ops.minimum(step, self.warmup_end)
        progress = ops.cast(inside, "float32") / self.warmup_end
        warmup = self.init_lr + (self.peak_lr - self.init_lr) * progress

        later = ops.convert_to_tensor(self.segment_begins[1:], "int32")
        segment = ops.cumsum(ops.cast(step >= later, "int32"))[-1]
        table = ops.convert_to_tensor(self.segment_start_lrs, "float32")
        start_lr = take(table, segment)
        stop_lr = take(ops.convert_to_tensor(self.segment_end_lrs, "float32"), segment)
        begin = take(ops.convert_to_tensor(self.segment_begins, "int32"), segment)
        length = take(ops.convert_to_tensor(self.segment_lengths, "int32"), segment)
        inside = ops.maximum(step, self.warmup_end)
        progress = ops.cast(inside - begin, "float32") / ops.cast(length, "float32")
        rate = stop_lr + (start_lr - stop_lr) * 0.5 * (1 + ops.cos(math.pi * progress))

        rate = ops.where(step < self.warmup_end, warmup, rate)
        return ops.convert_to_tensor(rate, "float32")

    def get_config(self):
        return dict(vars(self))


learning_rate = LinearWarmupPointsCosine(
    warmup_end=WARMUP_END,
    total_steps=TOTAL_STEPS,
    peak_lr=PEAK_LR,
    init_lr=INIT_LR,
    segment_begins=SEGMENT_BEGINS,
    segment_start_lrs=SEGMENT_START_LRS,
    segment_end_lrs=SEGMENT_END_LRS,
    segment_lengths=SEGMENT_LENGTHS,
)

# optimizer = keras.optimizers.Adam(learning_rate)
# model.compile(optimizer=optimizer, loss=...)
