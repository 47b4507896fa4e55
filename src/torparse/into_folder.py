"""What ``report`` and ``export`` do alike: documents are read, and what is made of them goes into a folder."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from torparse.collect import Results, collect
from torparse.errors import TorparseError
from torparse.outputs import prepare_folder


def collected(options: Namespace, what: str, *, keep: bool = False) -> Results:
    """The documents of ``options.paths``, for ``what`` that goes into the folder ``options.output``.

    The folder is made first, so that nothing long is done in vain, and taken away again where no document could be
    read, but for the faults that a report keeps there (``keep``). Raises TorparseError.
    """
    out: Path = options.output
    if any(path.is_dir() and out.exists() and path.samefile(out) for path in options.paths):
        raise TorparseError("is the folder of the documents", where=str(out), todo=f"Choose another one for {what}")
    made = not out.exists()
    prepare_folder(out)
    results = Results()
    try:
        results = collect(options.paths, options, output=out)
    finally:
        if made and not results.records and not (keep and results.faults):
            with suppress(OSError):
                out.rmdir()
    return results


def in_short(results: Results, written: Sequence[Path], out: Path) -> str:
    """How many documents were read and how many files written, in a line."""
    documents, unread = len(results.records), len(results.failed)
    could_not = f", {unread} could not be read" if unread else ""
    return f"{documents} document{'' if documents == 1 else 's'} read{could_not}; {len(written)} files in {out}"
