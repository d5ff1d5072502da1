"""What PyTorch's and Optax's form of the rate adds to a step, beside a constant rate in turns.

PYTHONPATH=. .venv-frameworks/bin/python tests/frameworks/cost.py
"""

from __future__ import annotations

import statistics
from collections.abc import Callable
from time import perf_counter
from typing import Any

import jax
import jax.numpy as jnp
import optax
import torch

from lrlib import Design, code

DESIGN = Design(epochs=50, steps_per_epoch=200, update="step", warmup="linear", warmup_length=5)
ROUNDS, STEPS = 15, 500
Once = Callable[[], float]


def names(target: str) -> dict[str, Any]:
    found: dict[str, Any] = {"__name__": "pasted"}
    exec(code(DESIGN, target), found)
    return found


def in_torch(follows: bool) -> Once:
    """Seconds a step of a tiny model; where `follows`, with the scheduler's own step."""
    found = names("pytorch")
    model = torch.nn.Sequential(torch.nn.Linear(8, 8), torch.nn.Linear(8, 1))
    optimizer = torch.optim.Adam(model.parameters(), lr=found["PEAK_LR"])
    scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, found["lr_lambda"])
    x = torch.zeros(8, 8)

    def once() -> float:
        begin = perf_counter()
        for _ in range(STEPS):
            optimizer.zero_grad()
            model(x).mean().backward()
            optimizer.step()
            if follows:
                scheduler.step()
        return (perf_counter() - begin) / STEPS

    return once


def in_optax(follows: bool) -> Once:
    """Seconds a compiled step, with the schedule or with a constant rate."""
    optimizer = optax.adam(names("optax")["schedule"] if follows else 1e-3)
    weights = jnp.zeros((8, 8))
    state = optimizer.init(weights)

    @jax.jit
    def step(weights: Any, state: Any) -> Any:
        gradient = jax.grad(lambda w: (w @ jnp.ones(8)).sum())(weights)
        change, state = optimizer.update(gradient, state)
        return optax.apply_updates(weights, change), state

    def once() -> float:
        nonlocal weights, state
        begin = perf_counter()
        for _ in range(STEPS):
            weights, state = step(weights, state)
        jax.block_until_ready(weights)
        return (perf_counter() - begin) / STEPS

    once()  # compiles
    return once


def main() -> None:
    print("| form | a step at a constant rate | more |\n|---|---|---|")
    for name, form in (("pytorch", in_torch), ("optax", in_optax)):
        constant, follows = form(False), form(True)
        taken = [(constant(), follows()) for _ in range(ROUNDS)]
        more = statistics.median(b - a for a, b in taken)
        at_rest = statistics.median(a for a, _ in taken)
        print(f"| {name} | {at_rest * 1e6:.0f} µs | {more * 1e6:+.1f} µs |")


if __name__ == "__main__":
    main()
