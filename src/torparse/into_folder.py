"""What ``report`` and ``export`` do alike: documents are read, and what is made of them goes into a folder."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from torparse.collect import Results, stream
from torparse.errors import TorparseError
from torparse.model import Record
from torparse.outputs import prepare_folder
from torparse.readers import Found
from torparse.tasks import Task
from torparse.workers import Crew


def streamed(
    options: Namespace,
    what: str,
    results: Results,
    *,
    keep: bool = False,
    found: Found | None = None,
    crew: Crew | None = None,
) -> Iterator[tuple[Task, Record]]:
    """The documents of ``options.paths`` one after another, for ``what`` goes into the folder ``options.output``. What
    becomes of the others is noted in ``results``. ``found`` and ``crew`` are those of ``collect.stream``.

    The folder is made first, so that nothing long is done in vain, and taken away again where no document could be
    read, but for the faults that a report keeps there (``keep``). Raises TorparseError.
    """
    out: Path = options.output
    if any(path.is_dir() and out.exists() and path.samefile(out) for path in options.paths):
        raise TorparseError("is the folder of the documents", where=str(out), todo=f"Choose another one for {what}")
    made = not out.exists()
    prepare_folder(out)
    whole = False
    try:
        yield from stream(options.paths, options, results, output=out, found=found, crew=crew)
        whole = True
    finally:
        if made and not (whole and (results.read or (keep and results.faults))):
            with suppress(OSError):  # something has been written into it
                out.rmdir()
