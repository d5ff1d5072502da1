"""Every shape in the Keras forms, trained by several versions of Keras -> docs/keras-versions.md.

Run by `make compat`, which makes the environments. Ends with 1 where a rate differs.
"""

import json
import subprocess
import sys
from pathlib import Path

import numpy
from builtin_classes import CLASSES
from every_design import DESIGNS, epochs, tolerance, wanted

from lrlib import code, link

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "docs" / "keras-versions.md"
BUILTIN = {address: link.read(address)[0] for group in CLASSES.values() for address in group}
# Every shape per step, and some of each structure per epoch: enough, in minutes.
SHAPES = {name: DESIGNS[name] for name in DESIGNS if name.endswith("-step") or "cosine" in name}
TARGETS = {"keras-callback": SHAPES, "keras-schedule": SHAPES, "keras-builtin": BUILTIN}
ENVIRONMENTS = {  # environment: its arguments
    ".venv-keras-2.15": (),
    ".venv-keras-3.0": (),
    ".venv": (),
    ".venv-keras-legacy": ("--legacy",),
}
HEAD = """# The Keras forms in versions of Keras

How many designs train, in compiled `fit` on TensorFlow, with the rates of their curve: every
step of every shape, jumps at their step. `make compat` trains them and writes this page.
In tf_keras the code is read with `tf_keras` in place of `keras`.

"""


def job(design, target):
    clock = {"epochs": epochs(design), "steps_per_epoch": design.steps_per_epoch}
    return {"text": code(design, target), **clock}


def agrees(design, run):
    if "rates" not in run:
        return False
    difference = abs(numpy.array(run["rates"]) - wanted(design, len(run["rates"])))
    return difference.max() <= tolerance(design)


def column(environment, arguments):
    """The version's name, and for each target what came out."""
    cells = {}
    for target, designs in TARGETS.items():
        jobs = [job(design, target) for design in designs.values()]
        python = ROOT / environment / "bin" / "python"
        done = subprocess.run(
            [python, ROOT / "tests" / "compat" / "train.py", *arguments],
            input=json.dumps(jobs),
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        answer = json.loads(done.stdout.splitlines()[-1])
        right = list(map(agrees, designs.values(), answer["runs"]))
        cells[target] = f"{sum(right)} of {len(right)}"
        for name, run, agreed in zip(designs, answer["runs"], right, strict=True):
            if not agreed:
                print(answer["version"], target, name, run.get("error", "other rates"))
    module = "tf_keras" if arguments else "keras"
    return f"{module} {answer['version']}", cells


def main():
    columns = dict(column(*entry) for entry in ENVIRONMENTS.items())
    lines = [["form", *columns], ["---"] * (1 + len(columns))]
    lines += [[target, *(cells[target] for cells in columns.values())] for target in TARGETS]
    table = "".join(f"| {' | '.join(line)} |\n" for line in lines)
    DOCUMENT.parent.mkdir(exist_ok=True)
    DOCUMENT.write_text(HEAD + table, encoding="utf-8")
    print(table)
    all_of = {target: f"{len(designs)} of {len(designs)}" for target, designs in TARGETS.items()}
    return int(any(cells != all_of for cells in columns.values()))


sys.exit(main())
