"""Imports go down the ladder only: read from the files themselves, without running any."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# The floors, from the ground up: a room imports from those below its own.
FLOORS = (
    ("lrlib.fields",),
    ("lrlib.shapes",),
    ("lrlib.design",),
    ("lrlib.curves", "lrlib.printing"),
    ("lrlib.edit", "lrlib.words", "lrlib.summary"),
    ("lrlib.targets", "lrlib.recipes"),
    ("lrlib.prove", "lrlib.view"),
    ("lrlib.link", "lrlib.advice", "lrlib.chart"),
    ("lrlib", "lrlib.__main__"),
    ("pages.parts",),
    ("pages", "app"),
)
FLOOR = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
# What pages import from the package itself is what it gives to everybody.
OPEN = {"lrlib"}


def module_of(path):
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    return name.removesuffix(".__init__")


FILES = {
    module_of(path): path
    for path in [*ROOT.glob("lrlib/**/*.py"), *ROOT.glob("pages/**/*.py"), ROOT / "app.py"]
}


def imports(path):
    """Each module of ours that a file imports, with whether that stands at its top."""
    tree = ast.parse(path.read_text("utf-8"))
    top = set(map(id, tree.body))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            named = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            below = [f"{node.module}.{alias.name}" for alias in node.names]
            named = [name if name in FILES else node.module for name in below]
        else:
            continue
        for name in named:
            if name in FILES:
                yield name, id(node) in top


def room_of(module):
    """The longest room that it lies in."""
    parts = module.split(".")
    names = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next(name for name in names if name in FLOOR)


@pytest.mark.parametrize("module", FILES)
def test_a_file_imports_from_below_or_from_its_own_room(module):
    room = room_of(module)
    for name, _ in imports(FILES[module]):
        other = room_of(name)
        if other == room or (name in OPEN and FLOOR[room] > FLOOR["lrlib.design"]):
            continue
        assert FLOOR[other] < FLOOR[room], f"{module} imports {name}, which is not below it"


@pytest.mark.parametrize("module", sorted(set(FILES) - {"lrlib.__main__"}))
def test_imports_stand_at_the_top(module):
    hidden = [name for name, top in imports(FILES[module]) if not top]
    assert hidden == [], f"{module} imports inside a function or a condition"


def test_no_file_imports_itself_in_a_circle():
    needs = {module: {name for name, _ in imports(path)} for module, path in FILES.items()}
    # A package's own front door imports its rooms, and they don't look back through it.
    done, walked = set(), []

    def walk(module):
        assert module not in walked, " -> ".join([*walked[walked.index(module) :], module])
        if module in done:
            return
        walked.append(module)
        for name in sorted(needs[module]):
            walk(name)
        walked.pop()
        done.add(module)

    for module in FILES:
        walk(module)
    assert done == set(FILES)


def test_every_file_is_small():
    long = {m: n for m, p in FILES.items() if (n := len(p.read_text("utf-8").splitlines())) > 200}
    assert long == {}
