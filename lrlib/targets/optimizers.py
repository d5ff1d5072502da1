"""The table of optimizers: what people and each framework call them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Optimizer:
    """One optimizer; a name is empty where the framework has none."""

    name: str  # in a link
    label: str
    keras: str  # a class of keras.optimizers
    torch: str  # a class of torch.optim
    optax: str  # a function of optax


OPTIMIZERS: dict[str, Optimizer] = {
    optimizer.name: optimizer
    for optimizer in (
        Optimizer("adam", "Adam", "Adam", "Adam", "adam"),
        Optimizer("adamw", "AdamW", "AdamW", "AdamW", "adamw"),
        Optimizer("sgd", "SGD", "SGD", "SGD", "sgd"),
        Optimizer("rmsprop", "RMSprop", "RMSprop", "RMSprop", "rmsprop"),
        Optimizer("lion", "Lion", "Lion", "", "lion"),
        Optimizer("adafactor", "Adafactor", "Adafactor", "Adafactor", "adafactor"),
    )
}
