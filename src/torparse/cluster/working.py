"""What a worker of the cluster does: it reads a batch of documents, each in a process apart within its bounds."""

from __future__ import annotations

import os
import threading
from argparse import Namespace
from dataclasses import dataclass, replace
from functools import cache as once
from pathlib import Path

from torparse import readers, workers
from torparse.cluster.sameness import Marks, marks, refuse
from torparse.errors import TorparseError
from torparse.model import Record
from torparse.readers import _archives
from torparse.tasks import Task, kept, key_of, outcome
from torparse.urls import url_of


@dataclass(frozen=True, slots=True)
class Batch:
    """Documents to be read one after another. Their paths are relative to ``folder``; ``options`` are those that bound
    the reading, ``marks`` those of the program that asks."""

    tasks: tuple[Task, ...]
    folder: str
    options: Namespace
    marks: Marks


_own = threading.local()
"""Of each thread of a worker: the process apart that reads for it, kept from batch to batch."""


def read_batch(batch: Batch) -> list[Record | TorparseError]:
    """The record of each document, or why there is none. Raises TorparseError where this worker would find something
    else than the program that asks, or does not have the folder of the documents."""
    refuse(_marks(), batch.marks, name())
    folder = _folder(batch)
    keeping = kept(batch.options)
    paths = {task.id: task.path if url_of(task.path) else Path(folder, task.path) for task in batch.tasks}
    tasks = [
        replace(task, key=key_of(replace(task, path=paths[task.id]))) if keeping and not url_of(task.path) else task
        for task in batch.tasks
    ]
    new = [paths[task.id] for task in tasks if not (keeping and keeping.has(task.key))]
    with readers.prepare(new, batch.tasks[0].limits) as prepared:
        return [outcome(replace(task, prepared=prepared), batch.options, keeping, _reader(), folder) for task in tasks]


def name() -> str:
    """The address of the worker in whose thread this runs."""
    from distributed import get_worker

    address: str = get_worker().address
    return address


def _folder(batch: Batch) -> str:
    """The folder of the batch; for URLs any will do. Raises TorparseError where it is not here."""
    local = [Path(batch.folder, task.path) for task in batch.tasks if not url_of(task.path)]
    if local and not any(path.parent.exists() or _archives.holder(path) for path in local):
        raise TorparseError(
            f"the worker {name()} has no folder {local[0].parent}",
            where="--scheduler",
            todo="Put the documents where all workers have them under the same path, or give a URL",
        )
    return batch.folder if local and Path(batch.folder).is_dir() else os.getcwd()


def _reader() -> workers.Worker:
    if not hasattr(_own, "reader"):
        _own.reader = workers.Worker()
    reader: workers.Worker = _own.reader
    return reader


@once
def _marks() -> Marks:
    return marks()
