"""A workbook for people who work in Excel: one sheet a table, a first sheet to read, and the codebook.

All rows are kept in memory until it is written; for very many documents take another form.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from torparse import __version__
from torparse.export import codebook, codes
from torparse.export.dataset import Dataset
from torparse.export.forms.csv_ import as_text
from torparse.export.model import SEPARATOR, Kind, Row, Table
from torparse.export.part import Part
from torparse.plain_words import day, many
from torparse.report.workbook.book import FOOTER, in_english, new_book
from torparse.report.workbook.front import README, Line, contacts_line, limit_lines, sheet_lines, write_front
from torparse.report.workbook.model import NUMBER, TEXT, YES_NO, Cell, Column, Sheet
from torparse.report.workbook.styles import FILLS, Styles
from torparse.report.workbook.writer import Written, write_sheet

WHAT = "an Excel workbook, torparse.xlsx, with a sheet for each table that has rows, and a codebook"
WITH = ()
NAME = "torparse.xlsx"
TITLE = "Clauses of terms of reference"
CODEBOOK = "Codebook"
MAX_NAME = 31
"""The characters of the name of a sheet."""
KINDS = {
    **codebook.KINDS,
    Kind.YES_NO: "TRUE or FALSE",
    Kind.DATE: "text: ISO 8601 date, or a year or a month alone",
    Kind.MOMENT: "text: ISO 8601 date and time, UTC",
    Kind.DURATION: "text: ISO 8601 duration",
    Kind.LIST: f"text: list with {SEPARATOR} between its items",
}
"""Kinds of values in words, as they are kept in a sheet."""
_FORMS = {Kind.WHOLE_NUMBER: NUMBER, Kind.NUMBER: NUMBER, Kind.YES_NO: YES_NO}
_COLOURED = ("status", "judgement")
_NARROWEST, _WIDEST, _WIDEST_KEY = 9, 60, 36  # characters; keys are long, and the first stays in sight
_BUTTON = 4  # the characters that the button of the filter takes of a header
_WIDTHS = dict(zip(codebook.ENTRIES, (22, 24, 28, 90, 30, 16), strict=True))


class Writer:
    """Writes the workbook."""

    def __init__(self, folder: Path, dataset: Dataset) -> None:
        self._path, self._dataset = folder / NAME, dataset
        self._rows: dict[str, list[Row]] = {table.name: [] for table in dataset.tables}

    def add(self, part: Part | None, rows: Mapping[str, Sequence[Row]]) -> None:
        """Keep the rows."""
        for name, ones in rows.items():
            self._rows[name] += ones

    def end(self) -> None:
        """Write the workbook."""
        self._path.write_bytes(_workbook(self._dataset, self._rows))


def _workbook(dataset: Dataset, rows: Mapping[str, Sequence[Row]]) -> bytes:
    made = io.BytesIO()
    book = new_book(made, TITLE, dataset.choices.as_of)
    styles = Styles(book)
    first = book.add_worksheet(README)
    shown = [table for table in dataset.tables if rows[table.name]]
    names = sheet_names(table.name for table in shown)
    sheets = [_sheet(table, name, rows[table.name]) for table, name in zip(shown, names, strict=True)]
    sheets.append(_codebook(dataset.tables))
    written = {one.name: write_sheet(book.add_worksheet(one.name), one, styles, FOOTER) for one in sheets}
    write_front(first, TITLE, _lines(dataset, rows, sheets, written), styles)
    book.close()
    return in_english(made)


def sheet_names(names: Iterable[str]) -> list[str]:
    """Names of sheets as Excel wants them: at most 31 characters, no two alike whatever their case, and none that this
    workbook or Excel has for another sheet."""
    taken, found = {README.lower(), CODEBOOK.lower(), "history"}, []
    for name in names:
        short, number = name[:MAX_NAME], 1
        while short.lower() in taken:
            number += 1
            short = f"{name[: MAX_NAME - len(f'_{number}')]}_{number}"
        taken.add(short.lower())
        found.append(short)
    return found


def _sheet(table: Table, name: str, rows: Sequence[Row]) -> Sheet:
    columns = []
    for at, column in enumerate(table.columns):
        width = _width(column.name, (row[at] for row in rows), key=at == 0 or column.refers is not None)
        columns.append(Column(column.name, column.about, width, _FORMS.get(column.kind, TEXT)))
    coloured = [column.name in _COLOURED for column in table.columns]
    cells = ([_cell(value, colour) for value, colour in zip(row, coloured, strict=True)] for row in rows)
    # a name of a table may not look like the address of a cell, as that of a clause type might
    return Sheet(name, f"table_{name}", table.about, columns, cells, frozen=1)


def _cell(value: Any, coloured: bool) -> Any:
    if isinstance(value, tuple):
        return as_text(value)
    return Cell(value, value) if coloured and value in FILLS else value


def _width(name: str, values: Iterable[Any], *, key: bool) -> int:
    """The width of a column in characters: of its longest value or its name, within bounds."""
    longest = max((len(line) for value in values for line in as_text(value).split("\n")), default=0)
    return max(min(longest + 1, _WIDEST_KEY if key else _WIDEST), len(name) + _BUTTON, _NARROWEST)


def _codebook(tables: Sequence[Table]) -> Sheet:
    about = "Every column of every table, and every code, with its meaning."
    columns = [Column(name, says, _WIDTHS[name]) for name, says in codebook.ENTRIES.items()]
    return Sheet(CODEBOOK, "table_codebook", about, columns, codebook.entries(tables, KINDS), frozen=2)


def _lines(
    dataset: Dataset, rows: Mapping[str, Sequence[Row]], sheets: Sequence[Sheet], written: Mapping[str, Written]
) -> Iterator[Line]:
    yield from _about(dataset)
    yield from sheet_lines({sheet.name: sheet for sheet in sheets}, written)
    empty = [table.name for table in dataset.tables if not rows[table.name]]
    if empty:
        yield Line("Without a sheet", f"Nothing was found for {', '.join(empty)}. The codebook describes them too.")
    yield from limit_lines(written, whole_texts="--to csv writes them whole.", every_row="--to csv writes every row.")
    yield Line("Statuses", "What a document does with a provision.", heading=True)
    yield from (Line(code, meaning, fill=code) for code, meaning in codes.CELL_STATUS.items())
    yield Line("Judgements", "How terms stand to an item of the checklist.", heading=True)
    yield from (Line(code, meaning, fill=code) for code, meaning in codes.JUDGEMENT.items())


def _about(dataset: Dataset) -> Iterator[Line]:
    choices = dataset.choices
    yield Line(
        "What this is",
        "What terms of reference lay down, clause by clause with the words that prove it, as tables for research. Look "
        "at the quote before you rely on a value; the sheet evaluation says how often torparse is right.",
    )
    yield Line("As of", f"{day(choices.as_of.isoformat())}, the day that review dates are held against.")
    yield Line("Made by", f"torparse {__version__}. run.json beside this file says from which files and how.")
    yield Line("Documents", f"{many(len(dataset.documents), 'document')}; the sheet documents lists them.")
    yield Line("Checklist", f"{choices.checklist.title}. Source: {choices.checklist.source}.")
    yield contacts_line(masked=not choices.include_contacts)
    yield Line("How to read it", "The same in every sheet.", heading=True)
    yield Line("Empty", "Not there. In a table of values the clause does not give that field; its status says why.")
    yield Line("TRUE and FALSE", "Yes and no. Empty where the document does not speak of it.")
    yield Line(
        "Dates and durations", "Texts in the form of ISO 8601, because many documents give a month or a year alone: "
        "2016-06 is June 2016, P21D 21 days. Where a number is meant, it has a column of its own.",
    )  # fmt: skip
    yield Line("Lists", f"Items with {SEPARATOR} between them.")
    yield Line("Shares", "0 to 1.")
    yield Line(
        "Offsets", "start and end count the characters (Unicode code points) of the document's text from 0; the one at "
        "end is not part of it.",
    )  # fmt: skip
    yield Line(
        "Texts", "As the documents have them, but that a space stands for what a cell cannot hold: characters that are "
        "no text, such as a form feed. A text that begins like a formula is text.",
    )  # fmt: skip
    yield Line(
        "Keys", "A column whose name ends in _id holds the same in every sheet: clause_id joins clauses, evidence and "
        "the sheets of the clause types.",
    )  # fmt: skip
