"""Recipes: detection, generation, biology, and what libraries do by default."""

from lrlib.recipes.recipe import Recipe

GENERAL = (
    Recipe(
        key="faster-rcnn-1x",
        name="Faster R-CNN FPN 1x (Detectron2)",
        year=2019,
        field="detection",
        optimizer="SGD",
        batch="16 images",
        source="facebookresearch/detectron2 configs/Base-RCNN-FPN.yaml",
        verified="code",
        fields={"steps": 90_000, "steps_per_epoch": 7330, "peak_lr": 0.02}
        | {"warmup": "linear", "warmup_length": 1000, "init_lr": 2e-5}
        | {"decay": "piecewise", "boundaries": (60_000, 80_000), "values": (2e-3, 2e-4)},
    ),
    Recipe(
        key="faster-rcnn-3x",
        name="Faster R-CNN FPN 3x (Detectron2)",
        year=2019,
        field="detection",
        optimizer="SGD",
        batch="16 images",
        source="facebookresearch/detectron2 configs/COCO-Detection/faster_rcnn_R_50_FPN_3x.yaml",
        verified="code",
        fields={"steps": 270_000, "steps_per_epoch": 7330, "peak_lr": 0.02}
        | {"warmup": "linear", "warmup_length": 1000, "init_lr": 2e-5}
        | {"decay": "piecewise", "boundaries": (210_000, 250_000), "values": (2e-3, 2e-4)},
    ),
    Recipe(
        key="yolo-ultralytics",
        name="YOLO (Ultralytics default)",
        year=2023,
        field="detection",
        optimizer="SGD, momentum 0.937",
        batch="16 images",
        source="ultralytics/ultralytics ultralytics/cfg/default.yaml",
        verified="code",
        fields={"epochs": 100, "steps_per_epoch": 7393, "update": "step", "peak_lr": 0.01}
        | {"warmup": "linear", "warmup_length": 3, "decay": "linear", "end_lr": 1e-4},
        note="Drawn for COCO. In the original the warmup lies over a line that falls once an "
        "epoch from epoch 0; shown is a line from the peak, at most 3 % of the peak higher. "
        "Biases warm up from 0.1 downwards.",
    ),
    Recipe(
        key="stable-diffusion-v1",
        name="Stable Diffusion v1",
        year=2022,
        field="generative",
        optimizer="AdamW",
        batch="2048 images",
        source="CompVis/stable-diffusion configs/stable-diffusion/v1-inference.yaml",
        verified="code",
        fields={"steps": 515_000, "peak_lr": 1e-4, "decay": "constant"}
        | {"warmup": "linear", "warmup_length": 10_000, "init_lr": 1e-10},
        note="The stages last 194,000 to 515,000 steps; the longest is drawn.",
    ),
    Recipe(
        key="alphafold2-openfold",
        name="AlphaFold 2 (OpenFold)",
        year=2022,
        field="biology",
        optimizer="Adam, gradients clipped at 0.1",
        batch="128 proteins",
        source="aqlaboratory/openfold openfold/utils/lr_schedulers.py",
        verified="code",
        fields={"steps": 75_000, "peak_lr": 1e-3, "warmup": "linear", "warmup_length": 1000}
        | {"decay": "piecewise", "boundaries": (50_001,), "values": (9.5e-4,)},
        note="Falls by 5 % at step 50,001, and again at 100,000 where a run lasts that long.",
    ),
    Recipe(
        key="fastai-one-cycle",
        name="fastai one cycle",
        year=2020,
        field="general",
        optimizer="Adam, first beta 0.95 to 0.85 to 0.95",
        batch="any",
        source="fastai 2.8.12 fastai/callback/schedule.py, fit_one_cycle",
        verified="code",
        fields={"epochs": 10, "update": "step", "peak_lr": 1e-3, "end_lr": 1e-8}
        | {"warmup": "cosine", "warmup_length": 2.5, "init_lr": 4e-5},
        note="The length is yours: from 1/25 of the peak up in the first quarter, and down to "
        "1/100,000 of it. The end itself is never trained with.",
    ),
    Recipe(
        key="fastai-fine-tune",
        name="fastai fine_tune",
        year=2020,
        field="general",
        optimizer="Adam, first beta 0.95 to 0.85 to 0.95",
        batch="any",
        source="fastai 2.8.12 fastai/callback/schedule.py, fine_tune",
        verified="code",
        fields={"epochs": 10, "update": "step", "peak_lr": 1e-3, "end_lr": 1e-8}
        | {"warmup": "cosine", "warmup_length": 3, "init_lr": 2e-4},
        note="The second part, with all layers at work and half of base_lr; before it the head "
        "alone trains for an epoch. The lowest layers train at a hundredth.",
    ),
)
