"""Reading the documents that a command is given: which ones, with what progress, and what became of those that failed.

A document that cannot be read, or on which torparse itself fails, is one line on stderr; the others go on.
"""

from __future__ import annotations

import sys
import time
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from torparse.errors import TorparseError, UnreadableInput, details
from torparse.left_out import left_out, left_out_line, left_out_of
from torparse.tasks import Task, limits_of, outcomes

if TYPE_CHECKING:
    from torparse.model import Record
    from torparse.readers import Found
    from torparse.workers import Crew

CLEAN, FINDINGS, UNREADABLE, INTERNAL = 0, 1, 3, 4
_WAIT = 1.0  # seconds that pass without a progress bar


@dataclass
class Results:
    """Records of the documents that could be read, and what became of the others.

    ``read`` counts those that could be read; their records are kept by ``collect`` alone.
    ``failed`` and ``skipped`` are pairs of a file's id and the reason in plain sentences; ``faults`` are tracebacks of
    torparse's own failures.
    """

    read: int = 0
    records: list[Record] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)
    skipped: list[tuple[str, str]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    unheeded: list[str] = field(default_factory=list)
    """The ids of documents whose corrections cannot be read."""
    said: list[str] = field(default_factory=list)
    """What was said on stderr of corrections."""
    tasks: dict[str, Task] = field(default_factory=dict, repr=False)
    """By the id of each document that was read: how to read it again."""

    def keep(self, task: Task, record: Record) -> None:
        """Keep a record that was read, and how to read its document again."""
        self.records.append(record)
        self.tasks[task.id] = task

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


def collect(paths: Sequence[Path], options: Namespace, *, output: Path | None = None, copies: bool = False) -> Results:
    """Read and extract every document of ``paths`` and keep the records, for what needs them all at once; else as
    ``stream``. Raises UnreadableInput."""
    results = Results()
    for task, record in stream(paths, options, results, output=output, copies=copies):
        results.keep(task, record)
    return results


def found_for(paths: Sequence[Path], options: Namespace, output: Path | None, *, copies: bool = False) -> Found:
    """The files of ``paths``, those below ``output`` left out, and those with the content of an earlier one unless
    ``copies``. Raises TorparseError."""
    from torparse import readers

    # asked before files are compared by content, lest a copy in the output folder hide the document itself
    left = left_out_of(paths, *([output] if output else []))
    return readers.find(paths, limits_of(options), left_out=left, copies=copies)


def stream(
    paths: Sequence[Path],
    options: Namespace,
    results: Results,
    *,
    output: Path | None = None,
    copies: bool = False,
    found: Found | None = None,
    crew: Crew | None = None,
) -> Iterator[tuple[Task, Record]]:
    """Read and extract every document of ``paths``, as they are asked for and in the order of the files.

    No record is kept. What becomes of the other files is noted in ``results`` as they come. Files below ``output`` are
    not read, and files with the content of an earlier one only if ``copies``; ``found`` are the files where they are
    known already. The processes are those of ``crew`` where there is one. Raises UnreadableInput.
    """
    limits = limits_of(options)
    if found is None:
        found = found_for(paths, options, output, copies=copies)
    files = found.files
    results.skipped += left_out(found, paths, output)
    with progress("Reading", options.quiet) as bar:
        for error in found.missing:
            note_failure(results, error.where, error, bar, options)
        for number, (task, outcome) in enumerate(outcomes(files, options, limits, crew), 1):
            if isinstance(outcome, TorparseError):
                note_failure(results, task.id, outcome, bar, options)
            else:
                results.read += 1
                yield task, outcome if options.no_corrections else corrected(outcome, task.path, results, bar)
            bar.at(number, len(files))
    say_left_out(results, options)
    if not files and not found.missing:
        raise UnreadableInput(
            "there is no document here that torparse reads",
            where=", ".join(map(str, paths)),
            todo="Give documents (Word, PDF, text …; torparse list formats), or a folder with some",
        )


def say_left_out(results: Results, options: Namespace) -> None:
    """A line on stderr about the files that were not tried."""
    if results.skipped and not options.quiet:
        print(f"torparse: {left_out_line(results.skipped)}", file=sys.stderr)


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
        results.said.append(f"torparse: {made.conflicts[0]}")
        bar.say(results.said[-1])
        results.unheeded.append(record.document.id)
    elif made.conflicts:
        number = len(made.conflicts)
        what = "1 correction no longer fits" if number == 1 else f"{number} corrections no longer fit"
        todo = f"torparse review {folder.directory}"
        results.said.append(f"torparse: {record.document.id}: {what} the document. To look at it: {todo}")
        bar.say(results.said[-1])
    return made


def note_failure(results: Results, name: str, error: TorparseError, bar: Bar, options: Namespace) -> None:
    """Note a file that could not be read, and say so on stderr."""
    bar.say(f"torparse: {error}")
    if error.exit_code == INTERNAL:
        results.faults.append(details(error))
        if options.debug:
            bar.say(results.faults[-1])
    results.failed.append((name, reason_of(error)))


def reason_of(error: TorparseError) -> str:
    """Why a file could not be read, in plain sentences, as results say it."""
    todo = f" {error.todo}." if error.todo and error.exit_code != INTERNAL else ""
    return f"{error.what}.{todo}"


def in_short(results: Results, written: int, out: Path) -> str:
    """How many documents were read and how many files ``written``, in a line."""
    documents, unread = results.read, len(results.failed)
    could_not = f", {unread} could not be read" if unread else ""
    return f"{documents} document{'' if documents == 1 else 's'} read{could_not}; {written} files in {out}"
