# Drops by a factor of 0.1 to 1.0E-03 over 90 epochs.
#
# Link: ?v=2&name=&epochs=90&steps_per_epoch=200&update=epoch&peak_lr=0.1&warmup=none&hold_length=0&decay=step&drop=0.1&every=30&end_lr=0&cooldown=none&target=keras-builtin&optimizer=sgd&accumulate=4&resume=30

import keras

BOUNDARIES = (30, 60, 90)  # epochs
VALUES = (0.1, 0.01, 0.001, 0.0001)
STEPS_PER_EPOCH = 200
ACCUMULATE = 4

learning_rate = keras.optimizers.schedules.PiecewiseConstantDecay(
    # The last steps that train with the old rate.
    boundaries=[epoch * STEPS_PER_EPOCH * ACCUMULATE - 1 for epoch in BOUNDARIES],
    values=list(VALUES),
)

# optimizer = keras.optimizers.SGD(learning_rate, gradient_accumulation_steps=ACCUMULATE)
# model.compile(optimizer=optimizer, loss=...)
# model.optimizer.build(model.trainable_variables)  # to load its state, too
# model.load_weights("checkpoint.weights.h5")
# for variable in model.optimizer.variables:
#     if variable.name == "iteration":  # counts batches
#         variable.assign(24000)
# model.fit(x, y, initial_epoch=30, epochs=90)
