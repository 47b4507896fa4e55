"""``python -m torparse.lexicon`` (``make needs``) writes anew what the patterns of all modules need."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import torparse
from torparse.lexicon.needs_table import write
from torparse.lexicon.patterns import all_patterns
from torparse.lexicon.phrase import expand


def import_everything() -> None:
    """Import all modules of torparse: then all patterns of modules are there."""
    for module in pkgutil.walk_packages(torparse.__path__, "torparse."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def written_in_functions() -> Iterator[tuple[str, int]]:
    """The patterns of all ``phrase("…")`` in the sources, also of those within functions, with their flags."""
    for path in sorted(Path(torparse.__path__[0]).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="phrase"), args=[ast.Constant(value=str(pattern))]):
                    yield expand(pattern), int(re.IGNORECASE)


def main() -> None:
    """Write the table."""
    import_everything()
    write([*((one.pattern, one.flags) for one in all_patterns()), *written_in_functions()])


if __name__ == "__main__":
    main()
