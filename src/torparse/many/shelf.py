"""Records of a run set aside on the disk, so that thousands of documents can be compared with few in memory.

The file is in a folder of its own that no other user can read, and goes with it when the run ends.
"""

from __future__ import annotations

import hashlib
import pickle
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from torparse import cache
from torparse.compare import stems_of
from torparse.following import Other, Others, names_of
from torparse.model import Kind, Record

Place = tuple[int, int]
"""Where a record begins in the file, and its length, in bytes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A record that was set aside. ``key`` stands for all that it depends on ("" where that is not known), ``stems``
    are the ids of its columns before those of other documents are looked at."""

    id: str
    key: str
    stems: tuple[str, ...]
    place: Place

    @property
    def weight(self) -> int:
        """How much of a page it takes: its bodies, or 1."""
        return max(1, len(self.stems))


class Shelf:
    """The records of one run. ``entries`` are in the order in which they were put there."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="torparse-", ignore_cleanup_errors=True)
        self.records = Path(self._folder.name) / "records"
        self.others = Path(self._folder.name) / "others"
        self.entries: list[Entry] = []
        self._end = 0
        self._facts = hashlib.sha256()
        self._records, self._others = self.records.open("wb"), self.others.open("wb")

    def __enter__(self) -> Shelf:
        return self

    def __exit__(self, *_: object) -> None:
        self._records.close()
        self._others.close()
        self._folder.cleanup()

    def put(self, record: Record, key: str) -> None:
        """Set a record aside."""
        data = cache.packed(record)
        place = (self._end, len(data))
        self._records.write(data)
        self._end += len(data)
        document, names = record.document, tuple(sorted(names_of(record)))
        pickle.dump((document.id, document.sha256, str(record.kind), names, place), self._others)
        self._facts.update(repr((document.id, str(record.kind), names)).encode())
        self.entries.append(Entry(document.id, key, stems_of(record), place))

    def digest(self) -> str:
        """The SHA-256 (hexadecimal) of all by which documents are looked up."""
        return self._facts.hexdigest()

    def done(self) -> None:
        """All records are there: others may read them now."""
        self._records.flush()
        self._others.flush()


def fetched(file: Path, places: Sequence[Place]) -> list[Record]:
    """The records at these places of a shelf's file; raises ValueError where it is not what was put there."""
    found = []
    with file.open("rb") as stream:
        for start, size in places:
            stream.seek(start)
            record = cache.unpacked(stream.read(size))
            if record is None:
                raise ValueError(f"{file} has no record at {start}")
            found.append(record)
    return found


def others(records: Path, file: Path) -> Others:
    """Every document of a shelf, to be looked up; records are fetched from ``records``, the rest is in ``file``."""

    def fetch(place: Place) -> Record:
        return fetched(records, [place])[0]

    return Others(
        Other(id_, sha256, Kind(kind), frozenset(names), lambda place=place: fetch(place))  # type: ignore[misc]
        for id_, sha256, kind, names, place in _listed(file)
    )


def _listed(file: Path) -> Iterator[tuple[str, str, str, tuple[str, ...], Place]]:
    with file.open("rb") as stream:
        while stream.peek(1):
            yield pickle.load(stream)
