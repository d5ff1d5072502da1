"""Job -> its messages: the runner as a process of its own, that can be ended at any time."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lrlib.prove.job import FOLDER, Job

SECONDS = 120
ROOT = Path(__file__).parents[2]
KEPT = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "KERAS_BACKEND")


class ProofError(Exception):
    """A run that came to no result; its text is one sentence that says why."""


class MissingError(ProofError):
    """The framework is not installed."""


class Process:
    """The runner, started with one job. It lives no longer than the process that started it."""

    def __init__(self, job: Job, seconds: float = SECONDS) -> None:
        self.seconds = seconds
        self.ended = ""  # why it was ended from outside
        self._folder = tempfile.TemporaryDirectory(prefix=FOLDER, ignore_cleanup_errors=True)
        self._child = subprocess.Popen(
            [sys.executable, "-m", "lrlib.prove.runner"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=self._folder.name,
            env=_environment(self._folder.name),
            text=True,
        )
        self._job = job

    @property
    def pid(self) -> int:
        return self._child.pid

    def end(self, reason: str) -> None:
        """Kill it; whoever reads its messages gets `reason` as a ProofError."""
        self.ended = self.ended or reason
        self._child.kill()

    def messages(self) -> Iterator[dict[str, Any]]:
        """What the runner says, in order; raises ProofError where it ends without a result."""
        limit = f"The run was stopped after {self.seconds:.0f} seconds, which is the limit."
        clock = threading.Timer(self.seconds, self.end, [limit])
        clock.daemon = True
        clock.start()
        try:
            yield from self._read()
        finally:
            clock.cancel()
            self._child.kill()
            self._child.communicate()
            self._folder.cleanup()

    def _read(self) -> Iterator[dict[str, Any]]:
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        # Its input stays open: when it closes, the runner knows that it is alone.
        with contextlib.suppress(BrokenPipeError):  # it has died already: nothing to read
            print(self._job.write(), file=self._child.stdin, flush=True)
        for line in self._child.stdout:
            message = json.loads(line)
            if "missing" in message:
                raise MissingError(f"{message['missing']} is not installed: this code needs it.")
            if "failed" in message:
                raise ProofError(message["failed"])
            yield message
            if "rates" in message:
                return
        status = self._child.wait()
        raise ProofError(self.ended or _death(status))


def _death(status: int) -> str:
    how = f"signal {-status}" if status < 0 else f"status {status}"
    return f"The process that ran the code ended with {how} and no result."


def _environment(home: str) -> dict[str, str]:
    """Only what Python and a framework on the CPU need."""
    kept = {key: os.environ[key] for key in KEPT if key in os.environ}
    return {
        "KERAS_BACKEND": "tensorflow",
        **kept,
        "HOME": home,
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "CUDA_VISIBLE_DEVICES": "",
        "TF_CPP_MIN_LOG_LEVEL": "3",
    }
