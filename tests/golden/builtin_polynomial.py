# A polynomial of power 2 towards 0 over 20,000 steps.
#
# Link: ?v=2&name=&steps=20000&steps_per_epoch=200&update=step&peak_lr=0.001&warmup=none&hold_length=0&decay=polynomial&power=2&end_lr=0&cooldown=none&target=keras-builtin

import keras

DECAY_STEPS = 20000
PEAK_LR = 0.001
END_LR = 0.0
POWER = 2.0

learning_rate = keras.optimizers.schedules.PolynomialDecay(
    initial_learning_rate=PEAK_LR,
    decay_steps=DECAY_STEPS,
    end_learning_rate=END_LR,
    power=POWER,
)

# optimizer = keras.optimizers.Adam(learning_rate)
# model.compile(optimizer=optimizer, loss=...)
