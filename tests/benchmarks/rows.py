"""Measurements -> a table: ours, a peer or a floor measured in the same run, and their ratio."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True)
class Row:
    """Seconds of ours and of what it is held against; `most` is the ratio that is allowed."""

    what: str
    ours: float
    peer: float
    against: str
    most: float | None = None

    @property
    def ratio(self) -> float:
        return self.ours / self.peer

    @property
    def kept(self) -> bool:
        return self.most is None or self.ratio <= self.most


def compare(ours: Callable[[], object], peer: Callable[[], object], times: int) -> list[float]:
    """Median seconds of both, called in turns, so that a busy moment of the machine hits both."""
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(times):
        for seconds, function in zip(taken, (ours, peer), strict=True):
            begin = perf_counter()
            function()
            seconds.append(perf_counter() - begin)
    return [statistics.median(seconds) for seconds in taken]


def table(rows: Iterable[Row]) -> str:
    """The rows as a Markdown table."""
    lines = ["| what | ours | against | theirs | ratio | allowed |", "|---|---|---|---|---|---|"]
    for row in rows:
        allowed = "" if row.most is None else f"{row.most:g}{'' if row.kept else ', MISSED'}"
        lines.append(
            f"| {row.what} | {_time(row.ours)} | {row.against} | {_time(row.peer)} "
            f"| {_ratio(row.ratio)} | {allowed} |"
        )
    return "\n".join(lines)


def _ratio(ratio: float) -> str:
    return f"{ratio:.3g}" if ratio > 0.1 else f"{float(f'{1 / ratio:.2g}'):,.0f} times faster"


def _time(seconds: float) -> str:
    for unit, size in (("s", 1.0), ("ms", 1e-3)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds * 1e6:.3g} µs"
