# 10 warmup epochs doubling from 9.8E-07 to 1.0E-03, then half a cosine towards 0 over
# 40 epochs.
# Link: ?v=2&name=&epochs=50&steps_per_epoch=200&update=epoch&peak_lr=0.001&warmup=exponential&warmup_length=10&warmup_base=2&hold_length=0&decay=cosine&cycles=0.5&end_lr=0&cooldown=none&target=keras-schedule&optimizer=lion&accumulate=4&resume=20

import math

import keras
from keras.optimizers.schedules import LearningRateSchedule

try:
    from keras import ops
except ImportError:  # Keras 2
    import tensorflow as ops

WARMUP_END = 10
TOTAL_EPOCHS = 50
STEPS_PER_EPOCH = 200
PEAK_LR = 0.001
WARMUP_BASE = 2.0
CYCLES = 0.5
END_LR = 0.0
ACCUMULATE = 4


@keras.utils.register_keras_serializable(package="lr_schedule")
class ExponentialWarmupCosine(LearningRateSchedule):
    """Learning rate of each training step, counted from 0."""

    def __init__(
        self,
        warmup_end,
        total_epochs,
        steps_per_epoch,
        peak_lr,
        warmup_base,
        cycles,
        end_lr,
        accumulate,
    ):
        self.warmup_end = warmup_end
        self.total_epochs = total_epochs
        self.steps_per_epoch = steps_per_epoch
        self.peak_lr = peak_lr
        self.warmup_base = warmup_base
        self.cycles = cycles
        self.end_lr = end_lr
        self.accumulate = accumulate

    def __call__(self, step):
        step = ops.cast(step // self.accumulate, "int32")
        epoch = ops.minimum(step // self.steps_per_epoch, self.total_epochs)

        inside = ops.minimum(epoch, self.warmup_end)
        remaining = ops.cast(self.warmup_end - inside, "float32")
        warmup = self.peak_lr * ops.exp(math.log(self.warmup_base) * -remaining)

        inside = ops.maximum(epoch, self.warmup_end)
        ticks = ops.cast(inside - self.warmup_end, "float32")
        progress = ticks / (self.total_epochs - self.warmup_end)
        wave = ops.cos(2 * math.pi * self.cycles * progress)
        rate = self.end_lr + (self.peak_lr - self.end_lr) * 0.5 * (1 + wave)

        rate = ops.where(epoch < self.warmup_end, warmup, rate)
        return ops.convert_to_tensor(rate, "float32")

    def get_config(self):
        return dict(vars(self))


learning_rate = ExponentialWarmupCosine(
    warmup_end=WARMUP_END,
    total_epochs=TOTAL_EPOCHS,
    steps_per_epoch=STEPS_PER_EPOCH,
    peak_lr=PEAK_LR,
    warmup_base=WARMUP_BASE,
    cycles=CYCLES,
    end_lr=END_LR,
    accumulate=ACCUMULATE,
)

# optimizer = keras.optimizers.Lion(learning_rate, gradient_accumulation_steps=ACCUMULATE)
# model.compile(optimizer=optimizer, loss=...)
# model.optimizer.build(model.trainable_variables)  # to load its state, too
# model.load_weights("checkpoint.weights.h5")
# for variable in model.optimizer.variables:
#     if variable.name == "iteration":  # counts batches
#         variable.assign(16000)
# model.fit(x, y, initial_epoch=20, epochs=50)
