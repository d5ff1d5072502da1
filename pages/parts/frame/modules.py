"""A module of the browser and all that it imports -> one text, as Streamlit's components take it.

The modules lose `import` and `export`, but for the entry's `export default`, and share one scope.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

IMPORT = re.compile(r'^import \{([^}]*)\} from "(\./[^"]+)";\n', re.MULTILINE)
DECLARED = re.compile(r"^(export )?(?:async )?(?:function|const|let|class) (\w+)", re.MULTILINE)
# What begins a line and would not survive; `import()` is a call.
UNREAD = re.compile(
    r"^(?:import\b(?! *\()|export\b(?! default )|(?:const|let) *[{[]|var\b).*", re.MULTILINE
)


def joined(entry: Path, generated: Mapping[str, str] | None = None) -> str:
    """The entry after all that it imports, each module once.

    `generated` are modules that are no files, by their names beside the entry. Raises ValueError
    for a circle, a module that is not there, an import of what a module does not export, a name
    that two modules define, a second `export default`, and forms that are not read here.
    """
    made = {entry.parent / name: text for name, text in (generated or {}).items()}
    texts: dict[Path, str] = {}
    _add(entry, (), made, texts)
    owners: dict[str, Path] = {}
    for path, text in texts.items():
        for _, name in DECLARED.findall(text):
            if (owner := owners.setdefault(name, path)) != path:
                raise ValueError(f"{owner.name} and {path.name} both define {name}")
    return "\n".join(_bare(path, text, path == entry) for path, text in texts.items())


def _add(
    path: Path, importers: tuple[Path, ...], made: Mapping[Path, str], texts: dict[Path, str]
) -> None:
    """Put a module into `texts`, after what it imports."""
    if path in importers:
        circle = [*importers[importers.index(path) :], path]
        raise ValueError("a circle of imports: " + " -> ".join(each.name for each in circle))
    if path in texts:
        return
    if path not in made and not path.is_file():
        raise ValueError(f"{importers[-1].name} imports {path.name}, which is not there")
    text = made[path] if path in made else path.read_text("utf-8")
    for names, address in IMPORT.findall(text):
        other = path.parent / address
        _add(other, (*importers, path), made, texts)
        exported = {name for mark, name in DECLARED.findall(texts[other]) if mark}
        for name in filter(None, map(str.strip, names.split(","))):
            if name not in exported:
                raise ValueError(f"{path.name} imports {name}, which {other.name} does not export")
    texts[path] = text


def _bare(path: Path, text: str, is_entry: bool) -> str:
    """A module without the words that only modules have."""
    bare = DECLARED.sub(lambda found: found[0].removeprefix("export "), IMPORT.sub("", text))
    for line in UNREAD.findall(bare):
        raise ValueError(f"{path.name} has a line that cannot be joined: {line}")
    if not is_entry and re.search(r"^export default ", bare, re.MULTILINE):
        raise ValueError(f"{path.name} has a default, which only an entry has")
    return bare.strip() + "\n"
