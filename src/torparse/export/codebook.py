"""The codebook: every table, every column, every code, in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from torparse import __version__
from torparse.export.dataset import Dataset
from torparse.export.model import SEPARATOR, Column, Kind, Row, Table

NAME = "codebook.md"
KINDS = {
    Kind.TEXT: "text",
    Kind.WHOLE_NUMBER: "whole number",
    Kind.NUMBER: "number",
    Kind.YES_NO: "true or false",
    Kind.DATE: "ISO 8601 date, or a year or a month alone",
    Kind.MOMENT: "ISO 8601 date and time, UTC",
    Kind.DURATION: "ISO 8601 duration",
    Kind.LIST: f"list; in CSV with {SEPARATOR} between its items",
}
"""Kinds of values in words."""
ENTRIES = {
    "table": "The table.",
    "column": "The column of that table.",
    "code": "A code that may stand in the column; empty in the row on the column itself.",
    "meaning": "What the column holds, or what the code means.",
    "kind": "How the column's values are kept; empty in the rows on codes.",
    "unit": "What a number counts.",
}
"""The columns of the codebook where it is a table itself."""
_HEAD = """\
# Codebook

The tables of this export, made by torparse {version} as of {as_of}. Everything below is generated from the
descriptions that torparse itself works with.

- **Empty** means: not there. In a table of values, the clause does not give that field; its status says why. Numbers
  and other value fields are filled for clauses whose status is `stated` only.
- **Absent is not unknown.** In `cells`, `absent` means that the terms were read and do not say it; `not_assessable`
  that this document cannot tell; `deferred` that they point to another place; `placeholder` that they promise it.
- **Machine and people.** `source` says who says so; where a person put something right, what torparse had found is kept
  beside it, and everything that people said is in `corrections`.
- **Offsets** count Unicode code points of the document's text, from 0; the end is exclusive. `torparse read --text`
  prints that text; its SHA-256 is in `documents`.
- **Shares** are 0 to 1. **Dates and durations** are ISO 8601. **Lists** have {separator} between their items in CSV
  (in an item itself it is written ¦), and are lists elsewhere. True and false are `true` and `false`.
- **Texts are as they are.** No cell is changed for spreadsheets: one that begins with `=` is the document's own text.
- {redacted}
- How far to trust it is in `evaluation`, by clause type. Look at the quote before you rely on a value.

"""
_REDACTED = (
    "**Personal data**: e-mail addresses, telephone numbers and names of contacts are hidden with █, one for each\n"
    "  character, so that offsets hold. Names in running text that nothing marks as a contact's are not found."
)
_OPEN = "**Personal data** is included as the documents have it (--include-contacts): think before you pass this on."


def codebook(dataset: Dataset) -> str:
    """The codebook of a dataset."""
    head = _HEAD.format(
        version=__version__,
        as_of=dataset.choices.as_of.isoformat(),
        separator=f"`{SEPARATOR}`",
        redacted=_OPEN if dataset.choices.include_contacts else _REDACTED,
    )
    return head + "\n".join(line for table in dataset.tables for line in _table(table))


def entries(tables: Iterable[Table], kinds: Mapping[Kind, str]) -> Iterator[Row]:
    """The codebook as rows of ``ENTRIES``; ``kinds`` says how a form keeps the values."""
    for table in tables:
        for column in table.columns:
            yield (table.name, column.name, None, _about(column), kinds[column.kind], column.unit or None)
            for code, meaning in column.codes.items():
                yield (table.name, column.name, code, " ".join(meaning.split()), None, None)


def _table(table: Table) -> Iterator[str]:
    yield f"## {table.path}\n"
    yield f"{table.about}\n"
    yield f"Key: {', '.join(f'`{name}`' for name in table.key)}.\n"
    yield "| column | what it holds | kind | unit |"
    yield "| --- | --- | --- | --- |"
    for column in table.columns:
        yield f"| `{column.name}` | {_cell(_about(column))} | {_cell(KINDS[column.kind])} | {_cell(column.unit)} |"
    yield ""
    for column in table.columns:
        if column.codes:
            yield f"Codes of `{column.name}`:\n"
            yield from (f"- `{code}`: {' '.join(meaning.split())}" for code, meaning in column.codes.items())
            yield ""


def _about(column: Column) -> str:
    refers = f" In {column.refers[0]}." if column.refers else ""
    never = " Never empty." if column.needed else ""
    return f"{column.about}{refers}{never}"


def _cell(text: str) -> str:
    return text.replace("|", r"\|").replace("\n", " ")
