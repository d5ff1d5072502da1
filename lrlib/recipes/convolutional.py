"""Recipes: image classification with convolutional networks."""

from lrlib.recipes.recipe import Recipe

CONVOLUTIONAL = (
    Recipe(
        key="resnet50-one-hour",
        name="ResNet-50 (ImageNet in 1 hour)",
        year=2017,
        field="vision",
        optimizer="SGD, Nesterov momentum 0.9, weight decay 1e-4",
        optimizer_key="sgd",
        batch="8192 images",
        batch_size=8192,
        batch_unit="images",
        source="Goyal et al. 2017, arXiv:1706.02677",
        verified="read",
        fields={"epochs": 90, "steps_per_epoch": 156, "update": "step", "peak_lr": 3.2}
        | {"warmup": "linear", "warmup_length": 5, "init_lr": 0.1}
        | {"decay": "piecewise", "boundaries": (30, 60, 80), "values": (0.32, 0.032, 0.0032)},
        note="Rate 0.1 for each 256 images; the warmup starts at the rate of one worker, 0.1. "
        "Plain momentum works as well, says the paper.",
    ),
    Recipe(
        key="resnet50-model-garden",
        name="ResNet-50 (TF Model Garden)",
        year=2020,
        field="vision",
        optimizer="SGD, momentum 0.9, weight decay 1e-4",
        optimizer_key="sgd",
        batch="4096 images",
        batch_size=4096,
        batch_unit="images",
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
        optimizer="SGD, momentum 0.9, weight decay 2e-5 (0 for norms)",
        optimizer_key="sgd",
        batch="1024 images",
        batch_size=1024,
        batch_unit="images",
        source="pytorch/vision references/classification/train.py and the command in its README",
        verified="code",
        fields={"epochs": 600, "steps_per_epoch": 1252, "peak_lr": 0.5}
        | {"warmup": "linear", "warmup_length": 5, "init_lr": 0.005},
        note="Once an epoch: LinearLR for 5 epochs, then CosineAnnealingLR over 595. The loader "
        "keeps the last, smaller batch.",
    ),
    Recipe(
        key="efficientnet-b0",
        name="EfficientNet-B0",
        year=2019,
        field="vision",
        optimizer="RMSProp, decay 0.9",
        optimizer_key="rmsprop",
        batch="2048 images",
        batch_size=2048,
        batch_unit="images",
        source="tensorflow/tpu models/official/efficientnet/main.py",
        verified="code",
        fields={"epochs": 350, "steps_per_epoch": 625, "update": "step", "peak_lr": 0.128}
        | {"warmup": "linear", "warmup_length": 5, "decay": "exponential"}
        | {"decay_rate": 0.97, "decay_length": 2.4, "staircase": True}
        | {"overlap": "jump"},
        note="The warmup lies over a staircase that counts from step 0, so two drops pass "
        "unseen and the rate falls to 0.1204 after it. An epoch there has 625.57 steps, here 625.",
    ),
    Recipe(
        key="sgdr-wrn-28-10",
        name="SGDR WRN-28-10 (CIFAR)",
        year=2016,
        field="vision",
        optimizer="SGD, momentum 0.9, weight decay 1e-3",
        optimizer_key="sgd",
        batch="128 images",
        batch_size=128,
        batch_unit="images",
        source="loshchil/SGDR SGDR_WRNs.py@5269a61",
        verified="code",
        fields={"epochs": 150, "steps_per_epoch": 781, "update": "step", "peak_lr": 0.05}
        | {"decay": "cosine_restarts", "cycles": 4, "cycle_mult": 2},
        note="Cycles of 10, 20, 40 and 80 epochs. An epoch sees each image and its mirror image: "
        "781 updates. The script trains 200 epochs, 50 of them in a fifth cycle that it does "
        "not finish; shown are the four whole ones. Its first update after a restart still "
        "trains at the end of the cycle before, near 0. The penalty is 5e-4 times the sum of "
        "squares, without the half: a gradient of 1e-3 times each weight.",
    ),
    Recipe(
        key="super-convergence-resnet56",
        name="Super-convergence ResNet-56 (CIFAR)",
        year=2017,
        field="vision",
        optimizer="SGD, momentum 0.9, weight decay 1e-4",
        optimizer_key="sgd",
        batch="1000 images",
        batch_size=1000,
        batch_unit="images",
        source="lnsmith54/super-convergence clrsolver.prototxt, Resnet56Cifar.prototxt",
        verified="code",
        fields={"steps": 10_000, "steps_per_epoch": 50, "peak_lr": 3.0}
        | {"decay": "triangular", "cycles": 1, "end_lr": 0.1},
        note="A batch of 125 on each of 8 GPUs. The paper: arXiv:1708.07120.",
    ),
    Recipe(
        key="convnext-t",
        name="ConvNeXt-T",
        year=2022,
        field="vision",
        optimizer="AdamW, weight decay 0.05",
        optimizer_key="adamw",
        batch="4096 images",
        batch_size=4096,
        batch_unit="images",
        source="facebookresearch/ConvNeXt TRAINING.md, main.py, utils.py",
        verified="code",
        fields={"epochs": 300, "steps_per_epoch": 312, "update": "step", "peak_lr": 4e-3}
        | {"warmup": "linear", "warmup_length": 20, "end_lr": 1e-6},
        note="The original reaches the peak with the last warmup step, 1.6e-4 of the peak ahead of"
        " this curve; here the step after does.",
    ),
)
