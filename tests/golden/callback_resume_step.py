# 500 warmup steps along a straight line from 0 to 1.0E-03, then half a cosine towards
# 0 over 9,500 steps.
# Link: ?v=2&name=&steps=10000&steps_per_epoch=200&update=step&peak_lr=0.001&warmup=linear&warmup_length=500&init_lr=0&hold_length=0&decay=cosine&cycles=0.5&end_lr=0&cooldown=none&target=keras-callback&accumulate=4&resume=4250

import math

import keras

WARMUP_END = 500
TOTAL_STEPS = 10000
STEPS_PER_EPOCH = 200
PEAK_LR = 0.001
INIT_LR = 0.0
CYCLES = 0.5
END_LR = 0.0
ACCUMULATE = 4
BATCHES_PER_EPOCH = STEPS_PER_EPOCH * ACCUMULATE
RESUME = 4250  # steps


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
        self.batches = self.params["steps"] or BATCHES_PER_EPOCH
        if getattr(self.model, "steps_per_execution", 1) > 1:
            raise ValueError("A callback cannot see inside steps_per_execution > 1")
        self.next_step = RESUME

    def on_epoch_begin(self, epoch, logs=None):
        if self.batches != BATCHES_PER_EPOCH:
            expected = f"the schedule is made for {BATCHES_PER_EPOCH}"
            raise ValueError(f"An epoch has {self.batches} batches, {expected}")
        self.first_step = max(epoch * STEPS_PER_EPOCH, self.next_step)
        self.next_step = self.first_step + STEPS_PER_EPOCH

    def on_train_batch_begin(self, batch, logs=None):
        step = self.first_step + batch // ACCUMULATE
        self.model.optimizer.learning_rate = lr_at(step)

    def on_train_batch_end(self, batch, logs=None):
        self.batches = batch + 1

    def on_epoch_end(self, epoch, logs=None):
        last_step = self.first_step + (self.batches - 1) // ACCUMULATE
        logs["learning_rate"] = lr_at(last_step)


callback = LearningRatePerStep()

# optimizer = keras.optimizers.Adam(gradient_accumulation_steps=ACCUMULATE)
# model.compile(optimizer=optimizer, loss=...)
# model.optimizer.build(model.trainable_variables)  # to load its state, too
# model.load_weights("checkpoint.weights.h5")
# model.fit(x, y, initial_epoch=21, epochs=50, callbacks=[callback])
