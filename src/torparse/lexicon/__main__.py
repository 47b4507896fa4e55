"""``python -m torparse.lexicon`` (``make needs``) writes anew what the patterns of all modules need."""

from __future__ import annotations

import importlib
import pkgutil

import torparse
from torparse.lexicon.needs_table import write
from torparse.lexicon.patterns import all_patterns


def import_everything() -> None:
    """Import all modules of torparse: then all patterns of modules are there."""
    for module in pkgutil.walk_packages(torparse.__path__, "torparse."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def main() -> None:
    """Write the table."""
    import_everything()
    write((one.pattern, one.flags) for one in all_patterns())


if __name__ == "__main__":
    main()
