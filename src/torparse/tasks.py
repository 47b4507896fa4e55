"""One document as a job for a process, and the records of many of them in their order, a few in memory at once.

What was read before is taken from what is kept; the rest is read in processes apart.
"""

from __future__ import annotations

import hashlib
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from torparse import cache, workers
from torparse.errors import TorparseError, UnreadableInput, faults_named
from torparse.reading_options import jobs_for
from torparse.urls import shown, url_of
from torparse.workers import Bounds

if TYPE_CHECKING:
    from torparse.model import Document, Record
    from torparse.readers import Choices, Input, Limits, Prepared

T = TypeVar("T")
EXTRACTING = ("torparse.ready",)  # what finding clauses needs
ERROR_FILE = "torparse-error.txt"
"""What torparse writes into the output folder where it failed on a document itself."""
_MEBIBYTE = 1024 * 1024


def limits_of(options: Namespace) -> Limits:
    """The limits that the options set; raises TorparseError."""
    from torparse.readers import Limits

    bounds = (("input", 1, "MiB"), ("unpacked", 1, "MiB"), ("memory", 64, "MiB"), ("seconds", 1, "s"), ("files", 1, ""))
    for name, least, unit in bounds:
        if getattr(options, f"max_{name}") < least:
            raise TorparseError(f"must be at least {least} {unit}".rstrip(), where=f"--max-{name}")
    return Limits(
        max_input_bytes=options.max_input * _MEBIBYTE,
        max_unpacked_bytes=options.max_unpacked * _MEBIBYTE,
        max_files=options.max_files,
        max_seconds=options.max_seconds,
    )


def bounds_of(options: Namespace) -> Bounds:
    """What reading one document may take by the options."""
    return Bounds(options.max_seconds, options.max_memory * _MEBIBYTE)


def choices_of(options: Namespace) -> Choices:
    """Which reading of the documents the options ask for."""
    from torparse.readers import Choices

    return Choices(changes=options.changes, ocr=options.ocr)


@dataclass(frozen=True, slots=True)
class Task:
    """One document to be read, as the process that reads it is told. ``key`` is what its record is kept under, where
    that is known already; ``content`` are its bytes, where the process need not fetch them."""

    path: Path
    id: str
    limits: Limits
    choices: Choices
    prepared: Prepared | None = None
    key: str = ""
    content: bytes | None = None

    def read(self) -> Document:
        """The document; raises UnreadableInput."""
        from torparse import readers

        return readers.read(
            self.path, id=self.id, limits=self.limits, prepared=self.prepared, choices=self.choices,
            content=self.content,
        )  # fmt: skip

    def fetched(self) -> Task:
        """Of a document by URL, the task with its bytes: they are fetched once, for whatever needs them, and not in the
        process apart, which has no connection to the store yet. Raises UnreadableInput."""
        from torparse import readers

        if self.content is not None or not url_of(self.path):
            return self
        return replace(self, content=readers.load(self.path, self.limits))


def extracted(task: Task) -> Record:
    """The record of one document; raises UnreadableInput. For the process apart."""
    from torparse import pipeline
    from torparse.lexicon import patterns

    record = pipeline.extract_document(task.read())
    patterns.keep()
    return record


def begin(path: Path, options: Namespace, meanwhile: Callable[[], object]) -> None:
    """Start the process that will read the document, unless its record is kept from before, or a cluster reads it: it
    loads its modules while this one loads its own. ``meanwhile`` is called once, while the document is read."""
    from torparse import readers

    if getattr(options, "scheduler", None) or url_of(path):
        return
    keeping = kept(options)
    if keeping:
        limits, choices = limits_of(options), choices_of(options)
        found = readers.find([path], limits).files
        if all(keeping.has(key_of(Task(file.path, file.id, limits, choices))) for file in found):
            return
    workers.begin(EXTRACTING, meanwhile)


def outcomes(
    files: Sequence[Input], options: Namespace, limits: Limits, crew: workers.Crew | None = None
) -> Iterator[tuple[Task, Record | TorparseError]]:
    """The record of each file, or why there is none, in the order of the files; those that were not read before by as
    many processes as the options ask for, or by those of ``crew``, or by the workers of the cluster that the options
    name. Only a few are in memory at once."""
    from torparse import readers

    tasks = tasks_of(files, options, limits)
    if options.scheduler:
        from torparse import cluster

        yield from cluster.outcomes(tasks, options)
        return
    keeping = kept(options)
    new = [task.path for task in tasks if not (keeping and keeping.has(task.key))]
    with readers.prepare(new, limits) as prepared, ExitStack() as opened:
        number = jobs_for(options.jobs, len(new))
        if crew is None and number > 1:
            crew = opened.enter_context(workers.crew(number))
        prepared_tasks = (replace(task, prepared=prepared) for task in tasks)
        if crew is None:
            yield from ((task, outcome(task, options, keeping)) for task in prepared_tasks)
            return
        lent = crew  # for the type checker: what a function within sees may be bound anew

        def one(task: Task) -> tuple[Task, Record | TorparseError]:
            with lent.member() as worker:
                return task, outcome(task, options, keeping, worker)

        yield from crew.side_by_side(one, prepared_tasks)


def tasks_of(files: Sequence[Input], options: Namespace, limits: Limits) -> list[Task]:
    """How each file is read, with the key that its record is kept under where anything is kept. By URL, and where a
    cluster reads, that is found when its turn comes: here it would fetch every document."""
    made = (Task(file.path, file.id, limits, choices_of(options)) for file in files)
    if options.scheduler or not kept(options):
        return list(made)
    return [task if url_of(task.path) else replace(task, key=key_of(task)) for task in made]


def read_record(task: Task, options: Namespace, worker: workers.Worker | None = None) -> Record:
    """The record of one document: kept from before, else read in the process apart, and kept. Raises TorparseError."""
    return _record(task, options, kept(options), worker)


def outcome(
    task: Task, options: Namespace, keeping: cache.Cache | None, worker: workers.Worker | None = None, folder: str = ""
) -> Record | TorparseError:
    """The record of a document, or why there is none. Paths are relative to ``folder``, to where this program is now
    without one."""
    try:
        return _record(task, options, keeping, worker, folder)
    except TorparseError as error:
        return error


def _record(
    task: Task, options: Namespace, keeping: cache.Cache | None, worker: workers.Worker | None, folder: str = ""
) -> Record:
    task = task.fetched()
    key = task.key or key_of(task) if keeping else ""
    record = keeping.get(key) if keeping and key else None
    if record is None:
        record = apart(extracted, task, options, worker, folder)
        if keeping and key:
            keeping.put(key, record)
    return record


def kept(options: Namespace) -> cache.Cache | None:
    """Where records are kept, unless the options do not want it."""
    return None if options.no_cache else cache.usual()


def key_of(task: Task) -> str:
    """What the record of a document is kept under; "" for a file that cannot be had, as whoever reads it will say."""
    from torparse import readers

    try:
        content = readers.load(task.path, task.limits) if task.content is None else task.content
        sha256 = hashlib.sha256(content).hexdigest()
        return cache.key_of(sha256, task.path.name, task.id, task.choices, task.limits)
    except UnreadableInput:
        return ""


def apart(
    job: Callable[[Task], T], task: Task, options: Namespace, worker: workers.Worker | None = None, folder: str = ""
) -> T:
    """What ``job`` makes of a document in the process apart (this ``worker``, else the one that the program keeps),
    within the bounds that the options set."""
    from torparse.readers._base import printable

    task = task.fetched()
    where = printable(shown(task.path))
    todo = f"The details are in {ERROR_FILE}" if options.command == "report" else "Run with --debug to see the details"
    with faults_named(where, todo):
        loaded = () if job is Task.read else EXTRACTING
        run = worker.run if worker else workers.run
        return run(job, task, replace(bounds_of(options), loaded=loaded), where=where, folder=folder)
