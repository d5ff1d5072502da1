# 5,000 steps at 1.0E-03, then half a cosine to 1.0E-05 over 15,000 steps.
#
# Link: ?v=2&name=&steps=20000&steps_per_epoch=200&update=step&peak_lr=0.001&warmup=none&hold_length=5000&decay=cosine&cycles=0.5&end_lr=1e-05&cooldown=none&target=keras-builtin

import keras

HOLD_STEPS = 5000
DECAY_STEPS = 15000
PEAK_LR = 0.001
END_LR = 1e-05

learning_rate = keras.optimizers.schedules.CosineDecay(
    initial_learning_rate=PEAK_LR,
    decay_steps=DECAY_STEPS,
    alpha=END_LR / PEAK_LR,
    warmup_target=PEAK_LR,
    warmup_steps=HOLD_STEPS,  # a warmup that stays at the peak
)

# optimizer = keras.optimizers.Adam(learning_rate)
# model.compile(optimizer=optimizer, loss=...)
