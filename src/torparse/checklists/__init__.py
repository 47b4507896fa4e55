"""Checklists as data: what a good set of terms holds, and by which clauses one sees it.

A checklist is one TOML file in this folder, or in another package that says so (docs/plugins.md). ``wording`` may hold
blanks that a draft fills (``blanks``), and so may that of a part, which is for the part alone. An item is met where
every ``part`` of it (or one of the ``enough`` tests) holds of a stated clause. ``covers`` says which clauses speak of
the item at all: a pointer among them makes it partly met, a promise makes it promised, and a stated one that holds no
part makes it partly met where ``mention_counts`` is true. An item ``by_person`` has no tests: torparse shows it and
leaves the judgement to its reader. The predicates of the tests are in ``model``.
"""

from __future__ import annotations

from torparse.checklists.loader import DEFAULT, available, load, named, plugins
from torparse.checklists.model import HEADING, IMPORTANCE, SOURCES, TEXT, Checklist, ClauseTest, Item, Part, says

__all__ = [
    "DEFAULT",
    "HEADING",
    "IMPORTANCE",
    "SOURCES",
    "TEXT",
    "Checklist",
    "ClauseTest",
    "Item",
    "Part",
    "available",
    "described",
    "load",
    "named",
    "plugins",
    "says",
]


def described(checklist: Checklist) -> str:
    """A checklist in one line: its title, number of items, tier and source."""
    number = len(checklist.items)
    return f"{checklist.title} ({number} items, tier {checklist.tier}; source: {checklist.source})"
