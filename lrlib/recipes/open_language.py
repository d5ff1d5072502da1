"""Recipes: language models whose training code or configuration is public."""

from lrlib.recipes.recipe import Recipe

OPEN_LANGUAGE = (
    Recipe(
        key="pythia-1.4b",
        name="Pythia 1.4B",
        year=2023,
        field="language",
        optimizer="Adam, betas 0.9 and 0.95, weight decay 0.1",
        optimizer_key="adam",
        batch="1024 sequences of 2048 tokens",
        batch_size=1024,
        batch_unit="sequences",
        source="EleutherAI/pythia models/1.4B/pythia-1.4b.yml",
        verified="code",
        fields={"steps": 143_000, "peak_lr": 2e-4, "end_lr": 2e-5}
        | {"warmup": "linear", "warmup_length": 1430},
        note="Shown as configured. GPT-NeoX then took the warmup off the step but divided by the "
        "whole 143,000, and cut its cosine at the floor instead of ending on it "
        "(EleutherAI/gpt-neox#1008): up to 8.3 % of the peak lower than here, and 2e-5 from step "
        "115,139 on.",
    ),
    Recipe(
        key="olmo2-7b",
        name="OLMo 2 7B (stage 1)",
        year=2024,
        field="language",
        optimizer="AdamW, weight decay 0.1",
        optimizer_key="adamw",
        batch="1024 sequences of 4096 tokens",
        batch_size=1024,
        batch_unit="sequences",
        source="allenai/OLMo configs/official-1124/OLMo2-7B-stage1.yaml@0482070",
        verified="code",
        fields={"steps": 1_192_092, "peak_lr": 3e-4, "end_lr": 3e-5}
        | {"warmup": "linear", "warmup_length": 1999, "init_lr": 3e-4 / 2000},
        note="Counted in tokens, the ones of the running step included: the peak is the 2,000th "
        "update. 5T tokens are 1,192,092.9 steps, but the run itself was one epoch and ended "
        "at step 928,646 (3.9T tokens) at 6.14e-5: it never came to 3e-5. Stage 2 falls from "
        "there to 0 in a line over 50B tokens.",
    ),
    Recipe(
        key="olmo2-32b",
        name="OLMo 2 32B",
        year=2025,
        field="language",
        optimizer="SkipStepAdamW",
        optimizer_key="adamw",
        batch="2048 sequences of 4096 tokens",
        batch_size=2048,
        batch_unit="sequences",
        source="allenai/OLMo-core src/scripts/official/OLMo2/OLMo-2-0325-32B-train.py",
        verified="code",
        fields={"steps": 774_860, "peak_lr": 6e-4, "end_lr": 6e-5}
        | {"warmup": "linear", "warmup_length": 1999, "init_lr": 6e-4 / 2000},
        note="6.5T tokens, counted from step 1: the peak is the 2,000th update. The run ended at "
        "step 721,901 (6.06T tokens) at 6.62e-5; a second stage falls in a line from there to"
        " 0.",
    ),
    Recipe(
        key="olmo3-7b",
        name="OLMo 3 7B",
        year=2025,
        field="language",
        optimizer="SkipStepAdamW",
        optimizer_key="adamw",
        batch="4,194,304 tokens",
        batch_size=4_194_304,
        batch_unit="tokens",
        source="allenai/OLMo-core src/scripts/official/OLMo3/OLMo-3-1025-7B-pretrain-1.py",
        verified="code",
        fields={"steps": 1_192_092, "peak_lr": 3e-4, "end_lr": 3e-5}
        | {"warmup": "linear", "warmup_length": 1999, "init_lr": 3e-4 / 2000},
        note="The plan of 5T tokens, counted from step 1. The run left this curve at step 597,046 "
        "for half a cosine over 7T; its first stage ended at 2.071e-4.",
    ),
    Recipe(
        key="smollm3-3b",
        name="SmolLM3 3B (WSD)",
        year=2025,
        field="language",
        optimizer="AdamW, weight decay 0.1",
        optimizer_key="adamw",
        batch="2,359,296 tokens",
        batch_size=2_359_296,
        batch_unit="tokens",
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
        optimizer="AdamW, betas 0.9 and 0.95, weight decay 0.01",
        optimizer_key="adamw",
        batch="1,048,576 tokens (256 sequences)",
        batch_size=1_048_576,
        batch_unit="tokens",
        source="huggingface/smollm text/pretraining/continual-pretraining/finemath/60B-runs",
        verified="code",
        fields={"steps": 60_000, "peak_lr": 5e-5, "decay": "constant"}
        | {"warmup": "linear", "warmup_length": 1000}
        | {"cooldown": "linear", "cooldown_length": 10_000},
        note="A longer run of 160,000 steps warms up for 3,000 and decays over 30,000.",
    ),
    Recipe(
        key="olmo2-13b",
        name="OLMo 2 13B (stage 1)",
        year=2024,
        field="language",
        optimizer="AdamW, betas 0.9 and 0.95, weight decay 0.1",
        optimizer_key="adamw",
        batch="2048 sequences of 4096 tokens",
        batch_size=2048,
        batch_unit="sequences",
        source="allenai/OLMo configs/official-1124/OLMo2-13B-stage1.yaml@59a53e3f",
        verified="code",
        fields={"steps": 596_046, "peak_lr": 3e-4, "end_lr": 3e-5}
        | {"warmup": "linear", "warmup_length": 999, "init_lr": 3e-4 / 1000},
        note="Counted in tokens, the ones of the running step included: the peak is the 1,000th "
        "update. The run ended at step 596,057: the one of OLMo 2 that comes to its floor. "
        "1B: 4e-4, batch 512, cut at 4T of 5T tokens.",
    ),
    Recipe(
        key="smollm2-1.7b",
        name="SmolLM2 1.7B (WSD)",
        year=2024,
        field="language",
        optimizer="AdamW, betas 0.9 and 0.95, weight decay 0.01",
        optimizer_key="adamw",
        batch="2,097,152 tokens",
        batch_size=2_097_152,
        batch_unit="tokens",
        source="huggingface/smollm text/pretraining/smollm2/config_smollm2_1B.yaml@a041759",
        verified="code",
        fields={"steps": 5_240_000, "peak_lr": 5e-4, "decay": "constant"}
        | {"warmup": "linear", "warmup_length": 2000}
        | {"cooldown": "linear", "cooldown_length": 524_000},
        note="Smaller models, half the batch: 135M 3e-3 over 2,000,000 steps, the last 400,000 "
        "falling; 360M 3e-3, 2,600,000 and 520,000.",
    ),
)
