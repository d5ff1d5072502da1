"""The schedules of PyTorch that the curve is compared with."""

from comparison import PAST, RUN, TENTHS, Comparison

TORCH = [
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
]
