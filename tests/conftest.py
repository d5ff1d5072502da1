"""How Hypothesis runs: the same examples each time; `HYPOTHESIS_PROFILE=explore` seeks others."""

import os

from hypothesis import HealthCheck, settings

slow_is_fine = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile(
    "steady",
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=slow_is_fine,
)
settings.register_profile(
    "explore",
    max_examples=2000,
    deadline=None,
    database=None,
    suppress_health_check=slow_is_fine,
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
