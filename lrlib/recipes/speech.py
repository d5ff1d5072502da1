"""Recipes: speech and sign language."""

from lrlib.recipes.recipe import Recipe

SPEECH = (
    Recipe(
        key="wav2vec2-pretrain",
        name="wav2vec 2.0 base (pretraining)",
        year=2020,
        field="speech",
        optimizer="Adam",
        batch="1.6 hours of audio",
        source="facebookresearch/fairseq examples/wav2vec/config/pretraining/"
        "wav2vec2_base_librispeech.yaml",
        verified="code",
        fields={"steps": 400_000, "peak_lr": 5e-4, "decay": "linear"}
        | {"warmup": "linear", "warmup_length": 32_000},
        note="The first update of the original trains at 1.6e-8 rather than 0.",
    ),
    Recipe(
        key="wav2vec2-tri-stage",
        name="wav2vec 2.0 base (tri-stage fine-tuning 100 h)",
        year=2020,
        field="speech",
        optimizer="Adam",
        batch="3.2M samples on each GPU",
        source="facebookresearch/fairseq examples/wav2vec/config/finetuning/base_100h.yaml",
        verified="code",
        fields={"steps": 80_000, "peak_lr": 3e-5, "decay": "geometric", "end_lr": 1.5e-6}
        | {"warmup": "linear", "warmup_length": 8000, "init_lr": 3e-7, "hold_length": 32_000},
        note="10 % warmup from a hundredth, 40 % hold, 50 % exponential to a twentieth.",
    ),
    Recipe(
        key="whisper-large",
        name="Whisper large",
        year=2022,
        field="speech",
        optimizer="AdamW, weight decay 0.1",
        batch="256 segments",
        source="Radford et al. 2022, arXiv:2212.04356",
        verified="paper",
        fields={"steps": 1_048_576, "peak_lr": 1.75e-4, "decay": "linear"}
        | {"warmup": "linear", "warmup_length": 2048},
        note="Smaller models: 2.5e-4 (medium), 5e-4, 1e-3, 1.5e-3 (tiny).",
    ),
    Recipe(
        key="kaggle-exp-warmup",
        name="Kaggle ASL fingerspelling (exp warmup)",
        year=2023,
        field="speech",
        optimizer="AdamW, weight decay 0.05 times the rate",
        batch="64 clips",
        source="public copies of the Kaggle notebook, lrfn with WARMUP_METHOD exp",
        verified="code",
        fields={"epochs": 100, "peak_lr": 1e-3, "warmup": "exponential", "warmup_length": 10},
        note="Once an epoch: doubles for 10 epochs, then half a cosine. Who wrote the first "
        "notebook was not checked.",
    ),
    Recipe(
        key="kaggle-log-warmup",
        name="Kaggle ASL fingerspelling (log warmup)",
        year=2023,
        field="speech",
        optimizer="AdamW, weight decay 0.05 times the rate",
        batch="64 clips",
        source="public copies of the Kaggle notebook, lrfn with WARMUP_METHOD log",
        verified="code",
        fields={"epochs": 100, "peak_lr": 1e-3}
        | {"warmup": "exponential", "warmup_length": 10, "warmup_base": 10},
        note="Once an epoch: ten times as much for 10 epochs, then half a cosine. Who wrote the "
        "first notebook was not checked.",
    ),
)
