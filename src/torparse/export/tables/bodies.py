"""The bodies that the documents govern: each is a column of the comparison."""

from __future__ import annotations

from collections.abc import Iterator

from torparse.export import codes
from torparse.export.model import Column, Kind, Row, Table
from torparse.export.part import Part
from torparse.export.tables import documents
from torparse.model import Standing

ID = "body_id"


def rows(part: Part) -> Iterator[Row]:
    for column in part.columns:
        body = column.body
        yield (
            column.id,
            part.id,
            part.mask.text(body.name),
            body.main,
            str(body.standing),
            body.standing is Standing.SUPPLIED,
            part.hidden(body.aliases),
            part.quote([body.pointer]) if body.pointer else None,
        )


TABLE = Table(
    "bodies",
    "Every body whose terms a document gives, points to or promises. Induction guides have none.",
    (
        Column(ID, "The body, by its document and its name.", needed=True),
        Column(documents.ID, "The document.", needed=True, refers=("documents", documents.ID)),
        Column("name", "The body's name in the document; the document's file name where it names none.", needed=True),
        Column("main", "Whether it is the partnership itself.", Kind.YES_NO, needed=True),
        Column("standing", "Where the body's terms are; it decides the status of what they do not say.",
               codes=codes.STANDING, needed=True),
        Column("assessable", "Whether its terms are in the document, so that absent means absent.", Kind.YES_NO,
               needed=True),
        Column("aliases", "The body's other names in the document.", Kind.LIST),
        Column("pointer", "The words that point to its terms or promise them; empty where they are in the document."),
    ),
    (ID,),
    rows,
)  # fmt: skip
