"""What people said of what torparse found (``torparse review``), with what torparse had."""

from __future__ import annotations

from collections.abc import Iterator

from torparse.compare import cell_of
from torparse.export import codes
from torparse.export.model import Column, Kind, Row, Table
from torparse.export.part import Part
from torparse.export.tables import bodies, cells, clauses, documents, people
from torparse.model import Clause, Source
from torparse.provisions import PROVISIONS
from torparse.report.people import as_words, found_words


def rows(part: Part) -> Iterator[Row]:
    for number, row in enumerate((*_of_clauses(part), *_of_cells(part), *_conflicts(part)), 1):
        yield (part.id, number, *row)


def _of_clauses(part: Part) -> Iterator[Row]:
    for name, clause in part.clauses:
        if clause.review is not None:
            machine = found_words(clause) if clause.source is Source.CORRECTED else as_words(clause)
            yield _row(part, name, clause, _done(clause), machine, as_words(clause))
    for clause in part.record.rejected:
        if clause.review is not None:
            yield _row(part, None, clause, "rejected", as_words(clause.machine or clause), "")


def _done(clause: Clause) -> str:
    if clause.source is Source.CONFIRMED:
        return "confirmed"
    return "corrected" if clause.machine else "added"


def _row(part: Part, name: str | None, clause: Clause, what: str, machine: str, now: str) -> Row:
    column = part.column_of(clause)
    body, had, stands = column.id if column else None, part.hidden(machine) or None, part.hidden(now) or None
    return (what, name, clause.type, body, None, had, stands, *people.cells(part, clause.review))


def _of_cells(part: Part) -> Iterator[Row]:
    by_id = {provision.id: provision for provision in PROVISIONS}
    for judged in part.record.judged:
        column = part.column_named(judged.body)
        provision = by_id.get(judged.provision)
        if column is not None and provision is not None:
            status, who = str(cell_of(column, provision).status), people.cells(part, judged.review)
            yield (str(judged.verdict), None, None, column.id, provision.id, status, None, *who)


def _conflicts(part: Part) -> Iterator[Row]:
    for text in part.record.conflicts:
        yield ("conflict", None, None, None, None, None, None, None, None, part.hidden(text))


TABLE = Table(
    "corrections",
    "What people said of what torparse had found, one thing a row; empty where nobody said anything.",
    (
        Column(documents.ID, "The document.", needed=True, refers=("documents", documents.ID)),
        Column("number", "Which one of the document it is, from 1.", Kind.WHOLE_NUMBER, "rank", needed=True, least=1),
        Column("what", "What the person did.", codes=codes.WHAT_PEOPLE_DID, needed=True),
        Column(clauses.ID, "The clause as it stands now; empty for what is none.", refers=("clauses", clauses.ID)),
        Column("type", "The type of the clause."),
        Column(bodies.ID, "The body that it is about.", refers=("bodies", bodies.ID)),
        Column(cells.ID, "The provision, for what was said of a cell.", refers=("provisions", cells.ID)),
        Column("machine_text", "What torparse had found, in words; for a cell its status."),
        Column("value_text", "What stands now, in words."),
        *people.columns("Who", "The person's note; for a conflict, what no longer fits."),
    ),
    (documents.ID, "number"),
    rows,
)
