"""``torparse report``: the documents of a folder compared, and each one checked."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from torparse import metadata, readers, workers
from torparse.collect import Bar, Results, found_for, in_short, progress
from torparse.errors import TorparseError
from torparse.many.again import Before, Inputs
from torparse.many.written import Notes, digests
from torparse.outputs import emit, write_text
from torparse.reading_options import jobs_for
from torparse.tasks import ERROR_FILE, Task, apart, kept
from torparse.urls import url_of

if TYPE_CHECKING:
    from torparse.cache import Cache
    from torparse.checklists import Checklist
    from torparse.many.gathered import Gathered
    from torparse.many.parts import Sizes
    from torparse.metadata import Table
    from torparse.model import Record
    from torparse.readers import Found, PageImage
    from torparse.workers import Crew


def run(options: Namespace, as_of: date, checklist: Checklist, sizes: Sizes | None = None) -> int:
    """Read the documents and write the report; returns the exit code. Raises TorparseError.

    Nothing is written where no document could be read, and nothing where a report from the same is there whole.
    ``sizes`` says from how many bodies on the report is in parts, and how large these are.
    """
    out: Path = options.output
    table = metadata.read(options.metadata) if options.metadata is not None else None
    found = found_for(options.paths, options, out)
    before = Before(Inputs(options, as_of, checklist, table, found, repr(sizes)), Notes(_noted_in(options, found)))
    results = Results()
    with _crew(options, len(found.files)) as crew:
        number = before.repeated(results, crew)
        if number is None:
            number = _made(results, _How(options, as_of, checklist, table, sizes), found, before, crew)
    return _told(results, number, out)


def _made(results: Results, how: _How, found: Found, before: Before, crew: Crew | None) -> int:
    """Read the documents and write the report; returns how many files it has."""
    # loaded only where there is something to do
    from torparse.into_folder import streamed
    from torparse.many.gathered import Gathered
    from torparse.many.parts import Sizes
    from torparse.many.shelf import Shelf

    sizes, options = how.sizes or Sizes(), how.options
    with Shelf() as shelf:
        gathered = Gathered(shelf, results, sizes.together, named=how.table is not None, drawn=options.page_images)
        for task, record in streamed(options, "the report", results, keep=True, found=found, crew=crew):
            gathered.add(task, record)
        return _written(gathered, how, sizes, before, crew)


def _noted_in(options: Namespace, found: Found) -> Cache | None:
    """Where it is noted what a report was written from; nowhere where that is not known before all is fetched."""
    elsewhere = options.scheduler or any(url_of(file.path) for file in found.files)
    return None if elsewhere else kept(options)


@dataclass(frozen=True, slots=True)
class _How:
    """What was asked for."""

    options: Namespace
    as_of: date
    checklist: Checklist
    table: Table | None
    sizes: Sizes | None


def _written(gathered: Gathered, how: _How, sizes: Sizes, before: Before, crew: Crew | None) -> int:
    """Write the report; returns how many files it has."""
    from torparse.many.parts import Parts, by_processes
    from torparse.report.writing import Run, write

    results, options = gathered.results, how.options
    out: Path = options.output
    if not results.read:
        return 0
    given = gathered.facts(how.table, options)
    with progress("Writing", options.quiet) as bar:
        run = Run(
            how.as_of, options.include_contacts, how.checklist, results.skipped, results.failed,
            partial(_pictures, results.tasks, options, bar) if options.page_images else None, given,
        )  # fmt: skip
        if gathered.in_parts:
            gathered.shelf.done()
            parts = Parts(gathered.shelf, out, run, options.checklist, sizes)
            made = parts.write(before.notes, by_processes(crew, run.pictures), bar.at)
            before.keep(digests(made.files), results, given, made.parts, made.number)
            return made.number
        files = write(results.records, out, run, progress=bar.at).files
        before.keep(digests(files) if before.notes else {}, results, given, {}, len(files))
    return len(files)


@contextmanager
def _crew(options: Namespace, documents: int) -> Iterator[Crew | None]:
    """The processes that read and write, None for the one that the program keeps. None is started before its time."""
    number = jobs_for(options.jobs, documents)
    if number == 1:
        yield None
        return
    with workers.crew(number) as made:
        yield made


def _told(results: Results, number: int, out: Path) -> int:
    """Say what was done; returns the exit code."""
    if results.faults:
        write_text(out / ERROR_FILE, "\n".join(results.faults))
    elif results.read:
        (out / ERROR_FILE).unlink(missing_ok=True)  # of an earlier run
    if not results.read:
        print("torparse: no document could be read, so no report was written.", file=sys.stderr)
        return results.exit_code
    emit(in_short(results, number, out))
    emit(f"Open {(out / 'comparison.html').resolve().as_uri()}")
    return results.exit_code


def page_images(task: Task, wanted: Collection[int]) -> tuple[PageImage, ...]:
    """Pictures of pages of a PDF; raises UnreadableInput. For the process apart."""
    return readers.page_images(task.path, wanted, task.limits)


def _pictures(
    tasks: Mapping[str, Task], options: Namespace, bar: Bar, record: Record, pages: Collection[int]
) -> tuple[PageImage, ...]:
    """The pictures of a document's pages; where they cannot be drawn, a line says so and its page goes without."""
    try:
        return apart(partial(page_images, wanted=pages), tasks[record.document.id], options)
    except TorparseError as error:
        bar.say(f"torparse: no pictures of pages: {error}")
        return ()
