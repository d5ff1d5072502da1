"""Recipes: language, up to the first large models."""

from lrlib.recipes.recipe import Recipe

NOAM = 512**-0.5 * 4000**-0.5

LANGUAGE = (
    Recipe(
        key="transformer-noam",
        name="Transformer base (Noam)",
        year=2017,
        field="language",
        optimizer="Adam, betas 0.9 and 0.98",
        batch="25,000 source and 25,000 target tokens",
        source="Vaswani et al. 2017, arXiv:1706.03762; tensorflow/tensor2tensor "
        "tensor2tensor/models/transformer.py",
        verified="paper",
        fields={"steps": 100_000, "peak_lr": NOAM, "decay": "inverse_sqrt", "timescale": 4000}
        | {"warmup": "linear", "warmup_length": 3999, "init_lr": NOAM / 4000},
        note="The formula and its 4,000 steps are read in code, the 100,000 steps are the "
        "paper's. It counts steps from 1, so the peak is the 4,000th update: exactly this curve.",
    ),
    Recipe(
        key="fairseq-transformer",
        name="Transformer (fairseq IWSLT)",
        year=2018,
        field="language",
        optimizer="Adam",
        batch="4096 tokens",
        source="facebookresearch/fairseq examples/translation/README.md",
        verified="code",
        fields={"steps": 50_000, "peak_lr": 5e-4, "decay": "inverse_sqrt", "timescale": 4000}
        | {"warmup": "linear", "warmup_length": 4000, "init_lr": 1e-7},
        note="The commands state no length: 50,000 steps are only what is drawn.",
    ),
    Recipe(
        key="bert",
        name="BERT (pretraining)",
        year=2018,
        field="language",
        optimizer="AdamW, weight decay 0.01",
        batch="256 sequences",
        source="Devlin et al. 2018, arXiv:1810.04805; google-research/bert optimization.py",
        verified="paper",
        fields={"steps": 1_000_000, "peak_lr": 1e-4, "warmup": "linear", "warmup_length": 10_000}
        | {"decay": "points", "points": ((10_000, 9.9e-5), (1_000_000, 0))},
        note="The warmup lies over a line that falls from step 0, so the rate steps down to "
        "9.9e-5 where it ends: shown with points, exactly. A line from the peak would be 1 % "
        "higher. The shape is read in code, the numbers are the paper's.",
    ),
    Recipe(
        key="bert-fine-tune",
        name="BERT (fine-tuning)",
        year=2018,
        field="language",
        optimizer="AdamW",
        batch="32 sequences",
        source="google-research/bert README.md, optimization.py",
        verified="code",
        fields={"epochs": 3, "steps_per_epoch": 115, "update": "step", "peak_lr": 2e-5}
        | {"warmup": "linear", "warmup_length": 0.3, "decay": "linear"},
        note="Drawn for MRPC, 3,668 sentence pairs. In the original the warmup lies over a line "
        "that falls from step 0, so it drops to 90 % of the peak after it; shown is a line "
        "from the peak, 11 % higher throughout.",
    ),
    Recipe(
        key="roberta-base",
        name="RoBERTa base (fairseq)",
        year=2019,
        field="language",
        optimizer="Adam, betas 0.9 and 0.98, weight decay 0.01",
        batch="2048 sequences",
        source="facebookresearch/fairseq examples/roberta/config/pretraining/base.yaml",
        verified="code",
        fields={"steps": 125_000, "peak_lr": 5e-4, "decay": "linear"}
        | {"warmup": "linear", "warmup_length": 10_000},
        note="The first update of the original trains at 5e-8 rather than 0. The paper's own "
        "run: 6e-4, 24,000 of 500,000 steps, batch 8,000.",
    ),
    Recipe(
        key="t5",
        name="T5 (pretraining)",
        year=2019,
        field="language",
        optimizer="Adafactor",
        batch="128 sequences",
        source="Raffel et al. 2019, arXiv:1910.10683; google-research/text-to-text-transfer-"
        "transformer rsqrt_no_ramp_down.gin",
        verified="paper",
        fields={"steps": 524_288, "peak_lr": 0.01, "hold_length": 10_000}
        | {"decay": "inverse_sqrt", "timescale": 10_000},
        note="One over the square root of the step, constant for the first 10,000.",
    ),
    Recipe(
        key="gpt3-175b",
        name="GPT-3 175B",
        year=2020,
        field="language",
        optimizer="Adam, betas 0.9 and 0.95",
        batch="3.2M tokens",
        source="Brown et al. 2020, arXiv:2005.14165",
        verified="paper",
        fields={"steps": 93_750, "peak_lr": 6e-5, "warmup": "linear", "warmup_length": 117}
        | {"decay": "points", "join": "cosine", "points": ((117, 6e-5), (81_250, 6e-6))},
        note="300B tokens; the cosine ends after 260B and the rate stays at a tenth. Tokens are "
        "turned into steps of the final batch; the smaller batches at the start are left out.",
    ),
    Recipe(
        key="nanogpt-gpt2",
        name="GPT-2 124M (nanoGPT)",
        year=2022,
        field="language",
        optimizer="AdamW, betas 0.9 and 0.95, weight decay 0.1",
        batch="491,520 tokens",
        source="karpathy/nanoGPT train.py:58-68@3adf61e",
        verified="code",
        fields={"steps": 600_000, "peak_lr": 6e-4, "end_lr": 6e-5}
        | {"warmup": "linear", "warmup_length": 2000, "init_lr": 6e-4 / 2001},
        note="Its warmup is (t + 1) / 2001 of the peak: a line from peak / 2001, exactly.",
    ),
    Recipe(
        key="chinchilla-70b",
        name="Chinchilla 70B",
        year=2022,
        field="language",
        optimizer="AdamW",
        batch="3M tokens",
        source="Hoffmann et al. 2022, arXiv:2203.15556",
        verified="paper",
        fields={"steps": 466_667, "peak_lr": 1e-4, "end_lr": 1e-5},
        note="1.4T tokens as steps of 3M; its batch starts at 1.5M. The cosine ends with the "
        "run, which is the paper's advice. Its warmup is not stated here, and not drawn.",
    ),
    Recipe(
        key="palm-540b",
        name="PaLM 540B",
        year=2022,
        field="language",
        optimizer="Adafactor",
        batch="512 to 2048 sequences",
        source="Chowdhery et al. 2022, arXiv:2204.02311",
        verified="paper",
        fields={"steps": 255_000, "peak_lr": 0.01, "hold_length": 10_000}
        | {"decay": "inverse_sqrt", "timescale": 10_000},
        note="The batch grows from 512 to 1024 at step 50,000 and to 2048 at step 115,000.",
    ),
    Recipe(
        key="pythia-1.4b",
        name="Pythia 1.4B",
        year=2023,
        field="language",
        optimizer="Adam, betas 0.9 and 0.95, weight decay 0.1",
        batch="1024 sequences of 2048 tokens",
        source="EleutherAI/pythia models/1.4B/pythia-1.4b.yml",
        verified="code",
        fields={"steps": 143_000, "peak_lr": 2e-4, "end_lr": 2e-5}
        | {"warmup": "linear", "warmup_length": 1430},
        note="Shown as configured. GPT-NeoX then cut its cosine at the floor instead of scaling "
        "it to end there (EleutherAI/gpt-neox#1008), and counted the warmup out of its length.",
    ),
)
