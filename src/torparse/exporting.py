"""``torparse export``: tables for researchers, in the forms that they work with."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from torparse.errors import TorparseError

if TYPE_CHECKING:
    from torparse.checklists import Checklist

WHAT = "write tidy tables with a codebook: CSV and other forms for statistics, databases and coding programs"


def arguments(command: ArgumentParser) -> None:
    """The options of the command, besides which documents are read and how they are judged."""
    command.add_argument("-o", "--output", metavar="DIR", type=Path, required=True, help="folder to write into")
    command.add_argument(
        "--to",
        metavar="FORM",
        action="append",
        help="form to write; may be given several times, or several with commas between (torparse list forms; "
        "default: datapackage, which is CSV with its description)",
    )
    command.add_argument(
        "--metadata", metavar="FILE", type=Path, help="your own facts, one row a document (CSV or .xlsx), as a table"
    )
    command.add_argument(
        "--partition",
        metavar="N",
        type=int,
        default=0,
        help="with --to parquet: a folder a table, with a file for every N documents (default: one file a table)",
    )


def run(options: Namespace, as_of: date, checklist: Checklist) -> int:
    """Read the documents and write the export; returns the exit code. Raises TorparseError.

    Nothing is written where no document could be read.
    """
    from torparse.collect import Results, in_short, progress
    from torparse.export import DEFAULT, Choices, Dataset, chosen, write_export
    from torparse.facts import Names, table_of
    from torparse.into_folder import streamed
    from torparse.many.set_aside import SetAside
    from torparse.many.shelf import Shelf
    from torparse.outputs import emit

    out: Path = options.output
    forms = chosen(name.strip() for given in options.to or DEFAULT for name in given.split(","))
    _sensible(options.partition, [form.name for form in forms])
    table = table_of(options)
    results = Results()
    names = Names()
    with Shelf() as shelf:
        for _, record in streamed(options, "the export", results):
            shelf.put(record, "")
            if table:
                names.add(record)
        if not results.read:
            print("torparse: no document could be read, so nothing was exported.", file=sys.stderr)
            return results.exit_code
        facts = names.matched(table, results.failed, options)
        choices = Choices(as_of, checklist, options.include_contacts, facts, options.partition)
        with progress("Writing", options.quiet) as bar:
            written = write_export(
                Dataset(SetAside(shelf), choices), out, forms, how=_reading(options), failed=results.failed,
                skipped=results.skipped, progress=bar.at,
            )  # fmt: skip
    emit(in_short(results, len(written), out))
    emit(f"Start with {out / 'codebook.md'}")
    return results.exit_code


def _sensible(partition: int, forms: Sequence[str]) -> None:
    """Raises TorparseError for a partition that is none, or that nothing would be written in."""
    if partition < 0:
        raise TorparseError("must be at least 1", where="--partition")
    if partition and "parquet" not in forms:
        raise TorparseError("is for --to parquet", where="--partition", todo="Leave it out, or add --to parquet")


def _reading(options: Namespace) -> dict[str, Any]:
    """The options that may change what is read."""
    return {
        "changes": options.changes, "ocr": options.ocr, "corrections": not options.no_corrections,
        "max_input": options.max_input, "max_unpacked": options.max_unpacked, "max_memory": options.max_memory,
        "max_seconds": options.max_seconds,
    }  # fmt: skip
