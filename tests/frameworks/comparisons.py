"""The curve against other libraries, where they have the shape: one entry a comparison."""

from dataclasses import dataclass

RUN = "steps=100&peak_lr=1"
END = 100  # steps of most runs
LAST = 104  # a few past the end, where the library holds its last rate as the curve does


@dataclass(frozen=True)
class Comparison:
    """A call of a library, the design that is the same curve, and the convention that differs."""

    library: str
    call: str  # as its users write it, for a peak of 1; it is what is executed
    design: str  # a query string
    differs: str
    agree: int  # steps that agree, from the first


COMPARISONS = [
    Comparison(
        "keras",
        "CosineDecay(0.0, 95, alpha=0.1, warmup_target=1.0, warmup_steps=5)",
        f"{RUN}&decay=cosine&warmup=linear&warmup_length=5&end_lr=0.1",
        "decay_steps leaves the warmup out, here the run has it in; alpha is a part of the "
        "peak, end_lr a rate.",
        LAST,
    ),
    Comparison(
        "keras",
        "CosineDecayRestarts(1.0, 20, t_mul=2.0, m_mul=0.5)",
        "steps=140&peak_lr=1&decay=cosine_restarts&cycles=3&cycle_mult=2&cycle_decay=0.5",
        "The first cycle's length is given, here the run's; after the run Keras starts a cycle.",
        140,
    ),
    Comparison(
        "keras",
        "ExponentialDecay(1.0, 10, 0.5)",
        f"{RUN}&decay=exponential&decay_rate=0.5&decay_length=10",
        "Keras falls on after the run.",
        END,
    ),
    Comparison(
        "keras",
        "ExponentialDecay(1.0, 10, 0.5, staircase=True)",
        f"{RUN}&decay=exponential&decay_rate=0.5&decay_length=10&staircase=true",
        "Nothing during the run: the drop is at the tenth step in both.",
        END,
    ),
    Comparison(
        "keras",
        "InverseTimeDecay(1.0, 10, 0.5)",
        f"{RUN}&decay=inverse_time&decay_rate=0.5&decay_length=10",
        "Keras falls on after the run.",
        END,
    ),
    Comparison(
        "keras",
        "PolynomialDecay(1.0, 100, 0.1, power=2.0)",
        f"{RUN}&decay=polynomial&power=2&end_lr=0.1",
        "Keras ends at 0.0001 where no end is given, here at 0.",
        LAST,
    ),
    Comparison(
        "keras",
        "PiecewiseConstantDecay([29, 59], [1.0, 0.1, 0.01])",
        f"{RUN}&decay=piecewise&boundaries=30,60&values=0.1,0.01",
        "The boundary itself keeps the old rate; here it is the first step with the new one.",
        LAST,
    ),
    Comparison(
        "optax",
        "warmup_cosine_decay_schedule(0.0, 1.0, 5, 100, end_value=0.1)",
        f"{RUN}&decay=cosine&warmup=linear&warmup_length=5&end_lr=0.1",
        "Nothing: decay_steps has the warmup in it, end_value is a rate.",
        LAST,
    ),
    Comparison(
        "optax",
        "polynomial_schedule(1.0, 0.1, 2, 100)",
        f"{RUN}&decay=polynomial&power=2&end_lr=0.1",
        "Nothing.",
        LAST,
    ),
    Comparison(
        "optax",
        "piecewise_constant_schedule(1.0, {30: 0.1, 60: 0.1})",
        f"{RUN}&decay=piecewise&boundaries=30,60&values=0.1,0.01",
        "Its numbers multiply the rate before, here they are rates; both change at the boundary.",
        LAST,
    ),
    Comparison(
        "optax",
        "exponential_decay(1.0, 10, 0.5, end_value=0.05)",
        f"{RUN}&decay=exponential&decay_rate=0.5&decay_length=10&end_lr=0.05",
        "Nothing: end_value is a floor, as end_lr is.",
        LAST,
    ),
    Comparison(
        "optax",
        "cosine_onecycle_schedule(100, 1.0)",
        f"{RUN}&decay=points&join=cosine&points=0:0.04,30:1,100:4e-6",
        "The peak is at a part of the run, here at a step; the end is a part of the start.",
        LAST,
    ),
    Comparison(
        "optax",
        "join_schedules([linear_schedule(0.0, 1.0, 10), constant_schedule(1.0), "
        "linear_schedule(1.0, 0.0, 20)], [10, 80])",
        f"{RUN}&decay=constant&warmup=linear&warmup_length=10&cooldown=linear&cooldown_length=20",
        "Nothing: the next schedule begins at its boundary, at its own step 0.",
        LAST,
    ),
    Comparison(
        "torch",
        "StepLR(optimizer, 30, gamma=0.1)",
        f"{RUN}&decay=step&every=30&drop=0.1",
        "Nothing during the run: the drop is at step 30 in both.",
        LAST,
    ),
    Comparison(
        "torch",
        "MultiStepLR(optimizer, [30, 60])",
        f"{RUN}&decay=piecewise&boundaries=30,60&values=0.1,0.01",
        "gamma multiplies the rate before, here they are rates; both change at the boundary.",
        LAST,
    ),
    Comparison(
        "torch",
        "CosineAnnealingLR(optimizer, 100, eta_min=0.1)",
        f"{RUN}&decay=cosine&end_lr=0.1",
        "PyTorch rises again after T_max; here the end holds.",
        END + 1,
    ),
    Comparison(
        "torch",
        "CosineAnnealingWarmRestarts(optimizer, 20, T_mult=2)",
        "steps=140&peak_lr=1&decay=cosine_restarts&cycles=3&cycle_mult=2",
        "The first cycle's length is given, here the run's; PyTorch starts a cycle after it.",
        140,
    ),
    Comparison(
        "torch",
        "OneCycleLR(optimizer, 1.0, 100)",
        f"{RUN}&decay=points&join=cosine&points=0:0.04,29:1,99:4e-6",
        "Its last step trains with the end itself, so phases end at 0.3 x 100 - 1 and 100 - 1.",
        END,
    ),
    Comparison(
        "torch",
        "CyclicLR(optimizer, 0.1, 1.0, step_size_up=25, cycle_momentum=False)",
        f"{RUN}&decay=triangular&cycles=2&end_lr=0.1",
        "Half a cycle is given, here how many cycles; PyTorch goes on after the run.",
        END,
    ),
    Comparison(
        "torch",
        "CyclicLR(optimizer, 0.0, 1.0, 25, mode='triangular2', cycle_momentum=False)",
        f"{RUN}&decay=triangular&cycles=2&cycle_decay=0.5",
        "Its height above base_lr halves; here the peak itself does, the same for a base of 0.",
        END,
    ),
    Comparison(
        "torch",
        "SequentialLR(optimizer, [LinearLR(optimizer, 0.1, 1.0, 10), "
        "CosineAnnealingLR(optimizer, 90)], [10])",
        f"{RUN}&decay=cosine&warmup=linear&warmup_length=10&init_lr=0.1",
        "LinearLR cannot start from 0; the cosine counts from its milestone, and rises after it.",
        END + 1,
    ),
    Comparison(
        "torch",
        "PolynomialLR(optimizer, 100, power=0.9)",
        f"{RUN}&decay=polynomial&power=0.9",
        "Its end is always 0.",
        LAST,
    ),
    Comparison(
        "torch",
        "ExponentialLR(optimizer, 0.96)",
        f"{RUN}&decay=exponential&decay_rate=0.96&decay_length=1",
        "One length is one step; PyTorch falls on after the run.",
        END,
    ),
    Comparison(
        "transformers",
        "get_scheduler('linear', optimizer, 10, 100)",
        f"{RUN}&decay=linear&warmup=linear&warmup_length=10",
        "Nothing: the total has the warmup in it, and step 0 trains at 0.",
        LAST,
    ),
    Comparison(
        "transformers",
        "get_scheduler('cosine', optimizer, 10, 100)",
        f"{RUN}&decay=cosine&warmup=linear&warmup_length=10",
        "It rises again after the total; here the end holds.",
        END + 1,
    ),
    Comparison(
        "transformers",
        "get_scheduler('cosine_with_restarts', optimizer, 10, 100, {'num_cycles': 3})",
        f"{RUN}&decay=cosine_restarts&cycles=3&warmup=linear&warmup_length=10",
        "Nothing: the cycles are equal parts of what the warmup leaves.",
        LAST,
    ),
    Comparison(
        "transformers",
        "get_scheduler('polynomial', optimizer, 10, 100, {'power': 2.0})",
        f"{RUN}&decay=polynomial&power=2&warmup=linear&warmup_length=10&end_lr=1e-7",
        "Its end is 1e-7 where none is given.",
        LAST,
    ),
    Comparison(
        "transformers",
        "get_scheduler('constant_with_warmup', optimizer, 10, 100)",
        f"{RUN}&decay=constant&warmup=linear&warmup_length=10",
        "Nothing.",
        LAST,
    ),
    Comparison(
        "transformers",
        "get_scheduler('inverse_sqrt', optimizer, 10, 100)",
        f"{RUN}&decay=inverse_sqrt&timescale=10&warmup=linear&warmup_length=10",
        "timescale is the warmup where none is given; it falls on after the run.",
        END,
    ),
    Comparison(
        "transformers",
        "get_scheduler('cosine_with_min_lr', optimizer, 10, 100, {'min_lr': 0.1})",
        f"{RUN}&decay=cosine&warmup=linear&warmup_length=10&end_lr=0.1",
        "It rises again after the total; here the end holds.",
        END + 1,
    ),
    Comparison(
        "transformers",
        "get_scheduler('cosine_warmup_with_min_lr', optimizer, 10, 100, {'min_lr': 0.1})",
        "steps=99&peak_lr=1&decay=cosine&warmup=linear&warmup_length=9&init_lr=0.1&end_lr=0.1",
        "It counts from 1: the first step trains at a tenth of the peak, which comes a step "
        "earlier, and the last step trains with the end.",
        END,
    ),
    Comparison(
        "transformers",
        "get_scheduler('warmup_stable_decay', optimizer, 10, 100, "
        "{'num_decay_steps': 20, 'decay_type': '1-sqrt', 'min_lr_ratio': 0.1})",
        f"{RUN}&decay=constant&warmup=linear&warmup_length=10&init_lr=0.1"
        "&cooldown=one_minus_sqrt&cooldown_length=20&final_lr=0.1",
        "The floor is a part of the peak, and the warmup starts from it, too.",
        LAST,
    ),
    Comparison(
        "timm",
        "CosineLRScheduler(optimizer, 90, lr_min=0.1, warmup_t=10, warmup_lr_init=0.01, "
        "warmup_prefix=True)",
        "epochs=100&peak_lr=1&decay=cosine&warmup=linear&warmup_length=10&init_lr=0.01&end_lr=0.1",
        "With warmup_prefix the warmup comes before t_initial, as here; without, it covers the"
        " cosine's first epochs, and the rate jumps where it ends.",
        LAST,
    ),
    Comparison(
        "timm",
        "MultiStepLRScheduler(optimizer, [31, 61], decay_rate=0.1)",
        "epochs=100&peak_lr=1&decay=piecewise&boundaries=30,60&values=0.1,0.01",
        "It drops one epoch before decay_t.",
        LAST,
    ),
    Comparison(
        "timm",
        "StepLRScheduler(optimizer, 30, decay_rate=0.1)",
        "epochs=100&peak_lr=1&decay=step&every=30&drop=0.1",
        "Nothing during the run: the drop is at epoch 30 in both.",
        LAST,
    ),
    Comparison(
        "timm",
        "PolyLRScheduler(optimizer, 100, power=0.5, lr_min=0.1)",
        "epochs=100&peak_lr=1&decay=polynomial&power=0.5&end_lr=0.1",
        "Its power is 0.5 where none is given, here 2.",
        LAST,
    ),
]
