"""The curve against other libraries, where they have the shape: one entry a comparison.

What stands between < and > is worked out for the run's length n: each entry is tried at three.
"""

import re
from dataclasses import dataclass

RUN = "steps=<n>&peak_lr=1"
EPOCHS = "epochs=<n>&peak_lr=1"
LENGTHS = (100, 1000, 729)
THIRDS = (100, 1000, 733)  # without a warmup of 10, three equal parts
TENTHS = (100, 1000, 730)  # three tenths are a whole number
PAST = 4  # steps past the end, where the library holds its last rate as the curve does


@dataclass(frozen=True)
class Comparison:
    """A call of a library, the design that is the same curve, and the convention that differs."""

    library: str
    call: str  # as its users write it, for a peak of 1; it is what is executed
    design: str  # a query string
    differs: str
    past: int = 0  # steps past the run's end that agree, too
    lengths: tuple[int, ...] = LENGTHS
    within: float = 0.0  # parts of the peak that they differ by, where they round otherwise
    besides: tuple[int, ...] = ()  # steps where one has begun a cycle and the other has not

    def at(self, text: str, n: int) -> str:
        """The call or the design for a run of this length."""
        return re.sub("<(.+?)>", lambda found: str(eval(found[1], {"n": n})), text)


COMPARISONS = [
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
    Comparison(
        "torch",
        "StepLR(optimizer, 30, gamma=0.1)",
        f"{RUN}&decay=step&every=30&drop=0.1",
        "Nothing during the run: the drop is at step 30 in both.",
        PAST,
    ),
    Comparison(
        "torch",
        "MultiStepLR(optimizer, [30, 60])",
        f"{RUN}&decay=piecewise&boundaries=30,60&values=0.1,0.01",
        "gamma multiplies the rate before, here they are rates; both change at the boundary.",
        PAST,
    ),
    Comparison(
        "torch",
        "CosineAnnealingLR(optimizer, <n>, eta_min=0.1)",
        f"{RUN}&decay=cosine&end_lr=0.1",
        "PyTorch rises again after T_max; here the end holds.",
        1,
    ),
    Comparison(
        "torch",
        "CosineAnnealingWarmRestarts(optimizer, 20, T_mult=2, eta_min=0.1)",
        f"{RUN}&decay=cosine_restarts&cycle_length=20&cycle_mult=2&end_lr=0.1",
        "PyTorch goes on after the run.",
    ),
    Comparison(
        "torch",
        "OneCycleLR(optimizer, 1.0, <n>)",
        f"{RUN}&warmup=cosine&warmup_length=<round(0.3 * n) - 1>&init_lr=0.04"
        "&decay=cosine&end_lr=4e-6&reach_end=true",
        "Its warmup is a step shorter than pct_start x total, where that is whole, and its last "
        "step trains with the end itself.",
        lengths=TENTHS,
    ),
    Comparison(
        "torch",
        "OneCycleLR(optimizer, 1.0, <n>, three_phase=True)",
        f"{RUN}&warmup=cosine&warmup_length=<round(0.3 * n) - 1>&init_lr=0.04"
        "&decay=cosine&end_lr=0.04&cooldown=cosine"
        "&cooldown_length=<n + 2 - 2 * round(0.3 * n)>&final_lr=4e-6&reach_end=true",
        "Its phases end at pct_start x total - 1, where that is whole, at twice that, and at the "
        "last step.",
        lengths=TENTHS,
    ),
    Comparison(
        "torch",
        "OneCycleLR(optimizer, 1.0, <n>)",
        f"{RUN}&warmup=cosine&warmup_length=<round(0.3 * n) - 1>&init_lr=0.04"
        "&decay=cosine&end_lr=4e-6&reach_end=true",
        "pct_start x total is 218.7: its peak lies between two steps, here on one, and the rates "
        "differ by up to 0.13 % of the peak.",
        lengths=(729,),
        within=0.00125,
    ),
    Comparison(
        "torch",
        "CyclicLR(optimizer, 0.1, 1.0, step_size_up=25, cycle_momentum=False)",
        f"{RUN}&decay=triangular&cycle_length=50&end_lr=0.1",
        "Half a cycle is given, here a whole one; PyTorch goes on after the run.",
    ),
    Comparison(
        "torch",
        "CyclicLR(optimizer, 0.1, 1.0, 25, mode='triangular2', cycle_momentum=False)",
        f"{RUN}&decay=triangular&cycle_length=50&cycle_decay=0.5&end_lr=0.1",
        "Nothing during the run: the height above base_lr halves in both.",
    ),
    Comparison(
        "torch",
        "CyclicLR(optimizer, 0.1, 1.0, 20, 30, cycle_momentum=False)",
        f"{RUN}&decay=triangular&cycle_length=50&rise=0.4&end_lr=0.1",
        "The steps up and down are given, here the cycle and the part of it that rises.",
    ),
    Comparison(
        "torch",
        "SequentialLR(optimizer, [LinearLR(optimizer, 0.1, 1.0, 10), "
        "CosineAnnealingLR(optimizer, <n - 10>)], [10])",
        f"{RUN}&decay=cosine&warmup=linear&warmup_length=10&init_lr=0.1",
        "LinearLR cannot start from 0; the cosine counts from its milestone, and rises after it.",
        1,
    ),
    Comparison(
        "torch",
        "PolynomialLR(optimizer, <n>, power=0.9)",
        f"{RUN}&decay=polynomial&power=0.9",
        "Its end is always 0.",
        PAST,
    ),
    Comparison(
        "torch",
        "ExponentialLR(optimizer, 0.96)",
        f"{RUN}&decay=exponential&decay_rate=0.96&decay_length=1",
        "One length is one step; PyTorch falls on after the run.",
    ),
    Comparison(
        "transformers",
        "get_scheduler('linear', optimizer, 10, <n>)",
        f"{RUN}&decay=linear&warmup=linear&warmup_length=10",
        "Nothing: the total has the warmup in it, and step 0 trains at 0.",
        PAST,
    ),
    Comparison(
        "transformers",
        "get_scheduler('cosine', optimizer, 10, <n>)",
        f"{RUN}&decay=cosine&warmup=linear&warmup_length=10",
        "It rises again after the total; here the end holds.",
        1,
    ),
    Comparison(
        "transformers",
        "get_scheduler('cosine_with_restarts', optimizer, 10, <n>, {'num_cycles': 3})",
        f"{RUN}&decay=cosine_restarts&cycles=3&warmup=linear&warmup_length=10",
        "Nothing where what the warmup leaves divides into the cycles.",
        PAST,
        THIRDS,
    ),
    Comparison(
        "transformers",
        "get_scheduler('cosine_with_restarts', optimizer, 37, <n>, {'num_cycles': 7})",
        f"{RUN}&decay=cosine_restarts&cycles=7&warmup=linear&warmup_length=37",
        "A cycle is 137.57 steps: it restarts at the next whole step (313, 588, 863), here at the "
        "nearest (312, 587, 862). But for those steps the rates differ by up to 0.29 % of the "
        "peak.",
        lengths=(1000,),
        within=0.0029,
        besides=(312, 587, 862),
    ),
    Comparison(
        "transformers",
        "get_scheduler('polynomial', optimizer, 10, <n>, {'power': 2.0})",
        f"{RUN}&decay=polynomial&power=2&warmup=linear&warmup_length=10&end_lr=1e-7",
        "Its end is 1e-7 where none is given.",
        PAST,
    ),
    Comparison(
        "transformers",
        "get_scheduler('constant_with_warmup', optimizer, 10, <n>)",
        f"{RUN}&decay=constant&warmup=linear&warmup_length=10",
        "Nothing.",
        PAST,
    ),
    Comparison(
        "transformers",
        "get_scheduler('inverse_sqrt', optimizer, 10, <n>)",
        f"{RUN}&decay=inverse_sqrt&timescale=10&warmup=linear&warmup_length=10",
        "timescale is the warmup where none is given; it falls on after the run.",
    ),
    Comparison(
        "transformers",
        "get_scheduler('cosine_with_min_lr', optimizer, 10, <n>, {'min_lr': 0.1})",
        f"{RUN}&decay=cosine&warmup=linear&warmup_length=10&end_lr=0.1",
        "It rises again after the total; here the end holds.",
        1,
    ),
    Comparison(
        "transformers",
        "get_scheduler('cosine_warmup_with_min_lr', optimizer, 10, <n>, {'min_lr': 0.1})",
        f"{RUN}&decay=cosine&warmup=linear&warmup_length=9&init_lr=0.1&end_lr=0.1&reach_end=true",
        "It counts from 1: the first step trains at a tenth of the peak, the tenth at the peak, "
        "the last with the end.",
    ),
    Comparison(
        "transformers",
        "get_scheduler('warmup_stable_decay', optimizer, 10, <n>, "
        "{'num_decay_steps': 20, 'decay_type': '1-sqrt', 'min_lr_ratio': 0.1})",
        f"{RUN}&decay=constant&warmup=linear&warmup_length=10&init_lr=0.1"
        "&cooldown=one_minus_sqrt&cooldown_length=20&final_lr=0.1",
        "The floor is a part of the peak, and the warmup starts from it, too.",
        PAST,
    ),
    Comparison(
        "timm",
        "CosineLRScheduler(optimizer, <n - 10>, lr_min=0.1, warmup_t=10, warmup_lr_init=0.01, "
        "warmup_prefix=True)",
        f"{EPOCHS}&decay=cosine&warmup=linear&warmup_length=10&init_lr=0.01&end_lr=0.1",
        "Nothing: with warmup_prefix the warmup comes before t_initial, as here.",
        PAST,
    ),
    Comparison(
        "timm",
        "CosineLRScheduler(optimizer, <n>, lr_min=0.1, warmup_t=10, warmup_lr_init=0.01)",
        f"{EPOCHS}&decay=cosine&warmup=linear&warmup_length=10&init_lr=0.01&end_lr=0.1"
        "&overlap=jump",
        "Nothing: the warmup covers the cosine's first epochs, and the rate jumps where it ends.",
        PAST,
    ),
    Comparison(
        "timm",
        "MultiStepLRScheduler(optimizer, [31, 61], decay_rate=0.1)",
        f"{EPOCHS}&decay=piecewise&boundaries=30,60&values=0.1,0.01",
        "It drops one epoch before decay_t.",
        PAST,
    ),
    Comparison(
        "timm",
        "StepLRScheduler(optimizer, 30, decay_rate=0.1)",
        f"{EPOCHS}&decay=step&every=30&drop=0.1",
        "Nothing during the run: the drop is at epoch 30 in both.",
        PAST,
    ),
    Comparison(
        "timm",
        "PolyLRScheduler(optimizer, <n>, power=0.5, lr_min=0.1)",
        f"{EPOCHS}&decay=polynomial&power=0.5&end_lr=0.1",
        "Its power is 0.5 where none is given, here 2.",
        PAST,
    ),
]
