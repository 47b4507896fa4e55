"""This program's side of a Dask cluster: batches go out, a few ahead, and records come back in the order of the files.

Dask does a batch again whose worker was lost, and hands each result over once. A document that ends its worker time and
again costs itself: its batch is then read document by document, with nothing else under way.
"""

from __future__ import annotations

import logging
import os
import time
from argparse import Namespace
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from torparse.cluster.sameness import Marks, marks, refuse
from torparse.cluster.working import Batch, read_batch
from torparse.errors import TorparseError, UnreadableInput
from torparse.readers._base import printable
from torparse.stores import INSTALL
from torparse.urls import shown, url_of

if TYPE_CHECKING:
    from distributed import Client, Future

    from torparse.model import Record
    from torparse.tasks import Task

    Outcomes = list[Record | TorparseError]

WHERE = "--scheduler"
BATCH = 50
"""Documents of one batch. One by one, what Dask does for each takes four times as long as the batches of 50."""
_SHARES = 4  # batches that each thread of the workers gets of a small set, so that all of them have some
_AHEAD = 3  # batches for each thread of the workers that are under way or wait for their turn
_ANSWER = 10  # seconds in which the scheduler has to answer, and the first worker to be there
PATIENCE = 60.0
"""Seconds without any worker after which a run gives up."""
_LOOK = 2.0  # seconds between two looks whether there are workers
_PRIVATE = "memory"
_DASK = "dask://"
_SENT = ("command", "max_seconds", "max_memory", "no_cache")


def ready(scheduler: str) -> None:
    """Raise TorparseError where there is a scheduler to be asked and Dask is not installed."""
    if scheduler and find_spec("distributed") is None:
        raise TorparseError("needs the package distributed, which is not installed", where=WHERE, todo=INSTALL)


def outcomes(tasks: Sequence[Task], options: Namespace) -> Iterator[tuple[Task, Record | TorparseError]]:
    """The record of each document, or why there is none, in their order, read by the workers of the cluster that
    ``options.scheduler`` names. Raises TorparseError where the cluster cannot be used."""
    ready(options.scheduler)
    private = next((task.path for task in tasks if url_of(task.path).startswith(f"{_PRIVATE}:")), None)
    if private:
        raise TorparseError("is in the memory of this program, where no worker gets at it", where=shown(private))
    ours = marks()
    with _quiet(), _client(options.scheduler) as client:
        _same(client, ours)
        yield from _Run(client, options, ours).outcomes(tasks)


class _Run:
    """One run on a cluster."""

    def __init__(self, client: Client, options: Namespace, ours: Marks) -> None:
        self._client, self._marks = client, ours
        self._options = Namespace(**{name: getattr(options, name) for name in _SENT})
        self._pending: deque[tuple[tuple[Task, ...], Future[Outcomes]]] = deque()

    def outcomes(self, tasks: Sequence[Task]) -> Iterator[tuple[Task, Record | TorparseError]]:
        size = max(1, min(BATCH, int(len(tasks) / (_SHARES * self._threads()))))
        left = deque(tuple(tasks[at : at + size]) for at in range(0, len(tasks), size))
        try:
            while left or self._pending:
                while left and len(self._pending) < _AHEAD * self._threads():
                    batch = left.popleft()
                    self._pending.append((batch, self._sent(batch)))
                batch, future = self._pending.popleft()
                yield from zip(batch, self._taken(batch, future), strict=True)
        finally:
            self._client.cancel([future for _, future in self._pending])

    def _threads(self) -> int:
        """How many batches the workers can read at once; 1 where there are none just now."""
        threads: dict[str, int] = self._client.nthreads()
        return max(1, sum(threads.values()))

    def _sent(self, tasks: tuple[Task, ...]) -> Future[Outcomes]:
        batch = Batch(tasks, os.getcwd(), self._options, self._marks)
        return self._client.submit(read_batch, batch, pure=False)

    def _taken(self, batch: tuple[Task, ...], future: Future[Outcomes]) -> Outcomes:
        """The results of a batch; those of a batch that ends its workers, one by one."""
        made = self._result(future)
        if made is not None:
            return made
        for _, other in self._pending:  # whatever ends a worker from now on is of this batch
            self._wait(other)
        return [self._alone(task) for task in batch]

    def _alone(self, task: Task) -> Record | TorparseError:
        made = self._result(self._sent((task,)))
        if made is not None:
            return made[0]
        return UnreadableInput(
            "ends the workers that read it", where=printable(shown(task.path)),
            todo="It may be damaged, or too large: open it and save it again, or in parts",
        )  # fmt: skip

    def _result(self, future: Future[Outcomes]) -> Outcomes | None:
        """What the workers made of a batch; None where it has ended as many of them as Dask allows."""
        from distributed import KilledWorker

        self._wait(future)
        try:
            made: Outcomes = future.result()
        except KilledWorker:
            return None
        finally:
            future.release()  # the workers need not keep it
        return made

    def _wait(self, future: Future[Outcomes]) -> None:
        """Until it is done. Raises TorparseError where the scheduler goes, or there are no workers for too long."""
        alone_since: float | None = None
        while True:
            try:
                future.exception(timeout=_LOOK)
                return
            except TimeoutError:
                alone_since = None if self._client.nthreads() else alone_since or time.monotonic()
                if alone_since and time.monotonic() - alone_since > PATIENCE:
                    raise _no_workers("has lost its workers") from None
            except CancelledError as error:
                raise TorparseError(
                    "the scheduler has gone", where=WHERE, todo="Start it anew and run again: what was read is kept"
                ) from error


@contextmanager
def _client(scheduler: str) -> Iterator[Client]:
    """The cluster, once it has a worker. Raises TorparseError."""
    from distributed import Client

    try:
        client = Client(scheduler.replace(_DASK, "tcp://", 1), timeout=_ANSWER, set_as_default=False)
    except (OSError, ValueError) as error:
        raise TorparseError(
            f"no Dask scheduler answers at {scheduler}", where=WHERE, todo="Start one with: dask scheduler"
        ) from error
    try:
        try:
            client.wait_for_workers(1, timeout=_ANSWER)
        except TimeoutError as error:
            raise _no_workers("has no workers") from error
        yield client
    finally:
        client.close()


def _no_workers(what: str) -> TorparseError:
    return TorparseError(f"the cluster {what}", where=WHERE, todo="Start some with: dask worker HOST:PORT")


def _same(client: Client, ours: Marks) -> None:
    """Raise TorparseError for a worker that would not find the same, before anything is read."""
    found: dict[str, Any] = client.run(marks, on_error="return")
    for worker, theirs in sorted(found.items()):
        if isinstance(theirs, ImportError | AttributeError):
            theirs = {}  # no torparse, or one that knows nothing of clusters
        elif isinstance(theirs, Exception):
            raise theirs
        refuse(theirs, ours, worker)


@contextmanager
def _quiet() -> Iterator[None]:
    """Dask's own messages would be many lines about what torparse says in one."""
    logger = logging.getLogger("distributed")
    before = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(before)
