# Constant at 1.0E-03 for 20,000 steps.
#
# Link: ?v=2&name=&steps=20000&steps_per_epoch=200&update=step&peak_lr=0.001&warmup=none&hold_length=0&decay=constant&cooldown=none&target=keras-builtin

PEAK_LR = 0.001

learning_rate = PEAK_LR

# optimizer = keras.optimizers.Adam(learning_rate)
# model.compile(optimizer=optimizer, loss=...)
