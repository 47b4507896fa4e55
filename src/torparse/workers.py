"""A process apart in which documents are read one at a time, so that a bad one costs nothing but itself.

The process is started at the first job, kept for the next ones, and started anew where a document ended it: by a fault
in a library's compiled code, by taking longer than allowed, or by taking more memory than allowed. The limit of memory
is kept where the system knows one for a process's data (Linux; not Windows or macOS), the others everywhere.
"""

from __future__ import annotations

import atexit
import importlib
import json
import multiprocessing
import os
import signal
import socket
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from queue import SimpleQueue
from threading import Lock
from types import ModuleType
from typing import Any, Final, TypeVar

from torparse.errors import InternalError, TorparseError, UnreadableInput, details, faults_named

T = TypeVar("T")
R = TypeVar("R")
_GRACE = 30.0  # seconds for a new process to start, and before an orphan ends itself
_MEBIBYTE = 1024 * 1024
JOBS_A_PROCESS = 500
"""After how many jobs a process makes way for a new one."""
_AHEAD = 4  # results for each process that may wait for their turn
_starting = Lock()  # one at a time: multiprocessing changes the state of the program while a process starts


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one job may take: ``seconds`` since its last sign of life, ``memory`` in bytes beyond what is in use.

    ``loaded`` names modules that are imported first: they are no part of what the job takes.
    """

    seconds: float = 60
    memory: int = 1024 * _MEBIBYTE
    loaded: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.seconds <= 0 or self.memory <= 0:
            raise ValueError("a bound must be above zero")


class Worker:
    """One process. ``run`` is for one caller at a time."""

    def __init__(self) -> None:
        self._process: Any = None
        self._connection: Connection | None = None
        self._jobs = 0
        self._ready = False
        self._meanwhile: Callable[[], object] | None = None

    def begin(self, loaded: tuple[str, ...], meanwhile: Callable[[], object]) -> None:
        """Start the process without waiting for it; it imports the modules ``loaded``. ``meanwhile`` is called once,
        as soon as the process has its first job. Nothing happens where there is a process, or may be none."""
        if self._process is None and not _is_daemon():
            self._start(loaded)
            self._meanwhile = meanwhile

    def run(self, job: Callable[[Any], T], task: object, bounds: Bounds, *, where: str, folder: str = "") -> T:
        """What ``job(task)`` returns in the process; ``job`` is a function of a module, both can be pickled.

        A TorparseError of the job is raised as it is, another exception of it as InternalError with its traceback in
        ``trace``. Raises UnreadableInput for ``where``, the document's path, where the job goes beyond ``bounds`` or
        ends the process. Paths in the task are relative to ``folder``, to where this program is now without one.

        On Windows, in a process that may start no other (a daemon of multiprocessing's), the job is done in it, without
        bounds.
        """
        if _is_daemon() and os.name != "posix":
            return job(task)
        if self._jobs >= JOBS_A_PROCESS:
            self.stop()  # what libraries have not given back of their memory is given back now
        connection = self._started()
        self._jobs += 1
        try:
            connection.send((folder or os.getcwd(), job, task, bounds))
            meanwhile, self._meanwhile = self._meanwhile, None
            if meanwhile:
                meanwhile()
            answer = self._answer(connection, bounds, where)
        except BaseException:
            self.stop()  # what is under way is nobody's now
            raise
        if isinstance(answer, TorparseError):
            answer.where = answer.where or where
            raise answer
        result: T = answer[0]
        return result

    def stop(self) -> None:
        """End the process."""
        process, self._process = self._process, None  # first, so that ``kill`` never meets a closed one
        if process is not None:
            process.kill()
            process.join()
            process.close()
        if self._connection is not None:
            self._connection.close()
        self._connection, self._jobs, self._ready = None, 0, False

    def kill(self) -> None:
        """End the process and nothing else: whoever waits for its answer is told, and clears up."""
        process = self._process
        if process is not None:
            process.kill()

    def _start(self, loaded: tuple[str, ...]) -> Connection:
        self._process, self._connection = _program() if _is_daemon() else _child(loaded)
        self._ready = False
        return self._connection

    def _started(self) -> Connection:
        connection = self._connection
        if connection is None or (self._ready and not self._process.is_alive()):
            self.stop()
            connection = self._start(())
        if not self._ready:
            try:
                self._ready = connection.poll(_GRACE) and connection.recv() is ALIVE
            except (EOFError, ConnectionError):
                self._ready = False
            if not self._ready:
                self.stop()
                raise InternalError(
                    "the process that reads documents does not start", where="torparse",
                    todo="Try again; other programs may have taken all memory",
                )  # fmt: skip
        return connection

    def _answer(self, connection: Connection, bounds: Bounds, where: str) -> Any:
        """The result in a tuple, or the error; raises UnreadableInput where none comes."""
        try:
            while connection.poll(bounds.seconds):
                answer = connection.recv()
                if answer is not ALIVE:
                    return answer
        except (EOFError, ConnectionError) as error:
            self._process.join()
            raise UnreadableInput(
                f"ends the process that reads it ({_how(self._process.exitcode)})", where=where,
                todo="It may be damaged, or too large: open it and save it again, or in parts",
            ) from error  # fmt: skip
        raise UnreadableInput(
            f"takes longer than {bounds.seconds:g} s to read", where=where, todo="Split it, or raise --max-seconds"
        )


def _child(loaded: tuple[str, ...]) -> tuple[Any, Connection]:
    """A new process that serves, having imported the modules ``loaded``, and the connection to it."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, loaded), daemon=True, name="torparse-reader")
    with _starting, _without_main():
        process.start()
    theirs.close()
    return process, ours


def _is_daemon() -> bool:
    """Whether this is a process that multiprocessing lets start no other, as workers of Dask are by default."""
    return bool(multiprocessing.current_process().daemon)


_SERVE = "import json, sys; sys.path[:] = json.loads(sys.argv[2]); from torparse import workers; workers.serve_on()"


class _Program:
    """A process that is none of multiprocessing's, with the methods of one. It ends when its connection does."""

    def __init__(self, *arguments: str, descriptor: int) -> None:
        self._process = subprocess.Popen([sys.executable, *arguments], stdin=subprocess.DEVNULL, pass_fds=[descriptor])

    @property
    def exitcode(self) -> int | None:
        return self._process.poll()

    def is_alive(self) -> bool:
        return self._process.poll() is None

    def kill(self) -> None:
        self._process.kill()

    def join(self) -> None:
        self._process.wait()

    def close(self) -> None:
        """Nothing is left to be closed."""


def _program() -> tuple[Any, Connection]:
    """As ``_child``, for a daemon, whose own death ends it too: the connection is closed then."""
    ours, theirs = socket.socketpair()
    with theirs:
        made = _Program("-c", _SERVE, str(theirs.fileno()), json.dumps(sys.path), descriptor=theirs.fileno())
    return made, Connection(ours.detach())


def serve_on() -> None:
    """The life of a process that was started as a program: its first argument is the number of its connection."""
    _serve(Connection(int(sys.argv[1])), ())


@contextmanager
def _without_main() -> Iterator[None]:
    """The new process does not import the program's main file, as multiprocessing has it: no job is in there, and a
    script of a user's would run a second time unless it were written for that."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


class _Alive:
    """The sign of life; one object on either side of the pipe."""

    def __reduce__(self) -> str:
        return "ALIVE"


ALIVE: Final = _Alive()

_to_parent: Connection | None = None
_seconds = 0.0
_shared = Worker()
_one_at_a_time = Lock()
atexit.register(_shared.stop)


class Crew:
    """Several processes. ``member`` lends one that is free, to whichever thread asks."""

    def __init__(self, number: int) -> None:
        self._members = [Worker() for _ in range(number)]
        self._free: SimpleQueue[Worker] = SimpleQueue()
        for one in self._members:
            self._free.put(one)

    @contextmanager
    def member(self) -> Iterator[Worker]:
        """A process of one's own for as long as the block runs; waits until one is free."""
        one = self._free.get()
        try:
            yield one
        finally:
            self._free.put(one)

    def side_by_side(self, job: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """What ``job`` makes of each item, in their order; as many threads call it as there are processes.

        Only a few results are waiting at a time. What ``job`` raises is raised when its turn comes.
        """
        number = len(self._members)
        waiting: deque[Future[R]] = deque()
        with ThreadPoolExecutor(number, "torparse-reader") as threads:
            try:
                for item in items:
                    waiting.append(threads.submit(job, item))
                    if len(waiting) >= _AHEAD * number:
                        yield waiting.popleft().result()
                while waiting:
                    yield waiting.popleft().result()
            except BaseException:
                for one in waiting:
                    one.cancel()
                self.kill()  # so that no thread waits for an answer that nobody wants
                raise

    def kill(self) -> None:
        """End what is under way: whoever waits for an answer is told."""
        for one in self._members:
            one.kill()

    def stop(self) -> None:
        """End the processes, for a caller who knows that no thread waits for one."""
        for one in self._members:
            one.stop()


@contextmanager
def crew(number: int) -> Iterator[Crew]:
    """So many processes for as long as the block runs."""
    made = Crew(number)
    try:
        yield made
    finally:
        made.stop()


def begin(loaded: tuple[str, ...], meanwhile: Callable[[], object]) -> None:
    """``Worker.begin`` for the process that this program keeps."""
    with _one_at_a_time:
        _shared.begin(loaded, meanwhile)


def run(job: Callable[[Any], T], task: object, bounds: Bounds, *, where: str, folder: str = "") -> T:
    """``Worker.run`` in the process that this program keeps for it; one thread after another."""
    with _one_at_a_time:
        return _shared.run(job, task, bounds, where=where, folder=folder)


def alive() -> None:
    """Called within a long job (text recognition of many pages) wherever a part is done: its time begins anew."""
    if _to_parent is not None:
        _end_alone_after(_seconds + _GRACE)
        _to_parent.send(ALIVE)


def _how(code: int | None) -> str:
    if code is not None and code < 0:
        return signal.Signals(-code).name if -code in set(signal.Signals) else f"signal {-code}"
    return f"exit code {code}"


def _serve(connection: Connection, loaded: tuple[str, ...]) -> None:
    """The process's own life: the modules that it will need, then jobs until the other end is closed."""
    global _to_parent, _seconds
    _to_parent = connection
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the program that the user stops ends this one
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    connection.send(ALIVE)
    for name in loaded:
        importlib.import_module(name)
    while True:
        try:
            folder, job, task, bounds = connection.recv()
        except (EOFError, ConnectionError):
            return
        os.chdir(folder)  # paths may be relative to where the other side is now
        _seconds = bounds.seconds
        for name in bounds.loaded:
            importlib.import_module(name)
        alive()  # what the job needs has been loaded
        answer = _done(job, task, bounds)
        _end_alone_after(0)
        try:
            connection.send(answer)
        except ConnectionError:
            return


def _done(job: Callable[[Any], Any], task: Any, bounds: Bounds) -> Any:
    """The result in a tuple, or the error to be raised on the other side."""
    _bound_memory(bounds.memory)
    try:
        with faults_named("", ""):
            return (_within(bounds.memory, job, task),)
    except InternalError as error:
        error.trace = details(error)
        return error
    except TorparseError as error:
        return error


def _within(memory: int, job: Callable[[Any], Any], task: Any) -> Any:
    try:
        return job(task)
    except MemoryError as error:
        raise UnreadableInput(
            f"takes more than {memory / _MEBIBYTE:,.4g} MiB of memory to read", todo="Split it, or raise --max-memory"
        ) from error


def _bound_memory(size: int) -> None:
    """Let the process have ``size`` bytes of data more than now, where the system can."""
    status = Path("/proc/self/status")
    if not status.exists():
        return
    import resource

    used = next(line for line in status.read_text("ascii", "replace").splitlines() if line.startswith("VmData:"))
    most = int(used.split()[1]) * 1024 + size
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if hard != resource.RLIM_INFINITY:
        most = min(most, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (most, hard))


def _end_alone_after(seconds: float) -> None:
    """Where the other side is killed during a job, this one is not to run on for ever; 0 takes it back."""
    if hasattr(signal, "alarm"):
        signal.alarm(int(seconds))
