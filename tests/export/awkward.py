"""A document on which offsets go wrong where somebody counts otherwise than in code points of the whole text, and an
export of it: pictures outside the basic plane, line ends of three sorts, control characters, markup, names."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path
from typing import Any

from reviewed_records import reviewed_forum
from torparse.checklists import load
from torparse.clauses import types
from torparse.export import Choices, Dataset, chosen, write_export
from torparse.metadata import Facts, Table, match
from torparse.metadata.tables import Row
from torparse.model import Body, Clause, Document, Evidence, Kind, Record, Status

AS_OF = date(2026, 1, 31)
TEXT = (
    "\ufeff🙂 Terms of Fennwick & <Marram> Panel 🏛️🏛️\r\n\r\n"
    'The quorum is five\r\nmembers 🎉, not "four".\r\n'
    "The Panel meets\x0cevery\x01 month.\r"
    "Chair and vice-chair are elected.\n\n"
    "Enquiries: Jane Sparrowhill, 01632 960123, jane@fennwick.example\r\n"
    "Members: Marram Council; Fennwick College.\r\n"
    "Observers: Dunlow Trust.\r\n"
    "Notes are taken by Jane Sparrowhill 🙂"
)
"""The quotes below stand in it once each."""
QUOTES = {
    "quorum": 'The quorum is five\r\nmembers 🎉, not "four".',
    "meeting_frequency": "The Panel meets\x0cevery\x01 month.\rChair and",
    "chair_appointment": "Chair and vice-chair are elected.",
    "membership": "Members: Marram Council; Fennwick College.",
    "minutes": "Notes are taken by Jane Sparrowhill 🙂",
}
FENNWICK = ("Fennwick Panel", "Panel", "Marram Group")
EMBEDDED = {
    "quorum": 'The quorum is five \nmembers 🎉, not "four".',
    "meeting_frequency": "The Panel meets every  month.\nChair and",
    "chair_appointment": "Chair and vice-chair are elected.",
    "membership": "Members: Marram Council; Fennwick College.",
    "minutes": "Notes are taken by ████████████████ 🙂",
}
"""The same in a text that a program for qualitative analysis reads."""


def awkward() -> Record:
    """The record of the document: two clauses in the same words, one of two runs, one of observers, one deferred."""
    document = Document("awkward.txt", "some folder/awkward.txt", TEXT, (), hashlib.sha256(TEXT.encode()).hexdigest(),
                        "txt")  # fmt: skip

    def clause(type_: str, *quotes: str, status: Status = Status.STATED, **value: Any) -> Clause:
        runs = tuple(Evidence(document, TEXT.index(one), TEXT.index(one) + len(one)) for one in quotes)
        return Clause(type_, status, types()[type_].value.from_dict(value), runs, "made", body="Fennwick Panel",
                      confidence=0.875)  # fmt: skip

    chairs = [clause("chair_appointment", QUOTES["chair_appointment"], role=role, method="elected")
              for role in ("chair", "vice_chair")]  # fmt: skip
    clauses = (
        clause("quorum", QUOTES["quorum"], count=5),
        clause("meeting_frequency", QUOTES["meeting_frequency"], per_year=12),
        *chairs,
        clause("membership", QUOTES["membership"], organisations=["marram council", "fennwick college"]),
        clause("membership", "Observers: Dunlow Trust.", organisations=["dunlow trust"], kinds=["observer"]),
        clause("minutes", "Enquiries", QUOTES["minutes"]),
        clause("voting", 'not "four"', status=Status.DEFERRED, method="vote"),
    )
    bodies = (Body("Fennwick Panel", main=True, aliases=("Panel",)), Body("Marram Group"))
    return Record(document, Kind.TERMS_OF_REFERENCE, bodies, (), clauses)


def facts(records: list[Record]) -> Facts:
    """A fact of the user's own on the first document."""
    id_ = records[0].document.id
    row = Row(2, id_, "Fennwick Panel", {"Region": "North & <East>"})
    return match(Table("facts.csv", ("Region",), (row, Row(3, id_, "Marram Group", {}))), {id_: FENNWICK})


def exported(out: Path, *forms: str) -> Path:
    """The awkward document and one that people corrected, in these forms."""
    records = [awkward(), reviewed_forum()]
    write_export(Dataset(records, Choices(AS_OF, load(), facts=facts(records))), out, chosen(forms))
    return out
