"""The first sheet: what the workbook is, what it was made of, what its words and colours mean, what it leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from torparse import __version__
from torparse.plain_words import day, many
from torparse.report.summary import summary
from torparse.report.words import JUDGEMENTS
from torparse.report.workbook.contents import Contents
from torparse.report.workbook.front import Line, contacts_line, limit_lines, sheet_lines, write_front
from torparse.report.workbook.model import Sheet
from torparse.report.workbook.styles import Styles
from torparse.report.workbook.writer import MAX_LINKS, Written

TITLE = "Comparison of terms of reference"
_FILES_SHOWN = 20


def write_readme(
    page: Any, contents: Contents, sheets: Mapping[str, Sheet], written: Mapping[str, Written], styles: Styles
) -> None:  # fmt: skip
    """Fill the worksheet ``page``. ``written`` says of each sheet what Excel's limits took from it."""
    write_front(page, TITLE, _lines(contents, sheets, written), styles)


def _lines(contents: Contents, sheets: Mapping[str, Sheet], written: Mapping[str, Written]) -> Iterator[Line]:
    yield from _about(contents)
    yield from _inputs(contents)
    yield from sheet_lines(sheets, written)
    yield from _links(written)
    yield from limit_lines(
        written, whole_texts="clauses.csv and comparison.html have the whole quotes.",
        every_row="clauses.csv has every clause.",
    )  # fmt: skip
    yield Line(
        "Statuses", "What a document does with a provision. In the matrix a colon and the value follow.", heading=True
    )
    for code, (word, meaning) in contents.views.statuses.items():
        yield Line(word, meaning, fill=code)
    yield Line("Judgements", "How terms stand to an item of the checklist.", heading=True)
    judgements = {code: words for view in contents.lists for code, words in view.judgements.items()}
    for code, (word, meaning) in (judgements or JUDGEMENTS).items():
        yield Line(word, meaning, fill=code)


def _about(contents: Contents) -> Iterator[Line]:
    yield Line(
        "What this is",
        "What partnerships' terms of reference lay down, provision by provision, with the words that prove it. It is "
        "help with reading, not legal advice: look at the quote before you rely on a value.",
    )
    yield Line("As of", f"{day(contents.as_of.isoformat())}. Reviews that were due before that day are called overdue.")
    yield Line("Made by", f"torparse {__version__}")
    yield Line("Checklist", f"{contents.checklist.title}. Source: {contents.checklist.source}.")
    yield contacts_line(masked=contents.masked)
    if contents.views.reviewed:
        yield Line(
            "Corrections",
            "People looked at what torparse found, and what they say stands here. Their names are those that they gave "
            "and are not covered. The sheet Corrections has what torparse had beside it.",
        )  # fmt: skip


def _inputs(contents: Contents) -> Iterator[Line]:
    columns, records = contents.views.matrix.columns, contents.views.records
    yield Line("In short", "What the documents show, the most important first.", heading=True)
    dated = [name for name, groups in contents.dated.items() if groups]
    short = summary(contents.views, contents.lists, contents.failed, contents.as_of, dated=dated)
    for line in short.read:
        yield Line("What was read", line)
    for line in short.findings:
        yield Line("Finding", line)
    yield Line("Documents", "What was read, and what was not.", heading=True)
    yield Line("Read", f"{many(len(records), 'document')} with {many(len(columns), 'body', 'bodies')} compared.")
    for name, reason in contents.failed[:_FILES_SHOWN]:
        yield Line("Could not be read", f"{name}: {reason}")
    if len(contents.failed) > _FILES_SHOWN:
        yield Line("Could not be read", f"{len(contents.failed) - _FILES_SHOWN} more; see the sheet Documents.")
    if not contents.failed:
        yield Line("Could not be read", "None: every document that was given could be read.")
    if contents.skipped:
        yield Line("Left out", f"{many(len(contents.skipped), 'file')}; the sheet Documents says which and why.")


def _links(written: Mapping[str, Written]) -> Iterator[Line]:
    yield Line(
        "Links",
        "Underlined cells lead to a row of another sheet: from the matrix to the quote and back. Filtering leaves them "
        "right. Sorting moves rows, and links then lead to the wrong one; sort in a copy.",
    )
    for name, one in written.items():
        if one.unlinked:
            yield Line(
                "Links left out",
                f"Excel takes {MAX_LINKS:,} links in a sheet; {one.unlinked:,} more cells of {name} have none.",
            )
