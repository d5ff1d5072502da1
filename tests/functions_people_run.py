"""The learning-rate functions that people run, as their code has them: rates by tick, from 0.

Each takes the run's length n, in ticks, and gives the function of the tick k.
"""

from math import cos, exp, floor, log, pi, sin


def kaggle_tpu(_n):
    """Getting started with 100+ flowers on TPU: five epochs up, then x0.8 towards the minimum."""

    def lrfn(epoch):
        if epoch < 5:
            return (4e-4 - 1e-5) / 5 * epoch + 1e-5
        return (4e-4 - 1e-5) * 0.8 ** (epoch - 5) + 1e-5

    return lrfn


def slowfast(n):
    """facebookresearch/SlowFast slowfast/utils/lr_policy.py: 100 iterations an epoch."""

    def lr_func_cosine(epoch):
        return 0.025 * (cos(pi * epoch / (n / 100)) + 1) * 0.5

    def get_lr_at_epoch(k):
        epoch = k / 100
        if epoch < 5:
            alpha = (lr_func_cosine(5) - 0.0025) / 5
            return epoch * alpha + 0.0025
        return lr_func_cosine(epoch)

    return get_lr_at_epoch


def timm_cosine(n):
    """huggingface/pytorch-image-models timm/scheduler/cosine_lr.py, warmup_prefix=False."""
    warmup_step = (1e-3 - 1e-6) / 5
    return lambda t: (
        1e-6 + t * warmup_step if t < 5 else 1e-5 + 0.5 * (1e-3 - 1e-5) * (1 + cos(pi * t / n))
    )


def bert(n):
    """google-research/bert optimization.py: a tenth of the run is warmup."""
    warmup = n // 10
    return lambda k: 2e-5 * k / warmup if k < warmup else 2e-5 * (1 - k / n)


def efficientnet(steps_per_epoch):
    """tensorflow/tpu models/official/efficientnet/utils.py, build_learning_rate."""

    def of_run(_n):
        warmup, decay_steps = 5 * steps_per_epoch, 2.4 * steps_per_epoch
        return lambda k: (
            0.128 * k / warmup if k < warmup else 0.128 * 0.97 ** floor(k / decay_steps)
        )

    return of_run


def ultralytics(n):
    """ultralytics engine/trainer.py: 100 batches an epoch, 3 epochs of warmup, lrf 0.01."""
    epochs, warmup = n // 100, 300

    def lf(epoch):
        return max(1 - epoch / epochs, 0) * (1.0 - 0.01) + 0.01

    def lr(k):
        now = 0.01 * lf(k // 100)
        return now * k / warmup if k <= warmup else now

    return lr


def jaxnerf(n):
    """google-research/google-research jaxnerf/nerf/utils.py, learning_rate_decay."""

    def learning_rate_decay(step):
        delay_rate = 0.01 + (1 - 0.01) * sin(0.5 * pi * min(max(step / 25, 0), 1))
        t = min(max(step / n, 0), 1)
        return delay_rate * exp(log(5e-4) * (1 - t) + log(5e-6) * t)

    return learning_rate_decay


def cosine_to_the_last(n):
    """A cosine as people write it for Keras's LearningRateScheduler: its last epoch is the end."""

    def lrfn(epoch):
        if epoch < 5:
            return 1e-3 * epoch / 5
        progress = (epoch - 5) / (n - 5 - 1)
        return 1e-5 + (1e-3 - 1e-5) * 0.5 * (1 + cos(pi * progress))

    return lrfn


def from_one(n):
    """karpathy/llm.c llmc/schedulers.h; mlfoundations/open_clip scheduler.py is the same."""
    return lambda step: (
        6e-4 * (step + 1) / 20
        if step < 20
        else 6e-5 + 0.5 * (1 + cos(pi * (step - 20) / (n - 20))) * (6e-4 - 6e-5)
    )


def torchtitan(n):
    """pytorch/torchtitan components/lr_scheduler.py: warmup 20, a decay of 30, one virtual step."""
    stable = n + 1 - 20 - 30

    def linear_warmup_stable_decay(step):
        if step < 20:
            return 3e-4 * (step + 1) / 20
        if step < 20 + stable:
            return 3e-4
        progress = (step + 1 - (20 + stable)) / 30
        return 3e-4 * (0.1 + (1 - 0.1) * (1 - progress))

    return linear_warmup_stable_decay


def one_cycle(phases):
    """pytorch/pytorch torch/optim/lr_scheduler.py, OneCycleLR(max_lr=1.0, total_steps=n)."""

    def of_run(n):
        start, low = 1 / 25, 1 / 25 / 1e4
        ends = [(0.3 * n - 1, start, 1.0), (n - 1, 1.0, low)]
        if phases == 3:
            ends[1:] = [(2 * 0.3 * n - 2, 1.0, start), (n - 1, start, low)]

        def lr(k):
            begin = 0.0
            for end, high, goal in ends:
                if k <= end or end == n - 1:
                    pct = (k - begin) / (end - begin)
                    return goal + (high - goal) / 2.0 * (1 + cos(pi * pct))
                begin = end
            raise AssertionError(k)

        return lr

    return of_run


def hard_restarts(warmup, cycles):
    """huggingface/transformers optimization.py, cosine_with_restarts."""

    def of_run(n):
        def lr(k):
            if k < warmup:
                return k / warmup
            progress = (k - warmup) / (n - warmup)
            return max(0.0, 0.5 * (1.0 + cos(pi * ((cycles * progress) % 1.0))))

        return lr

    return of_run


def triangular2(_n):
    """bckenstler/CLR clr_callback.py, as Smith has it: base 1e-3, peak 6e-3, steps of 25."""

    def clr(k):
        cycle = floor(1 + k / (2 * 25))
        x = abs(k / 25 - 2 * cycle + 1)
        return 1e-3 + (6e-3 - 1e-3) * max(0, 1 - x) / 2 ** (cycle - 1)

    return clr


def keras_restarts(_n):
    """CosineDecayRestarts(1e-3, 250, t_mul=1, m_mul=0.5, alpha=0.1), in float64."""

    def call(step):
        completed = step / 250
        cycle = floor(completed)
        cosine = 0.5 * 0.5**cycle * (1 + cos(pi * (completed - cycle)))
        return 1e-3 * ((1 - 0.1) * cosine + 0.1)

    return call


def deepspeed_log(warmup):
    """deepspeedai/DeepSpeed runtime/lr_schedules.py, WarmupLR: its count begins at -1."""

    def of_run(_n):
        def lr(k):
            last_batch_iteration = k - 1
            if last_batch_iteration < 0:
                return 0.0
            if last_batch_iteration < warmup:
                return 1e-3 * log(last_batch_iteration + 1) / log(warmup)
            return 1e-3

        return lr

    return of_run
