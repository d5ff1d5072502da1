"""Recipes: image classification with transformers."""

from lrlib.recipes.recipe import Recipe

VISION_TRANSFORMERS = (
    Recipe(
        key="vit-b16-imagenet",
        name="ViT-B16 ImageNet-1k (big_vision)",
        year=2022,
        field="vision",
        optimizer="Adam, weight decay 1e-4",
        optimizer_key="adam",
        batch="4096 images",
        batch_size=4096,
        batch_unit="images",
        source="google-research/big_vision big_vision/configs/vit_i1k.py, utils.py",
        verified="code",
        fields={"steps": 92_897, "steps_per_epoch": 310, "peak_lr": 1e-3}
        | {"warmup": "linear", "warmup_length": 10_000},
        note="300 epochs of 99 % of the training set, which is what the configuration trains on: "
        "309.66 steps each. The warmup multiplies a cosine that waits for it: the same curve.",
    ),
    Recipe(
        key="vit-fine-tune",
        name="ViT fine-tuning",
        year=2020,
        field="vision",
        optimizer="SGD, momentum 0.9",
        optimizer_key="sgd",
        batch="512 images",
        batch_size=512,
        batch_unit="images",
        source="google-research/vision_transformer vit_jax/configs/common.py",
        verified="code",
        fields={"steps": 20_000, "peak_lr": 0.03, "warmup": "linear", "warmup_length": 500},
        note="10,000 to 20,000 steps and a rate of 0.03 or 0.01, by data set.",
    ),
    Recipe(
        key="deit",
        name="DeiT",
        year=2020,
        field="vision",
        optimizer="AdamW, weight decay 0.05",
        optimizer_key="adamw",
        batch="1024 images",
        batch_size=1024,
        batch_unit="images",
        source="facebookresearch/deit main.py@0282d2a",
        verified="code",
        fields={"epochs": 300, "steps_per_epoch": 1251, "peak_lr": 1e-3, "end_lr": 1e-5}
        | {"warmup": "linear", "warmup_length": 5, "init_lr": 1e-6}
        | {"overlap": "jump"},
        note="timm's cosine without warmup_prefix: the warmup lies over a cosine that counts from "
        "epoch 0. In DeiT every epoch trains at the rate of the one before: 20 % of the peak lower "
        "up to epoch 5, at most 0.52 % from it after.",
    ),
    Recipe(
        key="swin-t",
        name="Swin-T",
        year=2021,
        field="vision",
        optimizer="AdamW, weight decay 0.05, gradients clipped at 5",
        optimizer_key="adamw",
        batch="1024 images",
        batch_size=1024,
        batch_unit="images",
        source="microsoft/Swin-Transformer config.py, lr_scheduler.py, main.py@f82860b",
        verified="code",
        fields={"epochs": 300, "steps_per_epoch": 1251, "update": "step", "peak_lr": 1e-3}
        | {"warmup": "linear", "warmup_length": 20, "init_lr": 1e-6, "end_lr": 1e-5},
        note="timm's cosine with warmup_prefix. Rates 5e-4, 5e-7 and 5e-6 for each 512 images. "
        "Each update of the original trains at the rate of the one before: 4e-5 of the peak"
        " from here.",
    ),
)
