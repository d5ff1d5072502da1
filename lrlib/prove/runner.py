"""One job as JSON on standard input -> what happens, as lines of JSON on standard output.

python -m lrlib.prove.runner: the only part of lrlib that imports frameworks and executes
generated code, always in a process of its own.
"""

from __future__ import annotations

import importlib
import json
import linecache
import os
import shutil
import sys
import threading
import time
from collections.abc import Callable
from typing import Any, TextIO

from lrlib.prove.job import FOLDER, Job

MOST_BYTES = 3 * 2**30  # of data: TensorFlow takes a fifth of it
LABELS = {"tensorflow": "TensorFlow", "torch": "PyTorch", "jax": "JAX"}

Say = Callable[..., None]  # says one message, given as keyword arguments


def main() -> None:
    _limit()
    say = _speaker(_own_output())
    job = Job.read(sys.stdin.readline())
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        say(stage=f"Starting {_label(job.framework)}")
        names = execute(job.text)
        module = importlib.import_module(job.module)
        say(rates=module.train(job, names, Progress(say)))
    except ModuleNotFoundError as error:
        say(missing=str(error.name).partition(".")[0])
    except Exception as error:
        said = str(error).strip().partition("\n")[0][:200]
        say(failed=f"The code stopped with {type(error).__name__}: {said}")


def execute(text: str) -> dict[str, Any]:
    """The names that executing this text defines."""
    names: dict[str, Any] = {"__name__": "pasted"}
    # Its lines at hand, as a file has them: TensorFlow reads them.
    linecache.cache["pasted.py"] = len(text), None, text.splitlines(keepends=True), "pasted.py"
    exec(compile(text, "pasted.py", "exec"), names)
    return names


class Progress:
    """Says how many steps are trained, a few times a second."""

    def __init__(self, say: Say) -> None:
        self.say = say
        self.next = 0.0

    def __call__(self, done: int, total: int) -> None:
        if time.monotonic() >= self.next:
            self.next = time.monotonic() + 0.25
            self.say(stage="Training", done=done, total=total)


def _label(framework: str) -> str:
    backend = os.environ.get("KERAS_BACKEND", framework)
    return LABELS[backend if framework == "tensorflow" else framework]


def _own_output() -> TextIO:
    """Standard output for messages only: what the code prints goes nowhere."""
    own = os.fdopen(os.dup(1), "w", buffering=1, encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return own


def _speaker(channel: TextIO) -> Say:
    return lambda **message: print(json.dumps(message), file=channel, flush=True)


def _end_with_parent() -> None:
    """The parent holds our input open as long as it lives; else nobody would clean up."""
    sys.stdin.read()
    folder = os.getcwd()
    if folder == os.environ.get("HOME") and os.path.basename(folder).startswith(FOLDER):
        shutil.rmtree(folder, ignore_errors=True)
    os._exit(1)


def _limit() -> None:
    """Step back behind everything else, and take no more memory than a run needs."""
    if hasattr(os, "nice"):
        os.nice(10)
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_BYTES, MOST_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
