"""What a report wrote from what, noted in the cache, so that it is not written again where nothing has changed.

A note is kept under the SHA-256 of all that the files depend on. It holds where every file is still there with the
bytes that were written; a file that was changed or is missing is written again with its part.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from torparse import fingerprint
from torparse.cache import Cache
from torparse.outputs import digest


def key_of(**depends: Any) -> str:
    """The SHA-256 (hexadecimal) of what files depend on, with torparse itself. JSON must be able to hold it."""
    given = json.dumps({"torparse": fingerprint.everything(), **depends}, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(given.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Note:
    """``files`` are those of one folder with their SHA-256, by their names. ``looked_into`` are other documents that
    they rest on, by their ids, with what stands for each. ``more`` is what is known of them without reading them."""

    files: Mapping[str, str]
    looked_into: Mapping[str, str] = field(default_factory=dict)
    more: Mapping[str, Any] = field(default_factory=dict)

    def holds(self, folder: Path) -> bool:
        """Whether the files are in a folder as they were written."""
        return all(digest(folder / name) == sha256 for name, sha256 in self.files.items())


class Notes:
    """The notes in a cache; without one nothing is noted and nothing found."""

    def __init__(self, cache: Cache | None) -> None:
        self._cache = cache

    def __bool__(self) -> bool:
        return self._cache is not None

    def find(self, key: str) -> Note | None:
        """The note under a key; None where there is none."""
        found = self._cache.note(key) if self._cache and key else None
        return Note(**found) if found else None

    def keep(self, key: str, note: Note) -> None:
        """Keep a note."""
        if self._cache and key:
            self._cache.put_note(key, asdict(note))


def digests(files: Iterable[Path]) -> dict[str, str]:
    """The SHA-256 of files that have just been written, by their names."""
    return {path.name: digest(path) for path in files}
