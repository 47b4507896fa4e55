"""Bodies, laws and programmes that a document names though they have gone."""

from __future__ import annotations

from collections.abc import Iterator

from torparse.export import codes
from torparse.export.model import Column, Kind, Row, Table
from torparse.export.part import Part
from torparse.export.tables import documents
from torparse.report.dated import dated_of


def rows(part: Part) -> Iterator[Row]:
    for found in dated_of(part.record, part.choices.as_of):
        one = found.reference
        yield (
            part.id, one.id, one.name, one.kind, str(found.state), one.since, found.issued, len(found.evidence),
            part.quote(found.evidence), one.changed, one.use_instead, one.authority,
        )  # fmt: skip


TABLE = Table(
    "dated",
    "What a document names though it has gone or goes by another name, one thing a row.",
    (
        Column(documents.ID, "The document.", needed=True, refers=("documents", documents.ID)),
        Column("reference_id", "The entry of torparse's list of what has gone.", needed=True),
        Column("name", "What has gone.", needed=True),
        Column("kind", "What sort of thing it is.", codes=codes.REFERENCE_KIND, needed=True),
        Column("state", "How its end stands to the document's own date.", codes=codes.STATE, needed=True),
        Column("since", "Since when it has gone.", Kind.DATE, needed=True),
        Column("issued", "The document's own date, as far as it gives one.", Kind.DATE),
        Column("places", "How many places of the document name it.", Kind.WHOLE_NUMBER, "places", needed=True, least=1),
        Column("quote", "The words at these places.", needed=True),
        Column("changed", "What became of it.", needed=True),
        Column("use_instead", "What to write instead.", needed=True),
        Column("authority", "The law or the publication that says so.", needed=True),
    ),
    (documents.ID, "reference_id"),
    rows,
)
