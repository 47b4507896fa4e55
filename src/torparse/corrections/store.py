"""``DIR/corrections/``: one file a document, whose history is only ever added to.

A file is written whole or not at all, flushed to the disk before it takes the old one's place, and under a lock, so
that neither a power cut nor a second person loses what was saved. Nobody writes over what they have not seen: whoever
saves says up to which event they had seen the thing, and a newer event on the same thing is a conflict.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from torparse.compare import slug
from torparse.corrections.events import Action, Event, Say, from_json, to_json
from torparse.errors import BadData, OutputError, TorparseError
from torparse.model import Document
from torparse.outputs import prepare_folder, write_text
from torparse.urls import url_of

NAME = "corrections"
ENDING = ".corrections.json"
_FORMAT, _VERSION = "torparse corrections", 1
_LOCK = ".lock"
_ID = re.compile(r"[\w-]{1,200}")
_WAIT = 10.0  # seconds for somebody else's save to end


class Changed(TorparseError):
    """Somebody has said something newer of the same thing; ``event`` is what."""

    def __init__(self, event: Event) -> None:
        self.event = event
        super().__init__(
            f"{event.say.by} has changed this since you opened it",
            todo="Look at both, then save yours again or leave it",
        )


@dataclass(frozen=True, slots=True)
class History:
    """What was said of one document. ``id`` stays the same for its life, ``path`` is the file's path below the folder
    that holds ``corrections/``, ``sha256`` the file's when something was last said (64 hexadecimal digits)."""

    id: str
    path: str
    sha256: str
    events: tuple[Event, ...] = ()

    @property
    def revision(self) -> int:
        """The number of the newest event, 0 where nothing was said."""
        return self.events[-1].number if self.events else 0

    def last(self, target: tuple[object, ...]) -> Event | None:
        """The newest event on a target."""
        return next((event for event in reversed(self.events) if event.target == target), None)

    def seen(self, say: Say) -> int:
        """The number of the newest event on what ``say`` is about, 0 for none: what ``Folder.add`` wants as ``seen``
        of somebody who has this history before them."""
        last = self.last(Event(0, say).target)
        return last.number if last is not None else 0


class Folder:
    """The corrections of the documents in ``directory``. Nothing is made on the disk before something is said.

    May be used from several threads. A file is read again only when it has changed.
    """

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.files = directory / NAME
        self._read: dict[str, tuple[tuple[int, int], History | BadData]] = {}

    def histories(self) -> Histories:
        """Every history as it is on the disk now."""
        found: dict[str, History | BadData] = {}
        for name, stamp in _listed(self.files):
            known = self._read.get(name)
            if known is None or known[0] != stamp:
                known = self._read[name] = stamp, _read(self.files / name)
            found[name] = known[1]
        return Histories(self.directory, found)

    def history(self, path: Path, document: Document) -> History:
        """What was said of the document at ``path``; raises BadData where that cannot be read."""
        return self.histories().of(path, document)

    def add(self, path: Path, document: Document, say: Say, *, seen: int) -> Event:
        """Add what is said to the document's history. ``seen`` is the number of the newest event on the same thing that
        the person had before them, 0 for none. Raises Changed, BadData, OutputError; then nothing is written."""
        with self._locked():
            history = self.history(path, document)
            event = Event(history.revision + 1, say)
            newer = history.last(event.target)
            if newer is not None and newer.number > seen:
                raise Changed(newer)
            if say.action is Action.UNDO and not any(e.number == say.of for e in history.events):
                raise TorparseError(f"there is no entry {say.of} to take back", where=document.name)
            name = _name(path, self.directory)
            added = History(history.id, name, document.sha256, (*history.events, event))
            write_text(self.files / f"{history.id}{ENDING}", _written(added))
            _flush(self.files)
        return event

    @contextmanager
    def _locked(self) -> Iterator[None]:
        prepare_folder(self.files)
        try:
            with FileLock(self.files / _LOCK, timeout=_WAIT):
                for half in self.files.glob(".*.part"):  # of somebody who was stopped while saving
                    half.unlink(missing_ok=True)
                yield
        except Timeout as error:
            raise OutputError(
                "somebody else has been saving here for ten seconds", where=str(self.files), todo="Save again"
            ) from error


class Histories:
    """The histories of a folder at one moment."""

    def __init__(self, directory: Path, files: Mapping[str, History | BadData]) -> None:
        self._directory = directory
        self._known = {one.path: one for one in files.values() if isinstance(one, History)}
        self.broken = {name: one for name, one in files.items() if isinstance(one, BadData)}
        """Files that hold no history, with what is wrong with each."""

    def of(self, path: Path, document: Document) -> History:
        """What was said of the document at ``path``; raises BadData where its file is a broken one.

        A file that was renamed keeps its history as long as its bytes are the same and no file of the old name is left.
        """
        name = _name(path, self._directory)
        if name in self._known:
            return self._known[name]
        for one in self._known.values():
            # os.path, for which a name that no file can have is one that there is not
            if one.sha256 == document.sha256 and not os.path.exists(self._directory / one.path):
                return one
        for file, error in self.broken.items():
            if re.fullmatch(rf"{slug(name)}-[0-9a-f]{{8}}(?:-\d+)?", file.removesuffix(ENDING)):
                raise error
        return History(_new_id(name, document, {one.id for one in self._known.values()}), name, document.sha256)


def _name(path: Path, directory: Path) -> str:
    return _below(os.path.abspath(path), os.path.abspath(directory))


@lru_cache(maxsize=4096)
def _below(path: str, directory: str) -> str:
    return Path(os.path.relpath(path, directory)).as_posix()


def _listed(folder: Path) -> list[tuple[str, tuple[int, int]]]:
    """The files of a folder of corrections, each with when it was changed (ns) and its size; none without a folder."""
    try:
        with os.scandir(folder) as entries:
            found = [(one.name, one.stat()) for one in entries if one.name.endswith(ENDING)]
    except FileNotFoundError:
        return []
    return sorted((name, (stat.st_mtime_ns, stat.st_size)) for name, stat in found)


def folder_of(path: Path) -> Folder | None:
    """The folder whose corrections hold for the file at ``path``: the nearest above it that has any, or None. A URL has
    none: corrections are kept on this machine."""
    if url_of(path):
        return None
    for above in Path(os.path.abspath(path)).parents:
        files = above / NAME
        if files.is_dir() and any(files.glob(f"*{ENDING}")):
            return Folder(above)
    return None


def now() -> str:
    """The time as an event keeps it: ISO 8601, UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _new_id(name: str, document: Document, taken: set[str]) -> str:
    made = f"{slug(name)}-{document.sha256[:8]}"
    number = 2
    while made in taken:
        made, number = f"{slug(name)}-{document.sha256[:8]}-{number}", number + 1
    return made


def _written(history: History) -> str:
    data = {
        "format": _FORMAT,
        "version": _VERSION,
        "document": {"id": history.id, "path": history.path, "sha256": history.sha256},
        "history": [to_json(event, history.id, history.path) for event in history.events],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _read(file: Path) -> History | BadData:
    """The history in a file, or what is wrong with it."""
    try:
        return _history(file)
    except BadData as error:
        return error


def _history(file: Path) -> History:
    where = str(file)
    data = _loaded(file)
    if data.get("format") != _FORMAT:
        raise BadData("holds no corrections of torparse", where=where, todo="Move it out of the folder corrections")
    if data.get("version") != _VERSION:
        raise BadData(f"is of version {data.get('version')!r}, which this torparse does not know", where=where)
    try:
        about, said = data["document"], data["history"]
        events = tuple(from_json(one, f"{where}, entry {n}") for n, one in enumerate(said, start=1))
        history = History(str(about["id"]), str(about["path"]), str(about["sha256"]), events)
    except (KeyError, TypeError) as error:
        raise BadData(f"lacks a part ({type(error).__name__}: {error})", where=where) from error
    if not _ID.fullmatch(history.id):  # a file is written under this name
        raise BadData(f"its id {history.id[:40]!r} is no name of a history", where=where, todo="Restore it from a copy")
    if [event.number for event in events] != list(range(1, len(events) + 1)):
        raise BadData("its entries are not numbered 1, 2, 3 …", where=where, todo="Restore the file from a copy")
    return history


def _loaded(file: Path) -> dict[str, Any]:
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadData(f"cannot be read ({error.strerror or error})", where=str(file)) from error
    except (ValueError, RecursionError) as error:  # the second: brackets within brackets beyond all measure
        raise BadData("is not JSON in UTF-8", where=str(file), todo="Restore the file from a copy") from error
    if not isinstance(data, dict):
        raise BadData("holds no JSON object", where=str(file), todo="Restore the file from a copy")
    return data


def _flush(folder: Path) -> None:
    """Flush the folder's own entry to the disk, where the system can (Windows has no such thing)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
