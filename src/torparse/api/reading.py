"""One document: its text, and its clauses."""

from __future__ import annotations

import multiprocessing
import os
import threading
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, TypeVar

from torparse import commands, corrections, workers
from torparse.collect import EXTRACTING, Task, extracted
from torparse.errors import faults_named
from torparse.model import Document, Record
from torparse.readers import Choices, Limits
from torparse.workers import Bounds

T = TypeVar("T")
MEMORY = Bounds().memory
"""Bytes that reading one file may take beyond what is in use, where the system can bound it."""

Changes = Literal["accepted", "original"]
Ocr = Literal["auto", "never", "force"]
_one_at_a_time = threading.RLock()


@dataclass(frozen=True, slots=True)
class Reading:
    """How documents are read, and what is too much."""

    choices: Choices
    limits: Limits
    memory: int

    @classmethod
    def of(cls, changes: Changes, ocr: Ocr, limits: Limits | None, memory: int) -> Reading:
        """Of the keyword arguments that all functions here have."""
        return cls(Choices(changes, ocr), limits or Limits(), memory)

    def run(self, job: Callable[[Task], T], task: Task) -> T:
        """What ``job`` makes of a document in the process apart; raises TorparseError.

        Where this process may have no other below it (a worker of multiprocessing's), it is done in this one.
        """
        say_bad_plugins()
        where = str(task.path)
        with faults_named(where, "This is a defect of torparse; the cause is in the error's __cause__ or trace"):
            if multiprocessing.current_process().daemon:
                return job(task)
            bounds = Bounds(self.limits.max_seconds, self.memory, () if job is Task.read else EXTRACTING)
            with _one_at_a_time:
                return workers.run(job, task, bounds, where=where)

    def task(self, path: Path, name: str | None = None) -> Task:
        """The task of reading a file, which is called ``name`` (its own name, where none is given)."""
        return Task(path, path.name if name is None else name, self.limits, self.choices)


def read(
    path: str | os.PathLike[str],
    *,
    changes: Changes = "accepted",
    ocr: Ocr = "auto",
    limits: Limits | None = None,
    max_memory: int = MEMORY,
) -> Document:
    """The document of the file at ``path``: its text and blocks, exactly.

    ``changes``: tracked changes as if all were "accepted", or "original" as if none had been made. ``ocr``: text
    recognition where a page has no text ("auto"), "never", or for every page ("force"). ``limits`` bound sizes (bytes)
    and time (seconds), ``max_memory`` the memory (bytes). Raises UnreadableInput where it is no document that can be
    read.
    """
    reading = Reading.of(changes, ocr, limits, max_memory)
    return reading.run(Task.read, reading.task(Path(path)))


def extract(
    source: str | os.PathLike[str] | Document,
    *,
    corrections: bool = True,
    changes: Changes = "accepted",
    ocr: Ocr = "auto",
    limits: Limits | None = None,
    max_memory: int = MEMORY,
) -> Record:
    """The clauses, bodies and sections of a document, each clause with the text that proves it. Nothing is masked.

    ``source`` is a file or a document that has been read. With ``corrections``, what people said of a file on the
    review page is put upon what torparse finds. The rest is as for ``read``. Raises UnreadableInput.
    """
    if isinstance(source, Document):
        from torparse import pipeline

        say_bad_plugins()
        return pipeline.extract_document(source)
    reading = Reading.of(changes, ocr, limits, max_memory)
    path = Path(source)
    record = reading.run(extracted, reading.task(path))
    return corrected(record, path) if corrections else record


def corrected(record: Record, path: Path) -> Record:
    """The record with what people said of it. What no longer fits, or cannot be read, is in its ``conflicts``."""
    folder = corrections.folder_of(path)
    return record if folder is None else corrections.heeded(record, path, folder.histories()).record


@cache
def say_bad_plugins() -> None:
    """Warn once of each plugin that cannot be used."""
    for line in commands.bad_plugins():
        warnings.warn(f"torparse: {line}", stacklevel=4)
