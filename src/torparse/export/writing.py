"""Writing an export: every form beside the place where it is to be, then all of it into place."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from torparse.errors import OutputError
from torparse.export import codebook, run
from torparse.export.dataset import Dataset
from torparse.export.forms import Form
from torparse.export.run import CITATION, RUN, files_in
from torparse.outputs import prepare_folder

_STAGING = ".torparse-export-"


def write_export(
    dataset: Dataset,
    out: Path,
    forms: Sequence[Form],
    *,
    how: Mapping[str, Any] | None = None,
    failed: Sequence[tuple[str, str]] = (),
    skipped: Sequence[tuple[str, str]] = (),
    progress: Callable[[int, int], None] | None = None,
) -> list[Path]:
    """Write the ``forms`` of a dataset into the folder ``out`` and return the files, from A to Z.

    Beside them are written ``codebook.md``, ``run.json`` and ``CITATION.cff``. ``how`` are the options of reading, and
    ``failed`` and ``skipped`` pairs of a file and the reason, for ``run.json``. ``progress`` is told how many documents
    of how many are written. Files of an earlier export that this one does not write stay, but for those that a reader
    would take for part of it. Raises OutputError; what was there before is then as it was.
    """
    prepare_folder(out)
    try:
        with tempfile.TemporaryDirectory(prefix=_STAGING, dir=out, ignore_cleanup_errors=True) as name:
            staging = Path(name)
            _write(dataset, staging, forms, progress)
            (staging / codebook.NAME).write_text(codebook.codebook(dataset), "utf-8")
            (staging / CITATION).write_text(run.citation(dataset), "utf-8")
            made = run.run_json(
                dataset, [form.name for form in forms], how or {}, staging, failed=failed, skipped=skipped
            )
            (staging / RUN).write_text(made, "utf-8")
            written = _into_place(staging, out)
        for form in forms:
            for path in form.superseded(out, dataset, written):
                path.unlink()
        return written
    except OSError as error:
        raise OutputError(f"cannot be written ({error.strerror or error})", where=str(error.filename or out)) from error


def _write(
    dataset: Dataset, folder: Path, forms: Sequence[Form], progress: Callable[[int, int], None] | None
) -> None:  # fmt: skip
    total = len(dataset.documents)
    writers = [form.writer(folder, dataset) for form in forms]
    for done, (part, streams) in enumerate(dataset.streams()):
        rows = {name: tuple(stream) for name, stream in streams.items()}
        for writer in writers:
            writer.add(part, rows)
        if progress is not None:
            progress(done, total)
    for writer in writers:
        writer.end()


def _into_place(staging: Path, out: Path) -> list[Path]:
    """Move the files, each whole; ``run.json``, which vouches for the others, comes last."""
    names = sorted(files_in(staging), key=lambda name: (name == RUN, name))
    for name in names:
        with (staging / name).open("rb") as stream:
            os.fsync(stream.fileno())
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (staging / name).replace(out / name)
    return [out / name for name in names]
