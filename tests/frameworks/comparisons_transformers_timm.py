"""The schedules of Transformers and timm that the curve is compared with."""

from comparison import EPOCHS, PAST, RUN, THIRDS, Comparison

TRANSFORMERS_TIMM = [
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
