"""Rules of a document that do not fit together."""

from __future__ import annotations

from collections.abc import Iterator

from torparse.consistency import notes
from torparse.export import codes
from torparse.export.model import Column, Kind, Row, Table
from torparse.export.part import Part
from torparse.export.tables import bodies, documents


def rows(part: Part) -> Iterator[Row]:
    for number, note in enumerate(notes(part.record, part.choices.as_of), 1):
        column = part.column_named(note.body) if note.body else None
        text, quote = part.hidden(note.text), part.quote(note.evidence)
        yield (part.id, number, column.id if column else None, note.kind, text, quote)


def table() -> Table:
    """The table of the notes; its kinds are those that there are."""
    return Table(
        "notes",
        "Rules of one document that do not fit together, or not with themselves, one a row.",
        (
            Column(documents.ID, "The document.", needed=True, refers=("documents", documents.ID)),
            Column("number", "Which note of the document it is, from 1.", Kind.WHOLE_NUMBER, "rank", needed=True,
                   least=1),
            Column(bodies.ID, "The body that it is about; empty for the document as a whole.",
                   refers=("bodies", bodies.ID)),
            Column("kind", "What does not fit.", codes=codes.notes(), needed=True),
            Column("text", "The note, in one or two sentences.", needed=True),
            Column("quote", "The places set side by side.", needed=True),
        ),
        (documents.ID, "number"),
        rows,
    )  # fmt: skip
