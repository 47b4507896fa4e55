"""Reading the documents that a command is given: which ones, with what progress, and what became of those that failed.

A document that cannot be read, or on which torparse itself fails, is one line on stderr; the others go on.
"""

from __future__ import annotations

import os
import re
import sys
import time
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from torparse import cache, workers
from torparse.errors import TorparseError, UnreadableInput, details, faults_named
from torparse.reading_options import jobs_for
from torparse.workers import Bounds

if TYPE_CHECKING:
    from torparse.model import Document, Record
    from torparse.readers import Choices, Found, Input, Limits, Prepared

T = TypeVar("T")
EXTRACTING = ("spacy.lang.en", "torparse.pipeline")  # heavy modules that finding clauses needs
_MEBIBYTE = 1024 * 1024

CLEAN, FINDINGS, UNREADABLE, INTERNAL = 0, 1, 3, 4
ERROR_FILE = "torparse-error.txt"
"""What torparse writes into the output folder where it failed on a document itself."""

_NAMES_SHOWN = 3
_ENDS = 600  # bytes at either end of a file that tell whether torparse wrote it
_WAIT = 1.0  # seconds that pass without a progress bar
_REWRITTEN = "written anew by this run"
_README, _REPORT, _INSIDE, _TAKEN_OUT = (
    "about the folder, not a document",
    "a report that torparse wrote",
    "in the folder for the report",
    "taken out on the review page",
)
_HISTORY = re.compile(r"(?:^|/)corrections/(?:[^/]+\.corrections\.json|\.[^/]+)$")
"""What the review page keeps beside the documents."""
_OURS = (_README, _REPORT, _INSIDE, _TAKEN_OUT)
REMOVED, REMOVED_NOTE = "removed", "README.txt"
"""The folder, beside the documents, of those taken out on the review page, and the file in it that says so."""


@dataclass
class Results:
    """Records of the documents that could be read, and what became of the others.

    ``failed`` and ``skipped`` are pairs of a file's id and the reason in plain sentences; ``faults`` are tracebacks of
    torparse's own failures.
    """

    records: list[Record] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)
    skipped: list[tuple[str, str]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    unheeded: list[str] = field(default_factory=list)
    """The ids of documents whose corrections cannot be read."""
    tasks: dict[str, Task] = field(default_factory=dict, repr=False)
    """By the id of each document that was read: how to read it again."""

    @property
    def exit_code(self) -> int:
        """4 where torparse itself failed on a document, 3 where one or its corrections were not readable, else 0."""
        return INTERNAL if self.faults else UNREADABLE if self.failed or self.unheeded else CLEAN


@dataclass(frozen=True, slots=True)
class Bar:
    """How far the work is: ``at`` is told how much of how much is done, ``say`` prints a line on stderr beside it."""

    at: Callable[[int, int], None]
    say: Callable[[str], object]


@contextmanager
def progress(what: str, quiet: bool) -> Iterator[Bar]:
    """A bar on a terminal for whatever takes more than a second, nothing elsewhere; it uses no colours."""
    if quiet or not sys.stderr.isatty():
        yield Bar(lambda done, total: None, lambda line: print(line, file=sys.stderr))
        return
    from tqdm import tqdm

    begun = time.monotonic()
    with tqdm(total=1, desc=what, unit="file", leave=False, delay=_WAIT, dynamic_ncols=True, file=sys.stderr) as bar:

        def at(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        def say(line: str) -> None:
            # tqdm's own write would draw the bar before its time
            if time.monotonic() < begun + _WAIT:
                print(line, file=sys.stderr)
            else:
                tqdm.write(line, file=sys.stderr)

        yield Bar(at, say)


def limits_of(options: Namespace) -> Limits:
    """The limits that the options set; raises TorparseError."""
    from torparse.readers import Limits

    for name, least, unit in (("input", 1, "MiB"), ("unpacked", 1, "MiB"), ("memory", 64, "MiB"), ("seconds", 1, "s")):
        if getattr(options, f"max_{name}") < least:
            raise TorparseError(f"must be at least {least} {unit}", where=f"--max-{name}")
    return Limits(
        max_input_bytes=options.max_input * _MEBIBYTE,
        max_unpacked_bytes=options.max_unpacked * _MEBIBYTE,
        max_seconds=options.max_seconds,
    )


def bounds_of(options: Namespace) -> Bounds:
    """What reading one document may take by the options."""
    return Bounds(options.max_seconds, options.max_memory * _MEBIBYTE)


def choices_of(options: Namespace) -> Choices:
    """Which reading of the documents the options ask for."""
    from torparse.readers import Choices

    return Choices(changes=options.changes, ocr=options.ocr)


def collect(paths: Sequence[Path], options: Namespace, *, output: Path | None = None, copies: bool = False) -> Results:
    """Read and extract every document of ``paths``; files below ``output`` are not read, and files with the content of
    an earlier one only if ``copies``. Raises UnreadableInput."""
    from torparse import readers

    limits = limits_of(options)
    # asked before files are compared by content, lest a copy in the output folder hide the document itself
    found = readers.find(paths, limits, left_out=left_out_of(paths, *([output] if output else [])), copies=copies)
    files = found.files
    results = Results(skipped=left_out(found, paths, output))
    with progress("Reading", options.quiet) as bar:
        for error in found.missing:
            _failed(results, error.where, error, bar, options)
        for number, (task, outcome) in enumerate(outcomes(files, options, limits), 1):
            if isinstance(outcome, TorparseError):
                _failed(results, task.id, outcome, bar, options)
            else:
                record = outcome if options.no_corrections else corrected(outcome, task.path, results, bar)
                results.records.append(record)
                results.tasks[task.id] = task
            bar.at(number, len(files))
    if results.skipped and not options.quiet:
        print(f"torparse: {_left_out(results.skipped)}", file=sys.stderr)
    if not files and not found.missing:
        raise UnreadableInput(
            "there is no document here that torparse reads",
            where=", ".join(map(str, paths)),
            todo="Give documents (Word, PDF, text …; torparse list formats), or a folder with some",
        )
    return results


def left_out(found: Found, paths: Sequence[Path], output: Path | None = None) -> list[tuple[str, str]]:
    """The files that were not tried, by their ids, and why: those of torparse's own making last, and without what is
    plain: what this run writes anew, the folder ``output``, and what the review page keeps."""
    ours = [one for one in found.skipped if one[1] in _OURS]
    others = [one for one in found.skipped if one[1] not in (*_OURS, _REWRITTEN) and not _HISTORY.search(one[0])]
    return [*_elsewhere(others, paths, output), *ours]


def corrected(record: Record, path: Path, results: Results, bar: Bar) -> Record:
    """The record with what people said of it (``torparse review``). A history that cannot be read is said to be so on
    stderr and in the record, which is the machine's then; so are corrections that no longer fit."""
    from torparse import corrections

    folder = corrections.folder_of(path)
    if folder is None:
        return record
    applied = corrections.heeded(record, path, folder.histories())
    made = applied.record
    if made.conflicts and not applied.conflicts:
        bar.say(f"torparse: {made.conflicts[0]}")
        results.unheeded.append(record.document.id)
    elif made.conflicts:
        number = len(made.conflicts)
        what = "1 correction no longer fits" if number == 1 else f"{number} corrections no longer fit"
        todo = f"torparse review {folder.directory}"
        bar.say(f"torparse: {record.document.id}: {what} the document. To look at it: {todo}")
    return made


@dataclass(frozen=True, slots=True)
class Task:
    """One document to be read, as the process that reads it is told. ``key`` is what its record is kept under, where
    that is known already."""

    path: Path
    id: str
    limits: Limits
    choices: Choices
    prepared: Prepared | None = None
    key: str = ""

    def read(self) -> Document:
        """The document; raises UnreadableInput."""
        from torparse import readers

        return readers.read(self.path, id=self.id, limits=self.limits, prepared=self.prepared, choices=self.choices)


def extracted(task: Task) -> Record:
    """The record of one document; raises UnreadableInput. For the process apart."""
    from torparse import pipeline

    return pipeline.extract_document(task.read())


def outcomes(
    files: Sequence[Input], options: Namespace, limits: Limits
) -> Iterator[tuple[Task, Record | TorparseError]]:
    """The record of each file, or why there is none, in the order of the files; those that were not read before by as
    many processes as the options ask for. Only a few are in memory at once."""
    from torparse import readers

    kept = _kept(options)
    tasks = [Task(file.path, file.id, limits, choices_of(options)) for file in files]
    if kept:
        tasks = [replace(task, key=_key(task)) for task in tasks]
    new = [task.path for task in tasks if not (kept and kept.has(task.key))]
    with readers.prepare(new, limits) as prepared:
        tasks = [replace(task, prepared=prepared) for task in tasks]
        number = jobs_for(options.jobs, len(new))
        if number == 1:
            yield from ((task, _outcome(task, options, kept)) for task in tasks)
            return
        with workers.crew(number) as crew:

            def one(task: Task) -> Record | TorparseError:
                with crew.member() as worker:
                    return _outcome(task, options, kept, worker)

            yield from zip(tasks, crew.side_by_side(one, tasks), strict=True)


def read_record(task: Task, options: Namespace, worker: workers.Worker | None = None) -> Record:
    """The record of one document: kept from before, else read in the process apart, and kept. Raises TorparseError."""
    return _record(task, options, _kept(options), worker)


def _outcome(
    task: Task, options: Namespace, kept: cache.Cache | None, worker: workers.Worker | None = None
) -> Record | TorparseError:  # fmt: skip
    try:
        return _record(task, options, kept, worker)
    except TorparseError as error:
        return error


def _record(task: Task, options: Namespace, kept: cache.Cache | None, worker: workers.Worker | None) -> Record:
    key = task.key or _key(task) if kept else ""
    record = kept.get(key) if kept and key else None
    if record is None:
        record = apart(extracted, task, options, worker)
        if kept and key:
            kept.put(key, record)
    return record


def _kept(options: Namespace) -> cache.Cache | None:
    return None if options.no_cache else cache.usual()


def _key(task: Task) -> str:
    """What the record of a document is kept under; "" for a file that cannot be had, as whoever reads it will say."""
    from torparse import readers

    try:
        return cache.key_of(readers.digest(task.path, task.limits), task.path.name, task.id, task.choices, task.limits)
    except UnreadableInput:
        return ""


def apart(job: Callable[[Task], T], task: Task, options: Namespace, worker: workers.Worker | None = None) -> T:
    """What ``job`` makes of a document in the process apart (this ``worker``, else the one that the program keeps),
    within the bounds that the options set."""
    from torparse.readers._base import printable

    where = printable(str(task.path))
    shown = f"The details are in {ERROR_FILE}" if options.command == "report" else "Run with --debug to see the details"
    with faults_named(where, shown):
        loaded = () if job is Task.read else EXTRACTING
        run = worker.run if worker else workers.run
        return run(job, task, replace(bounds_of(options), loaded=loaded), where=where)


def _failed(results: Results, name: str, error: TorparseError, bar: Bar, options: Namespace) -> None:
    bar.say(f"torparse: {error}")
    reason = f"{error.what}."
    if error.exit_code == INTERNAL:
        results.faults.append(details(error))
        if options.debug:
            bar.say(results.faults[-1])
    elif error.todo:
        reason += f" {error.todo}."
    results.failed.append((name, reason))


def _left_out(skipped: Sequence[tuple[str, str]]) -> str:
    shown = [f"{name} ({reason})" for name, reason in skipped[:_NAMES_SHOWN]]
    more = f" and {len(skipped) - _NAMES_SHOWN} more" if len(skipped) > _NAMES_SHOWN else ""
    return f"{len(skipped)} {'file' if len(skipped) == 1 else 'files'} left out: {', '.join(shown)}{more}."


def left_out_of(paths: Sequence[Path], *outputs: Path) -> Callable[[Input], str]:
    """Why a file found is not read: read-me files, what lies below the folders ``outputs``, what torparse wrote
    elsewhere, and what was taken out on the review page.

    A file that is named itself is always read, and so is a folder that is named itself and lies below an output.
    """
    given = {os.path.realpath(path) for path in paths}
    outs = [os.path.realpath(output) for output in outputs]
    inside = {out: [path for path in given if _below(path, out)] for out in outs}
    removed = [
        folder for folder in (os.path.join(path, REMOVED) for path in given)
        if os.path.exists(os.path.join(folder, REMOVED_NOTE))
    ]  # fmt: skip

    def reason(file: Input) -> str:
        path = os.path.realpath(file.path)
        folder, name = os.path.split(path)
        if path in given:
            return ""
        if any(_below(path, one) for one in removed):
            return _TAKEN_OUT
        if Path(name).stem.casefold() == "readme":
            return _README
        if name == ERROR_FILE or _ours(Path(path)):
            # what this run writes anew is not worth a word, and two runs into one folder are to give the same bytes
            return _REWRITTEN if folder in outs else _REPORT
        if any(_below(path, out) and not any(_below(path, one) for one in inside[out]) for out in outs):
            return _INSIDE
        return ""

    return reason


def _elsewhere(skipped: Sequence[tuple[str, str]], paths: Sequence[Path], output: Path | None) -> list[tuple[str, str]]:
    """``skipped`` without the tables and pages in the folder ``output``: whoever chose it knows about those."""
    if output is None:
        return list(skipped)
    out = os.path.realpath(output)
    above = [folder for folder in map(os.path.realpath, paths) if _below(out, folder)]
    starts = tuple(f"{Path(os.path.relpath(out, folder)).as_posix()}/" for folder in above)
    return [(name, reason) for name, reason in skipped if not name.startswith(starts)]


def _below(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _ours(path: Path) -> bool:
    """Whether torparse wrote this page or text: pages name their generator, others close with a line."""
    if path.suffix.lower() not in (".html", ".md", ".txt", ".docx"):
        return False
    try:
        with path.open("rb") as stream:
            head = stream.read(_ENDS)
            stream.seek(max(path.stat().st_size - _ENDS, 0))
            tail = stream.read()
    except OSError:  # whoever reads it will say so
        return False
    return b'<meta name="generator" content="torparse ' in head or b"\nMade by torparse " in tail
