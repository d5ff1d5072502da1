"""Recipes: reinforcement learning."""

from lrlib.recipes.recipe import Recipe

REINFORCEMENT = (
    Recipe(
        key="ppo-cleanrl",
        name="PPO (CleanRL)",
        year=2022,
        field="reinforcement learning",
        optimizer="Adam, eps 1e-5",
        optimizer_key="adam",
        batch="512 samples (4 environments of 128 steps)",
        batch_size=512,
        batch_unit="samples",
        source="vwxyzjn/cleanrl cleanrl/ppo.py@fe8d8a03",
        verified="code",
        fields={"steps": 976, "peak_lr": 2.5e-4, "decay": "linear"},
        note="A step here is an iteration: 16 updates (4 epochs of 4 minibatches) at one rate. "
        "Atari: 9765 iterations of 1024, same rate; MuJoCo: 488, 3e-4.",
    ),
)
