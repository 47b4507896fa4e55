"""What was read once is kept, found again, and never believed where it is damaged; several processes side by side."""

from __future__ import annotations

import pickle
import shutil
import time
from argparse import Namespace
from pathlib import Path
from typing import Any

import pytest

from made_documents import record_of
from torparse import cache, tasks, workers
from torparse.cli import main, parser
from torparse.model import Record
from torparse.readers import Choices, Limits
from torparse.reading_options import jobs_for

KEY = "ab" + "0" * 62


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> cache.Cache:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "kept"))
    found = cache.usual()
    assert found is not None
    return found


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the documents that are really read, as they are."""
    seen: list[str] = []
    real = tasks.apart

    def noted(job: Any, task: Any, *more: Any) -> Any:
        seen.append(task.id)
        return real(job, task, *more)

    monkeypatch.setattr(tasks, "apart", noted)
    return seen


def record() -> Record:
    return record_of(
        "forum.txt", "Ambleford Forum", [("quorum", {"fraction": "1/2"}, "The quorum of {body} is half."),
                                         ("notice", {"period": "P7D", "subject": "meeting"}, "It has seven days.")],
    )  # fmt: skip


def folder(tmp_path: Path, number: int = 3) -> Path:
    made = tmp_path / "documents"
    made.mkdir()
    for one in range(number):
        text = f"Terms of Reference\n\nThe Board\n\nThe quorum of the Board is {one + 3} members.\n"
        (made / f"terms-{one}.txt").write_text(text, "utf-8")
    return made


def extract(documents: Path, *options: str) -> int:
    return main(["extract", str(documents), "--format", "jsonl", "-q", *options])


# -------------------------------------------------------------------------------------------------------- entries


def test_a_record_comes_back_as_it_was(kept: cache.Cache) -> None:
    kept.put(KEY, record())
    assert kept.get(KEY) == record()
    assert kept.size().entries == 1
    assert kept.get("cd" + KEY[2:]) is None


@pytest.mark.parametrize("damage", ["cut", "flipped", "emptied", "another file"])
def test_a_damaged_entry_is_as_good_as_none_and_goes(kept: cache.Cache, damage: str) -> None:
    kept.put(KEY, record())
    (path,) = kept.folder.rglob("*.record")
    data = path.read_bytes()
    made = {
        "cut": data[:-7], "flipped": data[:90] + bytes([data[90] ^ 1]) + data[91:], "emptied": b"",
        "another file": b"%PDF-1.7",
    }  # fmt: skip
    path.write_bytes(made[damage])
    assert kept.get(KEY) is None
    assert not path.exists()


class Harm:
    def __reduce__(self) -> Any:
        return (shutil.rmtree, ("nothing-of-this-name",))


def test_an_entry_cannot_make_torparse_run_anything(kept: cache.Cache) -> None:
    import hashlib

    content = pickle.dumps(Harm())
    kept.put(KEY, record())
    (path,) = kept.folder.rglob("*.record")
    path.write_bytes(cache._MARK + hashlib.sha256(content).digest() + content)
    assert kept.get(KEY) is None


def test_a_folder_that_cannot_be_written_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    blocked = cache.Cache(tmp_path / "file")
    blocked.put(KEY, record())
    assert blocked.get(KEY) is None


def test_all_that_a_record_depends_on_makes_another_key() -> None:
    usual = cache.key_of("0" * 64, "a.txt", "a.txt", Choices(), Limits())
    assert usual == cache.key_of("0" * 64, "a.txt", "a.txt", Choices(), Limits())
    others = {
        cache.key_of("1" * 64, "a.txt", "a.txt", Choices(), Limits()),
        cache.key_of("0" * 64, "b.txt", "a.txt", Choices(), Limits()),
        cache.key_of("0" * 64, "a.txt", "in/a.txt", Choices(), Limits()),
        cache.key_of("0" * 64, "a.txt", "a.txt", Choices(changes="original"), Limits()),
        cache.key_of("0" * 64, "a.txt", "a.txt", Choices(ocr="never"), Limits()),
        cache.key_of("0" * 64, "a.txt", "a.txt", Choices(), Limits(max_unpacked_bytes=1)),
    }
    assert len(others | {usual}) == 7


def test_other_rules_make_another_key(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = cache.key_of("0" * 64, "a.txt", "a.txt", Choices(), Limits())
    environment = {**cache._environment(), "torparse": ["other", "rules"]}
    monkeypatch.setattr(cache, "_environment", lambda: environment)
    assert cache.key_of("0" * 64, "a.txt", "a.txt", Choices(), Limits()) != usual


# -------------------------------------------------------------------------------------------------------- commands


def test_a_second_run_reads_only_what_is_new(
    kept: cache.Cache, reads: list[str], tmp_path: Path, capsys: Any
) -> None:  # fmt: skip
    documents = folder(tmp_path)
    assert extract(documents) == 0
    first = capsys.readouterr().out
    assert sorted(reads) == ["terms-0.txt", "terms-1.txt", "terms-2.txt"]
    reads.clear()
    (documents / "terms-9.txt").write_text("Terms of Reference\n\nThe Board\n\nThe chair is elected yearly.\n", "utf-8")
    assert extract(documents) == 0
    assert reads == ["terms-9.txt"]
    assert capsys.readouterr().out.startswith(first)
    (documents / "terms-9.txt").write_text("Terms of Reference\n\nThe Board\n\nThe chair is appointed.\n", "utf-8")
    reads.clear()
    assert extract(documents) == 0
    assert reads == ["terms-9.txt"]


def test_a_damaged_entry_is_read_anew_and_healed(
    kept: cache.Cache, reads: list[str], tmp_path: Path, capsys: Any
) -> None:  # fmt: skip
    documents = folder(tmp_path, 1)
    assert extract(documents) == 0
    whole = capsys.readouterr().out
    (path,) = kept.folder.rglob("*.record")
    path.write_bytes(path.read_bytes()[:-1])
    assert extract(documents) == 0
    assert capsys.readouterr().out == whole
    assert len(reads) == 2
    assert extract(documents) == 0
    assert len(reads) == 2


def test_without_the_cache_nothing_is_kept(kept: cache.Cache, reads: list[str], tmp_path: Path) -> None:
    documents = folder(tmp_path, 1)
    assert extract(documents, "--no-cache") == 0
    assert extract(documents, "--no-cache") == 0
    assert len(reads) == 2
    assert not kept.folder.exists()


def test_what_cannot_be_read_is_tried_again(kept: cache.Cache, tmp_path: Path, capsys: Any) -> None:
    documents = folder(tmp_path, 1)
    (documents / "bad.docx").write_bytes(b"")
    assert extract(documents) == extract(documents) == 3
    assert capsys.readouterr().err.count("bad.docx: is empty") == 2


def test_the_command_says_how_much_there_is_and_takes_it_away(kept: cache.Cache, tmp_path: Path, capsys: Any) -> None:
    extract(folder(tmp_path))
    capsys.readouterr()
    assert main(["cache", "info"]) == 0
    assert f"{kept.folder}: 3 documents" in capsys.readouterr().out
    assert main(["cache", "clear"]) == 0
    assert "3 documents" in capsys.readouterr().out
    assert kept.size().entries == 0


def test_the_command_where_nothing_is_kept(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.setenv(cache.VARIABLE, "")
    assert main(["cache", "info"]) == 0
    assert "Nothing is kept" in capsys.readouterr().out


# -------------------------------------------------------------------------------------------------- side by side


def test_the_order_of_results_is_that_of_the_items() -> None:
    def job(number: int) -> int:
        time.sleep(0.02 if number % 3 == 0 else 0)
        return number * number

    with workers.crew(3) as crew:
        assert list(crew.side_by_side(job, range(40))) == [n * n for n in range(40)]


def test_only_a_few_results_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[int] = []

    def items() -> Any:
        for number in range(100):
            taken.append(number)
            yield number

    with workers.crew(2) as crew:
        found = crew.side_by_side(lambda number: number, items())
        assert next(found) == 0
        assert len(taken) == 2 * workers._AHEAD
        found.close()


def test_two_processes_give_what_one_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:  # fmt: skip
    documents = folder(tmp_path, 5)
    (documents / "terms-2.docx").write_bytes(b"")
    assert extract(documents, "--no-cache", "--jobs", "1") == 3
    one = capsys.readouterr()
    assert extract(documents, "--no-cache", "--jobs", "2") == 3
    assert capsys.readouterr() == one
    assert one.out.count("\n") == 5


@pytest.mark.parametrize(
    ("asked", "documents", "processors", "number"),
    [(0, 3, 8, 1), (0, 16, 8, 2), (0, 1000, 4, 4), (3, 2, 8, 2), (3, 100, 1, 3), (0, 0, 4, 1)],
)
def test_how_many_processes(
    asked: int, documents: int, processors: int, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    monkeypatch.setattr("os.sched_getaffinity", lambda pid: set(range(processors)), raising=False)
    assert jobs_for(asked, documents) == number


@pytest.mark.parametrize("text", ["0", "-1", "many", "1.5", "999"])
def test_a_number_that_is_none_is_refused(text: str, capsys: Any) -> None:
    with pytest.raises(SystemExit) as ended:
        parser().parse_args(["extract", "x", f"--jobs={text}"])
    assert ended.value.code == 2
    assert "auto" in capsys.readouterr().err


def test_auto_is_the_default() -> None:
    assert parser().parse_args(["extract", "x"]).jobs == parser().parse_args(["extract", "x", "--jobs", "auto"]).jobs


def test_a_process_makes_way_for_a_new_one(monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    monkeypatch.setattr(workers, "JOBS_A_PROCESS", 2)
    worker = workers.Worker()
    try:
        numbers = [worker.run(_number, None, workers.Bounds(), where="x") for _ in range(4)]
    finally:
        worker.stop()
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]
    assert os.getpid() not in numbers


def _number(task: Namespace | None) -> int:
    import os

    return os.getpid()
