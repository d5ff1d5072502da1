"""Recipes: fine-tuning of large language models."""

from lrlib.recipes.recipe import Recipe

FINE_TUNING = (
    Recipe(
        key="alpaca-7b",
        name="Stanford Alpaca 7B (full fine-tuning)",
        year=2023,
        field="language",
        optimizer="AdamW, no weight decay",
        optimizer_key="adamw",
        batch="128 sequences",
        batch_size=128,
        batch_unit="sequences",
        source="tatsu-lab/stanford_alpaca README.md",
        verified="code",
        fields={
            "steps": 1218,
            "steps_per_epoch": 406,
            "peak_lr": 2e-5,
            "warmup": "linear",
            "warmup_length": 37,
        },
        note="3 epochs of 52,002 examples; newer versions of transformers make 1,221 steps of "
        "it. 13B: 1e-5 for 5 epochs.",
    ),
    Recipe(
        key="qlora-guanaco-7b",
        name="QLoRA Guanaco 7B",
        year=2023,
        field="language",
        optimizer="AdamW, paged, second beta 0.999, gradients clipped at 0.3",
        optimizer_key="adamw",
        batch="16 sequences",
        batch_size=16,
        batch_unit="sequences",
        source="artidoro/qlora scripts/finetune_guanaco_7b.sh, qlora.py@7f4e95a",
        verified="code",
        fields={"steps": 1875, "peak_lr": 2e-4, "decay": "constant"},
        note="Its warmup_ratio of 0.03 has no effect: in transformers the schedule called "
        "constant has no warmup. 33B and 65B: 1e-4.",
    ),
    Recipe(
        key="zephyr-7b-dpo",
        name="Zephyr 7B DPO (alignment handbook)",
        year=2023,
        field="language",
        optimizer="AdamW",
        optimizer_key="adamw",
        batch="128 samples (pairs of answers)",
        batch_size=128,
        batch_unit="samples",
        source="huggingface/alignment-handbook recipes/zephyr-7b-beta/dpo/config_full.yaml@925acdf",
        verified="code",
        fields={"steps": 478, "peak_lr": 5e-7, "warmup": "linear", "warmup_length": 48},
        note="8 GPUs of 8, 2 batches an update. 478 steps are one epoch of 61,135 pairs, a "
        "number from the data set's card. DPO with QLoRA: 5e-6. The supervised stage before"
        " it: 2e-5, a warmup of 10 %, one epoch.",
    ),
    Recipe(
        key="unsloth-lora",
        name="Unsloth notebooks (LoRA and QLoRA)",
        year=2024,
        field="language",
        optimizer="AdamW, 8-bit, weight decay 0.001",
        optimizer_key="adamw",
        batch="8 sequences",
        batch_size=8,
        batch_unit="sequences",
        source="unslothai/notebooks nb/Llama3.1_(8B)-Alpaca.ipynb@bdda2efc",
        verified="code",
        fields={
            "steps": 60,
            "peak_lr": 2e-4,
            "warmup": "linear",
            "warmup_length": 5,
            "decay": "linear",
        },
        note="4 batches of 2 an update. A first try of 60 steps (30 for Qwen3 and Gemma3); for "
        "long runs its comment says 2e-5.",
    ),
    Recipe(
        key="torchtune-llama3-lora",
        name="Llama 3.1 8B LoRA (torchtune)",
        year=2024,
        field="language",
        optimizer="AdamW, weight decay 0.01",
        optimizer_key="adamw",
        batch="16 sequences",
        batch_size=16,
        batch_unit="sequences",
        source="meta-pytorch/torchtune "
        "recipes/configs/llama3_1/8B_lora_single_device.yaml@bd2a0fc7c",
        verified="code",
        fields={"steps": 3235, "peak_lr": 3e-4, "warmup": "linear", "warmup_length": 100},
        note="8 batches of 2 an update; one epoch of 51,760 examples (Alpaca cleaned), a number "
        "from the data set's card. The same for Qwen2.5 7B and with QLoRA; full "
        "fine-tuning: constant at 2e-5.",
    ),
)
