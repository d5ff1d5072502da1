"""Recipes: small language models that one person can train."""

from lrlib.recipes.recipe import Recipe

SMALL_LANGUAGE = (
    Recipe(
        key="nanogpt-gpt2",
        name="GPT-2 124M (nanoGPT)",
        year=2022,
        field="language",
        optimizer="AdamW, betas 0.9 and 0.95, weight decay 0.1",
        optimizer_key="adamw",
        batch="491,520 tokens",
        batch_size=491_520,
        batch_unit="tokens",
        source="karpathy/nanoGPT train.py:58-68@3adf61e",
        verified="code",
        fields={"steps": 600_000, "peak_lr": 6e-4, "end_lr": 6e-5}
        | {"warmup": "linear", "warmup_length": 2000, "init_lr": 6e-4 / 2001},
        note="Its warmup is (t + 1) / 2001 of the peak: a line from peak / 2001, exactly.",
    ),
    Recipe(
        key="llmc-gpt2-124m",
        name="GPT-2 124M (llm.c)",
        year=2024,
        field="language",
        optimizer="AdamW, weight decay 0.1",
        optimizer_key="adamw",
        batch="524,288 tokens",
        batch_size=524_288,
        batch_unit="tokens",
        source="karpathy/llm.c scripts/run_gpt2_124M.sh, llmc/schedulers.h@f1e2ace",
        verified="code",
        fields={"steps": 18_865, "peak_lr": 6e-4, "hold_length": 1}
        | {"warmup": "linear", "warmup_length": 699, "init_lr": 6e-4 / 700},
        note="Its warmup is (t + 1) / 700, so two steps train at the peak: the hold. The 1.6B "
        "model: 32,000 steps of 1,048,576 tokens, to a tenth of the same rate.",
    ),
    Recipe(
        key="tinyllama-1.1b",
        name="TinyLlama 1.1B",
        year=2023,
        field="language",
        optimizer="AdamW, betas 0.9 and 0.95, weight decay 0.1",
        optimizer_key="adamw",
        batch="2.1M tokens",
        batch_size=2_100_000,
        batch_unit="tokens",
        source="jzhang38/TinyLlama pretrain/tinyllama.py@bf12224",
        verified="code",
        fields={"steps": 1_430_512, "peak_lr": 4e-4, "end_lr": 4e-5}
        | {"warmup": "linear", "warmup_length": 2000},
        note="The original sets the rate before each micro-batch. The batch is its README's, "
        "which also names a small fault of the run itself.",
    ),
    Recipe(
        key="modded-nanogpt",
        name="modded-nanogpt (Muon)",
        year=2025,
        field="language",
        optimizer="Muon, momentum 0.85 to 0.95, for matrices; Adam, betas 0.8 and 0.95",
        optimizer_key="",
        batch="393,216 tokens",
        batch_size=393_216,
        batch_unit="tokens",
        source="KellerJordan/modded-nanogpt train_gpt.py@587b45fb",
        verified="code",
        fields={"steps": 1770, "peak_lr": 0.05, "decay": "constant"}
        | {"cooldown": "linear", "cooldown_length": 708, "final_lr": 5e-3},
        note="The rate of Muon. The same factor is on Adam's: 0.22 for the head, 0.6 for "
        "embeddings, 0.04 for scalars. As of February 2025; later versions change the batch in "
        "stages and cool down over 60 %.",
    ),
    Recipe(
        key="nanochat-d12",
        name="nanochat d12 (pretraining)",
        year=2025,
        field="language",
        optimizer="Muon for matrices, weight decay falling from 0.28; AdamW for the rest",
        optimizer_key="",
        batch="524,288 tokens",
        batch_size=524_288,
        batch_unit="tokens",
        source="karpathy/nanochat scripts/base_train.py@92d63d4",
        verified="code",
        fields={"steps": 2520, "peak_lr": 0.02, "decay": "constant"}
        | {"warmup": "linear", "warmup_length": 39, "init_lr": 0.02 / 40}
        | {"cooldown": "linear", "cooldown_length": 1638, "final_lr": 1e-3},
        note="The rate of Muon; embeddings 0.3, the head 0.008, scalars 0.5, the same factor on "
        "all. The length follows from the model: 12 tokens for each of 110.1M parameters "
        "(matrices and head) are 2,520 steps; the last 65 % fall. All rates grow as the "
        "square root of the batch.",
    ),
)
