"""torparse reads terms of reference of partnerships, proves what they lay down, compares them and finds gaps.

In Python: ``torparse.read``, ``torparse.extract`` and ``torparse.Corpus`` (docs/python.md). They are loaded when they
are first used, so that importing torparse costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torparse.api import Checks, Comparison, Corpus, extract, read
    from torparse.errors import TorparseError, UnreadableInput
    from torparse.model import Body, Clause, Document, Evidence, Finding, Record
    from torparse.readers import Limits

__version__ = "0.1.0"

__all__ = [
    "Body", "Checks", "Clause", "Comparison", "Corpus", "Document", "Evidence", "Finding", "Limits", "Record",
    "TorparseError", "UnreadableInput", "__version__", "extract", "read",
]  # fmt: skip

_FROM = {
    "torparse.api": ("Checks", "Comparison", "Corpus", "extract", "read"),
    "torparse.errors": ("TorparseError", "UnreadableInput"),
    "torparse.model": ("Body", "Clause", "Document", "Evidence", "Finding", "Record"),
    "torparse.readers": ("Limits",),
}


def __getattr__(name: str) -> object:
    for module, names in _FROM.items():
        if name in names:
            return getattr(importlib.import_module(module), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
