"""The schedules of Keras and Optax that the curve is compared with."""

from comparison import PAST, RUN, Comparison

KERAS_OPTAX = [
    Comparison(
        "keras",
        "CosineDecay(0.0, <n - 5>, alpha=0.1, warmup_target=1.0, warmup_steps=5)",
        f"{RUN}&decay=cosine&warmup=linear&warmup_length=5&end_lr=0.1",
        "decay_steps leaves the warmup out, here the run has it in; alpha is a part of the "
        "peak, end_lr a rate.",
        PAST,
    ),
    Comparison(
        "keras",
        "CosineDecayRestarts(1.0, 20, t_mul=2.0, m_mul=0.5)",
        f"{RUN}&decay=cosine_restarts&cycle_length=20&cycle_mult=2&cycle_decay=0.5",
        "Keras goes on after the run.",
    ),
    Comparison(
        "keras",
        "CosineDecayRestarts(1.0, 25, t_mul=1.0, m_mul=0.5, alpha=0.1)",
        f"{RUN}&decay=cosine_restarts&cycle_length=25&cycle_decay=0.5&end_lr=0.1",
        "alpha is a part of the peak, end_lr a rate; the tops halve above it in both. Keras goes "
        "on after the run.",
    ),
    Comparison(
        "keras",
        "ExponentialDecay(1.0, 10, 0.5)",
        f"{RUN}&decay=exponential&decay_rate=0.5&decay_length=10",
        "Keras falls on after the run.",
    ),
    Comparison(
        "keras",
        "ExponentialDecay(1.0, 10, 0.5, staircase=True)",
        f"{RUN}&decay=exponential&decay_rate=0.5&decay_length=10&staircase=true",
        "Nothing during the run: the drop is at the tenth step in both.",
    ),
    Comparison(
        "keras",
        "InverseTimeDecay(1.0, 10, 0.5)",
        f"{RUN}&decay=inverse_time&decay_rate=0.5&decay_length=10",
        "Keras falls on after the run.",
    ),
    Comparison(
        "keras",
        "PolynomialDecay(1.0, <n>, 0.1, power=2.0)",
        f"{RUN}&decay=polynomial&power=2&end_lr=0.1",
        "Keras ends at 0.0001 where no end is given, here at 0.",
        PAST,
    ),
    Comparison(
        "keras",
        "PiecewiseConstantDecay([29, 59], [1.0, 0.1, 0.01])",
        f"{RUN}&decay=piecewise&boundaries=30,60&values=0.1,0.01",
        "The boundary itself keeps the old rate; here it is the first step with the new one.",
        PAST,
    ),
    Comparison(
        "optax",
        "warmup_cosine_decay_schedule(0.0, 1.0, 5, <n>, end_value=0.1)",
        f"{RUN}&decay=cosine&warmup=linear&warmup_length=5&end_lr=0.1",
        "Nothing: decay_steps has the warmup in it, end_value is a rate.",
        PAST,
    ),
    Comparison(
        "optax",
        "polynomial_schedule(1.0, 0.1, 2, <n>)",
        f"{RUN}&decay=polynomial&power=2&end_lr=0.1",
        "Nothing.",
        PAST,
    ),
    Comparison(
        "optax",
        "piecewise_constant_schedule(1.0, {30: 0.1, 60: 0.1})",
        f"{RUN}&decay=piecewise&boundaries=30,60&values=0.1,0.01",
        "Its numbers multiply the rate before, here they are rates; both change at the boundary.",
        PAST,
    ),
    Comparison(
        "optax",
        "exponential_decay(1.0, 10, 0.5, end_value=0.05)",
        f"{RUN}&decay=exponential&decay_rate=0.5&decay_length=10&end_lr=0.05",
        "Nothing: end_value is a floor, as end_lr is.",
        PAST,
    ),
    Comparison(
        "optax",
        "cosine_onecycle_schedule(<n>, 1.0)",
        f"{RUN}&warmup=cosine&warmup_length=<int(0.3 * n)>&init_lr=0.04&decay=cosine&end_lr=4e-6",
        "The peak is at a part of the run, rounded down; here at a step. The end is a part of the "
        "start.",
        PAST,
    ),
    Comparison(
        "optax",
        "linear_onecycle_schedule(<n>, 1.0)",
        f"{RUN}&warmup=linear&warmup_length=<int(0.3 * n)>&init_lr=0.04&decay=linear&end_lr=0.04"
        "&cooldown=linear&cooldown_length=<n - int(0.85 * n)>&final_lr=4e-6",
        "Its phases end at 0.3 and 0.85 of the run, rounded down; here each has a length.",
        PAST,
    ),
    Comparison(
        "optax",
        "join_schedules([linear_schedule(0.0, 1.0, 10), constant_schedule(1.0), "
        "linear_schedule(1.0, 0.0, 20)], [10, <n - 20>])",
        f"{RUN}&decay=constant&warmup=linear&warmup_length=10&cooldown=linear&cooldown_length=20",
        "Nothing: the next schedule begins at its boundary, at its own step 0.",
        PAST,
    ),
]
