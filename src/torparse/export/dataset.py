"""A set of documents as tables: what every form writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from torparse.compare import columns
from torparse.export.documents import Documents, Together
from torparse.export.model import Row, Table
from torparse.export.part import Choices, Part
from torparse.export.tables import tables
from torparse.model import Record

NamedRows = Mapping[str, Sequence[Mapping[str, Any]]]
"""The rows of one document by the name of their table, each by the names of its columns."""


@dataclass(frozen=True)
class Dataset:
    """The tables of ``records``, made as they are asked for, documents in the order of their ids.

    ``records`` are in memory, or documents that are had one after another.
    """

    records: Sequence[Record] | Documents
    choices: Choices

    @cached_property
    def documents(self) -> Documents:
        """The documents, in the order of their ids."""
        return self.records if isinstance(self.records, Documents) else Together(self.records)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """Every table, those that others refer to first."""
        return tables(self.choices)

    def table(self, name: str) -> Table:
        """A table by its name; raises KeyError."""
        return {table.name: table for table in self.tables}[name]

    def named(self, rows: Mapping[str, Iterable[Row]]) -> NamedRows:
        """Rows by the name of their table, with the names of their columns."""
        names = {table.name: [column.name for column in table.columns] for table in self.tables}
        return {name: [dict(zip(names[name], row, strict=True)) for row in ones] for name, ones in rows.items()}

    def parts(self) -> Iterator[Part]:
        """The documents, one after another."""
        documents = self.documents
        for record in documents:
            names = documents.columns[record.document.id]
            yield Part(record, columns([record], names), self.choices, documents.others)
            documents.others.forget()  # those that this one points to

    def rows(self, table: Table) -> Iterator[Row]:
        """All rows of one table. To write several, ``streams`` works each document out once only."""
        yield from table.fixed()
        for part in self.parts():
            yield from table.rows_of(part)

    def streams(self) -> Iterator[tuple[Part | None, Mapping[str, Iterable[Row]]]]:
        """The rows by the name of their table: first what is the same for all documents (with None), then document by
        document."""
        yield None, {table.name: table.fixed() for table in self.tables}
        for part in self.parts():
            yield part, {table.name: table.rows_of(part) for table in self.tables}
