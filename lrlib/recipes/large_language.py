"""Recipes: large language models of which the paper states the run.

Tokens are turned into steps of the final batch.
"""

from lrlib.recipes.recipe import Recipe

LARGE_LANGUAGE = (
    Recipe(
        key="gpt3-175b",
        name="GPT-3 175B",
        year=2020,
        field="language",
        optimizer="Adam, betas 0.9 and 0.95",
        optimizer_key="adam",
        batch="3.2M tokens",
        batch_size=3_200_000,
        batch_unit="tokens",
        source="Brown et al. 2020, arXiv:2005.14165",
        verified="read",
        fields={"steps": 93_750, "peak_lr": 6e-5, "warmup": "linear", "warmup_length": 117}
        | {"decay": "points", "join": "cosine", "points": ((117, 6e-5), (81_250, 6e-6))},
        note="300B tokens; the cosine ends after 260B and the rate stays at a tenth. Tokens are "
        "turned into steps of the final batch; the smaller batches at the start are left out.",
    ),
    Recipe(
        key="chinchilla-70b",
        name="Chinchilla 70B",
        year=2022,
        field="language",
        optimizer="AdamW",
        optimizer_key="adamw",
        batch="3M tokens",
        batch_size=3_000_000,
        batch_unit="tokens",
        source="Hoffmann et al. 2022, arXiv:2203.15556",
        verified="read",
        fields={"steps": 466_667, "peak_lr": 1e-4, "end_lr": 1e-5},
        note="1.4T tokens as steps of 3M; its batch starts at 1.5M and doubles midway. The cosine "
        "ends with the run, which is the paper's advice. Its warmup is not stated here, and "
        "not drawn.",
    ),
    Recipe(
        key="palm-540b",
        name="PaLM 540B",
        year=2022,
        field="language",
        optimizer="Adafactor",
        optimizer_key="adafactor",
        batch="512 to 2048 sequences",
        batch_size=2048,
        batch_unit="sequences",
        source="Chowdhery et al. 2022, arXiv:2204.02311",
        verified="read",
        fields={"steps": 255_000, "peak_lr": 0.01, "hold_length": 10_000}
        | {"decay": "inverse_sqrt", "timescale": 10_000},
        note="Without factored moments, with rates relative to a weight's size. The batch grows "
        "from 512 to 1024 at step 50,000 and to 2048 at step 115,000.",
    ),
    Recipe(
        key="llama-7b",
        name="LLaMA 7B and 13B",
        year=2023,
        field="language",
        optimizer="AdamW, betas 0.9 and 0.95, weight decay 0.1",
        optimizer_key="adamw",
        batch="4M tokens",
        batch_size=4_000_000,
        batch_unit="tokens",
        source="Touvron et al. 2023, arXiv:2302.13971",
        verified="read",
        fields={"steps": 250_000, "peak_lr": 3e-4, "end_lr": 3e-5}
        | {"warmup": "linear", "warmup_length": 2000},
        note="1T tokens.",
    ),
    Recipe(
        key="llama-65b",
        name="LLaMA 33B and 65B",
        year=2023,
        field="language",
        optimizer="AdamW, betas 0.9 and 0.95, weight decay 0.1",
        optimizer_key="adamw",
        batch="4M tokens",
        batch_size=4_000_000,
        batch_unit="tokens",
        source="Touvron et al. 2023, arXiv:2302.13971",
        verified="read",
        fields={"steps": 350_000, "peak_lr": 1.5e-4, "end_lr": 1.5e-5}
        | {"warmup": "linear", "warmup_length": 2000},
        note="1.4T tokens.",
    ),
    Recipe(
        key="llama2-7b",
        name="Llama 2 7B and 13B",
        year=2023,
        field="language",
        optimizer="AdamW, weight decay 0.1",
        optimizer_key="adamw",
        batch="4M tokens",
        batch_size=4_000_000,
        batch_unit="tokens",
        source="Touvron et al. 2023, arXiv:2307.09288",
        verified="read",
        fields={"steps": 500_000, "peak_lr": 3e-4, "end_lr": 3e-5}
        | {"warmup": "linear", "warmup_length": 2000},
        note="2T tokens; 34B and 70B train at half the rate.",
    ),
    Recipe(
        key="llama3-405b",
        name="Llama 3 405B",
        year=2024,
        field="language",
        optimizer="AdamW",
        optimizer_key="adamw",
        batch="16M tokens",
        batch_size=16_000_000,
        batch_unit="tokens",
        source="Grattafiori et al. 2024, arXiv:2407.21783",
        verified="read",
        fields={"steps": 1_200_000, "peak_lr": 8e-5, "end_lr": 8e-7}
        | {"warmup": "linear", "warmup_length": 8000, "cooldown": "linear", "cooldown_length": 3},
        note="The last three steps stand for the anneal to 0 over 40M tokens, which follows a "
        "stage of longer sequences rather than this cosine directly; the batch grows from 4M.",
    ),
)
