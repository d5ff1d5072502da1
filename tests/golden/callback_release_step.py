# 500 warmup steps along a straight line from 0 to 1.0E-03, then half a cosine towards
# 0 over 9,500 steps.
# Link: ?v=2&name=&steps=10000&steps_per_epoch=200&update=step&peak_lr=0.001&warmup=linear&warmup_length=500&init_lr=0&hold_length=0&decay=cosine&cycles=0.5&end_lr=0&cooldown=none&target=keras-callback&verbose=true&weight_decay=0.05&accumulate=4&resume=250&release=true
# Lets go of the rate when the warmup is over.

import keras

WARMUP_END = 500
TOTAL_STEPS = 10000
STEPS_PER_EPOCH = 200
PEAK_LR = 0.001
INIT_LR = 0.0
ACCUMULATE = 4
BATCHES_PER_EPOCH = STEPS_PER_EPOCH * ACCUMULATE
WEIGHT_DECAY_RATIO = 0.05
RESUME = 250  # steps
RELEASE = 500  # the first step after the warmup


def lr_at(step):
    """Learning rate of this training step, counted from 0."""
    step = min(step, TOTAL_STEPS)
    if step < WARMUP_END:
        progress = step / WARMUP_END
        return INIT_LR + (PEAK_LR - INIT_LR) * progress
    return PEAK_LR


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
    """Sets the rate before each training step up to RELEASE; weight decay follows it."""

    def on_train_begin(self, logs=None):
        self.batches = self.params["steps"] or BATCHES_PER_EPOCH
        if getattr(self.model, "steps_per_execution", 1) > 1:
            raise ValueError("A callback cannot see inside steps_per_execution > 1")
        self.next_step = RESUME
        let_weight_decay_follow(self.model)

    def on_epoch_begin(self, epoch, logs=None):
        if self.batches != BATCHES_PER_EPOCH:
            expected = f"the schedule is made for {BATCHES_PER_EPOCH}"
            raise ValueError(f"An epoch has {self.batches} batches, {expected}")
        self.first_step = max(epoch * STEPS_PER_EPOCH, self.next_step)
        self.next_step = self.first_step + STEPS_PER_EPOCH
        if self.first_step <= RELEASE:
            print(f"Epoch {epoch + 1}: learning rate {lr_at(self.first_step):.1e}")

    def on_train_batch_begin(self, batch, logs=None):
        step = self.first_step + batch // ACCUMULATE
        if step <= RELEASE:
            self.model.optimizer.learning_rate = lr_at(step)

    def on_train_batch_end(self, batch, logs=None):
        self.batches = batch + 1

    def on_epoch_end(self, epoch, logs=None):
        if "learning_rate" not in logs:  # ReduceLROnPlateau notes it, then changes it
            logs["learning_rate"] = float(self.model.optimizer.learning_rate.numpy())


callback = LearningRatePerStep()

# optimizer = keras.optimizers.AdamW(gradient_accumulation_steps=ACCUMULATE)
# model.compile(optimizer=optimizer, loss=...)
# model.optimizer.build(model.trainable_variables)  # to load its state, too
# model.load_weights("checkpoint.weights.h5")
# plateau = keras.callbacks.ReduceLROnPlateau("loss")
# model.fit(x, y, initial_epoch=1, epochs=50, callbacks=[callback, plateau])
