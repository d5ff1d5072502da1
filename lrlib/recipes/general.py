"""Recipes: biology, and what a library does by default."""

from lrlib.recipes.recipe import Recipe

GENERAL = (
    Recipe(
        key="alphafold2-openfold",
        name="AlphaFold 2 (OpenFold)",
        year=2022,
        field="biology",
        optimizer="Adam, gradients clipped at 0.1",
        optimizer_key="adam",
        batch="128 samples (proteins)",
        batch_size=128,
        batch_unit="samples",
        source="aqlaboratory/openfold openfold/utils/lr_schedulers.py; length and batch "
        "are the paper's",
        verified="paper",
        fields={"steps": 75_000, "peak_lr": 1e-3, "warmup": "linear", "warmup_length": 1000}
        | {"decay": "piecewise", "boundaries": (50_001,), "values": (9.5e-4,)},
        note="The scheduler is read in code; its length and batch stand nowhere in that "
        "repository: 75,000 steps of 128 are what is drawn. The paper's 10 million samples "
        "are 78,125 steps. Falls by 5 % at step 50,001, and again at 100,000 where a run "
        "lasts that long.",
    ),
    Recipe(
        key="fastai-one-cycle",
        name="fastai one cycle",
        year=2020,
        field="general",
        optimizer="Adam, first beta 0.95 to 0.85 to 0.95",
        optimizer_key="adam",
        batch="any",
        batch_size=None,
        batch_unit="",
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
        optimizer_key="adam",
        batch="any",
        batch_size=None,
        batch_unit="",
        source="fastai 2.8.12 fastai/callback/schedule.py, fine_tune",
        verified="code",
        fields={"epochs": 10, "update": "step", "peak_lr": 1e-3, "end_lr": 1e-8}
        | {"warmup": "cosine", "warmup_length": 3, "init_lr": 2e-4},
        note="The second part, with all layers at work and half of base_lr; before it the head "
        "alone trains for an epoch. The lowest layers train at a hundredth.",
    ),
)
