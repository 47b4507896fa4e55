"""Which reviews were due before the date of the report, by the dates in the documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from torparse.consistency.kinds.overdue import due_date, is_past, on
from torparse.model import Status
from torparse.plain_words import day
from torparse.report.charts.entries import Entry, link
from torparse.report.models import Link
from torparse.report.views import Views


@dataclass(frozen=True, slots=True)
class Review:
    """The next review of one body: ``due`` as ISO 8601, ``past`` where that was before the report's date."""

    due: str
    past: bool
    link: Link


def reviews(views: Views, as_of: date) -> Mapping[str, Review]:
    """The next review of each body of whose terms one can be told, by the column's id; the earliest of several."""
    found = {}
    for column in views.matrix.columns:
        cell = views.matrix.cell(column.id, "P30")
        dated = [(*due_date(clause), clause) for clause in cell.clauses if cell.status is Status.STATED]
        dated = [one for one in dated if one[0]]
        if dated:
            due, named, clause = min(dated, key=lambda one: one[0])
            past = is_past(due, as_of)
            found[column.id] = Review(due, past, link(views, column, clause, _words(due, named, past)))
    return found


def _words(due: str, named: bool, past: bool) -> str:
    if not past:
        return f"next review due {on(due) if named else f'by {day(due)}'}"
    return f"overdue since {day(due)}" if named else f"was due by {day(due)}, not shown as held"


def overdue(found: tuple[Entry, ...], known: Mapping[str, Review], as_of: date) -> str:
    """How many reviews were due, in a sentence; "" where none was."""
    late = [(known[e.column.id].due, e) for e in found if e.column.id in known and known[e.column.id].past]
    if not late:
        return ""
    late.sort(key=lambda one: (one[0], one[1].name.casefold(), one[1].document))
    due, first = late[0]
    when, papers = f"As of {day(as_of.isoformat())}", len({entry.document for _, entry in late})
    if papers == 1:
        return f"{when} the review of the terms in {first.document} was due and is not shown as held: {on(due)}."
    return (
        f"{when} the review of the terms in {papers} documents was due and is not shown as held. The earliest was due "
        f"{on(due)}, in {first.document}."
    )
