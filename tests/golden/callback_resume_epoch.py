# 10 warmup epochs doubling from 9.8E-07 to 1.0E-03, then half a cosine towards 0 over
# 40 epochs.
# Link: ?v=2&name=&epochs=50&steps_per_epoch=200&update=epoch&peak_lr=0.001&warmup=exponential&warmup_length=10&warmup_base=2&hold_length=0&decay=cosine&cycles=0.5&end_lr=0&cooldown=none&target=keras-callback&optimizer=sgd&resume=20

import math

import keras

WARMUP_END = 10
TOTAL_EPOCHS = 50
PEAK_LR = 0.001
WARMUP_BASE = 2.0
CYCLES = 0.5
END_LR = 0.0
RESUME = 20  # epochs


def lr_at(epoch):
    """Learning rate of this epoch, counted from 0."""
    epoch = min(epoch, TOTAL_EPOCHS)
    if epoch < WARMUP_END:
        remaining = WARMUP_END - epoch
        return PEAK_LR * WARMUP_BASE**-remaining
    progress = (epoch - WARMUP_END) / (TOTAL_EPOCHS - WARMUP_END)
    wave = math.cos(2 * math.pi * CYCLES * progress)
    return END_LR + (PEAK_LR - END_LR) * 0.5 * (1 + wave)


class ResumedLearningRate(keras.callbacks.LearningRateScheduler):
    """Sets the learning rate of each epoch from RESUME on."""

    def on_train_begin(self, logs=None):
        self.next_epoch = RESUME

    def on_epoch_begin(self, epoch, logs=None):
        epoch = max(epoch, self.next_epoch)
        self.next_epoch = epoch + 1
        super().on_epoch_begin(epoch, logs)


callback = ResumedLearningRate(lambda epoch, lr=None: lr_at(epoch))

# model.compile(optimizer=keras.optimizers.SGD(), loss=...)
# model.optimizer.build(model.trainable_variables)  # to load its state, too
# model.load_weights("checkpoint.weights.h5")
# model.fit(x, y, initial_epoch=20, epochs=50, callbacks=[callback])
