"""The documents of the folder as the review page knows them: found, read one by one in the background, looked up."""

from __future__ import annotations

import gc
import hashlib
import os
import threading
import time
from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from torparse.corrections import Applied, Event, Folder, Histories, Say, heeded
from torparse.errors import BadData, TorparseError
from torparse.left_out import REMOVED, left_out_of
from torparse.review.background import Background, Urgency
from torparse.review.kept import Every, kept
from torparse.tasks import Task, apart, choices_of, limits_of, read_record

if TYPE_CHECKING:
    from torparse.model import Record

T = TypeVar("T")
CORRECTIONS, REPORTS = "corrections", "reports"
_OURS = (CORRECTIONS, REPORTS, REMOVED)
_AGAIN = 2.0  # seconds before the folder is looked through once more unasked


class State(StrEnum):
    """How far the reading of a document is."""

    WAITING = "waiting"
    READING = "reading"
    READ = "read"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Item:
    """A document of the folder. ``key`` names it in addresses, ``id`` is its path below the folder.

    ``reason`` says in a line why it could not be read. ``changed``: the file is not the one any more that was read.
    ``single``: it is a file of its own, and not one in an archive.
    """

    key: str
    id: str
    path: Path
    stamp: tuple[int, int]
    state: State = State.WAITING
    reason: str = ""
    record: Record | None = field(default=None, repr=False)
    changed: bool = False
    single: bool = True

    @property
    def name(self) -> str:
        """The file's name."""
        return self.id.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many clauses of a document nobody has looked at yet, and how many somebody has."""

    to_check: int
    checked: int


@kept
def tally_of(applied: Applied) -> Tally:
    """How far the checking of a document is."""
    checked = sum(bool(entry.events) for entry in applied.entries)
    return Tally(len(applied.entries) - checked, checked + len(applied.record.judged))


def key_of(document: str) -> str:
    """The key of a document's id: short, fit for an address, the same in every run."""
    return hashlib.sha256(document.encode()).hexdigest()[:16]


class Workspace:
    """The documents below ``folder``. May be used from several threads; what it hands out does not change."""

    def __init__(self, folder: Path, options: Namespace, background: Background, *, read_only: bool = False) -> None:
        self.folder = folder
        self.read_only = read_only
        self.limits = limits_of(options)
        self.options = options
        self._background = background
        self._lock = threading.RLock()
        self._looking = threading.Lock()
        self._items: dict[str, Item] = {}
        self._left_out: tuple[tuple[str, str], ...] = ()
        self._looked = 0.0
        self.corrections = Folder(folder)
        self._applied: dict[str, tuple[Record, object, Applied]] = {}
        self._every = Every({})
        self._beforehand: tuple[Callable[[Applied], object], ...] = ()
        background.at_end(gc.unfreeze)

    # ---- what there is

    def items(self) -> tuple[Item, ...]:
        """Every document, in the order of the ids."""
        with self._lock:
            return tuple(sorted(self._items.values(), key=lambda one: (one.id.casefold(), one.id)))

    def item(self, key: str) -> Item:
        """The document of that key; raises KeyError."""
        with self._lock:
            return self._items[key]

    @property
    def left_out(self) -> tuple[tuple[str, str], ...]:
        """Files of the folder that are not read, each with the reason."""
        return self._left_out

    @property
    def progress(self) -> tuple[int, int]:
        """How many documents are done (read or failed), and how many there are."""
        states = [one.state for one in self.items()]
        return sum(state in (State.READ, State.FAILED) for state in states), len(states)

    @property
    def ready(self) -> bool:
        """Whether the folder has been looked through at all."""
        return self._looked > 0

    @property
    def busy(self) -> bool:
        """Whether the folder is still to be looked through, or documents are still to be read."""
        done, total = self.progress
        return not self.ready or done < total

    def applied(self, key: str) -> Applied:
        """The record of a document with what people said of it; raises KeyError where it has not been read."""
        return self._heeded(self.item(key), self.corrections.histories())

    def all_applied(self) -> Every:
        """``applied`` of every document that was read: the same object as long as nothing has changed."""
        histories = self.corrections.histories()
        now = {one.key: self._heeded(one, histories) for one in self.items() if one.record is not None}
        known = self._every
        if not known.holds(now):
            known = self._every = Every(now)
        return known

    def records(self) -> tuple[Record, ...]:
        """The records of all documents that were read, with what people said of them, in the order of the ids."""
        return tuple(one.record for one in self.all_applied().values())

    def tally(self, key: str) -> Tally:
        """How far the checking of a document is; raises KeyError where it has not been read."""
        return tally_of(self.applied(key))

    def say(self, key: str, say: Say, seen: int) -> Event:
        """Keep what somebody said of a document. ``seen``: see ``corrections.Folder.add``, whose errors it raises, and
        KeyError."""
        item = self.item(key)
        if item.record is None:
            raise KeyError(key)
        return self.corrections.add(item.path, item.record.document, say, seen=seen)

    def soon(self, urgency: Urgency, job: Callable[[], None]) -> None:
        """Have something done in the thread in which documents are read."""
        self._background.submit(urgency, job)

    def apart(self, job: Callable[[Task], T], task: Task) -> T:
        """What ``job`` makes of a document in the background's process, to be called in its thread."""
        return apart(job, task, self.options, self._background.worker)

    def _heeded(self, item: Item, histories: Histories) -> Applied:
        if item.record is None:
            raise KeyError(item.key)
        try:
            history: object = histories.of(item.path, item.record.document)
        except BadData as error:
            history = error
        known = self._applied.get(item.key)
        if known is None or known[0] is not item.record or known[1] != history:
            known = item.record, history, heeded(item.record, item.path, histories)
            self._applied[item.key] = known
        return known[2]

    # ---- what happens to it

    def beforehand(self, *make: Callable[[Applied], object]) -> None:
        """Have this made of each document once it was read, and not when somebody first asks for it."""
        self._beforehand = make

    def take(self, done: Item) -> None:
        """Have a document as it was read, or could not be; one that was taken out meanwhile stays out."""
        with self._lock:
            if done.key not in self._items:
                return
            self._items[done.key] = done
        if done.record is not None:
            applied = self.applied(done.key)
            for make in self._beforehand:
                make(applied)
        if not self.busy:  # what was read stays, and to walk through all of it takes the collector a while each time
            gc.freeze()

    def look(self) -> None:
        """Look through the folder: new documents are read, what has gone is forgotten, what has changed is marked."""
        from torparse import readers

        with self._looking:
            found = readers.find(
                [self.folder], self.limits, left_out=left_out_of([self.folder], *(self.folder / one for one in _OURS))
            )  # fmt: skip
            now = {key_of(one.id): _item(one.path, one.id) for one in found.files}
            for error in found.missing:  # an archive, or a folder, that cannot be opened
                name = os.path.relpath(error.where, self.folder)
                now[key_of(name)] = replace(_item(self.folder / name, name), state=State.FAILED, reason=line_of(error))
            prefixes = tuple(f"{name}/" for name in _OURS)
            self._left_out = tuple(one for one in found.skipped if not one[0].startswith(prefixes))
            self._merge(now)
            self._looked = time.monotonic()

    def begin(self) -> None:
        """Look through the folder for the first time, in the background."""
        self._background.submit(Urgency.READING, self.look)

    def look_now_and_then(self) -> None:
        """``look``, unless that was done a moment ago."""
        if time.monotonic() > self._looked + _AGAIN:
            self.look()

    def read_again(self, key: str) -> None:
        """Read a document once more, as its file is now; raises KeyError."""
        with self._lock:
            item = self._items[key]
            if item.state in (State.READ, State.FAILED):
                self._wait(replace(_item(item.path, item.id), record=item.record))

    def _merge(self, now: Mapping[str, Item]) -> None:
        with self._lock:
            before, self._items = self._items, {}
            for key, item in now.items():
                known = before.get(key)
                if item.state is State.FAILED:
                    self._items[key] = item
                elif known is None or (known.state is State.FAILED and known.stamp != item.stamp):
                    self._wait(item)
                else:
                    self._items[key] = replace(known, changed=known.state is State.READ and known.stamp != item.stamp)

    def _wait(self, item: Item) -> None:
        self._items[item.key] = item
        self._background.submit(Urgency.READING, partial(self._read, item.key))

    def _read(self, key: str) -> None:
        """Read a document. In the background's thread."""
        with self._lock:
            item = self._items.get(key)
            if item is None or item.state is not State.WAITING:
                return  # taken out in the meantime, or asked for twice
            item = replace(_item(item.path, item.id), state=State.READING, record=item.record)
            self._items[key] = item
        task = Task(item.path, item.id, self.limits, choices_of(self.options))
        try:
            done = replace(item, state=State.READ, record=read_record(task, self.options, self._background.worker))
        except TorparseError as error:
            if self._background.closing:
                return
            done = replace(item, state=State.FAILED, record=None, reason=line_of(error))
        self.take(done)


def line_of(error: TorparseError) -> str:
    """What is said of a document beside its name."""
    return f"{error.what}. {error.todo}." if error.todo else f"{error.what}."


def _item(path: Path, document: str) -> Item:
    return Item(key_of(document), document, path, _stamp(path), single=path.is_file())


def _stamp(path: Path) -> tuple[int, int]:
    """When the file was changed (ns) and its size in bytes; that of the archive for one in an archive."""
    for one in (path, *path.parents):
        try:
            found = one.stat()
        except (FileNotFoundError, NotADirectoryError):
            continue
        return found.st_mtime_ns, found.st_size
    return 0, 0
