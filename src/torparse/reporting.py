"""``torparse report``: the documents of a folder compared, and each one checked."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Collection
from datetime import date
from functools import partial
from pathlib import Path

from torparse import readers
from torparse.checklists import Checklist
from torparse.collect import Bar, Results, progress
from torparse.errors import TorparseError
from torparse.facts import matched, table_of
from torparse.into_folder import collected, in_short
from torparse.model import Record
from torparse.outputs import emit, write_text
from torparse.readers import PageImage
from torparse.tasks import ERROR_FILE, Task, apart


def run(options: Namespace, as_of: date, checklist: Checklist) -> int:
    """Read the documents and write the report; returns the exit code. Raises TorparseError.

    Nothing is written where no document could be read.
    """
    from torparse.report import write_report

    out: Path = options.output
    table = table_of(options)
    results = collected(options, "the report", keep=True)
    if results.records:
        with progress("Writing", options.quiet) as bar:
            written = write_report(
                results.records, out, skipped=results.skipped, failed=results.failed, as_of=as_of,
                include_contacts=options.include_contacts, checklist=checklist, progress=bar.at,
                facts=matched(table, results, options),
                pictures=partial(_pictures, results, options, bar) if options.page_images else None,
            )  # fmt: skip
    if results.faults:
        write_text(out / ERROR_FILE, "\n".join(results.faults))
    elif results.records:
        (out / ERROR_FILE).unlink(missing_ok=True)  # of an earlier run
    if not results.records:
        print("torparse: no document could be read, so no report was written.", file=sys.stderr)
        return results.exit_code
    emit(in_short(results, written, out))
    emit(f"Open {(out / 'comparison.html').resolve().as_uri()}")
    return results.exit_code


def page_images(task: Task, wanted: Collection[int]) -> tuple[PageImage, ...]:
    """Pictures of pages of a PDF; raises UnreadableInput. For the process apart."""
    return readers.page_images(task.path, wanted, task.limits)


def _pictures(
    results: Results, options: Namespace, bar: Bar, record: Record, pages: Collection[int]
) -> tuple[PageImage, ...]:
    """The pictures of a document's pages; where they cannot be drawn, a line says so and its page goes without."""
    try:
        return apart(partial(page_images, wanted=pages), results.tasks[record.document.id], options)
    except TorparseError as error:
        bar.say(f"torparse: no pictures of pages: {error}")
        return ()
