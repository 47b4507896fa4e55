"""Parquet: one file a table, each value of its own type, with the codebook in the file itself.

The description of a column, its unit and its codes are in the metadata of its field, those of the table in the
schema's. The bytes depend on the rows and on the version of pyarrow only: a Parquet file bears no date.

Where parts are wanted, a table is a folder (``clauses/part-0000.parquet``): parts of the same number are of the same
documents, a part without rows is left out but for the first, which holds what is the same for all documents.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from torparse import __version__
from torparse.errors import TorparseError
from torparse.export.dataset import Dataset
from torparse.export.model import Column, Kind, Row, Table
from torparse.export.part import Part

WHAT = "one Parquet file a table, in parquet/, or with --partition several (needs torparse[parquet])"
WITH = ()
FOLDER, ENDING = "parquet", ".parquet"
ROWS_AT_ONCE = 50_000
"""The rows of a group of rows; as many are kept in memory for each table before they are written."""


def ready() -> None:
    """Raises TorparseError without pyarrow."""
    if find_spec("pyarrow") is None:
        raise TorparseError(
            "Parquet needs the package pyarrow, which is not installed",
            where="--to parquet",
            todo="Install it with: pip install 'torparse[parquet]'",
        )


def superseded(out: Path, dataset: Dataset, written: Collection[Path]) -> list[Path]:
    """What an earlier export has left below ``out`` that a reader would take for part of this one."""
    found: list[Path] = []
    for table in dataset.tables:
        stem = out / FOLDER / table.path
        found += (path for path in (stem.with_suffix(ENDING), *stem.glob(_part("*"))) if path.exists())
    return [path for path in found if path not in written]


class Writer:
    """Writes a file for each table, or one for each table and so many documents."""

    def __init__(self, folder: Path, dataset: Dataset) -> None:
        self._folder, self._tables = folder / FOLDER, {table.name: table for table in dataset.tables}
        self._partition = dataset.choices.partition
        self._number, self._documents = 0, 0
        self._files = {name: _File(self._path(table), table) for name, table in self._tables.items()}

    def add(self, part: Part | None, rows: Mapping[str, Sequence[Row]]) -> None:
        """Write the rows, many at once."""
        if part is not None and self._partition:
            if self._documents == self._partition:
                self.end()
                self._files, self._number, self._documents = {}, self._number + 1, 0
            self._documents += 1
        for name, ones in rows.items():
            if ones and name not in self._files:
                table = self._tables[name]
                self._files[name] = _File(self._path(table), table)
            if ones:
                self._files[name].add(ones)

    def end(self) -> None:
        """Write what is left and close the files."""
        for file in self._files.values():
            file.end()

    def _path(self, table: Table) -> Path:
        if not self._partition:
            return self._folder / f"{table.path}{ENDING}"
        return self._folder / table.path / _part(f"{self._number:04d}")


def _part(number: str) -> str:
    return f"part-{number}{ENDING}"


class _File:
    """One table as a file."""

    def __init__(self, path: Path, table: Table) -> None:
        from pyarrow.parquet import ParquetWriter

        path.parent.mkdir(parents=True, exist_ok=True)
        self._schema = _schema(table)
        # every choice that changes bytes and has a default is made here, so that another default changes nothing
        self._writer = ParquetWriter(
            path, self._schema, version="2.6", compression="snappy", use_dictionary=True, write_statistics=True,
            data_page_version="1.0", store_schema=True,
        )  # fmt: skip
        self._rows: list[Row] = []

    def add(self, rows: Sequence[Row]) -> None:
        self._rows += rows
        if len(self._rows) >= ROWS_AT_ONCE:
            self._write()

    def end(self) -> None:
        if self._rows:
            self._write()
        self._writer.close()

    def _write(self) -> None:
        import pyarrow

        columns = zip(zip(*self._rows, strict=True), self._schema, strict=True)
        arrays = [pyarrow.array(values, field.type) for values, field in columns]
        self._writer.write_table(pyarrow.Table.from_arrays(arrays, schema=self._schema), ROWS_AT_ONCE)
        self._rows = []


def _schema(table: Table) -> Any:
    import pyarrow

    types = {
        Kind.WHOLE_NUMBER: pyarrow.int64(),
        Kind.NUMBER: pyarrow.float64(),
        Kind.YES_NO: pyarrow.bool_(),
        Kind.LIST: pyarrow.list_(pyarrow.string()),
    }
    fields = [
        pyarrow.field(c.name, types.get(c.kind, pyarrow.string()), nullable=not c.needed, metadata=_described(c))
        for c in table.columns
    ]
    about = {"description": table.about, "key": json.dumps(table.key), "torparse": __version__}
    return pyarrow.schema(fields, metadata=about)


def _described(column: Column) -> dict[str, str]:
    """What a column holds; pyarrow takes texts only, so that the codes are JSON."""
    codes = json.dumps(dict(column.codes), ensure_ascii=False) if column.codes else ""
    made = {"description": column.about, "unit": column.unit, "codes": codes}
    return {key: value for key, value in made.items() if value}
