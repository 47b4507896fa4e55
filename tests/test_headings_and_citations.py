"""What looks like a heading and is one or not, and how an officer cites a paragraph, on small documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from torparse.readers import read
from torparse.structure import Structure, analyse
from torparse.structure.units import Role


def analysed(text: str, folder: Path, suffix: str = ".txt") -> Structure:
    path = folder / f"small{suffix}"
    path.write_text(text, encoding="utf-8")
    return analyse(read(path))


def headings(structure: Structure) -> dict[str, int]:
    return {structure.text(u).strip(): u.level for u in structure.units if u.role is Role.HEADING}


def cited(structure: Structure) -> dict[str, str]:
    """The reference of each unit by its first two words."""
    return {
        " ".join(structure.text(u).split()[:2]): one
        for u, one in zip(structure.units, structure.citations, strict=True)
    }


PAGE = (
    "<!DOCTYPE html><h1>Ashby Board</h1><h2>3.1 Quorum</h2><p>Two rules:</p>"
    "<ol><li>The quorum is five members<li>No proxies count</ol><p>Meetings are quarterly.</p>"
    "<h2>3.2 Voting</h2><p>x</p>"
)


NESTED = (
    "14. The Board may:\n\n(1) sit;\n\n(2) rise;\n\n(3) resolve:\n\n(a) to adjourn;\n\n(b) to amend:\n\n(i) words;\n\n"
    "(ii) figures;\n\n(c) to close;\n\n(4) vote.\n"
)


@pytest.mark.parametrize(
    ("text", "suffix", "wanted"),
    [
        # an item of a numbered list in a web page, the last one too
        (PAGE, ".html", {"Ashby Board": 1, "Quorum": 2, "Voting": 2}),
        # numbered titles over text, with another beside that stands over a list
        ("1. Purpose\n\nWe plan.\n\n2. Members\n\n(a) The council\n\n(b) The police\n", ".txt",
         {"Purpose": 1, "Members": 1}),
        # the last item of a numbered list in plain text, over more text
        ("Membership\n\n1. College of Further Education\n2. Chamber of Trade\n3. Volunteer Bureau\n\nAll.\n", ".txt",
         {"Membership": 2}),
        # a title between numbered paragraphs is still one
        ("3. The quorum is five.\n\n4. Review\n\nThe terms are looked at every year in May.\n", ".txt", {"Review": 1}),
        # questions that are put to the reader one after the other, and questions that are answered
        ("# Paper\n\nPlease say:\n\n1. Is the name right?\n2. Is the quorum right?\n3. Are you?\n", ".txt",
         {}),
        ("1. How often do we meet?\n\nEach month.\n\n2. Who is in the chair?\n\nJo is.\n", ".txt",
         {"How often do we meet?": 1, "Who is in the chair?": 1}),
        # lead-ins
        ("# Members\n\nMembership consists of two classes:\n\n- Fellows\n- Friends\n", ".md", {"Members": 1}),
        ("# Powers\n\nThe Executive Committee:\n\n- approves the budget\n- sets the dates\n", ".md", {"Powers": 1}),
        ("# Aims\n\nTo achieve its goals, the Board\n\n- plans\n- reports\n", ".md", {"Aims": 1}),
        ("# Terms\n\nCore Members:\n\n- The council\n- The police\n", ".md", {"Terms": 1, "Core Members:": 3}),
        # entries of a list of abbreviations or of a document's data
        ("# Terms\n\nPL = PROJECT LEADER\n\nThe Project Leader speaks for the project.\n", ".md", {"Terms": 1}),
        ("PAPER: 13\n\nThe Board meets every month in the town hall.\n", ".txt", {}),
    ],
)  # fmt: skip
def test_what_is_a_heading(tmp_path: Path, text: str, suffix: str, wanted: dict[str, int]) -> None:
    assert headings(analysed(text, tmp_path, suffix)) == wanted


def test_numbered_titles_below_a_marked_one_do_not_end_its_section(tmp_path: Path) -> None:
    text = "# Ashby Board\n\n## Part A\n\n1. Purpose\n\nThe Board plans for the town.\n\n## Part B\n\nMore.\n"
    structure = analysed(text, tmp_path, ".md")
    assert headings(structure) == {"Ashby Board": 1, "Part A": 2, "Purpose": 3, "Part B": 2}


@pytest.mark.parametrize(
    ("text", "suffix", "wanted"),
    [
        # numbers of a list mean nothing without the section, and what follows the list is not its last item
        (PAGE, ".html",
         {"Two rules:": "3.1", "The quorum": "3.1, 1", "No proxies": "3.1, 2", "Meetings are": "3.1", "x": "3.2"}),
        ("Chair\n\n1. Calls meetings.\n2. Signs all.\n\nSecretary\n\n1. Writes minutes.\n2. Keeps records.\n", ".txt",
         {"Calls meetings.": "Chair, 1", "Signs all.": "Chair, 2", "Writes minutes.": "Secretary, 1",
          "Keeps records.": "Secretary, 2"}),
        # numbers that run through the document stand for themselves, and their paragraphs go on
        ("Members\n\n1. Ten join.\n\nThey vote.\n\nMeetings\n\n2. Each month.\n\n3. In public.\n", ".txt",
         {"Ten join.": "1", "They vote.": "1", "Each month.": "2", "In public.": "3"}),
        # items within items
        (NESTED, ".txt",
         {"sit;": "14(1)", "resolve:": "14(3)", "to adjourn;": "14(3)(a)", "words;": "14(3)(b)(i)",
          "figures;": "14(3)(b)(ii)", "to close;": "14(3)(c)", "vote.": "14(4)"}),
        # a letter that is missing closes nothing
        ("5. They are:\n\n(1) one:\n\n(a) first;\n\n(c) third;\n\n(3) three.\n", ".txt",
         {"first;": "5(1)(a)", "third;": "5(1)(c)", "three.": "5(3)"}),
        # (i) behind (h) is a letter
        ("5. They are:\n\n(g) seven;\n\n(h) eight;\n\n(i) nine;\n\n(j) ten.\n", ".txt",
         {"seven;": "5(g)", "nine;": "5(i)", "ten.": "5(j)"}),
        # an answer is no letter of a list
        ("# Forum\n\nQ. How many make a quorum?\n\nA. Five of us.\n", ".md", {"Five of": "How many make a quorum?"}),
    ],
)  # fmt: skip
def test_how_paragraphs_are_cited(tmp_path: Path, text: str, suffix: str, wanted: dict[str, str]) -> None:
    found = cited(analysed(text, tmp_path, suffix))
    assert {words: found.get(words) for words in wanted} == wanted
