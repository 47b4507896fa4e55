"""The documents of an export, set aside on the disk while they are read, so that only one of them is in memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from torparse.export import Documents
from torparse.following import Others
from torparse.many import shelf
from torparse.many.shelf import Entry, Shelf
from torparse.model import Record


class SetAside(Documents):
    """The records of a shelf on which nothing is put any more."""

    def __init__(self, kept: Shelf) -> None:
        kept.done()
        self._shelf = kept
        self._entries: Sequence[Entry] = sorted(kept.entries, key=lambda entry: entry.id)

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Record]:
        for entry in self._entries:
            yield from shelf.fetched(self._shelf.records, [entry.place])

    @property
    def inputs(self) -> Sequence[tuple[str, str]]:
        return sorted((other.id, other.sha256) for other in self.others)

    @property
    def stems(self) -> Sequence[tuple[str, Sequence[str]]]:
        return [(entry.id, entry.stems) for entry in self._entries]

    @cached_property
    def others(self) -> Others:
        return shelf.others(self._shelf.records, self._shelf.others)
