"""A real Dask cluster on this machine: what its workers find, what the end of one costs, and what is refused.

One scheduler and two workers, processes each, serve all tests. The store behind the S3 URLs is on this machine too.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT
from torparse import cluster
from torparse.cli import main
from torparse.cluster import client, working
from torparse.contract import record_to_line
from torparse.errors import TorparseError, UnreadableInput
from torparse.model import Record
from torparse.readers import Choices, Limits
from torparse.tasks import Task

NAMES = (
    "askerdale-district-partnership-2015.md",
    "glenarrach-tenant-scrutiny-panel-2024.txt",
    "nether-hallowby-neighbourhood-forum-page-2023.html",
    "pennow-valley-lifts-and-buses-2023.txt",
)
IN_STORE = NAMES[:2]
HERE = {"host": "127.0.0.1", "dashboard_address": "127.0.0.1:0"}
BUCKET = "papers"


@pytest.fixture(scope="session")
def bucket() -> Iterator[str]:
    """An object store with some documents, on this machine. Who comes after finds it by botocore's own variables."""
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    given = {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}", "AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "b",
        "AWS_DEFAULT_REGION": "us-east-1",
    }  # fmt: skip
    before = {name: os.environ.get(name) for name in given}
    os.environ.update(given)
    import s3fs

    store = s3fs.S3FileSystem()
    store.mkdir(BUCKET)
    for name in IN_STORE:
        store.pipe(f"{BUCKET}/terms/{name}", (ROOT / "corpus" / name).read_bytes())
    store.pipe(f"{BUCKET}/terms/damaged.docx", b"PK\x03\x04 and nothing more")
    yield f"s3://{BUCKET}/terms"
    server.stop()
    for name, value in before.items():
        os.environ.pop(name) if value is None else os.environ.update({name: value})


@pytest.fixture(scope="session")
def workers(bucket: str) -> Iterator[Any]:
    """The cluster."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, processes=True, threads_per_worker=1, **HERE) as made:
        made.scheduler.allowed_failures = 1
        yield made


@pytest.fixture
def address(workers: Any) -> str:
    """The scheduler as the option names it."""
    workers.wait_for_workers(2, timeout=60)
    return workers.scheduler_address.replace("tcp://", "dask://")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Documents that every worker has under the same path."""
    made = tmp_path_factory.mktemp("documents")
    for name in NAMES:
        shutil.copy(ROOT / "corpus" / name, made / name)
    (made / "damaged.docx").write_bytes(b"PK\x03\x04 and nothing more")
    return made


def lines_of(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 3) -> tuple[str, str]:
    """What ``extract`` writes to stdout and stderr."""
    assert main(["extract", *arguments, "--format", "jsonl"]) == code
    captured = capsys.readouterr()
    return captured.out, captured.err


def test_one_worker_killed_midway_costs_nothing(
    workers: Any, address: str, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bytes are those of a run on this machine, also on stderr, with paths relative to where one stands."""
    monkeypatch.chdir(folder.parent)
    here = lines_of(capsys, folder.name, "--jobs", "1")
    assert here[0].count("\n") == len(NAMES)
    assert "damaged.docx" in here[1]
    emitted, killed = [], []

    def emit(line: str) -> None:
        emitted.append(line)
        if len(emitted) == 2:
            victim = next(iter(workers.workers.values()))
            killed.append(victim.pid)
            os.kill(victim.pid, signal.SIGKILL)
        print(line)

    monkeypatch.setattr("torparse.commands.emit", emit)
    assert lines_of(capsys, folder.name, "--scheduler", address, "--no-cache") == here
    assert killed


class EndsItsReader(Task):
    """A document that ends the process that reads it."""

    def read(self) -> Any:
        os.kill(os.getpid(), signal.SIGSEGV)


class EndsItsWorker(Task):
    """A document that ends the worker itself, as where the system has no memory left."""

    def fetched(self) -> Any:
        os.kill(os.getpid(), signal.SIGKILL)


def options_for(address: str) -> Namespace:
    return Namespace(scheduler=address, command="extract", max_seconds=60, max_memory=1024, no_cache=False)


def read(address: str, folder: Path, kinds: list[tuple[type[Task], str]]) -> list[Any]:
    """What becomes of documents: the record as a line, or the error."""
    tasks = [kind(folder / name, f"{number}-{name}", Limits(), Choices()) for number, (kind, name) in enumerate(kinds)]
    found = list(cluster.outcomes(tasks, options_for(address)))
    assert [task.id for task, _ in found] == [task.id for task in tasks]
    return [record_to_line(one) if isinstance(one, Record) else one for _, one in found]


def test_a_document_that_ends_its_process_costs_itself(address: str, folder: Path) -> None:
    """Also inside a worker of Dask, which multiprocessing lets start no process."""
    good = NAMES[0]
    before, bad, after = read(address, folder, [(Task, good), (EndsItsReader, good), (Task, good)])
    assert str(bad).startswith(f"{folder / good}: ends the process that reads it (SIGSEGV). ")
    assert isinstance(bad, UnreadableInput)
    assert before.replace('"id":"0-', '"id":"2-') == after


def test_a_document_that_ends_its_workers_costs_itself(
    address: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All are in one batch, which is read one by one after it has ended as many workers as Dask allows."""
    monkeypatch.setattr(client, "_SHARES", 0.1)
    good = NAMES[1]
    before, bad, after = read(address, folder, [(Task, good), (EndsItsWorker, good), (Task, good)])
    assert str(bad).startswith(f"{folder / good}: ends the workers that read it. ")
    assert before.replace('"id":"0-', '"id":"2-') == after


def test_documents_of_an_object_store_are_those_of_a_folder(
    address: str, bucket: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the cluster and without it; what is wrong with a document is said with its URL."""
    for name in IN_STORE:
        shutil.copy(ROOT / "corpus" / name, tmp_path / name)
    (tmp_path / "damaged.docx").write_bytes(b"PK\x03\x04 and nothing more")
    disk = lines_of(capsys, str(tmp_path), "--jobs", "1")
    for how in (["--jobs", "1"], ["--scheduler", address]):
        out, err = lines_of(capsys, bucket, *how)
        assert out == disk[0], how
        assert err == disk[1].replace(str(tmp_path), bucket), how


def test_a_store_that_refuses_is_one_line(bucket: str, capsys: pytest.CaptureFixture[str]) -> None:
    out, err = lines_of(capsys, "s3://no-such-bucket/terms")
    assert out == ""
    assert err.startswith("torparse: s3://no-such-bucket/terms: does not exist")
    assert err.count("\n") == 1


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The one line of a run that ends before anything is read."""
    out, err = lines_of(capsys, *arguments, code=2)
    assert out == ""
    assert err.count("\n") == 1
    return err


def test_a_worker_that_would_find_something_else_is_refused(
    address: str, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("torparse.cluster.sameness.__version__", "0.0.1")
    said = refused(capsys, str(folder), "--scheduler", address)
    assert "--scheduler: the worker tcp://127.0.0.1:" in said
    assert " and 0.0.1 here. Install there" in said
    # a worker that comes later is asked with its first batch
    monkeypatch.setattr(client, "_same", lambda *_: None)
    assert " and 0.0.1 here. Install there" in refused(capsys, str(folder), "--scheduler", address)


def test_an_address_without_a_scheduler_is_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "_ANSWER", 1)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"dask://127.0.0.1:{taken.getsockname()[1]}"
        said = refused(capsys, str(folder), "--scheduler", address)
    assert f"--scheduler: no Dask scheduler answers at {address}. Start one with: dask scheduler." in said


def test_a_cluster_without_workers_is_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from distributed import LocalCluster

    monkeypatch.setattr(client, "_ANSWER", 1)
    with LocalCluster(n_workers=0, **HERE) as empty:
        address = empty.scheduler_address.replace("tcp://", "dask://")
        said = refused(capsys, str(folder), "--scheduler", address)
    assert "--scheduler: the cluster has no workers. Start some with: dask worker HOST:PORT." in said


def test_without_dask_one_line_says_what_to_install(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "find_spec", lambda name: None)
    assert "pip install 'torparse[cluster]'" in refused(capsys, str(folder), "--scheduler", "dask://127.0.0.1:1")


@pytest.mark.parametrize("address", ["127.0.0.1:8786", "dask://host", "tcp://host:8786", "dask://host:8786/x"])
def test_what_is_no_address_is_wrong_use(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["extract", "corpus", "--scheduler", address])
    assert "write it as dask://HOST:PORT" in capsys.readouterr().err


def test_the_memory_of_this_program_is_no_place_for_workers(address: str) -> None:
    task = Task(Path("memory://shelf/terms.txt"), "terms.txt", Limits(), Choices())
    with pytest.raises(TorparseError, match="no worker gets at it"):
        list(cluster.outcomes([task], options_for(address)))


def test_a_worker_without_the_folder_says_so_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For the whole run; a document that is gone costs itself, as elsewhere."""
    monkeypatch.setattr(working, "name", lambda: "tcp://10.0.0.7:4001")
    make: Callable[[str], Task] = lambda name: Task(Path(name), name, Limits(), Choices())  # noqa: E731
    options = options_for("")
    there = working.Batch((make("gone.txt"),), str(tmp_path), options, working.marks())
    assert [one.what for one in working.read_batch(there) if isinstance(one, TorparseError)] == ["does not exist"]
    nowhere = working.Batch((make("terms/a.txt"),), str(tmp_path), options, working.marks())
    with pytest.raises(TorparseError, match=r"the worker tcp://10.0.0.7:4001 has no folder .*terms"):
        working.read_batch(nowhere)
