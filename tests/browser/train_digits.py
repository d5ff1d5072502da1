"""A saved callback -> the rate each epoch of a real training applied, as one line of JSON.

Trains on the digits that scikit-learn ships, with plain SGD.
"""

import json
import runpy
import sys

import keras
from sklearn.datasets import load_digits


class Applied(keras.callbacks.Callback):
    """Reads the optimizer's rate after the epoch has trained with it."""

    rates = []

    def on_epoch_end(self, epoch, logs=None):
        self.rates.append(float(self.model.optimizer.learning_rate.numpy()))


callback = runpy.run_path(sys.argv[1])["callback"]
x, y = load_digits(return_X_y=True)
model = keras.Sequential([keras.layers.Dense(32, "relu"), keras.layers.Dense(10)])
model.compile(
    optimizer=keras.optimizers.SGD(),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
)
applied = Applied()
model.fit(x / 16.0, y, epochs=12, batch_size=64, callbacks=[callback, applied], verbose=0)
print(json.dumps(applied.rates))
