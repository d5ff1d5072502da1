# 3 cosine cycles with restarts, each 0.5 times as high as the one before, to 1.0E-04
# over 750 steps.
# Link: ?v=2&name=&steps=750&steps_per_epoch=200&update=step&peak_lr=0.001&warmup=none&hold_length=0&decay=cosine_restarts&cycles=3&cycle_mult=1&cycle_decay=0.5&end_lr=0.0001&cooldown=none&target=keras-builtin

import keras

FIRST_DECAY_STEPS = 250
PEAK_LR = 0.001
CYCLE_MULT = 1.0
CYCLE_DECAY = 0.5
END_LR = 0.0001

learning_rate = keras.optimizers.schedules.CosineDecayRestarts(
    initial_learning_rate=PEAK_LR,
    first_decay_steps=FIRST_DECAY_STEPS,
    t_mul=CYCLE_MULT,
    m_mul=CYCLE_DECAY,
    alpha=END_LR / PEAK_LR,
)

# optimizer = keras.optimizers.Adam(learning_rate)
# model.compile(optimizer=optimizer, loss=...)
