# 10 warmup epochs doubling from 9.8E-07 to 1.0E-03, then half a cosine towards 0 over
# 40 epochs.
# Link: ?v=2&name=&epochs=50&steps_per_epoch=200&update=epoch&peak_lr=0.001&warmup=exponential&warmup_length=10&warmup_base=2&hold_length=0&decay=cosine&cycles=0.5&end_lr=0&cooldown=none&target=keras-callback&weight_decay=0.05

import math

import keras

WARMUP_END = 10
TOTAL_EPOCHS = 50
PEAK_LR = 0.001
WARMUP_BASE = 2.0
CYCLES = 0.5
END_LR = 0.0
WEIGHT_DECAY_RATIO = 0.05


def lr_at(epoch):
    """Learning rate of this epoch, counted from 0."""
    epoch = min(epoch, TOTAL_EPOCHS)
    if epoch < WARMUP_END:
        remaining = WARMUP_END - epoch
        return PEAK_LR * WARMUP_BASE**-remaining
    progress = (epoch - WARMUP_END) / (TOTAL_EPOCHS - WARMUP_END)
    wave = math.cos(2 * math.pi * CYCLES * progress)
    return END_LR + (PEAK_LR - END_LR) * 0.5 * (1 + wave)


def let_weight_decay_follow(model):
    """Makes the weight decay WEIGHT_DECAY_RATIO times the rate, in every step.

    The product is taken inside the step: a number that is assigned to
    optimizer.weight_decay during training never reaches a compiled step.
    """
    optimizer = getattr(model.optimizer, "inner_optimizer", model.optimizer)
    apply_weight_decay = type(optimizer)._apply_weight_decay

    def apply_following(variables):
        before = optimizer.weight_decay
        optimizer.weight_decay = WEIGHT_DECAY_RATIO * optimizer.learning_rate
        apply_weight_decay(optimizer, variables)
        optimizer.weight_decay = before

    optimizer._apply_weight_decay = apply_following
    model.make_train_function(force=True)


class LearningRateAndWeightDecay(keras.callbacks.LearningRateScheduler):
    """Sets the learning rate of each epoch; weight decay follows it."""

    def on_train_begin(self, logs=None):
        let_weight_decay_follow(self.model)


callback = LearningRateAndWeightDecay(lambda epoch, lr=None: lr_at(epoch))

# model.compile(optimizer=keras.optimizers.AdamW(), loss=...)
# model.fit(x, y, epochs=50, callbacks=[callback])
