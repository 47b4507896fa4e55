"""The longer work of the review page, one piece at a time in a thread: documents to read, drafts to check, reports.

It has a process of its own for reading documents, which is for one caller at a time, so there is one thread. The end of
one page ends no reading of another.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from enum import IntEnum
from itertools import count
from queue import PriorityQueue

from torparse import workers
from torparse.errors import InternalError, TorparseError, details, faults_named

_PATIENCE = 5.0  # seconds for the work under way to end


class Urgency(IntEnum):
    """What goes first: somebody waits for a draft, reports need all documents, what nobody has asked for comes last."""

    STOP = 0
    DRAFT = 1
    READING = 2
    REPORTS = 3
    LATER = 4


class Background:
    """The thread. ``submit`` may be called from anywhere."""

    def __init__(self, *, debug: bool = False) -> None:
        self.worker = workers.Worker()
        self._jobs: PriorityQueue[tuple[Urgency, int, Callable[[], None]]] = PriorityQueue()
        self._numbers = count()
        self._debug = debug
        self._closing = False
        self._at_end: list[Callable[[], None]] = []
        self._thread = threading.Thread(target=self._run, name="torparse-review", daemon=True)
        self._thread.start()

    @property
    def closing(self) -> bool:
        """Whether the server is ending: what fails now failed for that reason."""
        return self._closing

    def submit(self, urgency: Urgency, job: Callable[[], None]) -> None:
        """Have ``job`` done after everything more urgent, and everything as urgent that was submitted before.

        It says itself what became of it; a fault that nobody foresaw is a line on stderr.
        """
        self._jobs.put((urgency, next(self._numbers), job))

    def at_end(self, last: Callable[[], None]) -> None:
        """Have ``last`` done when the server ends, after all work."""
        self._at_end.append(last)

    def wait(self, seconds: float = 60) -> bool:
        """Wait until nothing that was submitted so far is left; returns whether that was in time."""
        done = threading.Event()
        self.submit(Urgency.REPORTS, done.set)
        return done.wait(seconds)

    def close(self) -> None:
        """End the thread and the process in which it reads documents."""
        self._closing = True
        self.submit(Urgency.STOP, lambda: None)
        self.worker.kill()
        self._thread.join(_PATIENCE)
        if not self._thread.is_alive():
            self.worker.stop()
        for last in self._at_end:
            last()

    def _run(self) -> None:
        while not self._closing:
            _, _, job = self._jobs.get()
            try:
                with faults_named("torparse review", "Run with --debug to see the details"):
                    job()
            except TorparseError as error:
                if not self._closing:
                    print(f"torparse: {error}", file=sys.stderr)
                    if self._debug and isinstance(error, InternalError):
                        print(details(error), file=sys.stderr)
