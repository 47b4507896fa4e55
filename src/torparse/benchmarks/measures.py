"""What can be measured of terms of reference, and what one body's terms say of each measure.

A reading is a number only where the document gives one; otherwise its words say why there is none, and a body that
says nothing is never a zero. Periods of notice for special business (dissolution, amendment, special meetings) are
measures of their own: they are long where papers are short, and mixed together they would say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from torparse.benchmarks.numbers import (
    ABOUT,
    AT_LEAST,
    AT_MOST,
    EXACT,
    Number,
    in_days,
    in_months,
    majority,
    meetings,
)
from torparse.benchmarks.shares import members, quorum
from torparse.compare import NOT_NEEDED, Cell, Column, Matrix, cell_of
from torparse.model import Clause, Status
from torparse.provisions import Feed, Given, Provision

_Read = Callable[[Column, Clause], Number]

_PREPARED = re.compile(r"\b(?:prepared?|drawn up|compiled?|finali[sz]ed?|drafted|settled|put together)\b", re.I)
_SENT = re.compile(
    r"\b(?:sent|send|sends|circulat\w+|distribut\w+|issu(?:e|ed|es|ing)|despatch\w*|dispatch\w*|e-?mailed|posted|mailed"
    r"|publish\w*|provided?|available|receiv\w+|deliver\w*|suppl(?:y|ied)|forward\w*|give|given|reach\w*|shared?|go(?:es)?"
    r" out|arrive\w*)\b",
    re.I,
)
_SILENT = {Status.ABSENT: "not mentioned", Status.NOT_ASSESSABLE: "the terms were not supplied"}


@dataclass(frozen=True, slots=True)
class Reading:
    """What one body's terms say of one measure.

    ``body`` is the column's id. ``code`` is the status as shown: stated, part, deferred, placeholder, absent,
    not_assessable or not_needed. ``low`` and ``high`` are in the measure's unit, equal unless the document leaves a
    range, None where there is no number. ``bound`` is "exact", "at_least", "at_most" or "about", "" where there is
    no number. ``words`` are what is shown ("10 working days before the meeting"), or why there is no number; like a
    quote they may hold what is to be masked. ``clause`` proves it.
    """

    body: str
    code: str
    low: float | None
    high: float | None
    bound: str
    words: str
    clause: Clause | None


@dataclass(frozen=True, slots=True)
class Measure:
    """A number that can be read from terms of reference.

    ``provision`` is the row of the matrix that it belongs to, ``question`` what it answers, ``unit`` "%", "days", "a
    year", "months" or "members". ``read`` makes a number of a clause, ``takes`` says which clauses are about it, and
    ``feeds`` are given where they are not those of the provision's row.
    """

    id: str
    provision: str
    title: str
    question: str
    unit: str
    read: _Read
    takes: Callable[[Clause], bool] = lambda clause: True
    feeds: tuple[Feed, ...] = ()

    def reading(self, matrix: Matrix, column: Column) -> Reading:
        """What the terms of a column's body say of this measure."""
        cell = self._cell(matrix, column)
        if not cell.clauses and matrix.cell(column.id, self.provision).not_needed:
            return Reading(column.id, NOT_NEEDED, None, None, "", "not needed", None)
        if cell.status is not Status.STATED:
            clause = cell.clauses[0] if cell.clauses else None
            words = cell.summary or _SILENT.get(cell.status, "in another place, not supplied")
            return Reading(column.id, str(cell.status), None, None, "", words, clause)
        clauses = sorted(filter(self.takes, cell.clauses), key=self._order)
        if not clauses:
            return Reading(column.id, str(Status.ABSENT), None, None, "", _SILENT[Status.ABSENT], None)
        read = [(clause, self.read(column, clause)) for clause in clauses]
        clause, number = _together(read)
        return Reading(column.id, cell.code, number.low, number.high, number.bound, number.words, clause)

    def _cell(self, matrix: Matrix, column: Column) -> Cell:
        if self.feeds:
            return cell_of(column, Provision(self.id, self.title, "", self.feeds))
        return matrix.cell(column.id, self.provision)

    def _order(self, clause: Clause) -> tuple[bool, int]:
        """The body's own rules before those of the whole document, and the types in the order of the feeds."""
        types = [feed.type for feed in self.feeds]
        return clause.body is None, types.index(clause.type) if clause.type in types else 0


def _together(read: list[tuple[Clause, Number]]) -> tuple[Clause, Number]:
    """Several clauses as one: those with a number, a body's own alone where it has some, and all that they say.

    The notice that a rule on dissolution repeats is not a second one. Different numbers give a range.
    """
    counted = [(clause, number) for clause, number in read if number.low is not None]
    if not counted:
        return read[0]
    own = [one for one in counted if one[0].body is not None] or counted
    kept = [own[0]]
    for clause, number in own[1:]:
        again = [k for c, k in kept if (k.low, k.high) == (number.low, number.high)]
        if not again or not (any(k.words == number.words for k in again) or clause.type != kept[0][0].type):
            kept.append((clause, number))
    numbers = [number for _, number in kept]
    low = min(n.low for n in numbers if n.low is not None)
    high = max(n.high for n in numbers if n.high is not None)
    return kept[0][0], Number("; ".join(n.words for n in numbers), low, high, _bound(n.bound for n in numbers))


def _bound(bounds: Iterable[str]) -> str:
    """The loosest of several bounds: one open end leaves the whole open."""
    given = set(bounds)
    return next(bound for bound in (AT_LEAST, AT_MOST, ABOUT, EXACT) if bound in given)


def _about(subject: str) -> Feed:
    """Clauses of notice on one subject."""
    return Feed("notice", lambda value, status: value.get("subject") == subject)


def _with_notice(value: Given, status: Status) -> bool:
    return status is not Status.STATED or "notice" in value


def _only_prepared(clause: Clause) -> bool:
    """Whether the quotes tell of making the agenda ready and not of sending anything."""
    text = " ".join(e.quote for e in clause.evidence)
    return bool(_PREPARED.search(text)) and not _SENT.search(text)


def _of_role(*roles: str) -> Callable[[Clause], bool]:
    return lambda clause: clause.value.as_dict().get("role", "member") in roles


def _alone(read: Callable[[Clause], Number]) -> _Read:
    """A reader of clauses that needs nothing of their body."""
    return lambda column, clause: read(clause)


def _before(words: str) -> str:
    return f"{words} before the meeting"


def _notice(words: str) -> str:
    return f"{words}{chr(39) if words.endswith('s') else chr(39) + 's'} notice"


def _special(clause: Clause) -> Number:
    """The notice that a clause asks for: its period where it is one of notice, else its field of that name."""
    field = "period" if clause.type == "notice" else "notice"
    return in_days(field, _notice, "in advance, no period given")(clause)


_PAPERS = _alone(in_days("period", _before, "in advance, no period given"))
_TERM = _alone(in_months("term", "no length is fixed", "max_terms", "max_total"))

MEASURES: tuple[Measure, ...] = (
    Measure("quorum_share", "P13", "Quorum", "How many must be there?", "%", quorum),
    Measure("papers_sent", "P20", "Papers sent", "How many days before a meeting are papers sent?", "days", _PAPERS,
            lambda clause: not _only_prepared(clause)),
    Measure("agenda_prepared", "P20", "Agenda prepared", "How many days before a meeting is the agenda prepared?",
            "days", _PAPERS, _only_prepared),
    Measure("meeting_notice", "P21", "Notice of ordinary meetings", "How long is the notice of an ordinary meeting?",
            "days", _alone(_special)),
    Measure("special_meeting_notice", "P12", "Notice of special meetings", "How long is the notice of a special "
            "meeting?", "days", _alone(_special), feeds=(_about("extraordinary_meeting"),
                                                         Feed("extra_meetings", _with_notice))),
    Measure("amendment_notice", "P31", "Notice of a change to the terms", "How long is the notice of a change to the "
            "terms?", "days", _alone(_special), feeds=(_about("amendment"), Feed("amendment", _with_notice))),
    Measure("dissolution_notice", "P32", "Notice of dissolution", "How long is the notice of dissolution?", "days",
            _alone(_special), feeds=(_about("dissolution"), Feed("dissolution", _with_notice))),
    Measure("meetings_a_year", "P11", "Meetings a year", "How often do they meet?", "a year", _alone(meetings)),
    Measure("review_interval", "P30", "Review of the terms", "How often are the terms reviewed?", "months",
            _alone(in_months("interval", "no interval given", "ad_hoc"))),
    Measure("chair_term", "P10", "Term of the chair", "How long does the chair hold office?", "months", _TERM,
            _of_role("chair")),
    Measure("member_term", "P10", "Term of members", "How long do members serve?", "months", _TERM,
            _of_role("member", "representative")),
    Measure("majority_needed", "P17", "Majority needed", "How many votes carry a decision?", "%", _alone(majority)),
    Measure("minutes_days", "P22", "Minutes", "How soon are the minutes sent out?", "days",
            _alone(in_days("within", lambda words: f"within {words}", "no time given"))),
    Measure("members", "P04", "Number of members", "How many members are there?", "members", members),
)  # fmt: skip
