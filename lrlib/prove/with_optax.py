"""A schedule for Optax -> the rates that compiled updates applied.

One weight for each trained step; the gradient of update t is 1 for weight t and 0 for every
other, so that after plain SGD weight t is minus the rate of update t.
"""

from __future__ import annotations

from typing import Any

from lrlib.prove.job import Job
from lrlib.prove.runner import Progress


def train(job: Job, names: dict[str, Any], progress: Progress) -> list[float]:
    """The rate of each update of the job; a window starts where the state's count is set to."""
    import jax
    import jax.numpy as jnp
    import optax

    rows = job.trained
    optimizer = optax.sgd(names[job.defines])
    if job.accumulate > 1:
        optimizer = optax.MultiSteps(optimizer, job.accumulate)

    def step(weights: Any, state: Any, row: Any) -> Any:
        gradient = jnp.zeros_like(weights).at[row].set(1)
        change, state = optimizer.update(gradient, state)
        return optax.apply_updates(weights, change), state

    update = jax.jit(step)
    weights = jnp.zeros(rows)
    state = optimizer.init(weights)
    row = 0
    for first, count in job.windows:
        state = optax.tree.set(state, count=jnp.int32(first))
        for _ in range(count):
            for batch in job.batches:
                if job.accumulate > 1:
                    state = optax.tree.set(state, mini_step=jnp.int32(batch))
                weights, state = update(weights, state, row)
            row += 1
            progress(row, rows)
    rates: list[float] = (-weights).tolist()
    return rates
