"""The process apart: what a document may do to it, and that the next one is read all the same."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from torparse import workers
from torparse.errors import InternalError, UnreadableInput, details
from torparse.workers import Bounds, Worker

LINUX = sys.platform == "linux"
MEBIBYTE = 1024 * 1024


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    made = Worker()
    yield made
    made.stop()


# Jobs are functions of a module, as the process imports them


def double(number: int) -> int:
    return number * 2


def process_id(_: object) -> int:
    return os.getpid()


def folder(_: object) -> str:
    return str(Path.cwd())


def never_ends(_: object) -> None:
    while True:
        time.sleep(0.05)


def takes_all_memory(_: object) -> int:
    kept = []
    for _number in range(400):
        kept.append(b"x" * MEBIBYTE)
    return len(kept)


def takes(size: int) -> int:
    return len(b"x" * size)


def crashes(_: object) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def leaves(_: object) -> None:
    os._exit(7)


def fails(_: object) -> None:
    raise ValueError("Jo Bloggs was quoted here")


def refuses(where: str) -> None:
    raise UnreadableInput("is empty", where=where, todo="Save it again")


def works_long(parts: int) -> str:
    for _ in range(parts):
        time.sleep(0.4)
        workers.alive()
    return "done"


ENDINGS: list[tuple[Callable[[Any], Any], Bounds, type[Exception], str]] = [
    (never_ends, Bounds(seconds=0.5), UnreadableInput, "takes longer than 0.5 s to read"),
    (leaves, Bounds(), UnreadableInput, "ends the process that reads it (exit code 7)"),
    (fails, Bounds(), InternalError, "torparse failed here (ValueError)"),
]
if LINUX:
    ENDINGS += [
        (takes_all_memory, Bounds(memory=64 * MEBIBYTE), UnreadableInput, "takes more than 64 MiB of memory"),
        (crashes, Bounds(), UnreadableInput, "ends the process that reads it (SIGSEGV)"),
    ]


@pytest.mark.parametrize(("job", "bounds", "kind", "message"), ENDINGS, ids=lambda one: getattr(one, "__name__", ""))
def test_a_bad_document_is_one_line_and_the_next_is_read(
    worker: Worker, job: Callable[[Any], Any], bounds: Bounds, kind: type[Exception], message: str
) -> None:
    with pytest.raises(kind) as caught:
        worker.run(job, None, bounds, where="papers/a.pdf")
    assert str(caught.value).startswith("papers/a.pdf: ")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    assert worker.run(double, 21, Bounds(), where="papers/b.pdf") == 42


def test_an_error_comes_as_it_was_raised(worker: Worker) -> None:
    with pytest.raises(UnreadableInput) as caught:
        worker.run(refuses, "a.zip/b.docx", Bounds(), where="other")
    assert str(caught.value) == "a.zip/b.docx: is empty. Save it again."


def test_the_details_of_a_failure_are_kept_apart_from_its_line(worker: Worker) -> None:
    with pytest.raises(InternalError) as caught:
        worker.run(fails, None, Bounds(), where="a.pdf")
    assert "Bloggs" not in str(caught.value)
    assert "Jo Bloggs" in details(caught.value)
    assert "in fails" in details(caught.value)


def test_one_process_reads_one_document_after_another(worker: Worker) -> None:
    first = worker.run(process_id, None, Bounds(), where="a")
    assert first != os.getpid()
    assert worker.run(process_id, None, Bounds(), where="b") == first


def test_signs_of_life_let_a_long_job_go_on(worker: Worker) -> None:
    assert worker.run(works_long, 4, Bounds(seconds=0.8), where="a") == "done"


@pytest.mark.skipif(not LINUX, reason="only Linux bounds a process's data")
def test_the_bound_of_memory_is_beyond_what_is_in_use(worker: Worker) -> None:
    for _ in range(5):  # what earlier documents left behind takes nothing from the next
        assert worker.run(takes, 40 * MEBIBYTE, Bounds(memory=64 * MEBIBYTE), where="a") == 40 * MEBIBYTE


def test_relative_paths_hold_after_a_change_of_folder(
    worker: Worker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker.run(folder, None, Bounds(), where="a")  # it has started elsewhere
    monkeypatch.chdir(tmp_path)
    assert worker.run(folder, None, Bounds(), where="a") == str(tmp_path)


@pytest.mark.skipif(not LINUX, reason="looks at /proc")
def test_no_process_is_left_behind_where_the_program_is_killed() -> None:
    code = (
        "import sys, test_workers as t; from torparse import workers\n"
        "print(workers.run(t.process_id, None, workers.Bounds(), where=''), flush=True)\n"
        "sys.stdin.read()"
    )
    program = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent)},
    )  # fmt: skip
    assert program.stdout is not None
    child = int(program.stdout.readline())
    program.kill()
    program.communicate()
    until = time.monotonic() + 10
    while Path(f"/proc/{child}").exists() and "Z" not in _state(child) and time.monotonic() < until:
        time.sleep(0.05)
    assert not Path(f"/proc/{child}").exists() or "Z" in _state(child)


def _state(process: int) -> str:
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return "Z"


@pytest.mark.parametrize("bounds", [{"seconds": 0}, {"memory": -1}])
def test_a_bound_is_above_zero(bounds: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="above zero"):
        Bounds(**bounds)  # type: ignore[arg-type]


@pytest.mark.parametrize("from_file", [True, False], ids=["file", "standard input"])
def test_a_script_needs_no_guard_and_runs_once(from_file: bool, tmp_path: Path) -> None:
    """multiprocessing would import the program's main file again, and find none where it comes from standard input."""
    code = (
        "print('begun', flush=True)\nimport test_workers as t\nfrom torparse import workers\n"
        "print(workers.run(t.double, 1, workers.Bounds(), where=''))"
    )
    script = tmp_path / "script.py"
    script.write_text(code, encoding="utf-8")
    path = os.pathsep.join([str(Path(__file__).parent), *filter(None, [os.environ.get("PYTHONPATH")])])
    done = subprocess.run(
        [sys.executable, str(script) if from_file else "-"], input=code, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": path},
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("begun\n2\n", "")


def loaded(name: str) -> bool:
    return name in sys.modules


def test_a_process_begun_early_loads_while_this_one_goes_on() -> None:
    fresh, done = Worker(), []
    try:
        fresh.begin(("wave",), lambda: done.append("meanwhile"))
        fresh.begin(("wave",), lambda: done.append("twice"))
        assert done == []
        assert fresh.run(loaded, "wave", Bounds(), where="a")
        assert fresh.run(process_id, None, Bounds(), where="a") != os.getpid()
        assert done == ["meanwhile"]
    finally:
        fresh.stop()


def test_a_process_begun_early_that_does_not_start_is_said_to_be_so() -> None:
    fresh = Worker()
    fresh.begin(("torparse.no_such_module",), list)
    with pytest.raises(UnreadableInput, match="ends the process"):
        fresh.run(double, 2, Bounds(), where="a")
    try:
        assert fresh.run(double, 2, Bounds(), where="a") == 4
    finally:
        fresh.stop()


def test_what_is_loaded_beforehand_is_no_part_of_the_job() -> None:
    fresh = Worker()
    try:
        assert not fresh.run(loaded, "spacy", Bounds(), where="a")
        assert fresh.run(loaded, "spacy", Bounds(memory=8 * MEBIBYTE, loaded=("spacy",)), where="a")
    finally:
        fresh.stop()


def _daemon(connection: Any) -> None:
    """What a process that multiprocessing lets start no other makes of some jobs."""
    worker = Worker()
    answers: list[Any] = []
    for job, task, bounds in (
        (double, 21, Bounds()),
        (crashes, None, Bounds()),
        (never_ends, None, Bounds(seconds=1)),
        (fails, None, Bounds()),
        (double, 4, Bounds()),
    ):
        try:
            answers.append(worker.run(job, task, bounds, where="some.pdf"))
        except (UnreadableInput, InternalError) as error:
            answers.append(error.what)
    answers.append(worker.run(folder, None, Bounds(), where="some.pdf", folder="/"))
    answers += [worker.run(process_id, None, Bounds(), where="some.pdf"), os.getpid()]
    connection.send(answers)
    connection.recv()


@pytest.mark.skipif(os.name != "posix", reason="such a process can start no other on Windows")
def test_bounds_hold_in_a_daemon_too_and_its_process_ends_with_it() -> None:
    """Workers of Dask are such processes."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    daemon = context.Process(target=_daemon, args=(theirs,), daemon=True)
    daemon.start()
    assert ours.poll(60)
    *answers, reader, own = ours.recv()
    assert answers == [
        42, "ends the process that reads it (SIGSEGV)", "takes longer than 1 s to read",
        "torparse failed here (ValueError)", 8, "/",
    ]  # fmt: skip
    assert reader != own
    daemon.kill()
    daemon.join()
    until = time.monotonic() + 30
    while Path(f"/proc/{reader}").exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert not Path(f"/proc/{reader}").exists() or not LINUX
