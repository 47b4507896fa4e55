"""Consistency notes: each kind on small documents with near-misses beside them, and what the seeds must show."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from torparse.cli import main
from torparse.consistency import Note, note_kinds, notes, notes_of
from torparse.pipeline import extract

AS_OF = date(2026, 11, 22)

FOUR = "The Ferndale Forum\nTerms of reference\n\n1. Purpose\n\nThe Forum advises the town.\n\n"
NUMBERED = FOUR + "2. Members\n\n2.1 Anyone may join.\n\n"
QUARTERLY = FOUR + "2. Meetings\n\nThe Forum meets four times a year.\n\n"
ROLL = """The Oakmere Partnership
Terms of reference

1. Membership

The members of the Partnership are:

- Oakmere Borough Council (three councillors)
- Oakmere College
- Oakmere Housing Association
- Oakmere Police
- Oakmere Volunteer Centre
- Oakmere NHS Trust
- Oakmere Chamber of Commerce
- Oakmere Museum

2. Meetings

"""
LARKHILL = """The Larkhill Partnership
Terms of reference

LARKHILL PARTNERSHIP

The Partnership meets twice a year. Decisions of the Partnership are reached by consensus. Matters on which there is no
consensus are referred to the Larkhill Partnership Board.

LARKHILL PARTNERSHIP BOARD

The Board is chaired by the leader of the council. """
ASHBY = """The Ashby LSP Executive
Terms of reference

1. LSP Executive

The LSP Executive meets four times a year.

"""
ANNEXES = "\nAnnex 1\nMap of the area\n\nAnnex 2\nHow we vote{}\n"


def _notes(folder: Path, text: str, kind: str) -> list[str]:
    path = folder / "terms.txt"
    path.write_text(text, encoding="utf-8")
    return [note.text for note in notes(extract(path), AS_OF) if note.kind == kind]


# kind, text, words that the note must hold; None: there must be no such note
CASES: dict[str, tuple[str, str, str | None]] = {
    "half present, two thirds of those: a third ends it": (
        "small_share",
        FOUR + "2. Meetings\n\nThe quorum is half of the members.\n\n3. Ending\n\nThe Forum may be dissolved by a "
        "two-thirds majority of those present and voting at a meeting of the Forum.\n",
        "about one third of all members can end the partnership",
    ),
    "two thirds of all members need no quorum": (
        "small_share",
        FOUR + "2. Meetings\n\nThe quorum is half of the members.\n\n3. Ending\n\nThe Forum may be dissolved by "
        "two thirds of all the members.\n",
        None,
    ),
    "a third present and more than half of those is what is usual": (
        "small_share",
        FOUR + "2. Meetings\n\nThe quorum is one third of the members.\n\nDecisions are taken by a simple majority of "
        "those present.\n",
        None,
    ),
    "a majority of all members is one whoever is present": (
        "small_share",
        FOUR + "2. Meetings\n\nThe quorum is one fifth of the members.\n\nDecisions are taken by a majority of all the "
        "members.\n",
        None,
    ),
    "a fifth present is less than usual": (
        "small_share",
        FOUR + "2. Meetings\n\nThe quorum is one fifth of the members.\n\nDecisions are taken by a simple majority of "
        "those present.\n",
        "just over 10% of all members can decide",
    ),
    "a counted quorum of a counted membership": (
        "small_share",
        FOUR + "2. Members\n\nThe Forum consists of fourteen members.\n\n3. Meetings\n\nThe quorum is four members.\n\n"
        "Decisions are taken by a simple majority of those present.\n",
        "3 votes of 14 can decide",
    ),
    "no number of members, no share": (
        "small_share",
        FOUR + "2. Meetings\n\nThe quorum is four members.\n\nDecisions are taken by a simple majority of those "
        "present.\n",
        None,
    ),
    "more for a quorum than there are": (
        "quorum_size",
        FOUR + "2. Members\n\nThe Forum consists of six members.\n\n3. Meetings\n\nThe quorum is eight members.\n",
        "No meeting can be quorate",
    ),
    "as many as there are can meet": (
        "quorum_size",
        FOUR + "2. Members\n\nThe Forum consists of six members.\n\n3. Meetings\n\nThe quorum is six members.\n",
        None,
    ),
    "one organisation is a quorum": (
        "quorum_size",
        ROLL + "The quorum is three members.\n",
        "Oakmere Borough Council has 3 representatives",
    ),
    "organisations are counted, so one is not enough": (
        "quorum_size",
        ROLL + "The quorum is three member organisations.\n",
        None,
    ),
    "each member votes: the council once or three times": (
        "voters",
        ROLL + "Each member shall have one vote and decisions are taken by a simple majority.\n",
        "(8 or 10 votes)",
    ),
    "each member organisation votes: settled": (
        "voters",
        ROLL + "Each member organisation shall have one vote and decisions are taken by a simple majority.\n",
        None,
    ),
    "undecided matters go to a board that has no rule": (
        "deadlock",
        LARKHILL + "The Board meets four times a year.\n",
        "do not say how the Larkhill Partnership Board decides",
    ),
    "undecided matters go to a board that votes": (
        "deadlock",
        LARKHILL + "Decisions of the Board are taken by a simple majority vote.\n",
        None,
    ),
    "a date that is past": (
        "overdue",
        FOUR + "2. Review\n\nThese terms of reference are reviewed every year. The next review is due on 1 May 2024.\n",
        "due on 1 May 2024; as of 22 November 2026 it is overdue",
    ),
    "a date to come": (
        "overdue",
        FOUR + "2. Review\n\nThese terms of reference are reviewed every year. The next review is due on 1 May 2027.\n",
        None,
    ),
    "agreed and yearly, so due": (
        "overdue",
        FOUR + "2. Review\n\nThese terms of reference were agreed on 3 June 2020 and are reviewed every two years.\n",
        "a review was due by 3 June 2022",
    ),
    "agreed and yearly, and not yet due": (
        "overdue",
        FOUR + "2. Review\n\nThese terms of reference were agreed on 3 June 2026 and are reviewed every two years.\n",
        None,
    ),
    "an annex that is not listed": (
        "annexes",
        FOUR + "2. Voting\n\nWe vote as Annex 2 says, in the area shown in Annex 1, and settle disputes as in Annex 3."
        "\n" + ANNEXES.format(""),
        "names Annex 3, which is not among",
    ),
    "every annex is listed and named": (
        "annexes",
        FOUR + "2. Voting\n\nWe vote as Annex 2 says, in the area shown in Annex 1.\n" + ANNEXES.format(""),
        None,
    ),
    "another document's annex is none of ours": (
        "annexes",
        FOUR + "2. Voting\n\nWe vote as Annex 2 says, in the area shown in Annex 1, and pay what Annex 7 to the lease "
        "asks.\n" + ANNEXES.format(""),
        None,
    ),
    "listed and never named": (
        "annexes",
        FOUR + "2. Voting\n\nWe vote as Annex 2 says.\n" + ANNEXES.format(""),
        "has Annex 1, but its text does not refer to it",
    ),
    "unwritten in the text and not in the list": (
        "annexes",
        FOUR + "2. Voting\n\nWe vote as Annex 2 (to be drafted) says, in the area of Annex 1.\n" + ANNEXES.format(""),
        "Annex 2 is still to be written; the list of annexes does not say so",
    ),
    "unwritten in the text and in the list": (
        "annexes",
        FOUR
        + "2. Voting\n\nWe vote as Annex 2 (to be drafted) says, in the area of Annex 1.\n"
        + ANNEXES.format(" (to be drafted)"),
        None,
    ),
    "a section that is not there": (
        "references",
        FOUR
        + "2. Members\n\n2.1 Anyone may join.\n\n2.2 Members choose a chair (see paragraph 2.6).\n\n3. Meetings\n\n"
        "3.1 We meet in May.\n",
        "refers to paragraph 2.6",
    ),
    "a section that is there": (
        "references",
        FOUR
        + "2. Members\n\n2.1 Anyone may join.\n\n2.2 Members choose a chair (see paragraph 3.1).\n\n3. Meetings\n\n"
        "3.1 We meet in May.\n",
        None,
    ),
    "an Act's section": (
        "references",
        NUMBERED + "2.2 The Widgets Act 1999, paragraph 2.6, is met.\n\n3. Meetings\n\n3.1 We meet in May.\n",
        None,
    ),
    "another document's section": (
        "references",
        NUMBERED + "2.2 Members keep to paragraph 2.6 of the lease.\n\n3. Meetings\n\n3.1 We meet in May.\n",
        None,
    ),
    "a document with hardly any numbers": (
        "references",
        NUMBERED + "Members choose a chair under paragraph 2.6.\n",
        None,
    ),
    "a document without numbers": (
        "references",
        "The Ferndale Forum\nTerms of reference\n\nPurpose\n\nThe Forum advises the town under paragraph 2.6.\n",
        None,
    ),
    "two quorums": (
        "contradictions",
        FOUR + "2. Meetings\n\nThe quorum is four members.\n\n3. Rules of meetings\n\nThe quorum is six members.\n",
        "two quorums, 4 and 6",
    ),
    "one quorum told twice": (
        "contradictions",
        FOUR + "2. Meetings\n\nThe quorum is four members.\n\n3. Rules of meetings\n\nThe quorum is four members.\n",
        None,
    ),
    "two numbers of meetings": (
        "contradictions",
        FOUR
        + "2. Meetings\n\nThe Forum meets four times a year.\n\n3. Timetable\n\nThe Forum meets six times a year.\n",
        "both 4 and 6 meetings a year",
    ),
    "the yearly meeting in public beside the others": (
        "contradictions",
        QUARTERLY + "3. Public\n\nThe Forum meets in public once a year.\n",
        None,
    ),
    "an executive that is also called a board": (
        "names",
        ASHBY + "Papers for the LSP Board are sent a week before.\n\nThe LSP Board chooses a chair.\n",
        "also speak of the LSP Board",
    ),
    "a board of somebody else": (
        "names",
        ASHBY + "It tells the Board what it thinks.\n\nThe Board answers within a month.\n",
        None,
    ),
    "words still to be written": (
        "placeholders",
        FOUR + "2. Complaints\n\nProcedure to be worked up.\n\n3. Voting\n\nThe majority is [insert number].\n",
        "in 2 places (2 and 3)",
    ),
    "what members are to do is written": (
        "placeholders",
        FOUR + "2. Minutes\n\nMinutes are to be agreed by the chair before they are sent, and all actions are to be "
        "completed within a month.\n",
        None,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_hits_and_near_misses(tmp_path: Path, name: str) -> None:
    kind, text, words = CASES[name]
    found = _notes(tmp_path, text, kind)
    assert (found == []) if words is None else any(words in one for one in found), found


def test_every_kind_has_a_hit_and_a_near_miss_and_says_why() -> None:
    kinds = {kind for kind, _, _ in CASES.values()}
    assert kinds == set(note_kinds())
    for name, kind in note_kinds().items():
        told = [words for one, _, words in CASES.values() if one == name]
        assert None in told, name
        assert any(told), name
        assert "Why it matters:" in kind.definition, name
        assert "Source:" in kind.definition, name


def _seed(seeds: Path, name: str, as_of: date = AS_OF) -> dict[str, list[Note]]:
    found: dict[str, list[Note]] = {}
    for note in notes(extract(next(seeds.glob(f"{name}*"))), as_of):
        found.setdefault(note.kind, []).append(note)
    return found


def test_basingstoke(seeds: Path) -> None:
    found = _seed(seeds, "basingstoke")
    assert "about one third of all members can end the partnership" in found["small_share"][0].text
    assert {run.section for run in found["small_share"][0].evidence} == {"5 j)", "7"}
    assert [note.text for note in found["annexes"]] == [
        "The text says that Annex 1 and Annex 4 are still to be written; the list of annexes does not say so."
    ]
    left = found["placeholders"][0].evidence
    assert [run.section for run in left] == ["5 i)", "5 k)", "5 l)", "5 n)", "5 o)", "Annex 3", "Annex 5", "Annex 6"]
    assert "24 November 2009" in found["overdue"][0].text
    assert "overdue" not in _seed(seeds, "basingstoke", date(2009, 11, 24))
    assert "overdue" in _seed(seeds, "basingstoke", date(2009, 11, 25))


def test_daventry(seeds: Path) -> None:
    found = _seed(seeds, "daventry")
    assert "2 votes of 9 can decide" in found["small_share"][0].text
    assert [run.section for run in found["small_share"][0].evidence] == ["4.1", "4.3", "4.5"]
    assert "(9 or 11 votes)" in found["voters"][0].text
    assert "Daventry District Council has 3" in found["quorum_size"][0].text
    assert "the LSP Board" in found["names"][0].text
    assert "references" not in found


def test_worcestershire(seeds: Path) -> None:
    found = _seed(seeds, "worcestershire")
    assert found["deadlock"][0].body == "Worcestershire Partnership"
    assert len(found["placeholders"][0].evidence) == 3
    both = [note for kind in found.values() for note in kind]
    assert found["deadlock"][0] not in notes_of(tuple(both), "Worcestershire Partnership Board")
    assert found["placeholders"][0] in notes_of(tuple(both), "Worcestershire Partnership Board")


def test_a_covering_report_and_a_guide_have_none(seeds: Path) -> None:
    assert _seed(seeds, "leicestershire") == {}
    assert _seed(seeds, "ptp") == {}


def test_check_shows_them_in_every_form(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(CASES["a date that is past"][1], encoding="utf-8")
    main(["check", str(draft), "--json", "--as-of", "2026-11-22"])
    (note,) = json.loads(capsys.readouterr().out)["consistency"]
    assert note["kind"] == "overdue"
    run = note["evidence"][0]
    assert draft.read_text(encoding="utf-8")[run["start"] : run["end"]] == run["quote"]
    main(["check", str(draft), "--json", "--as-of", "2023-01-01"])
    assert json.loads(capsys.readouterr().out)["consistency"] == []
    for form in ("--html", "--md", ""):
        main(["check", str(draft), *([form] if form else []), "--as-of", "2026-11-22"])
        shown = capsys.readouterr().out
        assert "Rules that do not fit together" in shown, form
        assert "it is overdue" in " ".join(shown.split()), form
    main(["report", str(draft), "-o", str(tmp_path / "out"), "--as-of", "2026-11-22"])
    assert "it is overdue" in (tmp_path / "out" / "comparison.html").read_text(encoding="utf-8")
