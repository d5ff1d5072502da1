"""Recipes: detection of objects."""

from lrlib.recipes.recipe import Recipe

DETECTION = (
    Recipe(
        key="faster-rcnn-1x",
        name="Faster R-CNN FPN 1x (Detectron2)",
        year=2019,
        field="detection",
        optimizer="SGD",
        optimizer_key="sgd",
        batch="16 images",
        batch_size=16,
        batch_unit="images",
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
        optimizer_key="sgd",
        batch="16 images",
        batch_size=16,
        batch_unit="images",
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
        optimizer="SGD, Nesterov momentum 0.937",
        optimizer_key="sgd",
        batch="16 images, 64 in an update",
        batch_size=64,
        batch_unit="images",
        source="ultralytics/ultralytics ultralytics/cfg/default.yaml, engine/trainer.py",
        verified="code",
        fields={"epochs": 100, "steps_per_epoch": 7393, "update": "step", "peak_lr": 0.01}
        | {"warmup": "linear", "warmup_length": 3, "decay": "linear", "end_lr": 1e-4}
        | {"overlap": "multiply", "decay_update": "epoch"},
        note="Drawn for COCO, a step a batch: gradients of 4 batches of 16 make an update. The "
        "warmup lies over a line that falls once an epoch, from epoch 0; the last epoch trains "
        "at 1.99e-4. The default, optimizer=auto, ignores lr0: above 10,000 batches it takes "
        "SGD at 0.01 (8.3) or MuSGD at 0.01, parts of the head at three times that (8.4), else "
        "AdamW at 0.01 / (4 + classes). Biases start at 0.1 only where optimizer=SGD is asked "
        "for.",
    ),
    Recipe(
        key="detr-r50",
        name="DETR R50",
        year=2020,
        field="detection",
        optimizer="AdamW, weight decay 1e-4, gradients clipped at 0.1",
        optimizer_key="adamw",
        batch="16 images",
        batch_size=16,
        batch_unit="images",
        source="facebookresearch/detr main.py@29901c5",
        verified="code",
        fields={"epochs": 300, "steps_per_epoch": 7393, "peak_lr": 1e-4}
        | {"decay": "step", "every": 200, "drop": 0.1},
        note="Once an epoch, StepLR. The backbone trains at 1e-5. A shorter run in its README "
        "lasts 150 epochs.",
    ),
    Recipe(
        key="rtdetrv2-r50",
        name="RT-DETRv2 R50",
        year=2024,
        field="detection",
        optimizer="AdamW, weight decay 1e-4, gradients clipped at 0.1",
        optimizer_key="adamw",
        batch="16 images",
        batch_size=16,
        batch_unit="images",
        source="lyuwenyu/RT-DETR rtdetrv2_pytorch/configs/rtdetrv2/include/optimizer.yml, "
        "src/optim/warmup.py@068dfde",
        verified="code",
        fields={"steps": 532_296, "steps_per_epoch": 7393, "peak_lr": 1e-4, "decay": "constant"}
        | {"warmup": "linear", "warmup_length": 1999, "init_lr": 5e-8},
        note="72 epochs. Its MultiStepLR has one milestone, 1000, which is never reached. The "
        "backbone trains at 1e-5. The first version has no warmup.",
    ),
    Recipe(
        key="mask-rcnn-lsj",
        name="Mask R-CNN R50 100 epochs LSJ (Detectron2)",
        year=2021,
        field="detection",
        optimizer="SGD, momentum 0.9, weight decay 4e-5",
        optimizer_key="sgd",
        batch="64 images",
        batch_size=64,
        batch_unit="images",
        source="facebookresearch/detectron2 "
        "configs/new_baselines/mask_rcnn_R_50_FPN_100ep_LSJ.py@02b5c4e2",
        verified="code",
        fields={"steps": 184_375, "steps_per_epoch": 1844, "peak_lr": 0.1}
        | {"warmup": "linear", "warmup_length": 500, "init_lr": 6.7e-3}
        | {"decay": "piecewise", "boundaries": (163_889, 177_546), "values": (0.01, 1e-3)},
        note="Large-scale jitter. Mask R-CNN 1x and 3x train with the schedules of Faster R-CNN.",
    ),
    Recipe(
        key="yolox-s",
        name="YOLOX-s",
        year=2021,
        field="detection",
        optimizer="SGD, Nesterov momentum 0.9, weight decay 5e-4",
        optimizer_key="sgd",
        batch="64 images",
        batch_size=64,
        batch_unit="images",
        source="Megvii-BaseDetection/YOLOX yolox/exp/yolox_base.py, "
        "yolox/utils/lr_scheduler.py@6ddff48",
        verified="code",
        fields={"epochs": 300, "steps_per_epoch": 1849, "update": "step", "peak_lr": 0.01}
        | {"warmup": "polynomial", "warmup_length": 5, "warmup_power": 2, "end_lr": 5e-4}
        | {"cooldown": "linear", "cooldown_length": 15, "final_lr": 5e-4},
        note="Rate 0.01 for each 64 images; a warmup along a square. The last 15 epochs, without"
        " augmentation, stay at the end rate.",
    ),
)
