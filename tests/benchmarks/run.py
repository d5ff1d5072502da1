"""Every measurement of this project, as tables: `make bench`, or `run.py curve page` for some.

Ends with 1 where a ratio is above what is allowed. Ratios hold on a machine that does nothing
else meanwhile.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable

import bench_curve
import bench_drag
import bench_page
from bench_page import chromium
from rows import Row, table


def in_browser(measure: Callable[..., list[Row]]) -> list[Row]:
    with chromium() as browser:
        return measure(browser)


BENCHMARKS: dict[str, Callable[[], list[Row]]] = {
    "curve": bench_curve.measure,
    "page": lambda: in_browser(bench_page.measure),
    "drag": lambda: in_browser(bench_drag.measure),
}


def main() -> int:
    rows = []
    for name in sys.argv[1:] or BENCHMARKS:
        rows += BENCHMARKS[name]()
    print(f"Python {platform.python_version()}, {platform.machine()}\n\n{table(rows)}")
    return int(not all(row.kept for row in rows))


if __name__ == "__main__":
    sys.exit(main())
