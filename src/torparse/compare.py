"""What every body of every document lays down, provision by provision: the matrix of cells.

The rules that lead from clauses to cells are those of the annotation guide ("From clauses to cells"): a clause of a
body fills that body's column, a clause without a body every supplied column of its document; the strongest status
wins; a cell without a clause is decided by the body's standing. Absent is never unknown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from torparse.model import Body, Clause, Completeness, Evidence, Kind, Record, Standing, Status
from torparse.words import describe

Given = Mapping[str, Any]

#: The document's own facts are known even of a body whose terms were not supplied.
FACTS = "P01"

_STRENGTH = (Status.STATED, Status.DEFERRED, Status.PLACEHOLDER)
_WITHOUT_CLAUSE = {
    Standing.SUPPLIED: Status.ABSENT,
    Standing.ELSEWHERE: Status.DEFERRED,
    Standing.UNWRITTEN: Status.PLACEHOLDER,
    Standing.NOT_SUPPLIED: Status.NOT_ASSESSABLE,
}
_UNWRITTEN = re.compile(
    r"(?:yet )?to be (?:\w+ )?(?:developed|worked up|agreed|confirmed|drafted|written|completed|determined|added|"
    r"inserted|decided|advised|finalised|prepared|produced)|not yet (?:\w+)|TB[ACD]\b|to follow",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\b(?i:annexe?|appendix|schedule|attachment)\s+(?:[A-Z]\b|\d+|[IVX]+\b)")


@dataclass(frozen=True, slots=True)
class Feed:
    """Which clauses fill a provision: those of ``type`` whose value and status ``takes`` accepts.

    ``fields`` are the ones shown in the cell (all, if none are named).
    """

    type: str
    takes: Callable[[Given, Status], bool] = lambda value, status: True
    fields: tuple[str, ...] = ()

    def accepts(self, clause: Clause) -> bool:
        """Whether ``clause`` fills the provision."""
        return clause.type == self.type and self.takes(clause.value.as_dict(), clause.status)


def _is(name: str, *values: str, default: bool = False) -> Callable[[Given, Status], bool]:
    """Take a clause whose field is one of ``values``; one without the field where ``default`` says so.

    A pointer or a promise often does not say which of several provisions it means ("elections: Annex 3"), so a clause
    that is not stated and lacks the field is taken for all of them.
    """

    def takes(value: Given, status: Status) -> bool:
        if name not in value:
            return default or (status is not Status.STATED and not value)
        return value[name] in values

    return takes


def _gives(*names: str) -> Callable[[Given, Status], bool]:
    """Take a stated clause only if it gives one of the fields, any other always."""
    return lambda value, status: status is not Status.STATED or any(n in value for n in names)


def _falls_back(value: Given, status: Status) -> bool:
    """Take what says how the body decides where it cannot agree."""
    later = str(value.get("method", "")).startswith("consensus_then_")
    return status is not Status.STATED or later or "escalates_to" in value


@dataclass(frozen=True, slots=True)
class Provision:
    """A row of the matrix. ``full`` says of the joint fields of the cell's stated clauses whether all is there;
    without it the clauses' own completeness decides."""

    id: str
    title: str
    group: str
    feeds: tuple[Feed, ...]
    full: Callable[[Given], bool] | None = None


def _fallback_is_full(value: Given) -> bool:
    """A vote needs its majority, a referral needs its receiver."""
    return "escalates_to" in value or "threshold" in value


def _roles_are_full(value: Given) -> bool:
    """Members' duties without the chair's are a part only."""
    return {"chair", "member"} <= set(value.get("roles", ()))


def _policy_is_named(value: Given) -> bool:
    """A principle of equality is a part; a policy of its own or by name is the whole."""
    return "instrument" in value or value.get("level") == "policy"


def _adoption_is_known(value: Given) -> bool:
    """A date without a record of adoption, or a draft, is a part."""
    return "agreed" in value and not value.get("draft")


_CHAIR = ("method", "by", "from", "term", "role")

#: The rows in their fixed order. Provisions whose clause types do not exist yet are left out: adding one is a line.
PROVISIONS: tuple[Provision, ...] = (
    Provision("P06", "Deputies and substitutes", "Membership", (Feed("deputies"),)),
    Provision("P07", "Role descriptions", "Membership", (Feed("role_descriptions"),), _roles_are_full),
    Provision("P08", "How the chair is chosen", "Office",
              (Feed("chair_appointment", _is("role", "chair", default=True), _CHAIR),)),
    Provision("P09", "How the vice-chair is chosen", "Office",
              (Feed("chair_appointment", _is("role", "vice_chair"), _CHAIR),)),
    Provision("P10", "Term of office", "Office", (Feed("term_of_office"),)),
    Provision("P11", "Meetings a year", "Meetings", (Feed("meeting_frequency"),)),
    Provision("P20", "Agenda and papers: days before", "Meetings",
              (Feed("notice", _is("subject", "papers"), ("period", "day_kind")),)),
    Provision("P21", "Notice of ordinary meetings", "Meetings",
              (Feed("notice", _is("subject", "meeting", default=True), ("period", "day_kind")),)),
    Provision("P22", "Minutes", "Meetings", (Feed("minutes"),)),
    Provision("P23", "Attendance and openness", "Meetings", (Feed("attendance"), Feed("public_access"))),
    Provision("P13", "Quorum", "Decisions", (Feed("quorum"),)),
    Provision("P14", "How decisions are made", "Decisions",
              (Feed("voting", _gives("method"), ("method",)),), lambda value: True),
    Provision("P15", "If members cannot agree", "Decisions",
              (Feed("voting", _falls_back, ("method", "escalates_to")),), _fallback_is_full),
    Provision("P16", "Who may vote", "Decisions",
              (Feed("voting", _gives("votes_per_member"), ("votes_per_member",)),), lambda value: True),
    Provision("P17", "Majority needed", "Decisions",
              (Feed("voting", _gives("threshold"), ("threshold", "threshold_basis")),),
              lambda value: "threshold_basis" in value),
    Provision("P18", "Casting vote", "Decisions",
              (Feed("voting", _gives("casting_vote"), ("casting_vote", "casting_vote_by")),), lambda value: True),
    Provision("P19", "Decisions between meetings", "Decisions", (Feed("urgent_decisions"),)),
    Provision("P24", "Declarations of interest", "Conduct", (Feed("interests"),)),
    Provision("P25", "Conduct of members", "Conduct", (Feed("conduct"),)),
    Provision("P26", "Equalities", "Rights", (Feed("equalities"),), _policy_is_named),
    Provision("P27", "Complaints", "Rights", (Feed("complaints"),)),
    Provision("P28", "Freedom of information", "Rights", (Feed("freedom_of_information"),)),
    Provision("P29", "Data protection", "Rights", (Feed("data_protection"),)),
    Provision("P01", "Date and adoption of the document", "Life of the terms", (Feed("document_facts"),),
              _adoption_is_known),
    Provision("P30", "Review of the terms", "Life of the terms",
              (Feed("review_cycle", _is("subject", "terms_of_reference", default=True)),)),
    Provision("P31", "Amendment of the terms", "Life of the terms",
              (Feed("amendment"), Feed("review_cycle", lambda value, status: value.get("subject") == "procedures"))),
    Provision("P32", "Dissolution", "Life of the terms", (Feed("dissolution"),)),
    Provision("P36", "Sub-groups and their terms", "Life of the terms", (Feed("subgroups"),)),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """A body with a column. ``id`` is made of the document's id and the body's name, unique in its matrix, and fit
    for a file name or an address (a to z, 0 to 9, hyphens)."""

    id: str
    record: Record
    body: Body

    @property
    def document(self) -> str:
        """The document's id."""
        return self.record.document.id


@dataclass(frozen=True, slots=True)
class Cell:
    """What one body lays down on one provision. ``body`` is the column's id, ``provision`` the row's.

    ``clauses`` are the ones behind ``status``, ``beside`` weaker ones of the same provision ("the rest is in Annex 3").
    ``pointer`` is the text that sends the reader elsewhere or promises the terms, for a cell that the body's standing
    decides. ``completeness`` says something of stated cells only. ``summary`` is empty for absent and not assessable.
    """

    body: str
    provision: str
    status: Status
    completeness: Completeness = Completeness.FULL
    clauses: tuple[Clause, ...] = ()
    beside: tuple[Clause, ...] = ()
    pointer: Evidence | None = None
    summary: str = ""


@dataclass(frozen=True)
class Matrix:
    """Every cell of every body: ``cells`` run through the provisions of each column in turn."""

    columns: tuple[Column, ...]
    provisions: tuple[Provision, ...]
    cells: tuple[Cell, ...] = field(repr=False)

    @cached_property
    def _index(self) -> dict[tuple[str, str], Cell]:
        return {(cell.body, cell.provision): cell for cell in self.cells}

    def cell(self, body: str, provision: str) -> Cell:
        """The cell of a column id and a provision id; raises KeyError where there is none."""
        return self._index[body, provision]


def compare(records: Sequence[Record]) -> Matrix:
    """The matrix of all bodies of ``records``, documents in the order of their ids, bodies from A to Z.

    Induction guides lay nothing down for a body of their own and have no column.
    """
    columns = _columns(records)
    cells = tuple(_cell(column, provision) for column in columns for provision in PROVISIONS)
    return Matrix(columns, PROVISIONS, cells)


def bodies_of(record: Record) -> tuple[Body, ...]:
    """The bodies of a record that have a column.

    An induction guide has none. A covering report whose terms were not supplied has one, the main body's: whatever it
    names is in the missing appendix alike. Terms in which no body was recognised govern one, without a name of its own.
    """
    if record.kind is Kind.INDUCTION_GUIDE:
        return ()
    bodies = record.bodies
    if record.kind is Kind.COMMITTEE_REPORT and all(b.standing is Standing.NOT_SUPPLIED for b in bodies):
        return tuple(sorted(bodies, key=lambda b: not b.main)[:1])
    if not bodies and record.kind in (Kind.TERMS_OF_REFERENCE, Kind.CONSTITUTION):
        return (Body(record.document.name, main=True),)
    return bodies


def clauses_of(record: Record, body: Body) -> tuple[Clause, ...]:
    """The clauses that hold for ``body``: its own, and where its terms are in this document those without a body.

    In a covering report the clauses without a body are the report's own pointers and facts and are given too.
    """
    names = {body.name, *body.aliases}
    shared = body.standing in (Standing.SUPPLIED, Standing.NOT_SUPPLIED)
    return tuple(c for c in record.clauses if (c.body in names if c.body is not None else shared))


def slug(text: str, longest: int = 60) -> str:
    """``text`` in a to z, 0 to 9 and hyphens, at most ``longest`` characters; "body" where nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:longest].strip("-") or "body"


def summary_of(clause: Clause, fields: Iterable[str] = ()) -> str:
    """What a clause says, in plain words: its value, or the place it points to, or what is still to be written."""
    quotes = [e.quote for e in clause.evidence]
    value = clause.value.as_dict()
    shown = {k: v for k, v in value.items() if k in fields} if fields else value
    if clause.status is Status.DEFERRED:
        return pointer_words(quotes)
    if clause.status is Status.PLACEHOLDER:
        return promise_words(quotes)
    if clause.status is Status.RECOMMENDED:
        return "Asked for in terms of reference"
    return describe(clause.type, shown, quotes)


def place_of(quotes: Iterable[str], *, unwritten: bool = False) -> str:
    """The annex, appendix or schedule that the quotes name, or "".

    Where they name several, the one that is said to be ``unwritten`` (or, for a pointer, one that is not).
    """
    found: list[tuple[bool, str]] = []
    for quote in quotes:
        for match in _PLACE.finditer(quote):
            promised = bool(_UNWRITTEN.match(quote[match.end() :].lstrip(" ,:;()–—-")))
            found.append((promised, " ".join(match[0].split())))
    found.sort(key=lambda item: item[0] is not unwritten)
    return found[0][1] if found else ""


def pointer_words(quotes: Sequence[str]) -> str:
    """Where a deferred provision is, in words."""
    place = place_of(quotes)
    return f"{place}, not supplied" if place else "Elsewhere, not supplied"


def promise_words(quotes: Sequence[str]) -> str:
    """What is still to be written, in words: "Annex 5, to be developed"."""
    place = place_of(quotes, unwritten=True)
    phrase = next((" ".join(m[0].split()) for m in map(_UNWRITTEN.search, quotes) if m), "still to be written")
    words = f"{place}, {phrase}" if place else phrase
    return words[:1].upper() + words[1:]


def _columns(records: Sequence[Record]) -> tuple[Column, ...]:
    taken: set[str] = set()
    columns = []
    for record in sorted(records, key=lambda r: r.document.id):
        for body in sorted(bodies_of(record), key=lambda b: (b.name.casefold(), b.name)):
            stem = f"{slug(record.document.id)}--{slug(body.name)}"
            name, number = stem, 1
            while name in taken:
                number += 1
                name = f"{stem}-{number}"
            taken.add(name)
            columns.append(Column(name, record, body))
    return tuple(columns)


def _cell(column: Column, provision: Provision) -> Cell:
    body = column.body
    if body.standing is Standing.NOT_SUPPLIED and provision.id != FACTS:
        return Cell(column.id, provision.id, Status.NOT_ASSESSABLE)
    feeding = _feeding(column, provision)
    if not feeding:
        status = Status.ABSENT if provision.id == FACTS and not _points(body) else _WITHOUT_CLAUSE[body.standing]
        return _cell_of_standing(column, provision, status)
    status = min((clause.status for clause, _ in feeding), key=_STRENGTH.index)
    strongest = [(clause, feed) for clause, feed in feeding if clause.status is status]
    return Cell(
        column.id,
        provision.id,
        status,
        _completeness(provision, status, feeding),
        tuple(clause for clause, _ in strongest),
        tuple(clause for clause, _ in feeding if clause.status is not status),
        None,
        "; ".join(dict.fromkeys(summary_of(clause, feed.fields) for clause, feed in strongest)),
    )


def _feeding(column: Column, provision: Provision) -> list[tuple[Clause, Feed]]:
    return [
        (clause, feed)
        for clause in clauses_of(column.record, column.body)
        if clause.status in _STRENGTH
        for feed in provision.feeds
        if feed.accepts(clause)
    ]


def _points(body: Body) -> bool:
    """Whether the body's terms are another document's, with facts of its own."""
    return body.standing in (Standing.ELSEWHERE, Standing.UNWRITTEN)


def _cell_of_standing(column: Column, provision: Provision, status: Status) -> Cell:
    pointer = column.body.pointer
    quotes = [pointer.quote] if pointer else []
    if status is Status.DEFERRED:
        return Cell(column.id, provision.id, status, pointer=pointer, summary="In its own terms, not supplied")
    if status is Status.PLACEHOLDER:
        return Cell(column.id, provision.id, status, pointer=pointer, summary=promise_words(quotes))
    return Cell(column.id, provision.id, status)


def _completeness(provision: Provision, status: Status, feeding: list[tuple[Clause, Feed]]) -> Completeness:
    """Whether a stated cell says all: by its own test, else by its clauses, none of which leaves the rest elsewhere."""
    if status is not Status.STATED:
        return Completeness.FULL
    if provision.full is not None:
        value = _together(clause for clause, _ in feeding if clause.status is status)
        return Completeness.FULL if provision.full(value) else Completeness.PARTIAL
    whole = all(c.status is Status.STATED and c.completeness is Completeness.FULL for c, _ in feeding)
    return Completeness.FULL if whole else Completeness.PARTIAL


def _together(clauses: Iterable[Clause]) -> Given:
    """The fields of several clauses as one value; lists are joined, otherwise the first to give a field has it."""
    value: dict[str, Any] = {}
    for clause in clauses:
        for name, given in clause.value.as_dict().items():
            value[name] = [*value.get(name, ()), *given] if isinstance(given, list) else value.get(name, given)
    return value
