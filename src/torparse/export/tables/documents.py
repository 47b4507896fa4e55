"""Every document that was read."""

from __future__ import annotations

from collections.abc import Iterator

from torparse.contract import text_sha256
from torparse.export import codes
from torparse.export.model import Column, Kind, Row, Table
from torparse.export.part import Part
from torparse.model import Clause, Status

ID = "document_id"


def rows(part: Part) -> Iterator[Row]:
    record, document = part.record, part.record.document
    facts = _facts(record.clauses)
    yield (
        document.id,
        document.name,
        document.media,
        str(record.kind),
        part.hidden(facts.get("date")),
        part.hidden(facts.get("agreed")),
        part.hidden(facts.get("agreed_by")),
        part.hidden(facts.get("version")),
        facts.get("draft"),
        document.pages,
        len(document.text),
        len(part.columns),
        len(record.clauses),
        len(document.recognised),
        document.changes,
        len(document.comments),
        tuple(map(part.mask.text, dict.fromkeys((*document.warnings, *record.warnings)))),
        not part.choices.include_contacts,
        document.sha256,
        text_sha256(document.text),
    )


def _facts(clauses: tuple[Clause, ...]) -> dict[str, object]:
    """What the document says of itself; of several statements the first to give a field has it."""
    found: dict[str, object] = {}
    for clause in clauses:
        if clause.type == "document_facts" and clause.status is Status.STATED:
            found = clause.value.as_dict() | found
    return found


TABLE = Table(
    "documents",
    "Every document that was read, one a row.",
    (
        Column(ID, "The document, by its path below the folder that was read.", needed=True),
        Column("file", "The file's name.", needed=True),
        Column("format", "The file's format, by its usual ending.", needed=True),
        Column("kind", "What kind of document it is.", codes=codes.KIND, needed=True),
        Column("date", "The document's own date, where it states one.", Kind.DATE),
        Column("adopted", "The date on which the terms were agreed, where the document states it.", Kind.DATE),
        Column("adopted_by", "Who agreed them, in the document's words."),
        Column("version", "The version, in the document's words."),
        Column("draft", "Whether the document calls itself a draft; empty where it does not speak of it.", Kind.YES_NO),
        Column("pages", "Pages; empty where the format has none.", Kind.WHOLE_NUMBER, "pages", least=1),
        Column("characters", "Length of the text that was read.", Kind.WHOLE_NUMBER, "code points", needed=True,
               least=0),
        Column("bodies", "Bodies of the document, those of the table bodies.", Kind.WHOLE_NUMBER, "bodies", needed=True,
               least=0),
        Column("clauses", "Clauses found in it, those of the table clauses.", Kind.WHOLE_NUMBER, "clauses", needed=True,
               least=0),
        Column("recognised_pages", "Pages whose text was recognised in a picture and may be wrong in a letter.",
               Kind.WHOLE_NUMBER, "pages", needed=True, least=0),
        Column("tracked_changes", "Tracked changes that nobody has accepted.", Kind.WHOLE_NUMBER, "changes",
               needed=True, least=0),
        Column("comments", "Comments in the margin.", Kind.WHOLE_NUMBER, "comments", needed=True, least=0),
        Column("warnings", "What a reader of the results should know of the document, a sentence each.", Kind.LIST),
        Column("redacted", "Whether e-mail addresses, telephone numbers and names of contacts are hidden with █ "
               "in every text of this export. Their length, and all offsets, stay as they were.", Kind.YES_NO,
               needed=True),
        Column("sha256", "SHA-256 of the file's bytes, hexadecimal.", needed=True),
        Column("text_sha256", "SHA-256 of the text that offsets count in (UTF-8), hexadecimal.", needed=True),
    ),
    (ID,),
    rows,
)  # fmt: skip
