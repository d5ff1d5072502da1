"""A factor for LambdaLR -> the rates that PyTorch's own loop applied.

One weight in float64 for each trained step; the loss of step t is weight t, so that after
plain SGD weight t is minus the rate of step t.
"""

from __future__ import annotations

from typing import Any

from lrlib.prove.job import Job
from lrlib.prove.runner import Progress


def train(job: Job, names: dict[str, Any], progress: Progress) -> list[float]:
    """The rate of each step of the job; a window is entered as a resumed training is."""
    import torch

    rows = job.trained
    weights = torch.zeros(rows, dtype=torch.float64, requires_grad=True)
    groups = [{"params": [weights], "initial_lr": names["PEAK_LR"]}]
    optimizer = torch.optim.SGD(groups, lr=names["PEAK_LR"])
    row = 0
    for first, count in job.windows:
        scheduler = torch.optim.lr_scheduler.LambdaLR(
            optimizer, names[job.defines], last_epoch=first - 1
        )
        for _ in range(count):
            for _ in range(job.each):
                optimizer.zero_grad()
                for _ in job.batches:
                    (weights[row] / len(job.batches)).backward()
                optimizer.step()
                row += 1
            scheduler.step()
            progress(row, rows)
    rates: list[float] = (-weights).tolist()
    return rates
