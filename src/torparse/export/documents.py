"""The documents of an export: had one after another, however many there are, and what all of them are needed for.

Two things of a document depend on all: the ids of its columns, which no two share, and the document that it points to.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from torparse.compare import distinct, stems_of
from torparse.following import Others
from torparse.model import Record


class Documents(ABC):
    """Documents in the order of their ids. Going through them may be done several times."""

    @abstractmethod
    def __len__(self) -> int:
        """How many there are."""

    @abstractmethod
    def __iter__(self) -> Iterator[Record]:
        """The records, one at a time in memory where they are many."""

    @property
    @abstractmethod
    def inputs(self) -> Sequence[tuple[str, str]]:
        """The id of each document and the SHA-256 of its file."""

    @property
    @abstractmethod
    def stems(self) -> Sequence[tuple[str, Sequence[str]]]:
        """The id of each document and those of its columns before the others are looked at."""

    @property
    @abstractmethod
    def others(self) -> Others:
        """The documents that one of them may point to."""

    @cached_property
    def columns(self) -> Mapping[str, Sequence[str]]:
        """The ids of the columns of each document by its id."""
        names = iter(distinct(stem for _, stems in self.stems for stem in stems))
        return {id_: [next(names) for _ in stems] for id_, stems in self.stems}


class Together(Documents):
    """Records that are in memory."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._records = sorted(records, key=lambda record: record.document.id)

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[Record]:
        return iter(self._records)

    @property
    def inputs(self) -> Sequence[tuple[str, str]]:
        return [(record.document.id, record.document.sha256) for record in self._records]

    @property
    def stems(self) -> Sequence[tuple[str, Sequence[str]]]:
        return [(record.document.id, stems_of(record)) for record in self._records]

    @cached_property
    def others(self) -> Others:
        return Others.of(self._records)
