"""Recipes: image representations, learned without labels or from captions."""

from lrlib.recipes.recipe import Recipe

REPRESENTATIONS = (
    Recipe(
        key="mae-pretrain",
        name="MAE ViT-L (pretraining)",
        year=2021,
        field="vision",
        optimizer="AdamW, weight decay 0.05",
        optimizer_key="adamw",
        batch="4096 images",
        batch_size=4096,
        batch_unit="images",
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
        optimizer_key="adamw",
        batch="1024 images",
        batch_size=1024,
        batch_unit="images",
        source="facebookresearch/mae FINETUNE.md",
        verified="code",
        fields={"epochs": 100, "steps_per_epoch": 1251, "update": "step", "peak_lr": 2e-3}
        | {"warmup": "linear", "warmup_length": 5, "end_lr": 1e-6},
        note="Rate 5e-4 for each 256 images; the layers below the head train at less.",
    ),
    Recipe(
        key="dinov2-vit-l",
        name="DINOv2 ViT-L16 (short run)",
        year=2023,
        field="vision",
        optimizer="AdamW, weight decay 0.04 to 0.4",
        optimizer_key="adamw",
        batch="2048 images",
        batch_size=2048,
        batch_unit="images",
        source="facebookresearch/dinov2 dinov2/configs/ssl_default_config.yaml, "
        "dinov2/configs/train/vitl16_short.yaml, README.md@b8931f7",
        verified="code",
        fields={"epochs": 100, "steps_per_epoch": 1250, "update": "step", "peak_lr": 0.004 * 2**0.5}
        | {"warmup": "linear", "warmup_length": 10, "end_lr": 1e-6},
        note="Rate 0.004 times the square root of batch / 1024; the short run has 32 GPUs of 64 "
        "images. The original reaches the peak with the last warmup step, here the step "
        "after. The patch embedding trains at 0.2 of the rate, lower layers at 0.9 of the one"
        " above, the last layer waits an epoch. The long run of the published ViT-L14: "
        "3.464e-4 for 3072 images, 500 epochs, 80 of them warmup, weight decay 0.04 to 0.2.",
    ),
    Recipe(
        key="openclip-vit-b32",
        name="OpenCLIP ViT-B32 (LAION-400M)",
        year=2021,
        field="vision",
        optimizer="AdamW, betas 0.9 and 0.98, weight decay 0.2",
        optimizer_key="adamw",
        batch="32,768 samples (images with captions)",
        batch_size=32_768,
        batch_unit="samples",
        source="mlfoundations/open_clip src/open_clip_train/params.py, scheduler.py, "
        "README.md@89fb801",
        verified="code",
        fields={"steps": 390_624, "steps_per_epoch": 12_207, "peak_lr": 5e-4, "hold_length": 1}
        | {"warmup": "linear", "warmup_length": 1999, "init_lr": 5e-4 / 2000},
        note="128 GPUs of 256. Its warmup is (t + 1) / 2000, so two updates train at the peak: "
        "the hold. 32 epochs; an epoch's length is not in the code, 400M samples are what "
        "is drawn. The default of the code warms up for 10,000.",
    ),
    Recipe(
        key="dinov3-vit-7b",
        name="DINOv3 ViT-7B (pretraining)",
        year=2025,
        field="vision",
        optimizer="AdamW, weight decay 0.04",
        optimizer_key="adamw",
        batch="4096 images",
        batch_size=4096,
        batch_unit="images",
        source="facebookresearch/dinov3 dinov3/configs/train/dinov3_vit7b16_pretrain.yaml, "
        "dinov3/train/train.py@6876159",
        verified="code",
        fields={"epochs": 1000, "steps_per_epoch": 1000, "update": "step", "peak_lr": 4e-4}
        | {"warmup": "linear", "warmup_length": 100, "decay": "constant"},
        note="256 GPUs of 16; rate 4 times 5e-5 times the square root of batch / 1024. Constant "
        "after the warmup. The original reaches the peak with the last warmup step, here "
        "the step after: 1e-5 of the peak.",
    ),
)
