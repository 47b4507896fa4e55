"""A checklist drafted from a guide: guides in several wordings, the file that is written, and what is refused."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from torparse import readers
from torparse.checklists import load
from torparse.cli import main
from torparse.errors import TorparseError
from torparse.guides import Draft, draft, to_toml
from torparse.guides.lists import things

PROSE = """\
Putting it on paper: a toolkit for community partnerships

1. Why write things down
A group that meets for years without rules is lucky. The chair should keep an eye on the clock and be kind to newcomers.
Partners should bring ideas, time and good humour.

2. What belongs in it
A good terms of reference will set out who the members are, how many of them make a quorum, how the chair is chosen, and
what happens to late papers, so that nobody is surprised. It should also explain who pays for refreshments. Terms of
reference should not include the names of every volunteer or a list of next year's events. Every partnership should have
clear rules on: gifts and hospitality; confidentiality; complaints and the settling of disputes.

3. Further help
Ring Maureen Oldacre on 01632 960123 if you get stuck.
"""
NUMBERED = """\
# Starting well: a toolkit for new partnerships

Most partnerships begin with enthusiasm.

## Your rules on paper

Your terms of reference should cover:

1. Quorum: how many must be in the room
2. Voting, and what happens when votes are equal
3. Removing a member who has left the area
4. Travel expenses

## At a glance

| Your ToR should say | Why |
| --- | --- |
| How often you meet | So that diaries can be kept free |
| When papers are sent out | Nobody reads what comes at breakfast |
| Whether members may send a deputy | Holidays happen |

## Chairing

1. Smile at people
2. Begin on time
"""
QUESTIONS = """\
Ten questions before you launch: a guide for local partnerships

Before the first meeting, sit down together with a pot of tea.

Have you agreed a quorum?
Four is a common answer.
Have you decided how the chair is elected?
Do your terms of reference say how they can be changed?
Have you agreed a route for complaints?
Have you agreed a place to keep the biscuits?
Do you like your logo?
"""
TERMS = """\
Terms of Reference of the Ambleford Partnership

1. Membership
The members are the council, the college and the chamber of trade.

2. Meetings
The Partnership meets four times a year. The quorum is four members.
"""


def _draft(tmp_path: Path, text: str, name: str = "guide.txt") -> Draft:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return draft(readers.read(path))


def _asked(made: Draft) -> list[str]:
    """The clause type of every item, or the guide's words where a person is to judge it."""
    return [item.type or item.words for item in made.items]


@pytest.mark.parametrize(
    ("name", "text", "asked"),
    [
        ("guide.txt", PROSE,
         ["membership", "quorum", "chair_appointment", "late_papers", "who pays for refreshments", "hospitality",
          "confidentiality", "complaints", "dispute_resolution"]),
        ("guide.md", NUMBERED,
         ["quorum", "voting", "Removing a member who has left the area", "Travel expenses", "meeting_frequency",
          "notice", "deputies"]),
        ("guide.txt", QUESTIONS,
         ["quorum", "chair_appointment", "amendment", "complaints", "a place to keep the biscuits"]),
    ],
    ids=["prose", "numbered list and table", "questions"],
)  # fmt: skip
def test_what_guides_ask(tmp_path: Path, name: str, text: str, asked: list[str]) -> None:
    assert _asked(_draft(tmp_path, text, name)) == asked


def test_the_induction_guide_asks_for_thirteen_things_and_the_seven_principles(seeds: Path) -> None:
    made = draft(readers.read(seeds / "ptp-induction-guide-2009.txt"))
    assert _asked(made) == [
        "document_facts", "subgroups", "chair_appointment", "voting", "meeting_frequency", "role_descriptions",
        "equalities", "interests", "complaints", "review_cycle", "dissolution", "data_protection",
        "freedom_of_information", "conduct",
    ]  # fmt: skip
    assert {item.section for item in made.items} == {
        "5. How does the LSP work?, line 68",
        "5. How does the LSP work?, line 70",
    }
    assert made.title == "Induction Guide for new members of Local Strategic Partnerships"


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("election protocols; voting procedures and job descriptions",
         ["election protocols", "voting procedures", "job descriptions"]),
        ("gifts and hospitality", ["gifts and hospitality"]),
        ("a quorum and a complaints procedure", ["a quorum", "a complaints procedure"]),
        ("bread, butter (salted, unsalted), and jam", ["bread", "butter (salted, unsalted)", "jam"]),
        ("how people leave, with notice, and how they join", ["how people leave, with notice", "how they join"]),
        ("equipment, so that nothing is lost, ever", ["equipment"]),
        ("who keeps the keys and when", ["who keeps the keys and when"]),
        ("", []),
    ],
)  # fmt: skip
def test_lists_in_running_words(words: str, parts: list[str]) -> None:
    assert [words[slice(*span)] for span in things(words)] == parts


@pytest.mark.parametrize(("name", "text"), [("a.txt", PROSE), ("a.md", NUMBERED), ("a.txt", QUESTIONS)])
def test_the_written_checklist_loads_and_checks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, text: str
) -> None:
    guide, own, terms = tmp_path / name, tmp_path / "my.toml", tmp_path / "terms.txt"
    guide.write_text(text, encoding="utf-8")
    terms.write_text(TERMS, encoding="utf-8")
    assert main(["checklist", "from", str(guide), "-o", str(own)]) == 0
    made, read = draft(readers.read(guide)), load(own)
    assert [(i.id, i.requirement, i.section, i.by_person) for i in read.items] == [
        (i.id, i.requirement, i.section, not i.type) for i in made.items
    ]
    written = own.read_text(encoding="utf-8")
    assert written.count("# TODO") >= 4 * len(made.items)
    for item in made.items:
        assert " ".join(item.evidence[0].quote.split()) in read.item(item.id).why
    capsys.readouterr()
    assert main(["check", str(terms), "--checklist", str(own)]) == 1
    shown = capsys.readouterr().out
    quorum = next(i for i in made.items if i.type == "quorum")
    assert f"In place          {quorum.id}" in shown
    for item in made.items:
        if not item.type:
            assert f"Cannot be judged  {item.id}" in shown


def test_contacts_of_the_guide_are_masked(tmp_path: Path) -> None:
    text = PROSE + "\nTerms of reference should cover: parking (ask Maureen Oldacre, 01632 960123).\n"
    written = to_toml(_draft(tmp_path, text))
    assert "parking" in written
    assert "960123" not in written


def test_what_toml_cannot_hold_is_written_so_that_it_can(tmp_path: Path) -> None:
    text = 'A guide for partnerships\n\nTerms of reference should cover: the "big" C:\\path; bells\x07 and whistles.\n'
    document = readers.read(_written(tmp_path, text))
    read = tomllib.loads(to_toml(draft(document)))
    assert 'the "big" C:\\path' in read["item"][0]["requirement"]


def _written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "odd.txt"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (TERMS, "this looks like terms of reference, not like a guide to them"),
        ("A guide for allotment partnerships\n\nWater early. Weed often.\n", "this says nothing of what terms"),
    ],
)
def test_what_is_no_guide_is_refused_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, message: str
) -> None:
    path, own = _written(tmp_path, text), tmp_path / "my.toml"
    with pytest.raises(TorparseError, match=message):
        draft(readers.read(path))
    assert main(["checklist", "from", str(path), "-o", str(own)]) == 2
    said = capsys.readouterr().err
    assert message in said
    assert said.count("\n") == 1
    assert not own.exists()
