"""Recipes: images from text."""

from lrlib.recipes.recipe import Recipe

GENERATIVE = (
    Recipe(
        key="stable-diffusion-v1",
        name="Stable Diffusion v1",
        year=2022,
        field="generative",
        optimizer="AdamW",
        optimizer_key="adamw",
        batch="2048 images",
        batch_size=2048,
        batch_unit="images",
        source="CompVis/stable-diffusion configs/stable-diffusion/v1-inference.yaml",
        verified="code",
        fields={"steps": 515_000, "peak_lr": 1e-4, "decay": "constant"}
        | {"warmup": "linear", "warmup_length": 10_000, "init_lr": 1e-10},
        note="The stages last 194,000 to 515,000 steps; the longest is drawn.",
    ),
    Recipe(
        key="flux-lora",
        name="FLUX.1 LoRA (diffusers)",
        year=2024,
        field="generative",
        optimizer="AdamW, 8-bit where asked for",
        optimizer_key="adamw",
        batch="4 images",
        batch_size=4,
        batch_unit="images",
        source="huggingface/diffusers examples/dreambooth/README_flux.md@58eb52c080; "
        "kohya-ss/sd-scripts docs/flux_train_network.md@48d368fa",
        verified="code",
        fields={"steps": 500, "peak_lr": 1e-4, "decay": "constant"},
        note="The Kontext command, one image and 4 batches an update; the plain commands take "
        "Prodigy at 1.0. The default warmup of 500 steps does nothing: the schedule called "
        "constant ignores it. kohya's guide takes the same rate, constant, for 10 epochs.",
    ),
)
