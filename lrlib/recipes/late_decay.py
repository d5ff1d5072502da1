"""Recipes: large language models that stay at their peak and fall late.

Tokens are turned into steps of the final batch.
"""

from lrlib.recipes.recipe import Recipe

LATE_DECAY = (
    Recipe(
        key="minicpm-wsd",
        name="MiniCPM (WSD)",
        year=2024,
        field="language",
        optimizer="Adam",
        optimizer_key="adam",
        batch="3.93M tokens",
        batch_size=3_930_000,
        batch_unit="tokens",
        source="Hu et al. 2024, arXiv:2404.06395",
        verified="read",
        fields={"steps": 279_898, "peak_lr": 0.01, "decay": "constant"}
        | {"warmup": "linear", "warmup_length": 2000}
        | {"cooldown": "geometric", "cooldown_length": 27_990, "final_lr": 0.01 * 0.5**5.598},
        note="1.1T tokens; the last 10 % halve the rate every 5,000 steps. 0.01 is a base rate of "
        "tensor programs (muP): the matrices train at less. The length of the warmup is not "
        "stated: 2,000 steps are only what is drawn.",
    ),
    Recipe(
        key="deepseek-v2",
        name="DeepSeek-V2",
        year=2024,
        field="language",
        optimizer="AdamW, betas 0.9 and 0.95, weight decay 0.1",
        optimizer_key="adamw",
        batch="9216 sequences of 4096 tokens",
        batch_size=9216,
        batch_unit="sequences",
        source="DeepSeek-AI 2024, arXiv:2405.04434",
        verified="read",
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
        optimizer_key="adamw",
        batch="4608 sequences of 4096 tokens",
        batch_size=4608,
        batch_unit="sequences",
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
        optimizer_key="adamw",
        batch="15,360 sequences of 4096 tokens",
        batch_size=15_360,
        batch_unit="sequences",
        source="DeepSeek-AI 2024, arXiv:2412.19437",
        verified="read",
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
)
