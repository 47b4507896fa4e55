"""The terms as neutral text: sections with provisions of paragraphs, lists and tables, for three writers.

A provision is a numbered heading with what stands under it. Places that somebody must still fill in are marked in the
text as ``wording.voice.blank`` marks them; ``pieces`` takes them out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from torparse.drafting.answers import Answers
from torparse.drafting.facts import Facts
from torparse.drafting.wording import deciding
from torparse.drafting.wording.parts import Paragraph
from torparse.drafting.wording.voice import CLOSE, OPEN, Voice, blank, capital, sentences, the
from torparse.drafting.wording.writers import worded
from torparse.plain_words import day, joined, many

_MARKED = re.compile(f"{OPEN}([^{CLOSE}]*){CLOSE}")

_VOLUNTARY = re.compile(
    r"\b(?:charit\w+|voluntary|volunteers?|third sector|vcs|vcse|vcfse|cvs|not[- ]for[- ]profit|community sector)\b",
    re.IGNORECASE,
)
"""Sectors that are the voluntary sector under another name; the table alone does not say so."""

_LAYOUT: tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...] = (
    ("Name and purpose", (("Name", ("@name",)), ("Purpose", ("@purpose",)), ("Legal status", ("legal_status",)))),
    ("Membership", (("Members", ("@members",)), ("Authority of members", ("authority",)),
                    ("Length of membership", ("member_term",)), ("Deputies", ("deputies",)),
                    ("Attendance", ("attendance",)), ("Induction and training", ("induction",)),
                    ("Leaving", ("resignation",)))),
    ("Officers and support", (("Chair", ("chair", "chair_term")), ("Vice-chair", ("vice_chair", "vice_chair_term")),
                              ("Roles", ("roles",)), ("Secretariat", ("secretariat",)))),
    ("Meetings", (("Frequency of meetings", ("meetings",)), ("Notice of meetings", ("meeting_notice",)),
                  ("Agenda items", ("agenda_items",)), ("Agenda and papers", ("papers", "late_papers")),
                  ("Extraordinary meetings", ("extra_meetings",)), ("Public access", ("public_access",)),
                  ("Minutes", ("minutes",)))),
    ("Decisions", (("Quorum", ("quorum",)), ("Voting and decisions", ("voting",)),
                   ("Urgent decisions", ("urgent_decisions",)), ("Sub-groups", ("subgroups",)))),
    ("Conduct and interests", (("Conduct", ("conduct",)), ("Interests", ("interests",)),
                               ("Gifts and hospitality", ("hospitality",)), ("Confidentiality", ("confidentiality",)))),
    ("Equality, complaints and information", (
        ("Equality and diversity", ("equalities",)), ("Complaints", ("complaints",)),
        ("Data protection", ("data_protection",)), ("Freedom of information", ("freedom_of_information",)),
        ("Sharing information", ("information_sharing",)))),
    ("Accountability", (("Reporting", ("reporting",)), ("Performance", ("performance",)), ("Scrutiny", ("scrutiny",)),
                        ("Finance", ("finance",)), ("Risk", ("risk",)), ("Communications", ("communications",)),
                        ("Engagement", ("engagement",)))),
    ("Review, change and ending", (("Review", ("review",)), ("Amendment", ("amendment",)),
                                   ("Disputes", ("disputes",)), ("Dissolution", ("dissolution",)))),
)  # fmt: skip
"""The sections with the headings in each and the answers under them; ``@`` marks what comes from the facts."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row. ``title`` and ``about`` are for those who cannot see it."""

    title: str
    about: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Part = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Provided:
    """A provision: its heading, and what stands under it."""

    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A section with its provisions. An annex has a ``label`` of its own instead of a number."""

    title: str
    provisions: tuple[Provided, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """The whole terms: the title, the sections in their order, the annexes, and the history of the document."""

    title: str
    facts: Facts
    sections: tuple[Section, ...]
    annexes: tuple[Section, ...]
    history: Table


def compose(answers: Answers) -> Draft:
    """The terms that the answers make."""
    facts = answers.facts
    sections = tuple(Section(title, tuple(_provided(answers, entries))) for title, entries in _LAYOUT)
    title = f"Terms of reference of {_with_article(facts.name)}"
    return Draft(title, facts, tuple(s for s in sections if s.provisions), _annexes(answers), _history(answers))


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """``text`` in pieces, each with whether it is a place to fill in."""
    for number, piece in enumerate(_MARKED.split(text)):
        if piece:
            yield piece, number % 2 == 1


def blanks(draft: Draft) -> tuple[str, ...]:
    """The places of the terms that somebody must still fill in, in their order, each once."""
    return tuple(dict.fromkeys(found for text in _all_texts(draft) for found in _MARKED.findall(text)))


def places(draft: Draft) -> int:
    """In how many places (paragraphs, items of lists, cells of tables) something must still be filled in.

    So many does the note of ``consistency.kinds.placeholders`` list for the terms.
    """
    return sum(bool(_MARKED.search(text)) for text in _all_texts(draft))


def _all_texts(draft: Draft) -> Iterator[str]:
    for section in (*draft.sections, *draft.annexes):
        for provided in section.provisions:
            yield from _texts(provided.parts)
    yield from _texts((draft.history,))


def _texts(parts: tuple[Part, ...]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Table):
            yield from (cell for row in part.rows for cell in row)
        else:
            yield from (part.text, *part.items)


def _provided(answers: Answers, entries: tuple[tuple[str, tuple[str, ...]], ...]) -> Iterator[Provided]:
    made = {"@name": _name, "@purpose": _purpose, "@members": _members}
    for title, keys in entries:
        parts = tuple(part for key in keys for part in (made[key](answers) if key in made else worded(answers, key)))
        if parts:
            yield Provided(title, parts)


def _name(answers: Answers) -> tuple[Part, ...]:
    facts, v = answers.facts, Voice(answers.facts)
    called = "" if facts.name.lower() == facts.kind.lower() else f" (“{v.body}”)"
    by = the(facts.agreed_by or "members")
    date = day(facts.agreed) if facts.agreed else blank("date on which the terms were agreed")
    agreed = (
        f"They were agreed by {by} on {date}."
        if len(facts.agreed) in (0, 10)
        else f"They were agreed by {by} in {date}."
    )
    place = f"Its area is {facts.area}." if facts.area else ""
    terms = f"These are the terms of reference of {_with_article(facts.name)}{called}."
    return (Paragraph(sentences(terms, agreed, place)),)


def _purpose(answers: Answers) -> tuple[Part, ...]:
    facts, v = answers.facts, Voice(answers.facts)
    purpose = facts.purpose.rstrip(".") or blank(f"state what {v.body} is there to do")
    vision = f"{v.either('Its', 'Our')} vision is {facts.vision.rstrip('.')}." if facts.vision else ""
    return (Paragraph(sentences(f"The purpose of {v.body} is to {purpose}.", vision)),)


def _members(answers: Answers) -> tuple[Part, ...]:
    facts, v = answers.facts, Voice(answers.facts)
    rows: tuple[tuple[str, ...], ...]
    if facts.members:
        rows = tuple((m.organisation, capital(m.sector), str(m.seats)) for m in facts.members)
    else:
        rows = ((blank("name of a member organisation"), blank("name of its sector"), blank("number of seats")),)
    about = f"One member organisation a row, {many(len(rows), 'row')}: its name, its sector and how many seats it has."
    header: tuple[str, ...] = ("Organisation", "Sector", "Seats")
    if facts.members and not any(m.sector for m in facts.members):
        header, rows = ("Organisation", "Seats"), tuple((row[0], row[2]) for row in rows)
        about = about.replace(", its sector", "")
    lead = (
        f"The members of {v.body} are the organisations in this table. Each names a person for every seat that it has."
    )
    voluntary = [m.organisation for m in facts.members if _VOLUNTARY.search(m.sector)]
    sector = f"{v.Body} includes members from the voluntary sector: {joined(voluntary)}." if voluntary else ""
    return Paragraph(sentences(lead, sector)), Table(f"Members of {v.body}", about, header, rows)


def _annexes(answers: Answers) -> tuple[Section, ...]:
    subgroups = answers.value("subgroups")
    if getattr(subgroups, "terms", None) != "here":
        return ()
    terms = Provided("Sub-groups", deciding.annex(Voice(answers.facts)))
    return (Section("Terms of reference of sub-groups", (terms,), "Annex 1"),)


def _history(answers: Answers) -> Table:
    facts, review = answers.facts, answers.value("review")
    due = getattr(review, "next_review", None)
    row = (
        facts.version,
        day(facts.agreed) if facts.agreed else blank("date"),
        capital(facts.agreed_by or "members"),
        day(due) if due else blank("date"),
    )
    about = "One version of the terms a row: its number, when and by whom it was agreed, and when it is next reviewed."
    return Table(
        "History of these terms of reference", about, ("Version", "Agreed on", "Agreed by", "Next review"), (row,)
    )


def _with_article(name: str) -> str:
    return name if name.lower().startswith("the ") else f"the {name}"
