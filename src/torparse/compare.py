"""What every body of every document lays down, provision by provision: the matrix of cells.

The rules that lead from clauses to cells are those of the annotation guide ("From clauses to cells"): a clause of a
body fills that body's column, a clause without a body every supplied column of its document; the strongest status
wins; a cell without a clause is decided by the body's standing. Absent is never unknown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from torparse.model import (
    Body,
    Clause,
    Completeness,
    Evidence,
    Judged,
    Kind,
    Record,
    Source,
    Standing,
    Status,
    Verdict,
)
from torparse.provisions import PROVISIONS, Feed, Given, Provision
from torparse.words import describe

#: The document's own facts are known even of a body whose terms were not supplied.
FACTS = "P01"

#: How a cell is shown of which a person says that it is not needed. Never a status: those are the machine's.
NOT_NEEDED = str(Verdict.NOT_NEEDED)

_STRENGTH = (Status.STATED, Status.DEFERRED, Status.PLACEHOLDER)
WITHOUT_CLAUSE = {
    Standing.SUPPLIED: Status.ABSENT,
    Standing.ELSEWHERE: Status.DEFERRED,
    Standing.UNWRITTEN: Status.PLACEHOLDER,
    Standing.NOT_SUPPLIED: Status.NOT_ASSESSABLE,
}
"""What a cell without a clause is, by where the body's terms are."""
_UNWRITTEN = re.compile(
    r"(?:yet )?to be (?:\w+ )?(?:developed|worked up|agreed|confirmed|drafted|written|completed|determined|added|"
    r"inserted|decided|advised|finalised|prepared|produced)|not yet (?:\w+)|TB[ACD]\b|to follow",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\b(?i:annexe?|appendix|schedule|attachment)\s+(?:[A-Z]\b|\d+|[IVX]+\b)")


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
    ``judged`` is what a person says of the cell; ``status`` stays the machine's.
    """

    body: str
    provision: str
    status: Status
    completeness: Completeness = Completeness.FULL
    clauses: tuple[Clause, ...] = ()
    beside: tuple[Clause, ...] = ()
    pointer: Evidence | None = None
    summary: str = ""
    judged: Judged | None = None

    @property
    def not_needed(self) -> bool:
        """Whether a person says that the body's terms need not have it. Such a cell neither has nor lacks it.

        A verdict is on a cell without a clause: terms that do say it are shown as what they say.
        """
        return self.judged is not None and self.judged.verdict is Verdict.NOT_NEEDED and not self.clauses

    @property
    def code(self) -> str:
        """The code of the cell as shown: ``not_needed``, else that of its status."""
        return NOT_NEEDED if self.not_needed else status_code(self.status, self.completeness)

    @property
    def source(self) -> Source:
        """Who says so: corrected where a person changed a clause of it or called it not needed, confirmed where one
        looked at all of it, else the machine."""
        sources = {clause.source for clause in self.clauses}
        if self.not_needed or Source.CORRECTED in sources:
            return Source.CORRECTED
        checked = self.judged is not None and not self.clauses
        return Source.CONFIRMED if checked or sources == {Source.CONFIRMED} else Source.MACHINE


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


def compare(records: Sequence[Record], names: Sequence[str] | None = None) -> Matrix:
    """The matrix of all bodies of ``records``, documents in the order of their ids, bodies from A to Z.

    ``names`` are the ids of the columns in that order, where the records are some of many and the ids of all are to
    differ.     Induction guides lay nothing down for a body of their own and have no column.
    """
    found = columns(records, names)
    cells = tuple(cell_of(column, provision) for column in found for provision in PROVISIONS)
    return Matrix(found, PROVISIONS, cells)


def status_code(status: Status, completeness: Completeness) -> str:
    """The code of a status as shown: a stated one that is not full is ``part``."""
    return "part" if status is Status.STATED and completeness is Completeness.PARTIAL else str(status)


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


def column_of(columns: Iterable[Column], record: Record, clause: Clause) -> Column | None:
    """The column of the body that a clause of ``record`` names; None where it names none, or one without a column."""
    if clause.body is None:
        return None
    return next((c for c in columns if c.record is record and clause in clauses_of(record, c.body)), None)


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


def distinct(stems: Iterable[str]) -> list[str]:
    """The names in their order, the second of two equal ones with "-2" behind."""
    taken: set[str] = set()
    latest: dict[str, int] = {}  # of each stem: all numbers up to this one are taken
    names = []
    for stem in stems:
        number = latest.get(stem, 1)
        name = stem if number == 1 else f"{stem}-{number}"
        while name in taken:
            number += 1
            name = f"{stem}-{number}"
        latest[stem] = number
        taken.add(name)
        names.append(name)
    return names


def stems_of(record: Record) -> tuple[str, ...]:
    """The ids of the columns of a record, in their order, before those of other records are looked at."""
    return tuple(f"{slug(record.document.id)}--{slug(body.name)}" for body in _in_order(record))


def _in_order(record: Record) -> list[Body]:
    return sorted(bodies_of(record), key=lambda b: (b.name.casefold(), b.name))


def columns(records: Sequence[Record], names: Sequence[str] | None = None) -> tuple[Column, ...]:
    """The columns of ``records`` alone, as ``compare`` has them."""
    ordered = sorted(records, key=lambda r: r.document.id)
    pairs = [(record, body) for record in ordered for body in _in_order(record)]
    if names is None:
        names = distinct(stem for record in ordered for stem in stems_of(record))
    return tuple(Column(name, record, body) for name, (record, body) in zip(names, pairs, strict=True))


def cell_of(column: Column, provision: Provision) -> Cell:
    """What a body lays down on a provision, which need not be one of the matrix's."""
    cell = _found(column, provision)
    verdicts = [j for j in column.record.judged if j.provision == provision.id and j.body == column.body.name]
    return replace(cell, judged=verdicts[-1]) if verdicts else cell


def _found(column: Column, provision: Provision) -> Cell:
    """What torparse and the clauses of people make of a cell."""
    body = column.body
    if body.standing is Standing.NOT_SUPPLIED and provision.id != FACTS:
        return Cell(column.id, provision.id, Status.NOT_ASSESSABLE)
    feeding = _feeding(column, provision)
    if not feeding:
        status = Status.ABSENT if provision.id == FACTS and not _points(body) else WITHOUT_CLAUSE[body.standing]
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
