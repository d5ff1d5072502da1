# Constant pieces with 3 changes to 1.0E-04 over 90 epochs.
#
# Name: ResNet (1 hour)
# Link: ?v=2&name=ResNet%20(1%20hour)&epochs=90&steps_per_epoch=200&update=epoch&peak_lr=0.1&warmup=none&hold_length=0&decay=piecewise&boundaries=30,60,80&values=0.01,0.001,0.0001&cooldown=none&target=keras-builtin

import keras

BOUNDARIES = (30, 60, 80)  # epochs
VALUES = (0.1, 0.01, 0.001, 0.0001)
STEPS_PER_EPOCH = 200

learning_rate = keras.optimizers.schedules.PiecewiseConstantDecay(
    # The last steps that train with the old rate.
    boundaries=[epoch * STEPS_PER_EPOCH - 1 for epoch in BOUNDARIES],
    values=list(VALUES),
)

# optimizer = keras.optimizers.Adam(learning_rate)
# model.compile(optimizer=optimizer, loss=...)
