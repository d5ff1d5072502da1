# 100 warmup steps along a straight line from 0 to 1.0E-03, then half a cosine towards
# 0 over 900 steps.
# Link: ?v=2&name=&steps=1000&steps_per_epoch=200&update=step&peak_lr=0.001&warmup=linear&warmup_length=100&init_lr=0&hold_length=0&decay=cosine&cycles=0.5&end_lr=0&cooldown=none&target=training-script&resume=250
# Trains 800 steps: 4 epochs of 200.
# Goes on from checkpoint.weights.h5, the weights that an earlier run has saved.
# Needs Keras with a backend (pip install tensorflow) and matplotlib.

import math

import keras
import matplotlib.pyplot as plt
import numpy as np

WARMUP_END = 100
TOTAL_STEPS = 1000
STEPS_PER_EPOCH = 200
PEAK_LR = 0.001
INIT_LR = 0.0
CYCLES = 0.5
END_LR = 0.0
RESUME = 250  # steps
EPOCHS = 5
BATCH_SIZE = 32


# The learning rate
def lr_at(step):
    """Learning rate of this training step, counted from 0."""
    step = min(step, TOTAL_STEPS)
    if step < WARMUP_END:
        progress = step / WARMUP_END
        return INIT_LR + (PEAK_LR - INIT_LR) * progress
    progress = (step - WARMUP_END) / (TOTAL_STEPS - WARMUP_END)
    wave = math.cos(2 * math.pi * CYCLES * progress)
    return END_LR + (PEAK_LR - END_LR) * 0.5 * (1 + wave)


class LearningRatePerStep(keras.callbacks.Callback):
    """Sets the learning rate before each training step."""

    def on_train_begin(self, logs=None):
        self.steps = self.params["steps"] or STEPS_PER_EPOCH
        if getattr(self.model, "steps_per_execution", 1) > 1:
            raise ValueError("A callback cannot see inside steps_per_execution > 1")
        self.next_step = RESUME

    def on_epoch_begin(self, epoch, logs=None):
        if self.steps != STEPS_PER_EPOCH:
            expected = f"the schedule is made for {STEPS_PER_EPOCH}"
            raise ValueError(f"An epoch has {self.steps} steps, {expected}")
        self.first_step = max(epoch * STEPS_PER_EPOCH, self.next_step)
        self.next_step = self.first_step + STEPS_PER_EPOCH

    def on_train_batch_begin(self, batch, logs=None):
        step = self.first_step + batch
        self.model.optimizer.learning_rate = lr_at(step)

    def on_train_batch_end(self, batch, logs=None):
        self.steps = batch + 1

    def on_epoch_end(self, epoch, logs=None):
        last_step = self.first_step + self.steps - 1
        logs["learning_rate"] = lr_at(last_step)


callback = LearningRatePerStep()


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


# Where training goes on
model.optimizer.build(model.trainable_variables)  # to load its state, too
try:
    model.load_weights("checkpoint.weights.h5")
except FileNotFoundError:
    print("No checkpoint.weights.h5: the weights are new, the rate goes on")


# Training
history = model.fit(
    x, y, batch_size=BATCH_SIZE, initial_epoch=1, epochs=5, callbacks=[callback]
)


# The rate and the loss of each epoch
after = RESUME % STEPS_PER_EPOCH - 1
ends = [epoch + 1 + after / STEPS_PER_EPOCH for epoch in history.epoch]
figure, (top, bottom) = plt.subplots(2, sharex=True)
steps = range(EPOCHS * STEPS_PER_EPOCH)
top.plot([step / STEPS_PER_EPOCH for step in steps], [lr_at(step) for step in steps])
top.plot(ends, history.history["learning_rate"], "o")
top.set(ylabel="learning rate")
bottom.plot(ends, history.history["loss"], "o-")
bottom.set(xlabel="epoch", ylabel="loss")
figure.savefig("training.png")
print("The plot of rate and loss is in training.png")
