"""What has been read and found once, kept by what it depends on, so that the same file is not read again.

An entry is a record as it was before anybody corrected it. Its name is the SHA-256 of all that it depends on: the
file's bytes and name, the rules and readers of torparse and of plugins (their sources), the packages and programs that
read with them, and the options of reading. So nothing has to be thrown away when something changes: it is no longer
asked for. An entry that is damaged, or was written by something else, is as good as none.

Beside the records stand notes: which files a report wrote from what, so that it is not written again (``unchanged``).
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import pickle
import platform
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cache as once
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from torparse import model, plugins
from torparse.errors import OutputError
from torparse.fingerprint import FINDING, READING, STANDS_ON, fingerprint
from torparse.outputs import write_bytes

if TYPE_CHECKING:
    from torparse.readers import Choices, Limits

VARIABLE = "TORPARSE_CACHE"
"""The environment variable that names another folder; empty: nothing is kept."""
PROGRAMS = ("soffice", "libreoffice", "antiword", "catdoc", "tesseract")
"""Programs that readers make use of where they are installed."""
_MARK = b"torparse record 1\n"
_NOTE_MARK = b"torparse note 1\n"
_DIGEST = 32
_ENDING, _NOTE = ".record", ".note"


@dataclass(frozen=True, slots=True)
class Size:
    """How much a cache holds: entries, and bytes."""

    entries: int
    size: int


class Cache:
    """A folder of entries. Several programs may use it at once: an entry is written whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, key: str) -> model.Record | None:
        """The record kept under a key; None where there is none, or a damaged one, which is taken away."""
        path = self._path(key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        record = unpacked(data)
        if record is None:
            path.unlink(missing_ok=True)
        return record

    def has(self, key: str) -> bool:
        """Whether there is an entry, damaged or not."""
        return bool(key) and self._path(key).exists()

    def put(self, key: str, record: model.Record) -> None:
        """Keep a record. Where the folder cannot be written, nothing is kept: reading goes on without."""
        self._put(self._path(key), _MARK, pickle.dumps(record, protocol=5))

    def _put(self, path: Path, mark: bytes, content: bytes) -> None:
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_bytes(path, _marked(mark, content))
        except (OSError, OutputError):
            return

    def note(self, key: str) -> dict[str, Any] | None:
        """What was noted under a key; None where there is nothing, or something damaged, which is taken away."""
        path = self._path(key, _NOTE)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        content = _content(data, _NOTE_MARK)
        if content is None:
            path.unlink(missing_ok=True)
            return None
        found: dict[str, Any] = json.loads(content)
        return found

    def put_note(self, key: str, note: Mapping[str, Any]) -> None:
        """Note something that JSON can hold. Where the folder cannot be written, nothing is noted."""
        self._put(self._path(key, _NOTE), _NOTE_MARK, json.dumps(note, ensure_ascii=False).encode())

    def size(self) -> Size:
        """How much there is."""
        sizes = [path.stat().st_size for path in self._entries()]
        return Size(len(sizes), sum(sizes))

    def clear(self) -> Size:
        """Take everything away; returns how much that was. Raises OutputError."""
        was = self.size()
        try:
            for path in list(self._entries()):
                path.unlink(missing_ok=True)
        except OSError as error:
            raise OutputError(f"cannot be emptied ({error.strerror})", where=str(self.folder)) from error
        return was

    def _path(self, key: str, ending: str = _ENDING) -> Path:
        return self.folder / key[:2] / f"{key}{ending}"

    def _entries(self) -> Iterator[Path]:
        return (path for ending in (_ENDING, _NOTE) for path in self.folder.glob(f"??/*{ending}"))


def usual() -> Cache | None:
    """The cache of this user on this machine, or of the folder that the environment names; None where it names none."""
    given = os.environ.get(VARIABLE)
    if given is not None:
        return Cache(Path(given)) if given else None
    from platformdirs import user_cache_path

    return Cache(user_cache_path("torparse", appauthor=False))


def key_of(sha256: str, name: str, id: str, choices: Choices, limits: Limits) -> str:
    """What the record of a file depends on, as one SHA-256 (hexadecimal). ``sha256`` is that of the file's bytes.

    The limits are among it: what a run with wider ones could read must stay unreadable for one with narrower ones.
    """
    of_a_file = {name: value for name, value in asdict(limits).items() if name != "max_files"}
    given = {
        "sha256": sha256, "name": name, "id": id, "choices": asdict(choices), "limits": of_a_file, **_environment()
    }  # fmt: skip
    return hashlib.sha256(json.dumps(given, sort_keys=True, default=str).encode()).hexdigest()


@once
def _environment() -> Mapping[str, Any]:
    """What records of all files depend on."""
    return {
        "torparse": [fingerprint(*READING), fingerprint(*FINDING)],
        "python": platform.python_version(),
        "packages": {name: version(name) for name in STANDS_ON},
        "plugins": plugins.installed(),
        "programs": {name: shutil.which(name) or "" for name in PROGRAMS},
    }


def packed(record: model.Record) -> bytes:
    """A record as it is kept, with the digest of its bytes."""
    return _marked(_MARK, pickle.dumps(record, protocol=5))


def unpacked(data: bytes) -> model.Record | None:
    """The record; None where the bytes are not exactly those that were written."""
    content = _content(data, _MARK)
    if content is None:
        return None
    try:
        found = _Records(io.BytesIO(content)).load()
    except pickle.UnpicklingError:
        return None
    return found if isinstance(found, model.Record) else None


def _marked(mark: bytes, content: bytes) -> bytes:
    return mark + hashlib.sha256(content).digest() + content


def _content(data: bytes, mark: bytes) -> bytes | None:
    """What follows the mark and the digest; None where it is not what was written."""
    head, digest, content = data[: len(mark)], data[len(mark) :][:_DIGEST], data[len(mark) + _DIGEST :]
    return content if head == mark and hashlib.sha256(content).digest() == digest else None


class _Records(pickle.Unpickler):
    """Loads records and what they are made of, and nothing else: whoever can write into the folder can make torparse
    show other results, as with any file of results, but cannot make it run anything."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in _classes():
            raise pickle.UnpicklingError(f"{module}.{name} is no part of a record")
        return super().find_class(module, name)


@once
def _classes() -> frozenset[tuple[str, str]]:
    """The classes that a record is made of: the model's, and the value models of the clause types."""
    from torparse.clauses import types

    own = {(model.__name__, name) for name, one in vars(model).items() if isinstance(one, type)}
    return frozenset(own | {(kind.value.__module__, kind.value.__qualname__) for kind in types().values()})
