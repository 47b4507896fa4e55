"""``torparse promote``: what people checked on the review page becomes gold annotations, on their explicit word."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from torparse.errors import BadData, TorparseError

WHAT = "make gold annotations of the documents that people have checked (torparse review)"


def arguments(command: ArgumentParser) -> None:
    """The options of the command, besides how documents are read."""
    command.add_argument("directory", metavar="DIR", type=Path, help="the folder that was reviewed")
    command.add_argument(
        "-o", "--output", metavar="ANNOTATIONS", type=Path, required=True, help="folder of annotations to write into"
    )
    command.add_argument("--overwrite", action="store_true", help="write over annotations that are there already")


def run(options: Namespace) -> int:
    """Write the annotations of every document that is checked whole. The exit code is 1 where one is not, or where its
    annotations are there already; else that of reading. Raises TorparseError."""
    from torparse import corrections
    from torparse.collect import CLEAN, FINDINGS, collect
    from torparse.compare import distinct
    from torparse.corrections import gold
    from torparse.outputs import emit

    directory: Path = options.directory
    if not directory.is_dir():
        raise TorparseError("is no folder", where=str(directory), todo="Give the folder that was reviewed")
    results = collect([directory], options, output=options.output)
    folder = corrections.Folder(directory)
    left, written = 0, 0
    stems = distinct(Path(record.document.name).stem for record in results.records)
    for record, stem in zip(results.records, stems, strict=True):
        events = folder.history(results.tasks[record.document.id].path, record.document).events
        applied = corrections.apply(record, events)
        reason = gold.unready(applied) if events else "nothing was said of it yet"
        if not reason and (options.output / f"{stem}{gold.ENDING}").exists() and not options.overwrite:
            reason = f"{stem}{gold.ENDING} is there already (--overwrite writes over it)"
        if not reason:
            try:
                gold.write_gold(applied.record, stem, options.output)
                written += 1
            except BadData as error:
                reason = str(error).removesuffix(".")
        if reason:
            left += 1
            print(f"torparse: {record.document.id} left out: {reason}.", file=sys.stderr)
    emit(f"{written} document{'' if written == 1 else 's'} annotated in {options.output}")
    return results.exit_code or (FINDINGS if left else CLEAN)
