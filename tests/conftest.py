"""How Hypothesis runs: the same examples each time; `HYPOTHESIS_PROFILE=explore` seeks others."""

import os
from functools import cache

import pytest
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


@pytest.fixture(scope="session")
def scanned_once():
    """AppTest looks for components in every installed package before each app, which takes it
    ten times as long as the app: here once is enough.
    """
    from streamlit.components.v2 import manifest_scanner

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            manifest_scanner,
            "scan_component_manifests",
            cache(manifest_scanner.scan_component_manifests),
        )
        yield


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="accept the generated text as golden")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What fails in a second first, then what loads a framework, then what starts a browser."""
    items.sort(key=_cost)


def _cost(item: pytest.Item) -> int:
    if item.path.parent.name in ("browser", "frameworks"):
        return 3
    slow = ("test_keras_", "test_weight_decay", "test_training_script", "test_notebook")
    loads_keras = item.path.stem.startswith(slow)
    return 2 if loads_keras else int(item.path.stem.startswith("test_pages"))
