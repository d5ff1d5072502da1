"""Recipes: large language models. Tokens are turned into steps of the final batch."""

from lrlib.recipes.recipe import Recipe

LARGE_LANGUAGE = (
    Recipe(
        key="llama-7b",
        name="LLaMA 7B and 13B",
        year=2023,
        field="language",
        optimizer="AdamW, betas 0.9 and 0.95, weight decay 0.1",
        batch="4M tokens",
        source="Touvron et al. 2023, arXiv:2302.13971",
        verified="quoted",
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
        batch="4M tokens",
        source="Touvron et al. 2023, arXiv:2302.13971",
        verified="quoted",
        fields={"steps": 350_000, "peak_lr": 1.5e-4, "end_lr": 1.5e-5}
        | {"warmup": "linear", "warmup_length": 2000},
        note="1.4T tokens.",
    ),
    Recipe(
        key="llama2-7b",
        name="Llama 2 7B and 13B",
        year=2023,
        field="language",
        optimizer="AdamW",
        batch="4M tokens",
        source="Touvron et al. 2023, arXiv:2307.09288",
        verified="paper",
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
        batch="16M tokens",
        source="Grattafiori et al. 2024, arXiv:2407.21783",
        verified="paper",
        fields={"steps": 1_200_000, "peak_lr": 8e-5, "end_lr": 8e-7}
        | {"warmup": "linear", "warmup_length": 8000, "cooldown": "linear", "cooldown_length": 3},
        note="Anneals to 0 over the last 40M tokens, three steps; the batch grows from 4M.",
    ),
    Recipe(
        key="minicpm-wsd",
        name="MiniCPM (WSD)",
        year=2024,
        field="language",
        optimizer="AdamW",
        batch="3.93M tokens",
        source="Hu et al. 2024, arXiv:2404.06395",
        verified="paper",
        fields={"steps": 279_898, "peak_lr": 0.01, "decay": "constant"}
        | {"warmup": "linear", "warmup_length": 2000}
        | {"cooldown": "geometric", "cooldown_length": 27_990, "final_lr": 0.01 * 0.5**5.598},
        note="1.1T tokens; the last 10 % halve the rate every 5,000 steps. The length of the "
        "warmup is not stated here: 2,000 steps are only what is drawn.",
    ),
    Recipe(
        key="deepseek-v2",
        name="DeepSeek-V2",
        year=2024,
        field="language",
        optimizer="AdamW, betas 0.9 and 0.95, weight decay 0.1",
        batch="9216 sequences of 4096 tokens",
        source="DeepSeek-AI 2024, arXiv:2405.04434",
        verified="quoted",
        fields={"steps": 214_577, "peak_lr": 2.4e-4, "warmup": "linear", "warmup_length": 2000}
        | {"decay": "piecewise", "boundaries": (128_746, 193_119)}
        | {"values": (2.4e-4 * 0.316, 2.4e-4 * 0.316**2)},
        note="8.1T tokens; times 0.316 at 60 % and at 90 %. The batch starts at 2304 sequences.",
    ),
    Recipe(
        key="deepseek-v2-lite",
        name="DeepSeek-V2-Lite",
        year=2024,
        field="language",
        optimizer="AdamW",
        batch="4608 sequences of 4096 tokens",
        source="deepseek-ai/DeepSeek-V2-Lite README.md@c85be81",
        verified="code",
        fields={"steps": 301_997, "peak_lr": 4.2e-4, "warmup": "linear", "warmup_length": 2000}
        | {"decay": "piecewise", "boundaries": (241_597, 271_797)}
        | {"values": (4.2e-4 * 0.316, 4.2e-4 * 0.316**2)},
        note="5.7T tokens; times 0.316 at 80 % and at 90 %.",
    ),
    Recipe(
        key="deepseek-v3",
        name="DeepSeek-V3",
        year=2024,
        field="language",
        optimizer="AdamW",
        batch="15,360 sequences of 4096 tokens",
        source="DeepSeek-AI 2024, arXiv:2412.19437",
        verified="paper",
        fields={"steps": 235_240, "peak_lr": 2.2e-4, "warmup": "linear", "warmup_length": 2000}
        | {"decay": "points", "join": "cosine"}
        | {
            "points": (
                (2000, 2.2e-4),
                (158_946, 2.2e-4),  # 10T tokens
                (227_292, 2.2e-5),  # 14.3T
                (232_585, 2.2e-5),  # 14.633T
                (232_585, 7.3e-6),
            )
        },
        note="14.8T tokens: constant to 10T, a cosine over 4.3T, constant for 333B, then 7.3e-6. "
        "The batch starts at 3072 sequences.",
    ),
    Recipe(
        key="olmo2-7b",
        name="OLMo 2 7B (stage 1)",
        year=2024,
        field="language",
        optimizer="AdamW, weight decay 0.1",
        batch="1024 sequences of 4096 tokens",
        source="allenai/OLMo configs/official-1124/OLMo2-7B-stage1.yaml@0482070",
        verified="code",
        fields={"steps": 1_192_092, "peak_lr": 3e-4, "end_lr": 3e-5}
        | {"warmup": "linear", "warmup_length": 1999, "init_lr": 3e-4 / 2000},
        note="Counted in tokens, the ones of the running step included: the peak is the 2,000th "
        "update. 5T tokens are 1,192,092.9 steps.",
    ),
    Recipe(
        key="olmo2-32b",
        name="OLMo 2 32B",
        year=2025,
        field="language",
        optimizer="SkipStepAdamW",
        batch="2048 sequences of 4096 tokens",
        source="allenai/OLMo-core src/scripts/official/OLMo2",
        verified="code",
        fields={"steps": 774_860, "peak_lr": 6e-4, "end_lr": 6e-5}
        | {"warmup": "linear", "warmup_length": 2000},
        note="6.5T tokens; a second stage falls in a line from the checkpoint's rate to 0.",
    ),
    Recipe(
        key="olmo3-7b",
        name="OLMo 3 7B",
        year=2025,
        field="language",
        optimizer="SkipStepAdamW",
        batch="4.19M tokens",
        source="allenai/OLMo-core src/scripts/official/OLMo3/OLMo-3-1025-7B-pretrain-1.py",
        verified="code",
        fields={"steps": 1_192_093, "peak_lr": 3e-4, "end_lr": 3e-5}
        | {"warmup": "linear", "warmup_length": 2000},
        note="5T tokens, as planned.",
    ),
    Recipe(
        key="smollm3-3b",
        name="SmolLM3 3B (WSD)",
        year=2025,
        field="language",
        optimizer="AdamW, weight decay 0.1",
        batch="2.36M tokens",
        source="huggingface/smollm text/pretraining/smollm3/stage1_8T.yaml",
        verified="code",
        fields={"steps": 4_720_001, "peak_lr": 2e-4, "decay": "constant"}
        | {"warmup": "linear", "warmup_length": 2000}
        | {"cooldown": "linear", "cooldown_length": 522_000},
        note="Configured as 4,720,000 steps with a decay of 522,000 from step 4,198,001: drawn "
        "one step longer, where it reaches 0.",
    ),
    Recipe(
        key="finemath-continual",
        name="FineMath (Llama 3.2 3B continued)",
        year=2024,
        field="language",
        optimizer="AdamW",
        batch="not stated",
        source="huggingface/smollm, configuration of the continual pretraining",
        verified="code",
        fields={"steps": 60_000, "peak_lr": 5e-5, "decay": "constant"}
        | {"warmup": "linear", "warmup_length": 1000}
        | {"cooldown": "linear", "cooldown_length": 10_000},
        note="A longer run of 160,000 steps warms up for 3,000 and decays over 30,000.",
    ),
)
