"""A small record and a clause of it, for tests of the form of a clause."""

from __future__ import annotations

from typing import Any

from torparse.clauses import types
from torparse.model import Block, Body, Clause, Document, Evidence, Kind, Record, Status

TEXT = "A quorum is five members. Papers go out early."
DOCUMENT = Document("made.txt", "made.txt", TEXT, (Block(0, len(TEXT)),), "0" * 64, "txt")


def record(kind: Kind = Kind.TERMS_OF_REFERENCE) -> Record:
    return Record(DOCUMENT, kind, (Body("Board", main=True), Body("Forum")), (), (), mentioned=("Panel",))


def quorum_clause(**given: Any) -> Clause:
    value = types()["quorum"].value.from_dict({"count": 5, "of": "members"})
    return Clause("quorum", Status.STATED, value, (Evidence(DOCUMENT, 0, 25),), "made", **given)
