"""Pointers followed to a document that is among the inputs, and to no other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from gold_records import record
from torparse.check import check
from torparse.checklists import load
from torparse.cli import main
from torparse.model import Body, Kind, Record

TERMS = (
    "Ambleford Partnership\nComplaints are dealt with in Annex 3.\n"
    "Members keep to their own organisation's code of conduct.\n"
)
BODY = Body("Ambleford Partnership", main=True)


def _terms(quote: str = "Annex 3", id: str = "a/terms.txt", type_: str = "complaints") -> Record:
    return record(TERMS, [(type_, {}, quote, "deferred")], bodies=[BODY], id=id)


def _other(
    first: str, id: str, value: dict[str, Any] | None = None, text: str = "", type_: str = "complaints"
) -> Record:
    made = value if value is not None else {"responsible": "clerk", "steps": True}
    return record(f"{first}\nThe clerk answers.\n{text}\n", [(type_, made, "clerk")], bodies=[], kind=Kind.OTHER, id=id)


@pytest.mark.parametrize(
    ("others", "document"),
    [
        # by the file's name, by the first line; another spelling
        ([_other("Complaints", "a/annex-3.txt")], "a/annex-3.txt"),
        ([_other("Annexe 3: Complaints", "a/complaints.txt")], "a/complaints.txt"),
        # another folder, but it names the partnership
        ([_other("Annex 3", "b/x.txt", text="For the Ambleford Partnership")], "b/x.txt"),
        # another folder, and it says nothing of the partnership
        ([_other("Annex 3", "b/annex-3.txt")], ""),
        # another annex, or one that is only spoken of
        ([_other("Annex 4", "a/annex-4.txt")], ""),
        ([_other("Complaints, as Annex 3 has it", "a/notes.txt")], ""),
        # two that fit
        ([_other("Annex 3", "a/annex-3.txt"), _other("Annex 3", "a/annex-3-new.txt")], ""),
        # the folder holds other terms too: whose annex is it?
        ([_other("Annex 3", "a/annex-3.txt"), record("Board\n", id="a/more.txt")], ""),
    ],
)
def test_which_document_is_followed(others: list[Record], document: str) -> None:
    finding = next(f for f in check(_terms(), load(), others) if f.item == "G09")
    assert {name for name, _ in finding.elsewhere} == ({document} if document else set())
    assert finding.judgement == ("met" if document else "partly")
    if document:
        assert f"Annex 3 ({document}), which says who receives complaints" in finding.reason


def test_what_the_other_document_lacks_is_said() -> None:
    annex = _other("Annex 3", "a/annex-3.txt", {"responsible": "clerk"})
    finding = next(f for f in check(_terms(), load(), [annex]) if f.item == "G09")
    assert finding.judgement == "partly"
    assert "Neither says which steps a complaint goes through." in finding.reason
    assert finding.met_by.startswith("In place once the terms or Annex 3 (a/annex-3.txt) say which steps")
    assert [run.quote for _, run in finding.elsewhere] == ["The clerk answers."]


def test_members_own_codes_are_not_followed() -> None:
    code = _other("Code of Conduct", "a/code-of-conduct.txt", {"nolan": True}, type_="conduct")
    finding = next(f for f in check(_terms("their own", type_="conduct"), load(), [code]) if f.item == "G15")
    assert finding.judgement == "partly"
    assert finding.elsewhere == ()


def test_a_named_document_is_followed() -> None:
    text = "Ambleford Partnership\nMembers follow the Code of Conduct.\n"
    terms = record(text, [("conduct", {}, "Members", "deferred")], bodies=[BODY], id="a/terms.txt")
    code = _other("Code of Conduct", "a/members.txt", {"nolan": True}, type_="conduct")
    finding = next(f for f in check(terms, load(), [code]) if f.item == "G15")
    assert finding.judgement == "met"


def test_the_whole_way(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "terms.txt").write_text(
        "Ambleford Partnership Board\n\nTerms of Reference\n\n1. Meetings\n\nThe Board meets four times a year. "
        "The quorum is three members.\n\n2. Complaints\n\nThe complaints procedure is set out in Annex 3.\n",
        "utf-8",
    )
    (tmp_path / "annex-3.txt").write_text(
        "Annex 3: Complaints procedure of the Ambleford Partnership Board\n\nComplaints about the partnership go to "
        "the clerk. The clerk replies within 20 working days. Whoever is still unhappy may ask the council.\n",
        "utf-8",
    )
    main(["check", str(tmp_path / "terms.txt"), str(tmp_path), "-q"])
    alone = capsys.readouterr().out
    assert "Annex 3 (annex-3.txt), which says who receives complaints" in " ".join(alone.split())
    main(["report", str(tmp_path), "-o", str(tmp_path / "out"), "-q"])
    pages = [p.read_text("utf-8") for p in (tmp_path / "out").glob("checklist-*terms*.html")]
    assert any("annex-3.txt, " in page and "The clerk replies" in page for page in pages)
