# 100 warmup steps along a straight line from 0 to 1.0E-03, then half a cosine towards
# 0 over 900 steps.
# Link: ?v=2&name=&steps=1000&steps_per_epoch=200&update=step&peak_lr=0.001&warmup=linear&warmup_length=100&init_lr=0&hold_length=0&decay=cosine&cycles=0.5&end_lr=0&cooldown=none&target=training-script&verbose=true&weight_decay=0.05&optimizer=sgd&accumulate=2
# Trains 1,000 steps: 5 epochs of 200.
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
ACCUMULATE = 2
BATCHES_PER_EPOCH = STEPS_PER_EPOCH * ACCUMULATE
WEIGHT_DECAY_RATIO = 0.05
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


class LearningRatePerStep(keras.callbacks.Callback):
    """Sets the learning rate before each training step; weight decay follows it."""

    def on_train_begin(self, logs=None):
        self.batches = self.params["steps"] or BATCHES_PER_EPOCH
        if getattr(self.model, "steps_per_execution", 1) > 1:
            raise ValueError("A callback cannot see inside steps_per_execution > 1")
        let_weight_decay_follow(self.model)

    def on_epoch_begin(self, epoch, logs=None):
        if self.batches != BATCHES_PER_EPOCH:
            expected = f"the schedule is made for {BATCHES_PER_EPOCH}"
            raise ValueError(f"An epoch has {self.batches} batches, {expected}")
        self.first_step = epoch * STEPS_PER_EPOCH
        print(f"Epoch {epoch + 1}: learning rate {lr_at(self.first_step):.1e}")

    def on_train_batch_begin(self, batch, logs=None):
        step = self.first_step + batch // ACCUMULATE
        self.model.optimizer.learning_rate = lr_at(step)

    def on_train_batch_end(self, batch, logs=None):
        self.batches = batch + 1

    def on_epoch_end(self, epoch, logs=None):
        last_step = self.first_step + (self.batches - 1) // ACCUMULATE
        logs["learning_rate"] = lr_at(last_step)


callback = LearningRatePerStep()


# Data: put your own here, with BATCHES_PER_EPOCH batches
random = np.random.default_rng(0)
y = random.integers(10, size=BATCHES_PER_EPOCH * BATCH_SIZE)
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
    optimizer=keras.optimizers.SGD(gradient_accumulation_steps=ACCUMULATE),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)


# Training
history = model.fit(x, y, batch_size=BATCH_SIZE, epochs=EPOCHS, callbacks=[callback])


# The rate and the loss of each epoch
ends = [epoch + 1 - 1 / STEPS_PER_EPOCH for epoch in history.epoch]
figure, (top, bottom) = plt.subplots(2, sharex=True)
steps = range(EPOCHS * STEPS_PER_EPOCH)
top.plot([step / STEPS_PER_EPOCH for step in steps], [lr_at(step) for step in steps])
top.plot(ends, history.history["learning_rate"], "o")
top.set(ylabel="learning rate")
bottom.plot(ends, history.history["loss"], "o-")
bottom.set(xlabel="epoch", ylabel="loss")
figure.savefig("training.png")
print("The plot of rate and loss is in training.png")
