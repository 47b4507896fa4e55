"""``python -m torparse.lexicon`` (``make needs``) writes anew what the patterns of all modules need."""

from __future__ import annotations

import importlib
import pkgutil

import torparse
from torparse.lexicon.needs_table import write
from torparse.lexicon.patterns import all_patterns


def main() -> None:
    """Import everything that holds patterns and write the table."""
    for module in pkgutil.walk_packages(torparse.__path__, "torparse."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    write((one.pattern, one.flags) for one in all_patterns())


if __name__ == "__main__":
    main()
