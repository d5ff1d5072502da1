"""Recipes: image classification and image representations."""

from lrlib.recipes.recipe import Recipe

VISION = (
    Recipe(
        key="resnet50-one-hour",
        name="ResNet-50 (ImageNet in 1 hour)",
        year=2017,
        field="vision",
        optimizer="SGD, momentum 0.9, weight decay 1e-4",
        batch="8192 images",
        source="Goyal et al. 2017, arXiv:1706.02677",
        verified="paper",
        fields={"epochs": 90, "steps_per_epoch": 156, "update": "step", "peak_lr": 3.2}
        | {"warmup": "linear", "warmup_length": 5, "init_lr": 0.1}
        | {"decay": "piecewise", "boundaries": (30, 60, 80), "values": (0.32, 0.032, 0.0032)},
        note="Rate 0.1 for each 256 images; the warmup starts at the rate of one worker, 0.1.",
    ),
    Recipe(
        key="resnet50-model-garden",
        name="ResNet-50 (TF Model Garden)",
        year=2020,
        field="vision",
        optimizer="SGD, momentum 0.9, weight decay 1e-4",
        batch="4096 images",
        source="tensorflow/models official/vision/configs/image_classification.py",
        verified="code",
        fields={"epochs": 90, "steps_per_epoch": 312, "update": "step", "peak_lr": 1.6}
        | {"warmup": "linear", "warmup_length": 5}
        | {"decay": "piecewise", "boundaries": (30, 60, 80), "values": (0.16, 0.016, 0.0016)},
        note="Keras changes its rate one step after a boundary; here the boundary itself does.",
    ),
    Recipe(
        key="resnet50-torchvision",
        name="ResNet-50 (torchvision new recipe)",
        year=2021,
        field="vision",
        optimizer="SGD, momentum 0.9, weight decay 2e-5",
        batch="1024 images",
        source="torchvision, blog post on its latest training primitives (2021)",
        verified="paper",
        fields={"epochs": 600, "steps_per_epoch": 1251, "peak_lr": 0.5}
        | {"warmup": "linear", "warmup_length": 5, "init_lr": 0.005},
        note="Once an epoch; LinearLR for 5 epochs, then CosineAnnealingLR over 595.",
    ),
    Recipe(
        key="efficientnet-b0",
        name="EfficientNet-B0",
        year=2019,
        field="vision",
        optimizer="RMSProp, decay 0.9",
        batch="2048 images",
        source="tensorflow/tpu models/official/efficientnet/main.py",
        verified="code",
        fields={"epochs": 350, "steps_per_epoch": 625, "update": "step", "peak_lr": 0.128}
        | {"warmup": "linear", "warmup_length": 5, "decay": "exponential"}
        | {"decay_rate": 0.97, "decay_length": 2.4, "staircase": True},
        note="In the original the warmup lies over a staircase that counts from step 0, so two "
        "drops pass unseen and the rate falls to 0.1204 after it. Shown: the staircase starts "
        "after the warmup, 5 epochs later, at most 9.6 % higher. An epoch there has 625.57 steps.",
    ),
    Recipe(
        key="sgdr-wrn-28-10",
        name="SGDR WRN-28-10 (CIFAR)",
        year=2016,
        field="vision",
        optimizer="SGD, momentum 0.9, weight decay 5e-4",
        batch="128 images",
        source="loshchil/SGDR SGDR_WRNs.py@8e22cc0",
        verified="code",
        fields={"epochs": 150, "steps_per_epoch": 391, "update": "step", "peak_lr": 0.05}
        | {"decay": "cosine_restarts", "cycles": 4, "cycle_mult": 2},
        note="Cycles of 10, 20, 40 and 80 epochs. The script trains 200 epochs, 50 of them in a "
        "fifth cycle that it does not finish; shown are the four whole ones.",
    ),
    Recipe(
        key="super-convergence-resnet56",
        name="Super-convergence ResNet-56 (CIFAR)",
        year=2017,
        field="vision",
        optimizer="SGD, momentum 0.9, weight decay 1e-4",
        batch="1000 images",
        source="lnsmith54/super-convergence clrsolver.prototxt; batch from arXiv:1708.07120",
        verified="paper",
        fields={"steps": 10_000, "steps_per_epoch": 50, "peak_lr": 3.0}
        | {"decay": "triangular", "cycles": 1, "end_lr": 0.1},
        note="The rates and the cycle are read in the solver file, the batch is the paper's.",
    ),
    Recipe(
        key="vit-b16-imagenet",
        name="ViT-B16 ImageNet-1k (big_vision)",
        year=2022,
        field="vision",
        optimizer="Adam, weight decay 1e-4",
        batch="4096 images",
        source="google-research/big_vision big_vision/configs/vit_i1k.py",
        verified="code",
        fields={"steps": 93_835, "steps_per_epoch": 313, "peak_lr": 1e-3}
        | {"warmup": "linear", "warmup_length": 10_000},
        note="300 epochs. The warmup multiplies a cosine that waits for it: the same curve.",
    ),
    Recipe(
        key="vit-fine-tune",
        name="ViT fine-tuning",
        year=2020,
        field="vision",
        optimizer="SGD, momentum 0.9",
        batch="512 images",
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
        batch="1024 images",
        source="facebookresearch/deit main.py@0282d2a",
        verified="code",
        fields={"epochs": 300, "steps_per_epoch": 1251, "peak_lr": 1e-3, "end_lr": 1e-5}
        | {"warmup": "linear", "warmup_length": 5, "init_lr": 1e-6},
        note="In the original the warmup lies over a cosine that counts from epoch 0, and every "
        "epoch trains at the rate of the one before. Shown: the cosine starts after the warmup, "
        "at most 1.1 % of the peak from it at the same epoch.",
    ),
    Recipe(
        key="convnext-t",
        name="ConvNeXt-T",
        year=2022,
        field="vision",
        optimizer="AdamW, weight decay 0.05",
        batch="4096 images",
        source="facebookresearch/ConvNeXt TRAINING.md, main.py, utils.py",
        verified="code",
        fields={"epochs": 300, "steps_per_epoch": 312, "update": "step", "peak_lr": 4e-3}
        | {"warmup": "linear", "warmup_length": 20, "end_lr": 1e-6},
        note="The original reaches the peak with the last warmup step, here the step after.",
    ),
    Recipe(
        key="mae-pretrain",
        name="MAE ViT-L (pretraining)",
        year=2021,
        field="vision",
        optimizer="AdamW, weight decay 0.05",
        batch="4096 images",
        source="facebookresearch/mae PRETRAIN.md, util/lr_sched.py",
        verified="code",
        fields={"epochs": 800, "steps_per_epoch": 312, "update": "step", "peak_lr": 2.4e-3}
        | {"warmup": "linear", "warmup_length": 40},
        note="Rate 1.5e-4 for each 256 images.",
    ),
    Recipe(
        key="mae-fine-tune",
        name="MAE ViT-B (fine-tuning)",
        year=2021,
        field="vision",
        optimizer="AdamW, layer decay 0.65",
        batch="1024 images",
        source="facebookresearch/mae FINETUNE.md",
        verified="code",
        fields={"epochs": 100, "steps_per_epoch": 1251, "update": "step", "peak_lr": 2e-3}
        | {"warmup": "linear", "warmup_length": 5, "end_lr": 1e-6},
        note="Rate 5e-4 for each 256 images; the layers below the head train at less.",
    ),
    Recipe(
        key="dinov2-vit-l",
        name="DINOv2 ViT-L",
        year=2023,
        field="vision",
        optimizer="AdamW, weight decay 0.04 to 0.4",
        batch="1024 images",
        source="facebookresearch/dinov2 dinov2/configs/ssl_default_config.yaml",
        verified="code",
        fields={"epochs": 100, "steps_per_epoch": 1250, "update": "step", "peak_lr": 4e-3}
        | {"warmup": "linear", "warmup_length": 10, "end_lr": 1e-6},
        note="Rate 0.004 times the square root of batch / 1024. The original reaches the peak "
        "with the last warmup step, here the step after.",
    ),
)
