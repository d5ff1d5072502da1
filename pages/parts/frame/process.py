"""What the server's process does once, so that every page comes sooner."""

from __future__ import annotations

import gc
from functools import lru_cache


@lru_cache
def spare_collections() -> None:
    """Take all that is loaded by now out of garbage collection: it stays for good anyway.

    Streamlit collects garbage after each run, before most of the page is sent. Among what
    numpy, plotly and Streamlit made when they were loaded that takes about 40 ms.
    """
    gc.collect()
    gc.freeze()
