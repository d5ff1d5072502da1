"""What one update sees, and the updates in an epoch, by hand."""

import pytest

from lrlib.edit.sizes import Sizes


@pytest.mark.parametrize(
    ("sizes", "samples", "updates"),
    [
        (Sizes(25_600, 64, 1, 4), 256, 100),
        (Sizes(12_800, 64), 64, 200),
        (Sizes(50_000, 64), 64, 782),
        (Sizes(50_000, 64, 2, 4), 512, 98),
        (Sizes(10, 64, 8), 512, 1),
    ],
)
def test_an_update_sees_all_devices_and_all_its_batches(sizes, samples, updates):
    assert (sizes.samples, sizes.updates) == (samples, updates)


@pytest.mark.parametrize(
    ("sizes", "words"),
    [
        (
            Sizes(25_600, 64, 1, 4),
            "One update sees 64 × 1 × 4 = 256 samples: 100 updates an epoch.",
        ),
        (Sizes(12_800, 64), "One update sees 64 samples: 200 updates an epoch."),
        (Sizes(1, 1), "One update sees 1 sample: 1 update an epoch."),
        (
            Sizes(10**9, 2048, 64),
            "One update sees 2,048 × 64 × 1 = 131,072 samples: 7,630 updates an epoch.",
        ),
    ],
)
def test_the_arithmetic_in_words(sizes, words):
    assert sizes.words() == words
