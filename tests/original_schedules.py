"""The schedules of published runs, each the definition in its own code or paper.

Functions of the update t (from 0), or of the epoch where the rate changes once an epoch.
"""

import numpy
from original_formulas import (
    bert,
    constant,
    cosine,
    detectron2,
    half_cosine,
    kaggle,
    line,
    linear,
    olmo_core,
    poly,
    wsd,
)


def nanogpt(t):
    coefficient = half_cosine((t - 2000) / 598_000)
    return numpy.where(t < 2000, 6e-4 * (t + 1) / 2001, 6e-5 + coefficient * (6e-4 - 6e-5))


def one_hour(t):
    epoch = t / 156
    steps = 3.2 * 0.1 ** numpy.searchsorted([30, 60, 80], epoch, side="right")
    return numpy.where(epoch < 5, line(0.1, 3.2, epoch / 5), steps)


def model_garden(t):
    # Keras counts a boundary to the piece before it, so its boundaries are one step early here.
    steps = 1.6 * 0.1 ** numpy.searchsorted([9359, 18719, 24959], t, side="left")
    return numpy.where(t < 1560, 1.6 * t / 1560, steps)


def sgdr(t):
    epoch = t / 781
    begin = numpy.array([0, 10, 30, 70])[numpy.searchsorted([10, 30, 70], epoch, side="right")]
    return 0.05 * half_cosine((epoch - begin) / (begin + 10))


def super_convergence(t):
    return 0.1 + 2.9 * numpy.maximum(0, 1 - abs(t / 5000 - 1))


def noam(t):
    step = t + 1
    return 512**-0.5 * numpy.minimum(step**-0.5, step * 4000**-1.5)


def fairseq_inverse_sqrt(t):
    return numpy.where(
        t < 4000,
        t * 5e-4 / 4000,
        5e-4 * 4000**0.5 * numpy.maximum(t, 1) ** -0.5,
    )


def deepseek_v3(t):
    tokens = t * 15_360 * 4096 / 1e12
    wave = 2.2e-5 + (2.2e-4 - 2.2e-5) * half_cosine((tokens - 10) / 4.3)
    rates = [2.2e-4 * t / 2000, 2.2e-4 + 0 * t, wave, 2.2e-5 + 0 * t]
    return numpy.select([t < 2000, tokens < 10, tokens < 14.3, tokens < 14.633], rates, 7.3e-6)


def vit(t):
    progress = numpy.clip((t - 10_000) / (92_897 - 10_000), 0, 1)
    return 1e-3 * half_cosine(progress) * numpy.minimum(1, t / 10_000)


def tri_stage(t):
    rates = [line(3e-7, 3e-5, t / 8000), 3e-5 + 0 * t]
    fall = 3e-5 * numpy.exp(numpy.log(0.05) / 40_000 * (t - 40_000))
    return numpy.select([t < 8000, t < 40_000], rates, fall)


def fastai(t):
    at = t / 2000
    rise = 4e-5 + (1 + numpy.cos(numpy.pi * (1 - at / 0.25))) * (1e-3 - 4e-5) / 2
    fall = 1e-3 + (1 + numpy.cos(numpy.pi * (1 - (at - 0.25) / 0.75))) * (1e-8 - 1e-3) / 2
    return numpy.where(at < 0.25, rise, fall)


def openfold(t):
    drops = (t - 50_000) // 50_000 + 1
    return numpy.select([t <= 1000, t <= 50_000], [t / 1e6, 1e-3], 1e-3 * 0.95**drops)


def t5(t):
    return 1 / numpy.sqrt(numpy.maximum(t, 1e4))


def minicpm(t):
    stable = 0.01 * numpy.minimum(1, t / 2000)
    start = 279_898 - 27_990
    return numpy.where(t < start, stable, 0.01 * 0.5 ** ((t - start) / 5000))


def llm_c(t):
    wave = 6e-4 * half_cosine((t - 700) / (18_865 - 700))
    return numpy.where(t < 700, 6e-4 * (t + 1) / 700, wave)


def open_clip(t):
    wave = 5e-4 * half_cosine((t - 2000) / (390_624 - 2000))
    return numpy.where(t < 2000, 5e-4 * (t + 1) / 2000, wave)


def nanochat(t):
    down = 1638
    progress = (2520 - t) / down
    falling = 0.02 * (progress + (1 - progress) * 0.05)
    return numpy.where(t < 40, 0.02 * (t + 1) / 40, numpy.where(t <= 2520 - down, 0.02, falling))


def modded_nanogpt(t):
    left = (1 - t / 1770) / 0.4
    return 0.05 * numpy.where(left >= 1, 1, left + (1 - left) * 0.1)


def detr(t):
    return 1e-4 * 0.1 ** (t // 200)


def rt_detr(t):
    return 1e-4 * numpy.minimum(1, (t + 1) / 2000)


def yolox(t):
    warm, last, total = 5 * 1849, 15 * 1849, 300 * 1849
    wave = 5e-4 + (0.01 - 5e-4) * half_cosine((t - warm) / (total - warm - last))
    return numpy.select([t <= warm, t >= total - last], [0.01 * (t / warm) ** 2, 5e-4], wave)


def swin(t):
    """timm's CosineLRScheduler with warmup_prefix."""
    warm, total = 20 * 1251, 300 * 1251
    wave = 1e-5 + (1e-3 - 1e-5) * half_cosine((t - warm) / (total - warm))
    return numpy.where(t < warm, line(1e-6, 1e-3, t / warm), wave)


def torchvision(t):
    wave = 0.5 * half_cosine((t - 5) / 595)
    return numpy.where(t < 5, 0.5 * line(0.01, 1, t / 5), wave)


# Drawn with a difference that the note states.


def swin_as_trained(t):
    return swin(numpy.maximum(0, t - 1))


def segformer_mmseg(t):
    return 6e-5 * numpy.where(
        t < 1500, line(1e-6, 1, numpy.minimum(1, t / 1499)), (160_000 - t) / 158_500
    )


def segformer_nvidia(t):
    whole = 6e-5 * (1 - t / 160_000)
    return whole * (1 - numpy.maximum(0, 1 - t / 1500) * (1 - 1e-6))


def ultralytics(t):
    epoch = t // 7393
    fall = 0.01 * (numpy.maximum(1 - epoch / 100, 0) * 0.99 + 0.01)
    return fall * numpy.minimum(1, t / (3 * 7393))


def deit(epoch):
    """timm without warmup_prefix; every epoch trains at the rate of the one before."""
    before = numpy.maximum(epoch - 1, 0)
    wave = 1e-5 + (1e-3 - 1e-5) * half_cosine(before / 300)
    return numpy.where(before < 5, line(1e-6, 1e-3, before / 5), wave)


def timm_without_prefix(epoch):
    """What DeiT asks timm for."""
    wave = 1e-5 + (1e-3 - 1e-5) * half_cosine(epoch / 300)
    return numpy.where(epoch < 5, line(1e-6, 1e-3, epoch / 5), wave)


def efficientnet(t):
    """utils.py of Google's code, with an epoch of 625 steps."""
    stairs = 0.128 * 0.97 ** (t // 1500)
    return numpy.where(t < 3125, 0.128 * t / 3125, stairs)


def pythia_as_trained(t):
    """GPT-NeoX then: the warmup off the step, the whole run as divisor, cut at the floor."""
    wave = 1e-4 * (1 + numpy.cos(numpy.pi * (t - 1430) / 143_000))
    return numpy.where(t < 1430, 2e-4 * t / 1430, numpy.maximum(2e-5, wave))


EXACT = {
    "resnet50-one-hour": one_hour,
    "resnet50-model-garden": model_garden,
    "resnet50-torchvision": torchvision,
    "sgdr-wrn-28-10": sgdr,
    "super-convergence-resnet56": super_convergence,
    "vit-b16-imagenet": vit,
    "vit-fine-tune": cosine(0.03, 500, 20_000),
    "swin-t": swin,
    "mae-pretrain": cosine(2.4e-3, 40 * 312, 800 * 312),
    "mae-fine-tune": cosine(2e-3, 5 * 1251, 100 * 1251, 1e-6),
    "openclip-vit-b32": open_clip,
    "faster-rcnn-1x": detectron2(0.02, 0.001, 1000, [60_000, 80_000]),
    "faster-rcnn-3x": detectron2(0.02, 0.001, 1000, [210_000, 250_000]),
    "mask-rcnn-lsj": detectron2(0.1, 0.067, 500, [163_889, 177_546]),
    "detr-r50": detr,
    "rtdetrv2-r50": rt_detr,
    "yolox-s": yolox,
    "nnunet-v2": poly(0.01, 0.0, 1000),
    "mmseg-80k": poly(0.01, 1e-4, 80_000),
    "sam2-fine-tune": cosine(5e-6, 0, 40 * 200, 5e-7),
    "stable-diffusion-v1": constant(1e-4, 10_000, 1e-10),
    "flux-lora": constant(1e-4),
    "transformer-noam": noam,
    "fairseq-transformer": fairseq_inverse_sqrt,
    "bert": bert(1e-4, 10_000, 1_000_000),
    "bert-fine-tune": bert(2e-5, 34, 343),
    "efficientnet-b0": efficientnet,
    "yolo-ultralytics": ultralytics,
    "segformer-b0": segformer_nvidia,
    "deit": timm_without_prefix,
    "roberta-base": linear(5e-4, 10_000, 125_000),
    "t5": t5,
    "palm-540b": t5,
    "minicpm-wsd": minicpm,
    "olmo2-32b": olmo_core(6e-4, 774_861),
    "olmo3-7b": olmo_core(3e-4, 1_192_093),
    "smollm2-1.7b": wsd(5e-4, 2000, 4_716_000, 524_000),
    "smollm3-3b": wsd(2e-4, 2000, 4_198_001, 522_000),
    "finemath-continual": wsd(5e-5, 1000, 50_000, 10_000),
    "nanogpt-gpt2": nanogpt,
    "llmc-gpt2-124m": llm_c,
    "tinyllama-1.1b": cosine(4e-4, 2000, 1_430_512, 4e-5),
    "modded-nanogpt": modded_nanogpt,
    "nanochat-d12": nanochat,
    "alpaca-7b": cosine(2e-5, 37, 1218),
    "qlora-guanaco-7b": constant(2e-4),
    "zephyr-7b-dpo": cosine(5e-7, 48, 478),
    "unsloth-lora": linear(2e-4, 5, 60),
    "torchtune-llama3-lora": cosine(3e-4, 100, 3235),
    "wav2vec2-pretrain": linear(5e-4, 32_000, 400_000),
    "wav2vec2-tri-stage": tri_stage,
    "whisper-small-fine-tune": linear(1e-5, 500, 5000),
    "kaggle-exp-warmup": kaggle(2.0),
    "kaggle-log-warmup": kaggle(10.0),
    "alphafold2-openfold": openfold,
    "fastai-one-cycle": fastai,
    "ppo-cleanrl": linear(2.5e-4, 0, 976),
}
