"""Records of which people have said something, made by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from made_documents import record_of
from torparse.clauses import types
from torparse.model import Clause, Judged, Record, Review, Source, Status, Verdict

ADA = Review("Ada Fenn", "2026-11-29T17:05:00Z", "The council names a deputy.")
BO = Review("Bo Quill", "2026-11-28T09:00:00Z")


def value(type_name: str, **fields: Any) -> Any:
    return types()[type_name].value.from_dict(fields)


def forum(name: str = "forum.txt", body: str = "Ambleford Forum") -> Record:
    return record_of(
        name, body,
        [
            ("quorum", {"count": 5}, "The quorum of {body} is five members."),
            ("chair_appointment", {"role": "chair", "method": "elected", "by": "members"}, "Members elect the chair."),
            ("meeting_frequency", {"per_year": 4}, "{body} meets four times a year."),
            ("minutes", {}, "Notes are taken by telephone on 01632 960123."),
            ("risk", {}, "Risks are looked at."),
        ],
    )  # fmt: skip


def corrected(record: Record, type_name: str, review: Review = ADA, **fields: Any) -> Record:
    """The record with another value for its clause of a type; without fields it is confirmed."""

    def made(clause: Clause) -> Clause:
        if clause.type != type_name:
            return clause
        if not fields:
            return replace(clause, source=Source.CONFIRMED, review=review, machine=clause)
        new = value(type_name, **fields)
        return replace(clause, value=new, source=Source.CORRECTED, review=review, machine=clause)

    return replace(record, clauses=tuple(made(clause) for clause in record.clauses))


def judged(record: Record, *provisions: str, body: str = "Ambleford Forum", review: Review = ADA) -> Record:
    return replace(record, judged=tuple(Judged(body, p, Verdict.NOT_NEEDED, review) for p in provisions))


def reviewed_forum() -> Record:
    """Corrected, confirmed, added, rejected, both verdicts, and a conflict."""
    made = corrected(corrected(forum(), "quorum", count=7), "chair_appointment", BO)
    run = made.clauses[2].evidence
    added = Clause("attendance", Status.STATED, value("attendance"), run, "person", source=Source.CORRECTED, review=BO)
    risk = next(c for c in made.clauses if c.type == "risk")
    kept = tuple(c for c in made.clauses if c is not risk)
    return replace(
        made,
        clauses=(*kept, added),
        rejected=(replace(risk, source=Source.CORRECTED, review=ADA, machine=risk),),
        judged=(
            Judged("Ambleford Forum", "P09", Verdict.NOT_NEEDED, ADA),
            Judged("Ambleford Forum", "P26", Verdict.CONFIRMED_ABSENT, BO),
        ),
        conflicts=("Bo Quill's note on the minutes is on words that are gone.",),
    )
