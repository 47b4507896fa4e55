"""The order of the pages. A page that is not named here is found all the same: it stands under "More"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

SECTIONS: Mapping[str, Sequence[str]] = {
    "Tutorials": (
        "tutorials/regional-team.md",
        "tutorials/new-partnership.md",
        "tutorials/researcher.md",
    ),
    "How to": (
        "guides/check.md",
        "guides/draft.md",
        "guides/compare.md",
        "guides/diff.md",
        "guides/examples.md",
        "guides/review.md",
        "guides/checklists.md",
        "guides/reading.md",
        "guides/tables.md",
        "guides/large-sets.md",
        "export.md",
        "export-qualitative.md",
        "python.md",
        "guides/measure.md",
        "plugins.md",
    ),
    "Reference": (
        "commands.md",
        "reference/command-line.md",
        "reference/clause-types/index.md",
        "reference/provisions.md",
        "reference/checklists/index.md",
        "reference/tables.md",
        "reference/json.md",
    ),
    "Explanation": (
        "explanation/statuses.md",
        "explanation/evidence.md",
        "explanation/how-clauses-are-found.md",
        "explanation/how-well-it-works.md",
        "explanation/limits.md",
        "explanation/privacy.md",
        "performance.md",
        "lexicon.md",
    ),
}
START = "index.md"
BELOW = ("reference/clause-types/", "reference/checklists/")
"""Folders whose pages are reached from their first one."""


def navigation(pages: Iterable[str]) -> list[Any]:
    """The navigation of those pages (places below ``docs``), as ``nav`` of mkdocs.yml has it."""
    left = dict.fromkeys(sorted(pages))
    made: list[Any] = [{"Start": START}]
    left.pop(START)
    for title, names in SECTIONS.items():
        there = [name for name in names if name in left]
        for name in there:
            del left[name]
        made.append({title: there})
    more = [name for name in left if not name.startswith(BELOW)]
    return [*made, {"More": more}] if more else made
