"""Random and mutated files that people edit: a checklist, corrections, a table of facts. Each works or is one line."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from amount import tries
from hypothesis import given
from hypothesis import strategies as st

from conftest import ROOT
from torparse import checklists, corrections, metadata, pipeline, readers
from torparse.annotations import read_gold
from torparse.corrections import Action, Say, Snapshot
from torparse.corrections.store import NAME
from torparse.errors import BadData
from torparse.model import Kind, Record, Status, Verdict

TOML = (
    "",
    "'''",
    '"""',
    "[[item]]",
    "[[[",
    "]",
    "= =",
    "= 1e999",
    "= 0x",
    "= nan",
    "= 1979-05-27T07:32:00Z",
    "\x00",
    "\u202e",
    "\\u0000",
    "\\ud800",
    '"\\q"',
    "[item.part]",
    "[[item.part]]",
    'a.b.c = "x"',
    "“quorum”",
    "= yes",
    "= None",
    "# x",
    "[" * 5000,
    "{" * 5000,
    "x = " + "[" * 5000,
    "= " + "9" * 5000,
    "x = [1,\n",
    "1_000",
    "= {}",
    "= []",
    "= [[]]",
    "= ''",
    "= [[''], ['a', 7]]",
)
CELLS = (
    "",
    '"',
    '""',
    "a,b",
    "2015.0",
    "\x00",
    "\r",
    "\n",
    ";",
    "\t",
    "sep=;",
    "=1+1",
    "\ufeff",
    "file",
    "Document Name",
    "body",
    "é",
    "x" * 200_000,
    "-",
    "\u202e",
    "9" * 400,
    "../../a.txt",
    "|",
    "file,file",
)


def mutated(text: str, seed: int, odd: tuple[str, ...]) -> str:
    """The text with lines and characters dropped, doubled, moved, and odd parts put in."""
    rng = random.Random(seed)
    for _ in range(rng.randint(1, 6)):
        lines = text.split("\n")
        at, other = rng.randrange(len(lines)), rng.randrange(len(lines))
        how = rng.randrange(6)
        if how == 0:
            del lines[at]
        elif how == 1:
            lines.insert(other, lines[at])
        elif how == 2:
            lines[at], lines[other] = lines[other], lines[at]
        elif how == 3 and lines[at]:
            cut = rng.randrange(len(lines[at]))
            lines[at] = lines[at][:cut] + rng.choice(odd) + lines[at][cut + rng.randint(0, 3) :]
        elif how == 4:
            lines.insert(at, rng.choice(odd))
        else:
            left, sign, _ = lines[at].partition("=")
            lines[at] = left + (rng.choice(odd) if rng.random() < 0.5 else sign + lines[other].partition("=")[2])
        text = "\n".join(lines)
    return text


def one_line(work: Callable[[], object]) -> None:
    """The work is done, or refused in one line."""
    said = None
    try:
        work()
    except BadData as error:
        said = error
    assert said is None or ("\n" not in str(said) and said.what and said.where)


CHECKLISTS = sorted((ROOT / "src" / "torparse" / "checklists").glob("*.toml"))


@tries(60)
@given(st.sampled_from(CHECKLISTS), st.integers(0, 2**32), st.booleans())
def test_a_checklist_works_or_is_one_line(
    tmp_path_factory: pytest.TempPathFactory, source: Path, seed: int, short: bool
) -> None:
    text = source.read_text(encoding="utf-8")
    if short:  # so that a mutation is not lost in the middle
        text = "[[item]]".join(text.split("[[item]]")[:3])
    path = tmp_path_factory.getbasetemp() / "fuzzed.toml"
    path.write_bytes(mutated(text, seed, TOML).encode("utf-8", "replace"))
    one_line(lambda: checklists.load(path))


@tries(60)
@given(st.one_of(st.binary(max_size=300), st.text(st.characters(codec="utf-8"), max_size=300).map(str.encode)))
def test_any_bytes_are_no_checklist(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "bytes.toml"
    path.write_bytes(data)
    with pytest.raises(BadData) as said:
        checklists.load(path)
    assert "\n" not in str(said.value)


TABLE = (
    "document,body,kind,region,year\nash.docx,Board,statutory,North,2015\nbury.txt,,voluntary,South,2016.0\n"
    "old/combe.pdf,Forum,,West,\n"
)


@tries(60)
@given(st.integers(0, 2**32), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]), st.sampled_from(",;\t|"))
def test_a_table_of_facts_works_or_is_one_line(
    tmp_path_factory: pytest.TempPathFactory, seed: int, encoding: str, delimiter: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "facts.csv"
    text = mutated(TABLE.replace(",", delimiter), seed, CELLS)
    path.write_bytes(text.encode(encoding, "replace"))

    def work() -> None:
        table = metadata.read(path)
        bodies = {"ash.docx": ["Board"], "bury.txt": ["Forum", "Board"], "combe.pdf": []}
        facts = metadata.match(table, bodies, ["old/combe.pdf"])
        assert all("\n" not in one for one in facts.remarks)
        for document, names in bodies.items():
            assert set(facts.of(document, names)) <= set(table.columns)

    one_line(work)


@tries(60)
@given(st.binary(max_size=400), st.sampled_from([".csv", ".xlsx", ".ods", ".xls"]))
def test_any_bytes_as_a_table_of_facts(tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str) -> None:
    path = tmp_path_factory.getbasetemp() / f"bytes{suffix}"
    path.write_bytes(data)
    one_line(lambda: metadata.read(path))


TERMS = (
    "Terms of reference of the Ash Board\n\n1. Quorum\n\nThe quorum is five members.\n\n"
    "2. Minutes\n\nMinutes are kept.\n"
)


class Said:
    """A document with its record, and a sound history of it as its file holds it. Not a data class: hypothesis would
    print all of it."""

    def __init__(self, path: Path, record: Record, history: str) -> None:
        self.path, self.record, self.history = path, record, history


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Said:
    """A document of which everything was said that can be."""
    folder = tmp_path_factory.mktemp("said")
    path = folder / "ash.txt"
    path.write_text(TERMS, encoding="utf-8")
    record = pipeline.extract_document(readers.read(path))
    kept = corrections.Folder(folder)
    was = [Snapshot.of(clause, record.document) for clause in record.clauses]
    on = "2026-03-04T10:00:00Z"
    says = [Say(action=Action.CONFIRM, by="Ann", on=on, machine=one, clause=one) for one in was]
    says += [
        Say(action=Action.CORRECT, by="Bo", on=on, machine=was[0], clause=replace(was[0], status=Status.PLACEHOLDER)),
        Say(action=Action.REJECT, by="Bo", on=on, machine=was[-1], note="no"),
        Say(action=Action.ADD, by="Bo", on=on, clause=was[0]),
        Say(action=Action.JUDGE, by="Bo", on=on, body="Ash Board", provision="P13", verdict=next(iter(Verdict))),
        Say(action=Action.RENAME, by="Ann", on=on, body="Ash Board", other="Board"),
        Say(action=Action.SPLIT, by="Ann", on=on, body="Ash Board", other="Forum", moved=(was[0],)),
        Say(action=Action.KIND, by="Ann", on=on, kind=list(Kind)[1]),
        Say(action=Action.UNDO, by="Bo", on=on, of=1),
    ]
    for number, say in enumerate(says):
        kept.add(path, record.document, say, seen=number)
    (file,) = (folder / NAME).glob("*.json")
    return Said(path, record, file.read_text(encoding="utf-8"))


VALUES: tuple[Any, ...] = (
    None,
    "",
    "x",
    0,
    -1,
    1e308,
    True,
    [],
    {},
    [[]],
    {"a": 1},
    "\u202e",
    "9" * 5000,
    [None],
    "P1D",
    10**30,
)


def _spoilt(data: Any, rng: random.Random) -> Any:
    """JSON with one value in it changed, dropped or doubled."""
    if isinstance(data, dict) and data and rng.random() < 0.85:
        key = rng.choice(sorted(data))
        changed = dict(data)
        if rng.random() < 0.1:
            del changed[key]
        else:
            changed[key] = _spoilt(data[key], rng)
        return changed
    if isinstance(data, list) and data and rng.random() < 0.85:
        at = rng.randrange(len(data))
        changed_list = list(data)
        changed_list[at : at + 1] = rng.choice(([], [data[at]] * 2, [_spoilt(data[at], rng)], [_spoilt(data[at], rng)]))
        return changed_list
    return rng.choice(VALUES)


@tries(60, shrink=False)
@given(st.integers(0, 2**32))
def test_corrections_are_heeded_or_one_line(said: Said, seed: int) -> None:
    path, record = said.path, said.record
    rng = random.Random(seed)
    data = json.loads(said.history)
    for _ in range(rng.randint(1, 3)):
        data = _spoilt(data, rng)
    spoilt = json.dumps(data, ensure_ascii=False)
    if rng.random() < 0.1:
        spoilt = mutated(spoilt, seed, ("", "{", "]", "\x00", "NaN", '"', "\\ud800", "[" * 2000))
    (file,) = (path.parent / NAME).glob("*.json")
    file.write_text(spoilt, encoding="utf-8", errors="replace")
    histories = corrections.Folder(path.parent).histories()
    for error in histories.broken.values():
        assert "\n" not in str(error)
    applied = corrections.heeded(record, path, histories)
    for clause in applied.record.clauses:
        for run in clause.evidence:
            assert run.quote == record.document.text[run.start : run.end]


# ---- what was found this way: each was a traceback once

DEEP, LONG = "[" * 5000, "9" * 5000


@pytest.mark.parametrize(
    "text", [f"x = {DEEP}", f"title = {LONG}", f"item = {DEEP}{']' * 5000}"], ids=["open", "digits", "deep"]
)
def test_a_checklist_beyond_the_limits_of_the_parser(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.toml").write_text(text)
    with pytest.raises(BadData, match=r"brackets|digits"):
        checklists.load(tmp_path / "a.toml")


@pytest.mark.parametrize("text", [DEEP, f'{{"clauses": {LONG}}}'], ids=["deep", "digits"])
def test_annotations_beyond_the_limits_of_the_parser(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.gold.json").write_text(text)
    with pytest.raises(BadData, match="thousands of digits or of brackets"):
        read_gold(tmp_path / "a.gold.json")


def test_corrections_beyond_the_limits_of_the_parser(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    (tmp_path / NAME / "a.corrections.json").write_text(DEEP)
    (error,) = corrections.Folder(tmp_path).histories().broken.values()
    assert "is not JSON" in str(error)


def _history(folder: Path, **about: str) -> corrections.Folder:
    """A folder with a history without entries, of the file ash.txt unless something else is said."""
    data = {"id": "ash", "path": "ash.txt", "sha256": "0" * 64} | about
    (folder / NAME).mkdir()
    whole = {"format": "torparse corrections", "version": 1, "document": data, "history": []}
    (folder / NAME / "ash.corrections.json").write_text(json.dumps(whole))
    return corrections.Folder(folder)


@pytest.mark.parametrize("path", ["9" * 5000, "a\x00b"], ids=["long", "nul"])
def test_corrections_of_a_file_that_no_system_can_have(tmp_path: Path, said: Said, path: str) -> None:
    kept = _history(tmp_path, path=path, sha256=said.record.document.sha256)
    assert kept.histories().of(tmp_path / "other.txt", said.record.document).id == "ash"


@pytest.mark.parametrize("id_", ["../../ash", "/elsewhere/ash", "a\\b", "", ".", "a" * 300])
def test_an_id_of_corrections_is_no_path(tmp_path: Path, id_: str) -> None:
    # the next save would write a file of that name
    histories = _history(tmp_path, id=id_).histories()
    assert [str(error).count("no name of a history") for error in histories.broken.values()] == [1]
