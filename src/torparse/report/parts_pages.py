"""The pages over a report in parts: what all parts have in common, and every document with its links.

A page has so many rows that a browser lays it out at once; nothing is in memory but the counts and one page's rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from torparse.report.benchmark_words import counted_in, figure
from torparse.report.counts import Counted, Totals
from torparse.report.pages import environment

if TYPE_CHECKING:
    from jinja2 import Environment

DOCUMENTS_A_PAGE = 500
"""Rows of a page of documents: some 200 kB, which is there at once, and 20 pages for ten thousand documents."""
LEFT_OUT_SHOWN = 500
"""How many files that could not be read, or were left out, are on the page; all are in ``run.json``."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the report: its folder, and how its counts are had again."""

    folder: str
    first: str
    last: str
    documents: int
    bodies: int
    counts: Callable[[], Counted]


@dataclass(frozen=True, slots=True)
class DocumentsPage:
    """A page of documents: its file, the numbers (from 1) and the names of the first and the last one."""

    file: str
    start: int
    end: int
    first: str
    last: str


def parts_page(
    parts: Sequence[Part],
    totals: Totals,
    pages: Sequence[DocumentsPage],
    common: Mapping[str, Any],
    *,
    failed: Sequence[tuple[str, str]],
    skipped: Sequence[tuple[str, str]],
) -> str:
    """The HTML of ``comparison.html`` over all parts. ``common`` is what every template needs."""
    groups: dict[str, list[Any]] = {}
    for row in totals.provisions():
        groups.setdefault(row.group, []).append(row)
    return _templates().get_template("parts.html").render(
        **common,
        parts=parts,
        totals=totals,
        pages=pages,
        groups=groups,
        numbers=[(row, counted_in(row.kind, row.unit)) for row in totals.numbers()],
        failed=failed,
        skipped=skipped,
        most=LEFT_OUT_SHOWN,
    )  # fmt: skip


def documents_pages(parts: Sequence[Part], rows: int = DOCUMENTS_A_PAGE) -> tuple[DocumentsPage, ...]:
    """The pages of documents that the parts make, ``rows`` documents on each."""
    made: list[DocumentsPage] = []
    start, first, last, number = 1, "", "", 0
    total = sum(part.documents for part in parts)
    digits = max(2, len(str(-(-total // rows))))
    for part in parts:
        for document in part.counts()["documents"]:
            number, first, last = number + 1, first or document["id"], document["id"]
            if number % rows == 0 or number == total:
                made.append(DocumentsPage(f"documents-{len(made) + 1:0{digits}}.html", start, number, first, last))
                start, first = number + 1, ""
    return tuple(made)


def documents_html(
    parts: Sequence[Part], pages: Sequence[DocumentsPage], common: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:  # fmt: skip
    """The file and the HTML of each of the pages."""
    template = _templates().get_template("part_documents.html")
    waiting = _rows(parts)
    for number, page in enumerate(pages):
        rows = list(islice(waiting, page.end - page.start + 1))
        before = pages[number - 1] if number else None
        after = pages[number + 1] if number + 1 < len(pages) else None
        yield page.file, template.render(**common, page=page, rows=rows, before=before, after=after)


def _rows(parts: Sequence[Part]) -> Iterator[tuple[str, int, Mapping[str, Any]]]:
    for number, part in enumerate(parts, 1):
        for document in part.counts()["documents"]:
            yield part.folder, number, document


def _templates() -> Environment:
    made = environment()
    made.filters["grouped"] = lambda number: f"{number:,}"
    made.filters["figure"] = figure
    return made
