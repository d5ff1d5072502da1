# 5 warmup epochs along a straight line from 0 to 1.0E-01, then constant pieces with 3
# changes to 1.0E-04 over 85 epochs.
# Name: ResNet (1 hour)
# Link: ?v=2&name=ResNet%20(1%20hour)&epochs=90&steps_per_epoch=200&update=epoch&peak_lr=0.1&warmup=linear&warmup_length=5&init_lr=0&hold_length=0&decay=piecewise&boundaries=30,60,80&values=0.01,0.001,0.0001&cooldown=none&target=keras-callback

import bisect

import keras

WARMUP_END = 5
TOTAL_EPOCHS = 90
PEAK_LR = 0.1
INIT_LR = 0.0
PIECE_BEGINS = (5, 30, 60, 80)
PIECE_LRS = (0.1, 0.01, 0.001, 0.0001)


def lr_at(epoch):
    """Learning rate of this epoch, counted from 0."""
    epoch = min(epoch, TOTAL_EPOCHS)
    if epoch < WARMUP_END:
        progress = epoch / WARMUP_END
        return INIT_LR + (PEAK_LR - INIT_LR) * progress
    piece = bisect.bisect_right(PIECE_BEGINS, epoch) - 1
    return PIECE_LRS[piece]


callback = keras.callbacks.LearningRateScheduler(lambda epoch, lr=None: lr_at(epoch))

# model.compile(optimizer=keras.optimizers.Adam(), loss=...)
# model.fit(x, y, epochs=90, callbacks=[callback])
