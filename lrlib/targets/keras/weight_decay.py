"""Ratio -> generated Keras code that lets weight decay follow the rate.

Assigning `optimizer.weight_decay` during training does nothing in compiled Keras, and a
variable in its place spoils saved models: JAX and Torch cannot write one, TensorFlow drops
the optimizer's state on reading. So the product is taken inside the training step itself.
"""

from __future__ import annotations

from lrlib.fields import write_number

NAME = "WEIGHT_DECAY_RATIO"
CALL = "let_weight_decay_follow(self.model)"


def constant(ratio: float) -> list[str]:
    """The constant that the function uses."""
    return [f"{NAME} = {write_number(ratio)}"]


def function() -> list[str]:
    """What `CALL` calls as training begins: for any Keras 3 optimizer and backend."""
    return [
        "def let_weight_decay_follow(model):",
        f'    """Makes the weight decay {NAME} times the rate, in every step.',
        "",
        "    The product is taken inside the step: a number that is assigned to",
        "    optimizer.weight_decay during training never reaches a compiled step.",
        '    """',
        '    optimizer = getattr(model.optimizer, "inner_optimizer", model.optimizer)',
        "    apply_weight_decay = type(optimizer)._apply_weight_decay",
        "",
        "    def apply_following(variables):",
        "        before = optimizer.weight_decay",
        f"        optimizer.weight_decay = {NAME} * optimizer.learning_rate",
        "        apply_weight_decay(optimizer, variables)",
        "        optimizer.weight_decay = before",
        "",
        "    optimizer._apply_weight_decay = apply_following",
        "    model.make_train_function(force=True)",
    ]


def on_train_begin() -> list[str]:
    """The method of a callback that has nothing else to do then."""
    return ["    def on_train_begin(self, logs=None):", f"        {CALL}"]
