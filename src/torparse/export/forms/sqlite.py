"""A SQLite database with keys, views and full-text search over the quotes, and ``metadata.json`` to open it in
Datasette: ``datasette torparse.sqlite -m metadata.json``.

Lists are JSON arrays, true and false are 1 and 0. The bytes depend on the rows and on the version of SQLite only.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from torparse.errors import TorparseError
from torparse.export import codebook
from torparse.export.dataset import Dataset
from torparse.export.forms._datasette import CODEBOOK, SEARCH, metadata
from torparse.export.forms._views import VIEWS
from torparse.export.model import Column, Kind, Row, Table
from torparse.export.part import Part

WHAT = "a SQLite database, torparse.sqlite, with views and full-text search, and metadata.json for Datasette"
WITH = ()
NAME, METADATA = "torparse.sqlite", "metadata.json"
KINDS = {**codebook.KINDS, Kind.YES_NO: "1 for true, 0 for false", Kind.LIST: "list, as a JSON array of texts"}
"""Kinds of values in words, as the database keeps them."""
_TYPES = {Kind.WHOLE_NUMBER: "INTEGER", Kind.NUMBER: "REAL", Kind.YES_NO: "INTEGER"}
_SETTINGS = (
    "page_size = 4096",
    "encoding = 'UTF-8'",
    "auto_vacuum = NONE",
    # nobody sees the file before it is whole, and no words of a document may stay in a temporary file
    "journal_mode = OFF",
    "synchronous = OFF",
    "temp_store = MEMORY",
    "foreign_keys = ON",
)
# words in any of their forms ("meetings" finds "meeting"), with or without accents
_SEARCH_TABLE = (
    f'CREATE VIRTUAL TABLE "{SEARCH}" USING fts5("quote", content="clauses", '
    "tokenize='porter unicode61 remove_diacritics 2')"
)


def ready() -> None:
    """Raises TorparseError where Python's SQLite has no full-text search."""
    database = sqlite3.connect(":memory:")
    found = database.execute("SELECT count(*) FROM pragma_module_list WHERE name = 'fts5'").fetchone()
    database.close()
    if not found[0]:
        raise TorparseError(
            f"the SQLite {sqlite3.sqlite_version} of this Python has no full-text search (FTS5)",
            where="--to sqlite",
            todo="Use a Python from python.org or of your system, or another form",
        )


class Writer:
    """Writes the database and the file for Datasette."""

    def __init__(self, folder: Path, dataset: Dataset) -> None:
        self._folder, self._dataset = folder, dataset
        self._database = sqlite3.connect(folder / NAME, isolation_level=None)
        for setting in _SETTINGS:
            self._database.execute(f"PRAGMA {setting}")
        self._database.execute("BEGIN")
        for table in dataset.tables:
            self._database.execute(_create(table))

    def add(self, part: Part | None, rows: Mapping[str, Sequence[Row]]) -> None:
        """Write the rows, those that others refer to first."""
        for table in self._dataset.tables:
            self._insert(table.name, len(table.columns), rows.get(table.name, ()))

    def end(self) -> None:
        """Write indexes, views, the codebook and the full-text index, and close the database."""
        database = self._database
        names = ", ".join(f'"{name}" TEXT' for name in codebook.ENTRIES)
        database.execute(f'CREATE TABLE "{CODEBOOK}" ({names})')
        self._insert(CODEBOOK, len(codebook.ENTRIES), codebook.entries(self._dataset.tables, KINDS))
        for statement in (*_indexes(self._dataset), *(view.sql for view in VIEWS), _SEARCH_TABLE):
            database.execute(statement)
        database.execute(f'INSERT INTO "{SEARCH}" ("{SEARCH}") VALUES (\'rebuild\')')
        database.execute(f'INSERT INTO "{SEARCH}" ("{SEARCH}") VALUES (\'optimize\')')
        database.execute("COMMIT")
        database.execute("VACUUM")
        database.close()
        made = metadata(self._dataset, Path(NAME).stem)
        (self._folder / METADATA).write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", "utf-8")

    def _insert(self, name: str, columns: int, rows: Iterable[Row]) -> None:
        places = ", ".join("?" * columns)
        self._database.executemany(
            f'INSERT INTO "{name}" VALUES ({places})', ([_plain(value) for value in row] for row in rows)
        )


def _plain(value: Any) -> Any:
    """A value as SQLite keeps it."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, tuple | list) else value


def _create(table: Table) -> str:
    """The statement that makes a table; what columns hold stays in it as comments."""
    lines = [(_column(column, table.key), _comment(column.about)) for column in table.columns]
    if len(table.key) > 1:
        names = ", ".join(f'"{name}"' for name in table.key)
        lines.append((f"PRIMARY KEY ({names})", ""))
    last = len(lines) - 1
    body = "".join(f"  {line}{'' if at == last else ','}{about}\n" for at, (line, about) in enumerate(lines))
    return f'CREATE TABLE "{table.name}" ({_comment(table.about)}\n{body})'


def _comment(text: str) -> str:
    return f" -- {' '.join(text.split())}"


def _column(column: Column, key: Sequence[str]) -> str:
    name = f'"{column.name}"'
    words = [name, _TYPES.get(column.kind, "TEXT")]
    if column.needed:
        words.append("NOT NULL")
    if tuple(key) == (column.name,):
        words.append("PRIMARY KEY")
    if column.kind is Kind.YES_NO:
        words.append(f"CHECK ({name} IN (0, 1))")
    if column.refers:
        words.append('REFERENCES "{}" ("{}")'.format(*column.refers))
    return " ".join(words)


def _indexes(dataset: Dataset) -> Iterator[str]:
    """An index on every column that leads to another table, but where the key begins with it; and on what clauses and
    cells are filtered by."""
    filtered = {("clauses", "type"), ("clauses", "status"), ("cells", "status"), ("checklist", "judgement")}
    for table in dataset.tables:
        for column in table.columns:
            leads = column.refers is not None and table.key[0] != column.name
            if leads or (table.name, column.name) in filtered:
                yield f'CREATE INDEX "{table.name}_{column.name}" ON "{table.name}" ("{column.name}")'
