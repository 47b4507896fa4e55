"""One document: its text, and its clauses."""

from __future__ import annotations

import os
import warnings
from argparse import Namespace
from functools import cache as once
from pathlib import Path
from typing import Literal

from torparse import commands, corrections
from torparse.model import Document, Record
from torparse.readers import Limits
from torparse.readers._base import MEBIBYTE, printable
from torparse.tasks import Task, apart, choices_of, read_record
from torparse.urls import place
from torparse.workers import Bounds

MEMORY = Bounds().memory
"""Bytes that reading one file may take beyond what is in use, where the system can bound it."""

Changes = Literal["accepted", "original"]
Ocr = Literal["auto", "never", "force"]


def options_of(
    changes: Changes,
    ocr: Ocr,
    limits: Limits | None,
    max_memory: int,
    cache: bool,
    jobs: int = 1,
    scheduler: str | None = None,
) -> Namespace:
    """The keyword arguments as the options that the command line would have made of them."""
    bounds = limits or Limits()
    return Namespace(
        command="python", debug=False, quiet=True, changes=changes, ocr=ocr, no_cache=not cache, jobs=jobs,
        scheduler=scheduler, limits=bounds, max_seconds=bounds.max_seconds, max_memory=max(1, max_memory // MEBIBYTE),
    )  # fmt: skip


def read(
    path: str | os.PathLike[str],
    *,
    changes: Changes = "accepted",
    ocr: Ocr = "auto",
    limits: Limits | None = None,
    max_memory: int = MEMORY,
) -> Document:
    """The document of the file at ``path`` (or at that URL): its text and blocks, exactly.

    ``changes``: tracked changes as if all were "accepted", or "original" as if none had been made. ``ocr``: text
    recognition where a page has no text ("auto"), "never", or for every page ("force"). ``limits`` bound sizes (bytes)
    and time (seconds), ``max_memory`` the memory (bytes, in whole MiB). Raises UnreadableInput where it is no document
    that can be read.
    """
    say_bad_plugins()
    options = options_of(changes, ocr, limits, max_memory, cache=False)
    return apart(Task.read, _task(place(os.fspath(path)), options), options)


def extract(
    source: str | os.PathLike[str] | Document,
    *,
    corrections: bool = True,
    changes: Changes = "accepted",
    ocr: Ocr = "auto",
    limits: Limits | None = None,
    max_memory: int = MEMORY,
    cache: bool = True,
) -> Record:
    """The clauses, bodies and sections of a document, each clause with the text that proves it. Nothing is masked.

    ``source`` is a file or a document that has been read. With ``corrections``, what people said of a file on the
    review page is put upon what torparse finds. With ``cache``, what was read once is not read again (``torparse
    cache``). The rest is as for ``read``. Raises UnreadableInput.
    """
    say_bad_plugins()
    if isinstance(source, Document):
        from torparse import pipeline

        return pipeline.extract_document(source)
    options = options_of(changes, ocr, limits, max_memory, cache)
    path = place(os.fspath(source))
    record = read_record(_task(path, options), options)
    return corrected(record, path) if corrections else record


def _task(path: Path, options: Namespace) -> Task:
    return Task(path, printable(path.name), options.limits, choices_of(options))


def corrected(record: Record, path: Path) -> Record:
    """The record with what people said of it. What no longer fits, or cannot be read, is in its ``conflicts``."""
    folder = corrections.folder_of(path)
    return record if folder is None else corrections.heeded(record, path, folder.histories()).record


@once
def say_bad_plugins() -> None:
    """Warn once of each plugin that cannot be used."""
    for line in commands.bad_plugins():
        warnings.warn(f"torparse: {line}", stacklevel=3)
