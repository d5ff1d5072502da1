# 10 warmup epochs doubling from 9.8E-07 to 1.0E-03, then half a cosine towards 0 over
# 40 epochs.
# Link: ?v=2&name=&epochs=50&steps_per_epoch=200&update=epoch&peak_lr=0.001&warmup=exponential&warmup_length=10&warmup_base=2&hold_length=0&decay=cosine&cycles=0.5&end_lr=0&cooldown=none&target=training-script
# Trains 10,000 steps: 50 epochs of 200.
# Needs Keras with a backend (pip install tensorflow) and matplotlib.

import math

import keras
import matplotlib.pyplot as plt
import numpy as np

WARMUP_END = 10
TOTAL_EPOCHS = 50
STEPS_PER_EPOCH = 200
PEAK_LR = 0.001
WARMUP_BASE = 2.0
CYCLES = 0.5
END_LR = 0.0
BATCH_SIZE = 32


# The learning rate
def lr_at(epoch):
    """Learning rate of this epoch, counted from 0."""
    epoch = min(epoch, TOTAL_EPOCHS)
    if epoch < WARMUP_END:
        remaining = WARMUP_END - epoch
        return PEAK_LR * WARMUP_BASE**-remaining
    progress = (epoch - WARMUP_END) / (TOTAL_EPOCHS - WARMUP_END)
    wave = math.cos(2 * math.pi * CYCLES * progress)
    return END_LR + (PEAK_LR - END_LR) * 0.5 * (1 + wave)


callback = keras.callbacks.LearningRateScheduler(lambda epoch, lr=None: lr_at(epoch))


# Data: put your own here, with STEPS_PER_EPOCH batches
random = np.random.default_rng(0)
y = random.integers(10, size=STEPS_PER_EPOCH * BATCH_SIZE)
x = 3 * np.eye(10, dtype="float32")[y]
x += random.standard_normal(x.shape, dtype="float32")


# Model: put your own here
keras.utils.set_random_seed(0)
model = keras.Sequential(
    [
        keras.Input((10,)),
        keras.layers.Dense(32, activation="relu"),
        keras.layers.Dense(10),
    ]
)
model.compile(
    optimizer=keras.optimizers.Adam(),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)


# Training
history = model.fit(
    x, y, batch_size=BATCH_SIZE, epochs=TOTAL_EPOCHS, callbacks=[callback]
)


# The rate and the loss of each epoch
ends = [epoch + 1 for epoch in history.epoch]
figure, (top, bottom) = plt.subplots(2, sharex=True)
top.plot(ends, history.history["learning_rate"], "o-")
top.set(ylabel="learning rate")
bottom.plot(ends, history.history["loss"], "o-")
bottom.set(xlabel="epoch", ylabel="loss")
figure.savefig("training.png")
print("The plot of rate and loss is in training.png")
