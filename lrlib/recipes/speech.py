"""Recipes: speech and sign language."""

from lrlib.recipes.recipe import Recipe

SPEECH = (
    Recipe(
        key="wav2vec2-pretrain",
        name="wav2vec 2.0 base (pretraining)",
        year=2020,
        field="speech",
        optimizer="Adam, betas 0.9 and 0.98, weight decay 0.01",
        optimizer_key="adam",
        batch="89.6M samples of sound, 1.6 hours",
        batch_size=89_600_000,
        batch_unit="samples",
        source="facebookresearch/fairseq examples/wav2vec/config/pretraining/"
        "wav2vec2_base_librispeech.yaml",
        verified="code",
        fields={"steps": 400_000, "peak_lr": 5e-4, "decay": "linear"}
        | {"warmup": "linear", "warmup_length": 32_000},
        note="64 GPUs of 1.4M samples. The first update trains at 0, in the original too.",
    ),
    Recipe(
        key="wav2vec2-tri-stage",
        name="wav2vec 2.0 base (tri-stage fine-tuning 100 h)",
        year=2020,
        field="speech",
        optimizer="Adam",
        optimizer_key="adam",
        batch="25.6M samples of sound, 27 minutes",
        batch_size=25_600_000,
        batch_unit="samples",
        source="facebookresearch/fairseq examples/wav2vec/config/finetuning/base_100h.yaml",
        verified="code",
        fields={"steps": 80_000, "peak_lr": 3e-5, "decay": "geometric", "end_lr": 1.5e-6}
        | {"warmup": "linear", "warmup_length": 8000, "init_lr": 3e-7, "hold_length": 32_000},
        note="2 GPUs of 3.2M samples, 4 batches an update. 10 % warmup from a hundredth, 40 % "
        "hold, 50 % exponential to a twentieth.",
    ),
    Recipe(
        key="whisper-large",
        name="Whisper large",
        year=2022,
        field="speech",
        optimizer="AdamW, weight decay 0.1",
        optimizer_key="adamw",
        batch="256 samples (30 seconds of sound)",
        batch_size=256,
        batch_unit="samples",
        source="Radford et al. 2022, arXiv:2212.04356",
        verified="paper",
        fields={"steps": 1_048_576, "peak_lr": 1.75e-4, "decay": "linear"}
        | {"warmup": "linear", "warmup_length": 2048},
        note="Batch, warmup and shape are read in the paper, its table of rates could not be: "
        "1.75e-4 is not checked. Smaller models: 2.5e-4 (medium), 5e-4, 1e-3, 1.5e-3 (tiny).",
    ),
    Recipe(
        key="kaggle-exp-warmup",
        name="Kaggle ASL fingerspelling (exp warmup)",
        year=2023,
        field="speech",
        optimizer="RectifiedAdam in Lookahead, weight decay 0.05 times the rate",
        optimizer_key="",
        batch="64 samples (clips)",
        batch_size=64,
        batch_unit="samples",
        source="public copies of the Kaggle notebook, lrfn with WARMUP_METHOD exp",
        verified="code",
        fields={"epochs": 100, "peak_lr": 1e-3, "warmup": "exponential", "warmup_length": 10},
        note="Once an epoch: doubles for 10 epochs, then half a cosine. Who wrote the first "
        "notebook was not checked.",
    ),
    Recipe(
        key="kaggle-log-warmup",
        name="Kaggle lrfn (log warmup)",
        year=2023,
        field="speech",
        optimizer="RectifiedAdam in Lookahead, weight decay 0.05 times the rate",
        optimizer_key="",
        batch="any",
        batch_size=None,
        batch_unit="",
        source="public copies of the Kaggle ASL notebooks, lrfn with WARMUP_METHOD log",
        verified="code",
        fields={"epochs": 100, "peak_lr": 1e-3}
        | {"warmup": "exponential", "warmup_length": 10, "warmup_base": 10},
        note="An option of lrfn, not a run: ten times as much each epoch, then half a cosine, "
        "drawn over the lengths of the fingerspelling notebook. The copies found that choose "
        "log are of the isolated sign notebook and have no warmup epochs at all.",
    ),
    Recipe(
        key="whisper-small-fine-tune",
        name="Whisper small (fine-tuning)",
        year=2022,
        field="speech",
        optimizer="AdamW",
        optimizer_key="adamw",
        batch="32 samples (clips)",
        batch_size=32,
        batch_unit="samples",
        source="huggingface/transformers examples/pytorch/speech-recognition/README.md",
        verified="code",
        fields={
            "steps": 5000,
            "peak_lr": 1e-5,
            "warmup": "linear",
            "warmup_length": 500,
            "decay": "linear",
        },
        note="2 batches of 16 an update. XLSR-53 with CTC in the same place: 3e-4, a warmup of "
        "500 steps, 15 epochs, batch 32.",
    ),
)
