# 10 warmup epochs doubling from 9.8E-07 to 1.0E-03, then half a cosine towards 0 over
# 40 epochs.
# Link: ?v=2&name=&epochs=50&steps_per_epoch=200&update=step&peak_lr=0.001&warmup=exponential&warmup_length=10&warmup_base=2&hold_length=0&decay=cosine&cycles=0.5&end_lr=0&cooldown=none&target=optax&accumulate=4&resume=20

import math

import jax.numpy as jnp

WARMUP_END = 2000
TOTAL_STEPS = 10000
STEPS_PER_EPOCH = 200
PEAK_LR = 0.001
WARMUP_BASE = 2.0
CYCLES = 0.5
END_LR = 0.0


def schedule(count):
    """Learning rate of this update, counted from 0."""
    step = jnp.minimum(count, TOTAL_STEPS)

    inside = jnp.minimum(step, WARMUP_END)
    remaining = jnp.float32(WARMUP_END - inside) / STEPS_PER_EPOCH
    warmup = PEAK_LR * jnp.exp(math.log(WARMUP_BASE) * -remaining)

    inside = jnp.maximum(step, WARMUP_END)
    progress = jnp.float32(inside - WARMUP_END) / (TOTAL_STEPS - WARMUP_END)
    wave = jnp.cos(2 * math.pi * CYCLES * progress)
    rate = END_LR + (PEAK_LR - END_LR) * 0.5 * (1 + wave)

    rate = jnp.where(step < WARMUP_END, warmup, rate)
    return jnp.float32(rate)


# optimizer = optax.MultiSteps(optax.adam(schedule), 4)
# state = optimizer.init(params)
#
# Update 4,000 is next: restore the saved state, which holds the count, or use
# optimizer = optax.MultiSteps(optax.adam(lambda count: schedule(4000 + count)), 4)
