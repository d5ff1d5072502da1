"""Recipes: the first transformers of language, and their fine-tuning."""

from lrlib.recipes.recipe import Recipe

NOAM = 512**-0.5 * 4000**-0.5

LANGUAGE = (
    Recipe(
        key="transformer-noam",
        name="Transformer base (Noam)",
        year=2017,
        field="language",
        optimizer="Adam, betas 0.9 and 0.98",
        optimizer_key="adam",
        batch="25,000 source and 25,000 target tokens",
        batch_size=25_000,
        batch_unit="tokens",
        source="Vaswani et al. 2017, arXiv:1706.03762; tensorflow/tensor2tensor "
        "tensor2tensor/models/transformer.py",
        verified="read",
        fields={"steps": 100_000, "peak_lr": NOAM, "decay": "inverse_sqrt", "timescale": 4000}
        | {"warmup": "linear", "warmup_length": 3999, "init_lr": NOAM / 4000},
        note="It counts steps from 1, so the peak is the 4,000th update: exactly this curve. "
        "transformer_base of Tensor2Tensor is a later version today: a warmup of 8,000 and "
        "twice the constant.",
    ),
    Recipe(
        key="fairseq-transformer",
        name="Transformer (fairseq IWSLT)",
        year=2018,
        field="language",
        optimizer="Adam, betas 0.9 and 0.98, weight decay 1e-4",
        optimizer_key="adam",
        batch="4096 tokens",
        batch_size=4096,
        batch_unit="tokens",
        source="facebookresearch/fairseq examples/translation/README.md",
        verified="code",
        fields={"steps": 50_000, "peak_lr": 5e-4, "decay": "inverse_sqrt", "timescale": 4000}
        | {"warmup": "linear", "warmup_length": 4000},
        note="The batch is that of one GPU. The command states no length: 50,000 steps are only "
        "what is drawn. The multilingual IWSLT'17 command starts its warmup at 1e-7.",
    ),
    Recipe(
        key="bert",
        name="BERT (pretraining)",
        year=2018,
        field="language",
        optimizer="AdamW, weight decay 0.01",
        optimizer_key="adamw",
        batch="256 sequences",
        batch_size=256,
        batch_unit="sequences",
        source="Devlin et al. 2018, arXiv:1810.04805; google-research/bert optimization.py",
        verified="read",
        fields={"steps": 1_000_000, "peak_lr": 1e-4, "warmup": "linear", "warmup_length": 10_000}
        | {"decay": "linear", "overlap": "jump"},
        note="The warmup lies over a line that falls from step 0, so the rate steps down to 9.9e-5 "
        "where it ends.",
    ),
    Recipe(
        key="bert-fine-tune",
        name="BERT (fine-tuning)",
        year=2018,
        field="language",
        optimizer="AdamW, weight decay 0.01",
        optimizer_key="adamw",
        batch="32 sequences",
        batch_size=32,
        batch_unit="sequences",
        source="google-research/bert run_classifier.py, optimization.py@eedf571",
        verified="code",
        fields={"steps": 343, "steps_per_epoch": 115, "peak_lr": 2e-5, "decay": "linear"}
        | {"warmup": "linear", "warmup_length": 34}
        | {"overlap": "jump"},
        note="Drawn for MRPC, 3,668 sentence pairs: 343 steps of 32 are 3 epochs. The warmup lies "
        "over a line that falls from step 0, so the rate drops to 90 % of the peak where it ends.",
    ),
    Recipe(
        key="roberta-base",
        name="RoBERTa base (fairseq)",
        year=2019,
        field="language",
        optimizer="Adam, betas 0.9 and 0.98, weight decay 0.01",
        optimizer_key="adam",
        batch="2048 sequences",
        batch_size=2048,
        batch_unit="sequences",
        source="facebookresearch/fairseq examples/roberta/config/pretraining/base.yaml",
        verified="code",
        fields={"steps": 125_000, "peak_lr": 5e-4, "decay": "linear"}
        | {"warmup": "linear", "warmup_length": 10_000},
        note="The first update trains at 0, in the original too. The paper's own run: 6e-4, 24,000"
        " of 500,000 steps, batch 8,000.",
    ),
    Recipe(
        key="t5",
        name="T5 (pretraining)",
        year=2019,
        field="language",
        optimizer="Adafactor",
        optimizer_key="adafactor",
        batch="128 sequences",
        batch_size=128,
        batch_unit="sequences",
        source="Raffel et al. 2019, arXiv:1910.10683; google-research/text-to-text-transfer-"
        "transformer rsqrt_no_ramp_down.gin",
        verified="read",
        fields={"steps": 524_288, "peak_lr": 0.01, "hold_length": 10_000}
        | {"decay": "inverse_sqrt", "timescale": 10_000},
        note="One over the square root of the step, constant for the first 10,000.",
    ),
)
