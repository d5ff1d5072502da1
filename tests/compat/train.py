"""In one environment: texts of Keras code as JSON in, the rates that each trained with out.

The probe of tests/probe.py in what Keras 2 and 3 share: row t is the unit vector e_t, so
after SGD weight t is minus the rate of step t.
"""

import json
import os
import sys

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy
import tensorflow

LEGACY = "--legacy" in sys.argv
if LEGACY:
    import tf_keras as keras
else:
    import keras


def mean_prediction(target, prediction):
    return tensorflow.reduce_mean(prediction)


def rows(steps):
    for row in numpy.eye(steps, dtype="float32"):
        yield row[None], numpy.zeros((1, 1), "float32")


def train(job):
    """The rate of each step."""
    text = job["text"]
    if LEGACY:
        text = text.replace("import keras\n", "import tf_keras as keras\n")
        text = text.replace("from keras", "from tf_keras")
    names = {"__name__": "pasted"}
    exec(text, names)
    steps = job["epochs"] * job["steps_per_epoch"]
    dense = keras.layers.Dense(1, use_bias=False, kernel_initializer="zeros")
    model = keras.Sequential([keras.Input((steps,)), dense])
    model.compile(keras.optimizers.SGD(names.get("learning_rate", 1.0)), loss=mean_prediction)
    clock = {"epochs": job["epochs"], "steps_per_epoch": job["steps_per_epoch"]}
    callbacks = [names["callback"]] if "callback" in names else []
    model.fit(rows(steps), callbacks=callbacks, shuffle=False, verbose=0, **clock)
    return (-numpy.asarray(model.get_weights()[0], "float64")[:, 0]).tolist()


def outcome(job):
    try:
        return {"rates": train(job)}
    except Exception as error:  # whatever this version says is the result
        return {"error": f"{type(error).__name__}: {error}"}


print(json.dumps({"version": keras.__version__, "runs": list(map(outcome, json.load(sys.stdin)))}))
