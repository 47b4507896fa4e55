"""What can never exist in the model, and writing that leaves no half-written file."""

from __future__ import annotations

import dataclasses
import os
from pathlib import Path

import pytest

from gold_records import document as document_of
from torparse import outputs
from torparse.errors import EvidenceMismatch, OutputError, TorparseError, UnreadableInput
from torparse.model import (
    Block,
    BlockKind,
    Body,
    Clause,
    Completeness,
    Document,
    Evidence,
    Finding,
    Judgement,
    Kind,
    Record,
    Standing,
    Status,
    Value,
)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Value):
    """A value model with a field of each kind."""

    role: str | None = None
    count: int | None = None
    allowed: bool | None = None
    from_: str | None = None
    composition: tuple[str, ...] | None = None


TEXT = "Café rules: 🙂 four members.\nPapers a week before.\n"
DOCUMENT = document_of(TEXT, "terms.txt")


def clause(**more: object) -> Clause:
    given: dict[str, object] = {
        "type": "quorum",
        "status": Status.STATED,
        "value": Rule(),
        "evidence": (Evidence(DOCUMENT, 0, 4),),
        "rule": "r",
    }
    return Clause(**{**given, **more})  # type: ignore[arg-type]


def test_a_quote_is_the_text_at_its_offsets_in_code_points() -> None:
    start = TEXT.index("four")
    assert Evidence(DOCUMENT, start, start + 12).quote == "four members"


def test_a_quote_cannot_be_given_or_changed() -> None:
    with pytest.raises(TypeError):
        Evidence(DOCUMENT, 0, 4, quote="Five")  # type: ignore[call-arg]
    with pytest.raises(dataclasses.FrozenInstanceError):
        Evidence(DOCUMENT, 0, 4).quote = "Five"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (-1, 4),  # before the text
        (4, 4),  # empty
        (5, 4),  # backwards
        (0, len(TEXT) + 1),  # one beyond the end
    ],
)
def test_evidence_lies_in_the_text(start: int, end: int) -> None:
    with pytest.raises(EvidenceMismatch, match="is not in the text") as caught:
        Evidence(DOCUMENT, start, end)
    assert str(caught.value).startswith("terms.txt: ")


@pytest.mark.parametrize(
    "quote",
    [
        "Cafe",  # without its accent
        "café",  # another case
        "Cafe\u0301",  # the same to the eye, other code points
        "",  # nothing
    ],
)
def test_a_quote_from_elsewhere_that_differs_from_the_text_is_refused(quote: str) -> None:
    with pytest.raises(EvidenceMismatch, match="differs from the text"):
        Evidence.from_json(DOCUMENT, {"start": 0, "end": 4, "quote": quote})
    assert Evidence.from_json(DOCUMENT, {"start": 0, "end": 4, "quote": "Café"}).quote == "Café"


@pytest.mark.parametrize(
    ("ranges", "said"),
    [
        ([(0, 5), (4, 8)], "overlap"),
        ([(6, 8), (0, 5)], "out of order"),
        ([(0, len(TEXT) + 1)], "after the text"),
    ],
)
def test_blocks_are_in_order_and_in_the_text(ranges: list[tuple[int, int]], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        dataclasses.replace(DOCUMENT, blocks=tuple(Block(*one) for one in ranges))


def test_blocks_may_touch() -> None:
    assert len(dataclasses.replace(DOCUMENT, blocks=(Block(0, 5), Block(5, 8))).blocks) == 2


@pytest.mark.parametrize(
    "given",
    [
        {"start": 3, "end": 3},  # without text
        {"start": -1, "end": 3},  # before the text
        {"start": 0, "end": 3, "kind": BlockKind.TABLE_CELL, "table": 0, "row": 0},  # a cell without its column
    ],
)
def test_a_block_that_cannot_exist(given: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"block needs|cell needs"):
        Block(**given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"evidence": ()}, "without evidence"),
        ({"status": Status.ABSENT}, "a cell's status"),
        ({"status": Status.NOT_ASSESSABLE}, "a cell's status"),
        ({"confidence": 1.01}, "0 to 1"),
        ({"confidence": -0.1}, "0 to 1"),
        ({"confidence": float("nan")}, "0 to 1"),
    ],
)
def test_a_clause_that_cannot_exist(given: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        clause(**given)


def record(body: str | None) -> Record:
    return Record(
        DOCUMENT, Kind.OTHER, (Body("Board", aliases=("the LSP",)),), (), (clause(body=body),), mentioned=("Panel",)
    )


@pytest.mark.parametrize("body", [None, "Board", "Panel"])
def test_a_clause_governs_a_known_body_or_all(body: str | None) -> None:
    assert record(body).clauses[0].body == body


@pytest.mark.parametrize("body", ["Forum", "board", "", "the LSP"])
def test_a_clause_of_an_unknown_body_cannot_be_in_a_record(body: str) -> None:
    with pytest.raises(ValueError, match="unknown body"):
        record(body)


@pytest.mark.parametrize(
    ("thing", "name"),
    [
        (DOCUMENT, "text"),
        (DOCUMENT.blocks[0], "end"),
        (clause(), "status"),
        (record(None), "clauses"),
        (Body("Board"), "standing"),
        (clause().value, "count"),
    ],
)
def test_nothing_can_be_changed_once_made(thing: object, name: str) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(thing, name, getattr(thing, name))


def test_absent_is_not_unknown() -> None:
    # the names are those of the output contract, each of its own
    assert {status.value for status in Status} == {
        "stated",
        "deferred",
        "placeholder",
        "recommended",
        "absent",
        "not_assessable",
    }
    assert {standing.value for standing in Standing} == {"supplied", "elsewhere", "unwritten", "not_supplied"}


def test_a_value_gives_what_is_given_in_its_declared_order() -> None:
    made = Rule.from_dict({"from": "members", "count": 0, "role": "chair"})
    assert list(made.as_dict().items()) == [("role", "chair"), ("count", 0), ("from", "members")]
    # false is an answer, nothing is none
    assert Rule.from_dict({"allowed": False}).as_dict() == {"allowed": False}
    assert Rule().as_dict() == {}
    with pytest.raises(KeyError, match="colour"):
        Rule.from_dict({"colour": "red"})


def test_lists_become_tuples_and_back() -> None:
    made = Rule.from_dict({"composition": ["a", "b"]})
    assert hash(made)
    assert made.as_dict() == {"composition": ["a", "b"]}


def test_how_clauses_and_findings_read() -> None:
    value = Rule.from_dict({"count": 4})
    assert str(clause(value=value)) == "quorum (whole document): stated {'count': 4}"
    finding = Finding("G09", "Board", Judgement.NOT_MET, True, "Annex 5 still needs writing")
    assert str(finding) == "G09 Board: not_met (promised): Annex 5 still needs writing"
    assert clause().completeness is Completeness.FULL


@pytest.mark.parametrize(
    ("error", "line", "code"),
    [
        (TorparseError("it failed"), "it failed.", 2),
        (UnreadableInput("is empty", where="a.docx", todo="Save it again"), "a.docx: is empty. Save it again.", 3),
        (EvidenceMismatch("differs", where="a.txt"), "a.txt: differs.", 4),
        (OutputError("cannot be written", where="out"), "out: cannot be written.", 2),
    ],
)
def test_an_error_is_one_line_and_an_exit_code(error: TorparseError, line: str, code: int) -> None:
    assert (str(error), error.exit_code) == (line, code)


def test_a_written_file_is_utf8_with_its_line_ends_as_given(tmp_path: Path) -> None:
    path = outputs.write_text(tmp_path / "a.txt", "Café\r\n\n")
    assert path.read_bytes() == "Café\r\n\n".encode()
    assert os.listdir(tmp_path) == ["a.txt"]


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_an_interrupted_write_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    path = outputs.write_text(tmp_path / "a.txt", "old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(*(outputs.os, "fsync") if failing == "fsync" else (Path, "replace"), fail)
    with pytest.raises(OutputError, match=r"a\.txt: cannot be written \(No space left on device\)"):
        outputs.write_text(path, "new")
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_an_interruption_by_the_user_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = outputs.write_text(tmp_path / "a.txt", "old")

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(outputs.os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        outputs.write_text(path, "new")
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_a_folder_is_made_with_its_parents_and_left_empty(tmp_path: Path) -> None:
    folder = outputs.prepare_folder(tmp_path / "a" / "b")
    assert os.listdir(folder) == []
    assert outputs.prepare_folder(folder) == folder


def test_a_folder_that_cannot_be_written_in_is_an_output_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OutputError, match=r"cannot write in this folder .*Choose another with -o"):
        outputs.prepare_folder(tmp_path / "file")

    # as root any folder can be written in, so the system's answer is played
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(outputs.tempfile, "NamedTemporaryFile", refuse)
    with pytest.raises(OutputError, match="Permission denied"):
        outputs.prepare_folder(tmp_path)


def test_a_file_in_a_folder_that_is_not_there_is_an_output_error(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="No such file"):
        outputs.write_text(tmp_path / "no" / "a.txt", "x")


def test_a_document_without_blocks_can_exist() -> None:
    # an empty file is refused by the readers, not here
    assert Document("a", "a", "", (), "0" * 64, "txt").blocks == ()
