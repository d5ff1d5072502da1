# 500 warmup steps along a straight line from 0 to 1.0E-03, then 3 cosine cycles with
# restarts, each 2 times as long and 0.5 times as high as the one before, to 1.0E-05
# over 19,500 steps.
# Link: ?v=2&name=&steps=20000&steps_per_epoch=200&update=step&peak_lr=0.001&warmup=linear&warmup_length=500&init_lr=0&hold_length=0&decay=cosine_restarts&cycles=3&cycle_mult=2&cycle_decay=0.5&end_lr=1e-05&cooldown=none&target=optax

import math

import jax.numpy as jnp

WARMUP_END = 500
TOTAL_STEPS = 20000
PEAK_LR = 0.001
INIT_LR = 0.0
END_LR = 1e-05
CYCLE_BEGINS = (500, 3286, 8857)
CYCLE_LRS = (0.001, 0.000505, 0.0002575)
CYCLE_LENGTHS = (2786, 5571, 11143)


def schedule(count):
    """Learning rate of this update, counted from 0."""
    step = jnp.minimum(count, TOTAL_STEPS)

    inside = jnp.minimum(step, WARMUP_END)
    progress = jnp.float32(inside) / WARMUP_END
    warmup = INIT_LR + (PEAK_LR - INIT_LR) * progress

    cycle = jnp.sum(step >= jnp.array(CYCLE_BEGINS[1:]))
    start_lr = jnp.array(CYCLE_LRS)[cycle]
    begin = jnp.array(CYCLE_BEGINS)[cycle]
    length = jnp.array(CYCLE_LENGTHS)[cycle]
    inside = jnp.maximum(step, WARMUP_END)
    progress = jnp.float32(inside - begin) / jnp.float32(length)
    rate = END_LR + (start_lr - END_LR) * 0.5 * (1 + jnp.cos(math.pi * progress))

    rate = jnp.where(step < WARMUP_END, warmup, rate)
    return jnp.float32(rate)


# optimizer = optax.adam(schedule)
# state = optimizer.init(params)
