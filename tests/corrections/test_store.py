"""Histories on the disk: whole or not at all, never written over unseen, found again after a file was renamed."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from corrections.conftest import TEXT, correct, written
from torparse.cli import main
from torparse.corrections import Action, Changed, Folder, Say, folder_of
from torparse.corrections.store import ENDING
from torparse.errors import BadData, TorparseError
from torparse.model import Record


@pytest.fixture
def kept(tmp_path: Path) -> tuple[Folder, Path, Record]:
    """A folder with a document of which nothing was said."""
    return Folder(tmp_path), *written(tmp_path)


def file_of(folder: Folder) -> Path:
    """The only file of the corrections."""
    (file,) = folder.files.glob(f"*{ENDING}")
    return file


def test_nothing_is_made_before_something_is_said(kept: tuple[Folder, Path, Record]) -> None:
    folder, path, record = kept
    assert folder.history(path, record.document).events == ()
    assert not folder.files.exists()
    assert folder_of(path) is None


def test_what_was_said_is_read_back(kept: tuple[Folder, Path, Record]) -> None:
    folder, path, record = kept
    said = replace(correct(record, "quorum", count=7), note="As “minuted”\nin May")
    folder.add(path, record.document, said, seen=0)
    history = folder.history(path, record.document)
    assert [event.say for event in history.events] == [said]
    assert history.revision == 1


def test_every_action_is_read_back(kept: tuple[Folder, Path, Record]) -> None:
    from corrections import test_applying as says

    folder, path, record = kept
    every = (
        says._added(record), says.of(record, Action.CONFIRM), says.of(record, Action.REJECT, by="Ben"),
        says._judged("Board", "P09"), says._of_bodies(Action.RENAME, "Board", "Big Board"),
        says._of_bodies(Action.SPLIT, "Assembly", "Forum", moved=(says.of(record, Action.CONFIRM).machine,)),
        Say(action=Action.UNDO, by="Ann", on="2026-03-04T10:00:00Z", of=2),
        replace(says._judged("Board", "P09"), kind=record.kind, action=Action.KIND, decides=True),
    )  # fmt: skip
    for said in every:
        folder.add(path, record.document, said, seen=99)
    assert tuple(event.say for event in folder.history(path, record.document).events) == every


def test_each_entry_is_a_web_annotation(kept: tuple[Folder, Path, Record]) -> None:
    folder, path, record = kept
    folder.add(path, record.document, replace(correct(record, "quorum", count=7), note="As minuted"), seen=0)
    data = json.loads(file_of(folder).read_text(encoding="utf-8"))
    (entry,) = data["history"]
    assert entry["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert entry["type"] == "Annotation"
    assert entry["creator"] == {"type": "Person", "name": "Ann"}
    assert entry["body"]["value"] == "As minuted"
    (target,) = entry["target"]
    assert target["source"] == "farrowdale.txt"
    position, quote = target["selector"]
    assert TEXT[position["start"] : position["end"]] == quote["exact"] == "The quorum of the Board is five members."
    assert quote["prefix"].endswith("Quorum\n\n")
    assert data["document"]["sha256"] == record.document.sha256


def test_the_second_of_two_saves_of_one_thing_is_refused(kept: tuple[Folder, Path, Record]) -> None:
    folder, path, record = kept
    folder.add(path, record.document, correct(record, "quorum", count=7), seen=0)
    before = file_of(folder).read_bytes()
    with pytest.raises(Changed, match="Ann has changed this") as told:
        folder.add(path, record.document, correct(record, "quorum", by="Ben", count=8), seen=0)
    assert told.value.event.number == 1
    assert file_of(folder).read_bytes() == before
    folder.add(path, record.document, correct(record, "quorum", by="Ben", count=8), seen=1)


def test_two_saves_of_different_things_both_stay(kept: tuple[Folder, Path, Record]) -> None:
    folder, path, record = kept
    folder.add(path, record.document, correct(record, "quorum", count=7), seen=0)
    folder.add(path, record.document, correct(record, "review_cycle", interval="P1Y"), seen=0)
    assert folder.history(path, record.document).revision == 2


def test_the_history_follows_a_changed_file_and_a_renamed_one(kept: tuple[Folder, Path, Record]) -> None:
    folder, path, record = kept
    folder.add(path, record.document, correct(record, "quorum", count=7), seen=0)
    id_ = folder.history(path, record.document).id
    _, edited = written(path.parent, TEXT.replace("each year", "each spring"))
    folder.add(path, edited.document, correct(edited, "review_cycle", interval="P1Y"), seen=0)
    renamed = path.rename(path.with_name("farrowdale-2026.txt"))
    history = folder.history(renamed, edited.document)
    assert (history.id, history.revision) == (id_, 2)


def test_a_copy_does_not_take_the_history_of_its_original(kept: tuple[Folder, Path, Record]) -> None:
    folder, path, record = kept
    folder.add(path, record.document, correct(record, "quorum", count=7), seen=0)
    copy, same = written(path.parent, name="copy.txt")
    assert folder.history(copy, same.document).revision == 0
    folder.add(copy, same.document, correct(same, "quorum", count=8), seen=0)
    assert len(list(folder.files.glob(f"*{ENDING}"))) == 2


def test_an_undo_of_nothing_is_refused(kept: tuple[Folder, Path, Record]) -> None:
    folder, path, record = kept
    with pytest.raises(TorparseError, match="no entry 5 to take back"):
        folder.add(path, record.document, Say(action=Action.UNDO, by="Ann", on="", of=5), seen=0)


BROKEN = [
    ("no JSON", "{", "is not JSON in UTF-8"),
    ("no object", "[]", "holds no JSON object"),
    ("another's file", '{"format": "x"}', "holds no corrections of torparse"),
    ("a later version", '{"format": "torparse corrections", "version": 9}', "is of version 9"),
    ("a part missing", '{"format": "torparse corrections", "version": 1}', "lacks a part"),
]


@pytest.mark.parametrize(("what", "text", "line"), BROKEN, ids=[row[0] for row in BROKEN])
def test_a_broken_file_is_one_clear_line_and_is_not_written_over(
    kept: tuple[Folder, Path, Record], what: str, text: str, line: str
) -> None:
    folder, path, record = kept
    folder.add(path, record.document, correct(record, "quorum", count=7), seen=0)
    file = file_of(folder)
    file.write_text(text)
    with pytest.raises(BadData, match=line):
        folder.add(path, record.document, correct(record, "quorum", count=8), seen=0)
    assert file.read_text() == text


def test_a_command_says_that_corrections_cannot_be_read_and_does_the_rest(
    kept: tuple[Folder, Path, Record], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, path, record = kept
    folder.add(path, record.document, correct(record, "quorum", count=7), seen=0)
    file_of(folder).write_text("{")
    assert main(["extract", str(path)]) == 3
    said = capsys.readouterr()
    assert "is not JSON in UTF-8" in said.err
    assert "quorum" in said.out


def test_commands_honour_what_was_corrected(
    kept: tuple[Folder, Path, Record], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, path, record = kept
    folder.add(path, record.document, correct(record, "quorum", count=7), seen=0)
    counts = []
    for arguments in ([str(path)], [str(path.parent)], [str(path), "--no-corrections"]):
        assert main(["extract", "--format", "jsonl", *arguments]) == 0
        said = capsys.readouterr()
        assert said.err == ""
        (quorum,) = (c for c in json.loads(said.out)["clauses"] if c["type"] == "quorum")
        counts.append((quorum["value"]["count"], quorum["source"]))
    assert counts == [(7, "corrected"), (7, "corrected"), (5, "machine")]


def test_a_command_says_what_no_longer_fits(
    kept: tuple[Folder, Path, Record], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, path, record = kept
    folder.add(path, record.document, correct(record, "quorum", count=7), seen=0)
    path.write_text(TEXT.replace("five members", "six members"))
    assert main(["extract", str(path)]) == 0
    assert "farrowdale.txt: 1 correction no longer fits the document." in capsys.readouterr().err


def _save(directory: Path, number: int, ready: Barrier) -> None:
    folder, path, record = Folder(directory), *written(directory)
    ready.wait()
    for turn in range(20):
        say = correct(record, "quorum", by=f"Person {number}", count=turn + 1)
        folder.add(path, record.document, say, seen=999)


def test_saves_of_several_processes_at_once_all_stay(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    ready = context.Barrier(2)
    at_work = [context.Process(target=_save, args=(tmp_path, number, ready)) for number in range(2)]
    for one in at_work:
        one.start()
    for one in at_work:
        one.join(120)
        assert one.exitcode == 0
    path, record = written(tmp_path)
    events = Folder(tmp_path).history(path, record.document).events
    assert sorted(e.say.by for e in events) == ["Person 0"] * 20 + ["Person 1"] * 20


_SAVER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from corrections.conftest import correct, written
from torparse.corrections import Folder
folder, (path, record) = Folder(Path(sys.argv[1])), written(Path(sys.argv[1]))
print("ready", flush=True)
for turn in range(100_000):
    folder.add(path, record.document, correct(record, "quorum", count=turn + 1), seen=turn)
"""


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX systems")
def test_killed_in_the_middle_of_a_save_leaves_a_whole_file(tmp_path: Path) -> None:
    tests = Path(__file__).resolve().parent.parent
    for turn in range(4):
        saver = subprocess.Popen(
            [sys.executable, "-c", _SAVER, str(tmp_path / str(turn)), str(tests)], stdout=subprocess.PIPE, text=True
        )
        (tmp_path / str(turn)).mkdir()
        assert saver.stdout is not None
        assert saver.stdout.readline() == "ready\n"
        time.sleep(0.2 + turn * 0.033)
        saver.send_signal(signal.SIGKILL)
        saver.wait()
        saver.stdout.close()
        path, record = written(tmp_path / str(turn))
        folder = Folder(tmp_path / str(turn))
        before = folder.history(path, record.document).revision
        assert before > 0
        # the lock went with the process: the next one can save
        folder.add(path, record.document, correct(record, "quorum", count=1), seen=before)
        assert folder.history(path, record.document).revision == before + 1
