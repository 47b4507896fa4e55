"""A table with a row for each document: CSV of any usual sort, or a spreadsheet.

What spreadsheet programs really save is read: UTF-8 with or without a byte order mark, UTF-16, Windows-1252; commas,
semicolons, tabs or bars; a title above the header; blank rows; 2015 stored as 2015.0. A table that cannot be understood
is one BadData with its place.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
import unicodedata
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from torparse.errors import BadData

#: What a column that names the file may be called, the surest first; case, spaces and underscores do not count.
FILE_COLUMNS = ("file", "filename", "document", "documentname", "path", "filepath", "doc", "documentid", "docid", "id")
BODY_COLUMNS = ("body", "bodyname")
#: The name under which such a table usually lies beside the documents.
MANIFEST = "manifest.csv"

_LARGEST = 20 * 1024 * 1024
_HEADER_WITHIN = 20  # rows: titles and notes above a header are fewer
_DELIMITERS = (",", ";", "\t", "|")
_EMPTY = frozenset(("", "-", "–", "—"))
_WHOLE = re.compile(r"-?\d+(?:\.0+)?")
_SPREADSHEETS = (".xlsx", ".xlsm", ".ods", ".xls")
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"

_Cells = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: its number as a spreadsheet counts, the file and the body ("" where none) it is about.

    ``facts`` are the cells of the other columns that are not empty.
    """

    number: int
    file: str
    body: str
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file that name a document, with the names of the columns that hold facts. ``label`` is the file."""

    label: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read(path: Path) -> Table:
    """The table in ``path``; raises BadData where it cannot be read or has no column that names the file."""
    label = str(path)
    data = _bytes(path)
    if path.suffix.lower() in _SPREADSHEETS or data.startswith((_ZIP, _OLE)):
        sheets = list(_sheets(path, data))
    else:
        sheets = list(_delimited(_text(data, label), label))
    for cells in sheets:
        header = _header(cells)
        if header is not None:
            return _table(cells, header, label)
    raise _no_file_column(sheets, label)


def hint(paths: Iterable[Path]) -> str:
    """What to say where a folder of the input holds a table of that name and none was asked for, or "".

    It is never read unasked: a report is passed on, and whoever keeps notes beside documents has not said that they
    may go with it.
    """
    found = [path / MANIFEST for path in paths if path.is_dir() and (path / MANIFEST).is_file()]
    if not found:
        return ""
    return f"{found[0]} is not used unless you ask: --metadata {found[0]} compares by its columns"


def plain(name: str) -> str:
    """A column's name without case, accents, spaces and signs, for comparing."""
    letters = unicodedata.normalize("NFKD", name).casefold()
    return re.sub(r"[^a-z0-9]", "", letters)


def _bytes(path: Path) -> bytes:
    label = str(path)
    if path.is_dir():
        raise BadData("is a folder", where=label, todo="Give a CSV file or a spreadsheet with one row a document")
    try:
        if path.stat().st_size > _LARGEST:
            raise BadData("is larger than 20 MiB", where=label, todo="Give a table with one row a document")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise BadData("there is no such file", where=label, todo="Look at the name after --metadata") from error
    except OSError as error:
        raise BadData(f"cannot be read ({error.strerror or error})", where=label) from error
    if not data.strip():
        raise BadData("is empty", where=label, todo="Give a table with one row a document")
    return data


def _text(data: bytes, label: str) -> str:
    for mark, encoding in ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"),
                           (codecs.BOM_UTF16_BE, "utf-16")):  # fmt: skip
        if data.startswith(mark):
            tried: tuple[str, ...] = (encoding,)
            break
    else:
        tried = ("utf-8", "cp1252")
    for encoding in tried:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise BadData("is not a table in text", where=label, todo="Save it as CSV (UTF-8) or as .xlsx")


def _delimited(text: str, label: str) -> Iterator[_Cells]:
    """The cells by each delimiter, the one that makes most of the first rows first.

    A program says "sep=;" in a line of its own where it does not trust the reader.
    """
    told = re.match(r"sep=(.)\r?\n", text, re.IGNORECASE)
    delimiters = (told[1],) if told else _DELIMITERS
    text = f"\n{text[told.end() :]}" if told else text  # the rows keep their numbers
    tables = []
    for delimiter in delimiters:
        try:
            reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
            tables.append([[_clean(cell) for cell in row] for row in reader])
        except csv.Error as error:
            raise BadData(f"line {reader.line_num}: {error}", where=label, todo="Save it as CSV (UTF-8)") from error
    return iter(sorted(tables, key=_width, reverse=True))


def _width(cells: _Cells) -> int:
    """How many cells the header has, else the widest of the first rows."""
    header = _header(cells)
    rows = cells[:_HEADER_WITHIN] if header is None else [cells[header]]
    return max((len(row) for row in rows), default=0)


def _sheets(path: Path, data: bytes) -> Iterator[_Cells]:
    """The cells of every sheet, in the order of the workbook."""
    import pandas as pd
    from openpyxl.utils.exceptions import InvalidFileException

    label = str(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # of styles and checks that are no cells
            sheets = pd.read_excel(io.BytesIO(data), sheet_name=None, header=None, dtype=object)
    except ImportError as error:
        what = "torparse does not read this kind of spreadsheet"
        raise BadData(what, where=label, todo="Save it as .xlsx without a password, or as CSV") from error
    except (
        ValueError, KeyError, TypeError, IndexError, AttributeError, OSError, EOFError, zlib.error, zipfile.BadZipFile,
        ParseError, InvalidFileException,
    ) as error:  # fmt: skip
        what = "is not a spreadsheet that can be read"
        raise BadData(what, where=label, todo="Save it anew as .xlsx or CSV") from error
    for sheet in sheets.values():
        yield [[_cell(value) for value in row] for row in sheet.itertuples(index=False, name=None)]


def _cell(value: Any) -> str:
    """A spreadsheet's cell as it would be written: whole numbers without a point, days without a time."""
    if value is None or (isinstance(value, float) and value != value):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return "" if value != value else str(value.date() if value.time() == time() else value)
    return _clean(str(value))


def _clean(cell: str) -> str:
    words = " ".join(unicodedata.normalize("NFC", cell).split())
    return "" if words in _EMPTY else words


def _header(cells: _Cells) -> int | None:
    """Which of the first rows is the header: the first with a column that names the file and another one."""
    for number, row in enumerate(cells[:_HEADER_WITHIN]):
        named = [name for name in map(plain, row) if name]
        if len(named) > 1 and set(named) & set(FILE_COLUMNS):
            return number
    return None


def _table(cells: _Cells, header: int, label: str) -> Table:
    names = list(cells[header])
    twice = [name for at, name in enumerate(names) if name and plain(name) in map(plain, names[:at])]
    if twice:
        raise BadData(f"two columns are called {twice[0]!r}", where=f"{label}, row {header + 1}", todo="Rename one")
    known = [plain(name) for name in names]
    file = known.index(next(name for name in FILE_COLUMNS if name in known))
    body = next((known.index(name) for name in BODY_COLUMNS if name in known), None)
    others = [at for at, name in enumerate(names) if name and at not in (file, body)]
    rows = []
    for number, row in enumerate(cells[header + 1 :], header + 2):
        padded = [*row, *[""] * (len(names) - len(row))]
        if padded[file]:
            facts = {names[at]: padded[at] for at in others if padded[at]}
            rows.append(Row(number, padded[file], padded[body] if body is not None else "", facts))
    if not rows:
        raise BadData("has a header and no rows", where=label, todo="Give it one row a document")
    columns = tuple(names[at] for at in others)
    return Table(label, columns, _whole_numbers(rows, columns))


def _whole_numbers(rows: Sequence[Row], columns: Iterable[str]) -> tuple[Row, ...]:
    """The rows with 2015 for 2015.0 in columns that hold nothing but whole numbers; version 3.0 beside 3.1 stays."""
    given = {name: [row.facts[name] for row in rows if name in row.facts] for name in columns}
    whole = {name for name, cells in given.items() if all(map(_WHOLE.fullmatch, cells))}
    return tuple(
        Row(row.number, row.file, row.body, {k: v.partition(".")[0] if k in whole else v for k, v in row.facts.items()})
        for row in rows
    )


def _no_file_column(sheets: Sequence[_Cells], label: str) -> BadData:
    first = next((row for cells in sheets for row in cells if any(row)), [])
    there = ", ".join(name for name in first if name)[:200]
    return BadData(
        f"no column names the file{f' (the first row is: {there})' if there else ''}",
        where=label,
        todo="Call one column file, filename, document or path, and let another hold facts",
    )
