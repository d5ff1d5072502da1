"""Runs in order: one at a time for a whole server, a few more that wait for their turn."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from typing import Any

from lrlib.design import Design
from lrlib.prove.job import Job
from lrlib.prove.plan import plan
from lrlib.prove.process import SECONDS, Process, ProofError
from lrlib.prove.report import Verdict, judge

WAITING = 5
UNSEEN = 20.0  # seconds after which a run that nobody looks at is given up
CANCELLED = "The run was cancelled."


class Run:
    """One run of one design's code, from its place in the queue to its verdict."""

    def __init__(self, design: Design, job: Job) -> None:
        self.design = design
        self.job = job
        self.stage = "Waiting"
        self.share = 0.0  # of the steps that are trained
        self.verdict: Verdict | None = None
        self.error = ""  # why there is no verdict
        self.seen = time.monotonic()
        self._process: Process | None = None

    @property
    def ended(self) -> bool:
        """Whether it has come to a verdict or an error."""
        return self.verdict is not None or bool(self.error)

    def look(self) -> None:
        """Somebody still wants its result."""
        self.seen = time.monotonic()

    def cancel(self, reason: str = CANCELLED) -> None:
        """End it now, wherever it is."""
        if not self.ended:
            self.error = reason
        if self._process is not None:
            self._process.end(reason)

    def train(self, seconds: float, unseen: float) -> None:
        """Run the process to its end; called once, by the queue."""
        if self.ended:
            return
        self.stage = "Starting"
        self._process = Process(self.job, seconds)
        if self.ended:  # cancelled while the process was made
            self._process.end(self.error)
        try:
            for message in self._process.messages():
                self._take(message)
                if time.monotonic() - self.seen > unseen:
                    self.cancel("The run was given up: nobody waited for it.")
        except ProofError as error:
            self.error = self.error or str(error)

    def _take(self, message: Mapping[str, Any]) -> None:
        if "rates" in message:
            self.verdict = judge(self.design, self.job, message["rates"])
            return
        self.stage = message["stage"]
        if "total" in message:
            self.share = message["done"] / message["total"]
            self.stage += f": {message['done']:,} of {message['total']:,} steps"


class Queue:
    """Starts one run after the other, in a thread that lives as long as there are any."""

    def __init__(
        self, waiting: int = WAITING, seconds: float = SECONDS, unseen: float = UNSEEN
    ) -> None:
        self.waiting, self.seconds, self.unseen = waiting, seconds, unseen
        self._runs: list[Run] = []  # the first one is training
        self._lock = threading.Lock()

    def add(
        self, design: Design, target: str, options: Mapping[str, Any], address: str = ""
    ) -> Run:
        """A run at the end of the queue; one that has ended already where the queue is full.

        Raises ValueError where this design has no such code.
        """
        run = Run(design, plan(design, target, options, address))
        with self._lock:
            self._leave_out()
            if len(self._runs) > self.waiting:
                run.error = f"{self.waiting} runs are waiting already: try again in a minute."
                return run
            self._runs.append(run)
            if len(self._runs) == 1:
                threading.Thread(target=self._work, daemon=True, name="prove").start()
        return run

    def before(self, run: Run) -> int:
        """How many runs come before this one."""
        with self._lock:
            self._leave_out()
            return self._runs.index(run) if run in self._runs else 0

    def _leave_out(self) -> None:
        """Waiting runs that were cancelled, or that nobody looks at any more."""
        for run in self._runs[1:]:
            if time.monotonic() - run.seen > self.unseen:
                run.cancel("The run was given up: nobody waited for it.")
        self._runs[1:] = [run for run in self._runs[1:] if not run.ended]

    def _work(self) -> None:
        while True:
            run = self._runs[0]
            try:
                run.train(self.seconds, self.unseen)
            except Exception as error:  # else the queue would stand still for ever
                run.error = f"The run could not be started: {error}"
            with self._lock:
                self._runs.pop(0)
                self._leave_out()
                # The first one is not looked at here: it starts now.
                if not self._runs:
                    return
