"""The records of a report while they come: kept as long as they go on one page, else set aside on the disk."""

from __future__ import annotations

import hashlib
from argparse import Namespace

from torparse import facts, metadata
from torparse.collect import Results
from torparse.compare import bodies_of
from torparse.contract import record_to_line
from torparse.many.shelf import Shelf
from torparse.model import Record
from torparse.report.people import is_reviewed
from torparse.tasks import Task


class Gathered:
    """The records of one run, in ``results`` up to ``together`` bodies and all of them on the ``shelf`` beyond."""

    def __init__(self, shelf: Shelf, results: Results, together: int, *, named: bool, drawn: bool) -> None:
        """``named``: the names of bodies are wanted, to match facts of the user's with them. ``drawn``: pages
        of the documents will be, for which ``results`` keeps how each is read."""
        self._drawn = drawn
        self.shelf, self.results = shelf, results
        self._together, self._named, self._bodies = together, named, 0
        self._names = facts.Names()

    @property
    def in_parts(self) -> bool:
        """Whether there are more bodies than go on one page."""
        return self._bodies > self._together

    def add(self, task: Task, record: Record) -> None:
        """Take a record."""
        self._bodies += len(bodies_of(record))
        if self._named:
            self._names.add(record)
        if not self.in_parts:
            self.results.keep(task, record)
            return
        if self._drawn:
            self.results.tasks[task.id] = task
        for one in self.results.records:
            self._set_aside(self.results.tasks[one.document.id], one)
        self.results.records.clear()
        self._set_aside(task, record)

    def facts(self, table: metadata.Table | None, options: Namespace) -> metadata.Facts | None:
        """The user's own facts on the documents, or None."""
        return self._names.matched(table, self.results.failed, options)

    def _set_aside(self, task: Task, record: Record) -> None:
        if not self._drawn:
            self.results.tasks.pop(record.document.id, None)
        self.shelf.put(record, f"{task.key}{_said(record)}" if task.key else "")


def _said(record: Record) -> str:
    """What stands for all that people said of a document, "" where it is the machine's."""
    if not is_reviewed(record):
        return ""
    said = f"{record_to_line(record)}{record.judged!r}{record.rejected!r}{record.conflicts!r}"
    return f" {hashlib.sha256(said.encode()).hexdigest()}"
