"""The schedules that several published runs share, each as its own code defines it.

Each gives a function of the update t (from 0), or of the epoch where the rate changes with it.
"""

import numpy


def line(a, b, p):
    return a + (b - a) * p


def half_cosine(p):
    return 0.5 * (1 + numpy.cos(numpy.pi * p))


def bert(peak, warmup, steps):
    """optimization.py: the warmup lies over a line that falls from step 0."""
    return lambda t: peak * numpy.where(t < warmup, t / warmup, 1 - t / steps)


def cosine(peak, warmup, steps, end=0.0):
    """transformers, nanoGPT's children, timm: a line, then half a cosine to the run's end."""

    def rates(t):
        wave = end + (peak - end) * half_cosine((t - warmup) / (steps - warmup))
        return numpy.where(t < warmup, peak * t / max(1, warmup), wave)

    return rates


def wsd(peak, warmup, begin, length):
    """nanotron: a line up, constant, and a line down over `length` steps from `begin`."""

    def rates(t):
        falling = peak * (length - (t - begin)) / length
        return numpy.where(t <= warmup, peak * t / warmup, numpy.where(t < begin, peak, falling))

    return rates


def olmo_tokens(tokens_a_step):
    """OLMo counts in tokens, those of the running step included."""

    def rates(t):
        tokens = (t + 1) * float(tokens_a_step)
        warm, most = 8_388_608_000, 5e12
        wave = 3e-5 + (3e-4 - 3e-5) * half_cosine((tokens - warm) / (most - warm))
        return numpy.where(tokens < warm, 3e-4 * tokens / warm, wave)

    return rates


def olmo_core(peak, steps):
    """OLMo-core's step is 1 at the first update."""

    def rates(t):
        step = t + 1
        wave = 0.1 * peak + 0.9 * peak * half_cosine((step - 2000) / (steps - 2000))
        return numpy.where(step < 2000, peak * step / 2000, wave)

    return rates


def kaggle(base):
    def rates(t):
        return numpy.where(t < 10, 1e-3 * base ** (t - 10.0), 1e-3 * half_cosine((t - 10) / 90))

    return rates


def detectron2(peak, first, warmup, milestones):
    """WarmupMultiStepLR: the warmup is a factor on the pieces."""

    def rates(t):
        warm = first * (1 - t / warmup) + t / warmup
        factor = 0.1 ** numpy.searchsorted(milestones, t, side="right")
        return peak * factor * numpy.where(t < warmup, warm, 1)

    return rates


def linear(peak, warmup, steps):
    """get_linear_schedule_with_warmup; fairseq's polynomial_decay of power 1."""
    return lambda t: (
        peak * numpy.where(t < warmup, t / max(1, warmup), (steps - t) / (steps - warmup))
    )


def constant(peak, warmup=0, first=0.0):
    """A line up, then no decay."""
    return lambda t: numpy.where(t < warmup, line(first, peak, t / max(1, warmup)), peak)


def poly(peak, end, steps):
    """The segmentation codes: a power of 0.9."""
    return lambda t: end + (peak - end) * (1 - t / steps) ** 0.9


def linspaced(peak, warmup, steps, end=None):
    """ConvNeXt, DINOv2, DINOv3: numpy.linspace reaches the peak with the last warmup step."""
    drawn = cosine(peak, warmup, steps, peak if end is None else end)
    return lambda t: numpy.where(t < warmup, peak * t / (warmup - 1), drawn(t))
