"""The report on a set of documents, and the checklist of one: everything that is made for people to read.

``writing`` says which files there are and writes them. ``views`` works out what the pages show; ``words``, ``dated``,
``checklist_views`` and ``summary`` are parts of that; ``pages`` loads the templates, ``tables`` makes the CSV files and
``word_checklist`` the Word files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from torparse.report.writing import checklist_texts, checklist_words, write_report

__all__ = ["checklist_texts", "checklist_words", "write_report"]


def __getattr__(name: str) -> Any:
    """Loaded when asked for: whoever needs the words of the report alone does not wait for its pages and charts."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from torparse.report import writing

    return getattr(writing, name)
