# 10 warmup epochs doubling from 9.8E-07 to 1.0E-03, then half a cosine towards 0 over
# 40 epochs.
# Link: ?v=2&name=&epochs=50&steps_per_epoch=200&update=epoch&peak_lr=0.001&warmup=exponential&warmup_length=10&warmup_base=2&hold_length=0&decay=cosine&cycles=0.5&end_lr=0&cooldown=none&target=keras-callback&release=true
# Lets go of the rate when the warmup is over.

import keras

WARMUP_END = 10
TOTAL_EPOCHS = 50
PEAK_LR = 0.001
WARMUP_BASE = 2.0
RELEASE = 10  # the first epoch after the warmup


def lr_at(epoch):
    """Learning rate of this epoch, counted from 0."""
    epoch = min(epoch, TOTAL_EPOCHS)
    if epoch < WARMUP_END:
        remaining = WARMUP_END - epoch
        return PEAK_LR * WARMUP_BASE**-remaining
    return PEAK_LR


class Warmup(keras.callbacks.LearningRateScheduler):
    """Sets the learning rate of each epoch up to RELEASE."""

    def on_epoch_begin(self, epoch, logs=None):
        if epoch <= RELEASE:
            super().on_epoch_begin(epoch, logs)

    def on_epoch_end(self, epoch, logs=None):
        if "learning_rate" not in logs:  # ReduceLROnPlateau notes it, then changes it
            super().on_epoch_end(epoch, logs)


callback = Warmup(lambda epoch, lr=None: lr_at(epoch))

# model.compile(optimizer=keras.optimizers.Adam(), loss=...)
# plateau = keras.callbacks.ReduceLROnPlateau("loss")
# model.fit(x, y, epochs=50, callbacks=[callback, plateau])
