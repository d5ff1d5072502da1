# 10 warmup epochs doubling from 9.8E-07 to 1.0E-03, then half a cosine towards 0 over
# 40 epochs.
# Link: ?v=2&name=&epochs=50&steps_per_epoch=200&update=epoch&peak_lr=0.001&warmup=exponential&warmup_length=10&warmup_base=2&hold_length=0&decay=cosine&cycles=0.5&end_lr=0&cooldown=none&target=keras-builtin

import math

import keras

WARMUP_END = 10
TOTAL_EPOCHS = 50
PEAK_LR = 0.001
WARMUP_BASE = 2.0
CYCLES = 0.5
END_LR = 0.0
STEPS_PER_EPOCH = 200


def lr_at(epoch):
    """Learning rate of this epoch, counted from 0."""
    epoch = min(epoch, TOTAL_EPOCHS)
    if epoch < WARMUP_END:
        remaining = WARMUP_END - epoch
        return PEAK_LR * WARMUP_BASE**-remaining
    progress = (epoch - WARMUP_END) / (TOTAL_EPOCHS - WARMUP_END)
    wave = math.cos(2 * math.pi * CYCLES * progress)
    return END_LR + (PEAK_LR - END_LR) * 0.5 * (1 + wave)


epochs = range(TOTAL_EPOCHS + 1)
learning_rate = keras.optimizers.schedules.PiecewiseConstantDecay(
    # The last steps that train with the old rate.
    boundaries=[epoch * STEPS_PER_EPOCH - 1 for epoch in epochs[1:]],
    values=[lr_at(epoch) for epoch in epochs],
)

# optimizer = keras.optimizers.Adam(learning_rate)
# model.compile(optimizer=optimizer, loss=...)
