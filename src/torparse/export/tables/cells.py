"""The comparison, one cell a row: what each body lays down on each provision. Absent is told from unknown here."""

from __future__ import annotations

from collections.abc import Iterator

from torparse.compare import cell_of
from torparse.export import codes
from torparse.export.model import Column, Kind, Row, Table
from torparse.export.part import Part
from torparse.export.tables import bodies, people
from torparse.model import Status, Verdict
from torparse.provisions import PROVISIONS

ID = "provision_id"
_VERDICTS = {str(code): codes.WHAT_PEOPLE_DID[str(code)] for code in Verdict}


def rows(part: Part) -> Iterator[Row]:
    for column in part.columns:
        for provision in PROVISIONS:
            cell = cell_of(column, provision)
            judged = cell.judged
            yield (
                column.id,
                provision.id,
                str(cell.status),
                str(cell.completeness) if cell.status is Status.STATED else None,
                part.hidden(cell.summary) or None,
                tuple(part.clause_id(clause) for clause in cell.clauses),
                str(cell.source),
                str(judged.verdict) if judged else None,
                *people.cells(part, judged.review if judged else None),
            )  # fmt: skip


def _provisions() -> Iterator[Row]:
    return ((p.id, p.title, p.group, tuple(dict.fromkeys(feed.type for feed in p.feeds))) for p in PROVISIONS)


PROVISIONS_TABLE = Table(
    "provisions",
    "The provisions that are compared, in their order: those of the table cells.",
    (
        Column(ID, "The provision.", needed=True),
        Column("title", "What it is called.", needed=True),
        Column("group", "The group that it is shown in.", needed=True),
        Column("types", "The clause types that fill it.", Kind.LIST),
    ),
    (ID,),
    fixed=_provisions,
)
TABLE = Table(
    "cells",
    "What each body lays down on each provision, one pair a row. The status is never empty.",
    (
        Column(bodies.ID, "The body.", needed=True, refers=("bodies", bodies.ID)),
        Column(ID, "The provision.", needed=True, refers=("provisions", ID)),
        Column("status", "What the terms do with it, as torparse and corrected clauses have it.",
               codes=codes.CELL_STATUS, needed=True),
        Column("completeness", "Whether a stated cell says all that is essential; empty for others.",
               codes=codes.COMPLETENESS),
        Column("value_text", "What the cell says, in plain words; empty for absent and not assessable."),
        Column("clause_ids", "The clauses behind it; none where the body's standing decides.", Kind.LIST),
        Column("source", "Who says so.", codes=codes.SOURCE, needed=True),
        Column("verdict", "What a person says of a cell without a clause; the status stays what it was.",
               codes=_VERDICTS),
        *people.columns("Who said so"),
    ),
    (bodies.ID, ID),
    rows,
)  # fmt: skip
