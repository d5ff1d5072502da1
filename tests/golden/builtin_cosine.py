# 500 warmup steps along a straight line from 0 to 1.0E-03, then half a cosine to
# 1.0E-05 over 19,500 steps.
# Link: ?v=2&name=&steps=20000&steps_per_epoch=200&update=step&peak_lr=0.001&warmup=linear&warmup_length=500&init_lr=0&hold_length=0&decay=cosine&cycles=0.5&end_lr=1e-05&cooldown=none&target=keras-builtin

import keras

WARMUP_STEPS = 500
DECAY_STEPS = 19500
PEAK_LR = 0.001
INIT_LR = 0.0
END_LR = 1e-05

learning_rate = keras.optimizers.schedules.CosineDecay(
    initial_learning_rate=INIT_LR,
    decay_steps=DECAY_STEPS,
    alpha=END_LR / PEAK_LR,
    warmup_target=PEAK_LR,
    warmup_steps=WARMUP_STEPS,
)

# optimizer = keras.optimizers.Adam(learning_rate)
# model.compile(optimizer=optimizer, loss=...)
