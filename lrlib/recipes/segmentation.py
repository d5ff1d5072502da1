"""Recipes: segmentation of images."""

from lrlib.recipes.recipe import Recipe

SEGMENTATION = (
    Recipe(
        key="nnunet-v2",
        name="nnU-Net (v2)",
        year=2024,
        field="segmentation",
        optimizer="SGD, Nesterov momentum 0.99, weight decay 3e-5",
        optimizer_key="sgd",
        batch="2 or more samples, planned from the data",
        batch_size=None,
        batch_unit="",
        source="MIC-DKFZ/nnUNet nnunetv2/training/nnUNetTrainer/nnUNetTrainer.py, "
        "lr_scheduler/polylr.py@0e495086",
        verified="code",
        fields={"epochs": 1000, "steps_per_epoch": 250, "peak_lr": 0.01}
        | {"decay": "polynomial", "power": 0.9},
        note="Once an epoch: poly, as segmentation calls it. An epoch is 250 updates, whatever "
        "the data.",
    ),
    Recipe(
        key="mmseg-80k",
        name="MMSegmentation 80k (poly)",
        year=2020,
        field="segmentation",
        optimizer="SGD, momentum 0.9, weight decay 5e-4",
        optimizer_key="sgd",
        batch="16 images (8 for Cityscapes)",
        batch_size=16,
        batch_unit="images",
        source="open-mmlab/mmsegmentation configs/_base_/schedules/schedule_80k.py",
        verified="code",
        fields={
            "steps": 80_000,
            "peak_lr": 0.01,
            "end_lr": 1e-4,
            "decay": "polynomial",
            "power": 0.9,
        },
        note="The same for 20,000, 40,000 and 160,000 steps.",
    ),
    Recipe(
        key="segformer-b0",
        name="SegFormer B0 (ADE20K)",
        year=2021,
        field="segmentation",
        optimizer="AdamW, weight decay 0.01",
        optimizer_key="adamw",
        batch="16 images",
        batch_size=16,
        batch_unit="images",
        source="NVlabs/SegFormer local_configs; open-mmlab/mmsegmentation "
        "configs/segformer/segformer_mit-b0_8xb2-160k_ade20k-512x512.py",
        verified="code",
        fields={"steps": 160_000, "peak_lr": 6e-5, "decay": "linear"}
        | {"warmup": "linear", "warmup_length": 1500, "init_lr": 6e-11}
        | {"overlap": "multiply"},
        note="The warmup lies over the fall. MMSegmentation today starts the fall after it: at "
        "most 1 % higher. The head trains at ten times the rate.",
    ),
    Recipe(
        key="sam2-fine-tune",
        name="SAM 2.1 Base Plus (fine-tuning on MOSE)",
        year=2024,
        field="segmentation",
        optimizer="AdamW, weight decay 0.1, gradients clipped at 0.1",
        optimizer_key="adamw",
        batch="8 samples (videos of 8 frames)",
        batch_size=8,
        batch_unit="samples",
        source="facebookresearch/sam2 "
        "sam2/configs/sam2.1_training/sam2.1_hiera_b+_MOSE_finetune.yaml, "
        "training/trainer.py@2b90b9f",
        verified="code",
        fields={"epochs": 40, "update": "step", "peak_lr": 5e-6, "end_lr": 5e-7},
        note="No warmup. 8 GPUs of one video; the length of an epoch follows from the data, 200 "
        "updates are what is drawn. The image encoder trains at 3e-6 to 3e-7, lower layers "
        "at 0.9 of the one above.",
    ),
)
