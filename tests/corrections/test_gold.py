"""What people checked becomes gold annotations that ``torparse evaluate`` takes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corrections.conftest import MINUTE, correct, written
from torparse.annotations import read_annotations
from torparse.cli import main
from torparse.corrections import Action, Folder, Say, Snapshot
from torparse.model import Clause, Record


def check_all(folder: Path) -> Record:
    """A document of which the quorum is corrected, openness taken out, the rest confirmed."""
    path, record = written(folder)
    for clause in record.clauses:
        said = Snapshot.of(clause, record.document)
        if clause.type == "quorum":
            say = replace(correct(record, "quorum", count=7), note="As minuted")
        elif clause.type == "public_access":
            say = Say(action=Action.REJECT, by="Ann", on=MINUTE.format(2), machine=said)
        else:
            say = Say(action=Action.CONFIRM, by="Ann", on=MINUTE.format(2), machine=said, clause=said)
        Folder(folder).add(path, record.document, say, seen=0)
    return record


def _of(record: Record, type_: str) -> Clause:
    return next(c for c in record.clauses if c.type == type_)


def test_a_checked_document_becomes_gold(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = check_all(tmp_path)
    out = tmp_path / "annotations"
    assert main(["promote", str(tmp_path), "-o", str(out)]) == 0
    assert "1 document annotated" in capsys.readouterr().out
    (gold,) = read_annotations(out)
    assert gold.text == record.document.text
    (quorum,) = (one for one in gold.clauses if one.type == "quorum")
    assert quorum.value.as_dict()["count"] == 7
    assert quorum.note == "As minuted"
    run = _of(record, "quorum").evidence[0]
    assert quorum.runs == ((run.start, run.end),)
    assert [one.type for one in gold.traps] == ["public_access"]
    assert "public_access" not in {one.type for one in gold.clauses}
    # measured by it, the machine now has one value wrong and one clause too many
    assert main(["evaluate", str(out), "--documents", str(tmp_path), "--min-f1", "0.95"]) == 1
    assert main(["promote", str(tmp_path), "-o", str(out)]) == 1
    assert "is there already" in capsys.readouterr().err
    assert main(["promote", str(tmp_path), "-o", str(out), "--overwrite"]) == 0


def test_a_document_that_is_not_checked_whole_is_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, record = written(tmp_path)
    out = tmp_path / "annotations"
    assert main(["promote", str(tmp_path), "-o", str(out)]) == 1
    assert "nothing was said of it yet" in capsys.readouterr().err
    Folder(tmp_path).add(path, record.document, correct(record, "quorum", count=7), seen=0)
    assert main(["promote", str(tmp_path), "-o", str(out)]) == 1
    assert "farrowdale.txt left out: 5 clauses not checked yet." in capsys.readouterr().err
    assert not out.exists()


def test_a_value_that_the_guide_does_not_know_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = check_all(tmp_path)
    path = tmp_path / record.document.name
    Folder(tmp_path).add(path, record.document, correct(record, "quorum", fraction="most"), seen=99)
    assert main(["promote", str(tmp_path), "-o", str(tmp_path / "annotations")]) == 1
    assert "quorum.fraction cannot be 'most'" in capsys.readouterr().err
    assert not (tmp_path / "annotations").exists()


def test_what_reviewers_differ_on_is_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = check_all(tmp_path)
    path = tmp_path / record.document.name
    Folder(tmp_path).add(path, record.document, correct(record, "quorum", by="Ben", count=8), seen=99)
    assert main(["promote", str(tmp_path), "-o", str(tmp_path / "annotations")]) == 1
    assert "reviewers differ on 1 clause" in capsys.readouterr().err
