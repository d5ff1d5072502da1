"""The dashboard's process: what it loads and how much memory it takes with a session open."""

import re
from pathlib import Path

from serving import Server

MOST_MEGABYTES = 110


def test_the_process_stays_small_and_loads_no_framework(page, idle):
    fresh = Server().start()
    try:
        page.goto(fresh.address + "/?decay=cosine_restarts")
        idle(page)
        page.goto(fresh.address + "/recipes")
        idle(page)
        page.goto(fresh.address)
        idle(page)
        process = Path("/proc") / str(fresh.process.pid)
        loaded = (process / "maps").read_text()
        for module in ("tensorflow", "keras", "pandas", "pyarrow", "torch", "jax"):
            assert f"/{module}" not in loaded
        status = (process / "status").read_text()
        megabytes = int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024
        assert megabytes < MOST_MEGABYTES
    finally:
        fresh.stop()
