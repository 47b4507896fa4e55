"""A set of documents: read one at a time as they are asked for, and compared, checked and tabulated together."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from torparse import commands, readers
from torparse.api.frames import frame
from torparse.api.reading import MEMORY, Changes, Ocr, corrected, options_of, say_bad_plugins
from torparse.api.results import Checks, Comparison
from torparse.checklists import Checklist
from torparse.errors import BadData, InternalError, TorparseError, UnreadableInput, details
from torparse.export import Choices, Dataset
from torparse.left_out import left_out, left_out_of
from torparse.model import Record
from torparse.readers import Limits
from torparse.shown import counted, table
from torparse.tasks import outcomes
from torparse.urls import place

if TYPE_CHECKING:
    import pandas as pd

Path_ = str | os.PathLike[str]


class Failure(NamedTuple):
    """A document that was not read: its id (its path below the folder given), why, and for a defect of torparse or of
    a plugin the traceback."""

    document: str
    reason: str
    trace: str = ""


class Skipped(NamedTuple):
    """A file that was not tried, by its id, and why."""

    document: str
    reason: str


class Corpus:
    """The documents of files, folders and URLs, in a fixed order.

    Nothing is read until it is asked for. Going through it (``for record in corpus``) reads documents as they are asked
    for (a few ahead, where several processes read) and keeps none; it can be done again. ``compare``, ``check`` and
    ``to_frame`` need all documents: they read them once and keep the records (``records``).

    A document that cannot be read is in ``failed`` and never raises; what is no document is in ``skipped``.

    ``checklist`` is the name of one, a TOML file or a checklist; ``as_of`` the day that review dates are held against
    (today, or that of SOURCE_DATE_EPOCH). Frames and pages hide names, e-mail addresses and telephone numbers as
    ``torparse export`` does, unless ``include_contacts``; records are exact. ``jobs`` processes read side by side (0:
    as many as the machine has processors, where there are enough documents), or the workers of the Dask cluster
    ``scheduler`` ("dask://HOST:PORT"). The rest is as for ``torparse.extract``.
    """

    def __init__(
        self,
        paths: Path_ | Iterable[Path_],
        *,
        corrections: bool = True,
        checklist: str | os.PathLike[str] | Checklist | None = None,
        as_of: date | str | None = None,
        include_contacts: bool = False,
        changes: Changes = "accepted",
        ocr: Ocr = "auto",
        limits: Limits | None = None,
        max_memory: int = MEMORY,
        cache: bool = True,
        jobs: int = 0,
        scheduler: str | None = None,
    ) -> None:
        given = [paths] if isinstance(paths, str | os.PathLike) else paths
        self.paths = tuple(place(os.fspath(path)) for path in given)
        self._corrections = corrections
        self._options = options_of(changes, ocr, limits, max_memory, cache, jobs, scheduler)
        day = as_of if isinstance(as_of, date) else commands.day_of(as_of)
        self._choices = Choices(day, _checklist(checklist), include_contacts)
        self._read = 0
        self._failed: list[Failure] | None = None
        self._skipped: list[Skipped] | None = None

    def __iter__(self) -> Iterator[Record]:
        """The records one after another, read as they are asked for. Raises UnreadableInput where the paths hold no
        document at all."""
        say_bad_plugins()
        limits: Limits = self._options.limits
        found = readers.find(self.paths, limits, left_out=left_out_of(self.paths))
        self._read, self._failed = 0, [_failure(error.where, error) for error in found.missing]
        self._skipped = [Skipped(*one) for one in left_out(found, self.paths)]
        if not found.files and not found.missing:
            raise UnreadableInput(
                "there is no document here that torparse reads", where=", ".join(map(str, self.paths)),
                todo="Give documents (Word, PDF, text …), or a folder with some",
            )  # fmt: skip
        failed = self._failed
        for task, outcome in outcomes(found.files, self._options, limits):
            if isinstance(outcome, TorparseError):
                failed.append(_failure(task.id, outcome))
                continue
            self._read += 1
            yield corrected(outcome, task.path) if self._corrections else outcome

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """All records, read once and kept."""
        return tuple(self)

    @property
    def failed(self) -> tuple[Failure, ...]:
        """The documents that could not be read, as far as the latest time through has come. Reads them where nothing
        was read yet."""
        if self._failed is None:
            _ = self.records
        return tuple(self._failed or ())

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """The files that were not tried, as of the latest time through. Reads the documents where nothing was read
        yet."""
        if self._skipped is None:
            _ = self.records
        return tuple(self._skipped or ())

    @cached_property
    def dataset(self) -> Dataset:
        """The tables of ``torparse export``."""
        return Dataset(self.records, self._choices)

    def compare(self) -> Comparison:
        """What every body lays down, provision by provision."""
        return Comparison(self.dataset)

    def check(self) -> Checks:
        """How every body's terms stand to the checklist."""
        return Checks(self.dataset)

    @property
    def tables(self) -> tuple[str, ...]:
        """The names that ``to_frame`` takes: the tables of ``torparse export``, with one for each clause type."""
        return tuple(one.name for one in Dataset((), self._choices).tables)

    def to_frame(self, name: str = "clauses") -> pd.DataFrame:
        """A table of the documents: "clauses", "documents", "bodies", "evidence", "cells", "checklist", a clause type
        for the values of its clauses ("quorum"), and others (``tables``). Raises BadData for another name.

        Each column is described in the codebook that ``torparse export`` writes.
        """
        if name not in self.tables:
            raise BadData("there is no table of this name", where=name, todo=f"There is: {', '.join(self.tables)}")
        made = self.dataset.table(name)
        return frame(made.columns, self.dataset.rows(made))

    def __repr__(self) -> str:
        of = ", ".join(repr(str(path)) for path in self.paths)
        return f"<Corpus of {of}: {self._state()}>"

    def _state(self) -> str:
        if self._failed is None:
            return "not read yet"
        unread = f", {len(self._failed)} could not be read" if self._failed else ""
        others = f", {counted(len(self._skipped or ()), 'file')} left out" if self._skipped else ""
        return f"{counted(self._read, 'document')} read{unread}{others}"

    def _repr_html_(self) -> str:
        """The documents that are kept; it reads none."""
        read = self.__dict__.get("records", ())
        rows: list[tuple[object, ...]] = [
            (one.document.id, str(one.kind).replace("_", " "), len(one.bodies), len(one.clauses), "") for one in read
        ]
        rows += [(one.document, "", "", "", one.reason) for one in self._failed or ()]
        return table(f"Documents: {self._state()}", ("Document", "Kind", "Bodies", "Clauses", "Not read"), rows)


def _failure(name: str, error: TorparseError) -> Failure:
    """As the command line says it."""
    defect = isinstance(error, InternalError)
    todo = f" {error.todo}." if error.todo and not defect else ""
    return Failure(name, f"{error.what}.{todo}", details(error) if defect else "")


def _checklist(given: str | os.PathLike[str] | Checklist | None) -> Checklist:
    return given if isinstance(given, Checklist) else commands.checklist_of(os.fspath(given) if given else None)
