"""The first sheet: what the workbook is, what it was made of, what its words and colours mean, what it leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from torparse import __version__
from torparse.plain_words import day, many
from torparse.report.summary import summary
from torparse.report.words import JUDGEMENTS
from torparse.report.workbook.contents import Contents
from torparse.report.workbook.model import Sheet, address
from torparse.report.workbook.styles import Styles
from torparse.report.workbook.texts import MOST_LINES, clean, height, is_formula, lines_of, shortened
from torparse.report.workbook.writer import MAX_LINKS, NOTHING, Written, print_set_up

README = "Read me"
TITLE = "Comparison of terms of reference"
_FILES_SHOWN = 20
_WIDTHS = (26, 110)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the sheet: what it is about, the words, the colour behind the first, where that leads."""

    topic: str
    words: str
    fill: str = ""
    target: str = ""
    heading: bool = False


def write_readme(
    page: Any,
    contents: Contents,
    sheets: Mapping[str, Sheet],
    written: Mapping[str, Written],
    styles: Styles,
    footer: str,
) -> None:
    """Fill the worksheet ``page``. ``written`` says of each sheet what Excel's limits took from it."""
    for at, width in enumerate(_WIDTHS):
        page.set_column(at, at, width)
    page.write_string(0, 0, TITLE, styles.title())
    page.set_row(0, 26)
    for row, line in enumerate(_lines(contents, sheets, written), 1):
        topic, words = (shortened(clean(text)) for text in (line.topic, line.words))
        look = styles.plain(bold=True, band=line.heading)
        page.set_row(row, height(max(lines_of(topic, _WIDTHS[0]), lines_of(words, _WIDTHS[1]))))
        if line.target:
            page.write_url(row, 0, f"internal:{line.target}", styles.plain(bold=True, link=True), topic)
        else:
            page.write_string(row, 0, topic, styles.cell("", line.fill) if line.fill else look)
        page.write_string(row, 1, words, styles.plain(band=line.heading, quoted=is_formula(words)))
    print_set_up(page, README, footer)
    page.hide_gridlines(2)


def _lines(contents: Contents, sheets: Mapping[str, Sheet], written: Mapping[str, Written]) -> Iterator[_Line]:
    yield from _about(contents)
    yield from _inputs(contents)
    yield _Line("Sheets", "Each but this one is one table: filter it by the buttons in its header.", heading=True)
    for name, sheet in sheets.items():
        rows = written[name].rows
        size = many(rows, "row") if rows else f"no row: {NOTHING}"
        yield _Line(name, f"{sheet.about} ({size})", target=address(name, 1, 0))
    yield from _links(written)
    yield from _limits(written)
    yield _Line(
        "Statuses", "What a document does with a provision. In the matrix a colon and the value follow.", heading=True
    )
    for code, (word, meaning) in contents.views.statuses.items():
        yield _Line(word, meaning, fill=code)
    yield _Line("Judgements", "How terms stand to an item of the checklist.", heading=True)
    judgements = {code: words for view in contents.lists for code, words in view.judgements.items()}
    for code, (word, meaning) in (judgements or JUDGEMENTS).items():
        yield _Line(word, meaning, fill=code)


def _about(contents: Contents) -> Iterator[_Line]:
    yield _Line(
        "What this is",
        "What partnerships' terms of reference lay down, provision by provision, with the words that prove it. It is "
        "help with reading, not legal advice: look at the quote before you rely on a value.",
    )
    yield _Line(
        "As of", f"{day(contents.as_of.isoformat())}. Reviews that were due before that day are called overdue."
    )
    yield _Line("Made by", f"torparse {__version__}")
    yield _Line("Checklist", f"{contents.checklist.title}. Source: {contents.checklist.source}.")
    yield _Line(
        "Contacts",
        "E-mail addresses, telephone numbers and names of contacts are covered with █. Names in running text may stay."
        if contents.masked
        else "E-mail addresses, telephone numbers and names are shown as the documents have them. Take care whom you "
        "send this to.",
    )
    if contents.views.reviewed:
        yield _Line(
            "Corrections",
            "People looked at what torparse found, and what they say stands here. Their names are those that they gave "
            "and are not covered. The sheet Corrections has what torparse had beside it.",
        )  # fmt: skip


def _inputs(contents: Contents) -> Iterator[_Line]:
    columns, records = contents.views.matrix.columns, contents.views.records
    yield _Line("In short", "What the documents show, the most important first.", heading=True)
    dated = [name for name, groups in contents.dated.items() if groups]
    short = summary(contents.views, contents.lists, contents.failed, contents.as_of, dated=dated)
    for line in short.read:
        yield _Line("What was read", line)
    for line in short.findings:
        yield _Line("Finding", line)
    yield _Line("Documents", "What was read, and what was not.", heading=True)
    yield _Line("Read", f"{many(len(records), 'document')} with {many(len(columns), 'body', 'bodies')} compared.")
    for name, reason in contents.failed[:_FILES_SHOWN]:
        yield _Line("Could not be read", f"{name}: {reason}")
    if len(contents.failed) > _FILES_SHOWN:
        yield _Line("Could not be read", f"{len(contents.failed) - _FILES_SHOWN} more; see the sheet Documents.")
    if not contents.failed:
        yield _Line("Could not be read", "None: every document that was given could be read.")
    if contents.skipped:
        yield _Line("Left out", f"{many(len(contents.skipped), 'file')}; the sheet Documents says which and why.")


def _links(written: Mapping[str, Written]) -> Iterator[_Line]:
    yield _Line(
        "Links",
        "Underlined cells lead to a row of another sheet: from the matrix to the quote and back. Filtering leaves them "
        "right. Sorting moves rows, and links then lead to the wrong one; sort in a copy.",
    )
    for name, one in written.items():
        if one.unlinked:
            yield _Line(
                "Links left out",
                f"Excel takes {MAX_LINKS:,} links in a sheet; {one.unlinked:,} more cells of {name} have none.",
            )


def _limits(written: Mapping[str, Written]) -> Iterator[_Line]:
    for name, one in written.items():
        if one.cut:
            yield _Line(
                "Texts cut",
                f"{many(one.cut, 'text')} of {name} had more than the 32,767 characters that a cell holds; […] stands "
                "at the end. clauses.csv and comparison.html have the whole quotes.",
            )
        if one.too_low:
            yield _Line(
                "Long rows",
                f"{many(one.too_low, 'row')} of {name} had more lines than Excel shows in one ({MOST_LINES}). The cell "
                "holds the whole text: select it and look into the formula bar, or make the column wider.",
            )
        if one.left_out:
            yield _Line(
                "Rows left out",
                f"{one.left_out:,} rows of {name} are beyond what an Excel sheet holds; clauses.csv has every clause.",
            )
