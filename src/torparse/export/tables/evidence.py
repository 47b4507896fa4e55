"""The runs of text behind each clause."""

from __future__ import annotations

from collections.abc import Iterator

from torparse.export.model import Column, Kind, Row, Table
from torparse.export.part import Part
from torparse.export.tables import clauses, documents


def rows(part: Part) -> Iterator[Row]:
    for name, clause in part.clauses:
        for number, run in enumerate(clause.evidence, 1):
            section = part.hidden(run.section) or None
            yield (name, number, part.id, run.start, run.end, part.mask.quote(run), section, run.page, run.line)


TABLE = Table(
    "evidence",
    "Every run of a document's text that proves a clause, one a row.",
    (
        Column(clauses.ID, "The clause.", needed=True, refers=("clauses", clauses.ID)),
        Column("number", "Which run of the clause it is, from 1, in the order of the text.", Kind.WHOLE_NUMBER,
               "rank", needed=True, least=1),
        Column(documents.ID, "The document.", needed=True, refers=("documents", documents.ID)),
        Column("start", "Where it begins in the document's text, from 0.", Kind.WHOLE_NUMBER, "code points",
               needed=True, least=0),
        Column("end", "Where it ends; the code point there is not part of it.", Kind.WHOLE_NUMBER, "code points",
               needed=True, least=1),
        Column("quote", "The document's text from start to end, character for character but for what is hidden.",
               needed=True),
        Column("section_ref", "The section where it stands, as the document numbers or names it."),
        Column("page", "The page, from 1; empty where the format has no pages.", Kind.WHOLE_NUMBER, "page number",
               least=1),
        Column("line", "The line, from 1; in plain text only.", Kind.WHOLE_NUMBER, "line number", least=1),
    ),
    (clauses.ID, "number"),
    rows,
)  # fmt: skip
