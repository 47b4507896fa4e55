"""The report in a few plain sentences, and the findings that they are made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from torparse.compare import Matrix
from torparse.consistency.kinds.overdue import is_past
from torparse.model import Kind, Standing, Status
from torparse.plain_words import day, joined, many
from torparse.report.corrections import in_short
from torparse.report.views import Views

_FINDINGS, _NAMES_SHOWN = 5, 5


def gaps(matrix: Matrix) -> list[tuple[str, str, int, int]]:
    """Provisions that supplied bodies lack: id, title, how many lack it, of how many; the most common first.

    Bodies that need not have it, as a person says, are in neither number.
    """
    bodies = [c for c in matrix.columns if c.body.standing is Standing.SUPPLIED]
    rows = []
    for provision in matrix.provisions:
        cells = [cell for c in bodies if not (cell := matrix.cell(c.id, provision.id)).not_needed]
        lacking = sum(cell.status is Status.ABSENT for cell in cells)
        if lacking:
            rows.append((provision.id, provision.title, lacking, len(cells)))
    return sorted(rows, key=lambda row: (-row[2], row[0]))


def overdue(views: Views, as_of: date) -> list[tuple[str, str]]:
    """Bodies (or documents) whose stated review of the terms was due before ``as_of``, with that date (ISO 8601)."""
    found = []
    for record in views.records:
        for clause in record.clauses:
            value = clause.value.as_dict()
            due = value.get("next_review", "")
            of_terms = clause.type == "review_cycle" and value.get("subject") in (None, "terms_of_reference")
            if of_terms and due and clause.status is Status.STATED and is_past(due, as_of):
                found.append((clause.body or record.document.id, due))
    return found


@dataclass(frozen=True, slots=True)
class Summary:
    """The report in short: what was ``read`` and what could not be judged, and at most five ``findings``."""

    read: tuple[str, ...]
    findings: tuple[str, ...]


def summary(
    views: Views, lists: Sequence[Any], failed: Sequence[tuple[str, str]], as_of: date, *, dated: Collection[str] = ()
) -> Summary:
    """The report in a few plain sentences, the most important first.

    ``lists`` are the bodies' checklists, ``dated`` the documents that name what has gone or has another name now.
    """
    findings = [*_gap_sentences(views.matrix), *_promises(lists), *_reviews(views, as_of), *_misfits(views)]
    if dated:
        findings.append(
            f"{many(len(dated), 'document')} {'names' if len(dated) == 1 else 'name'} bodies, laws or programmes that "
            f"have gone or have another name now: {_names(sorted(dated))}."
        )
    return Summary(tuple(_read(views, failed)), tuple(findings[:_FINDINGS]))


def _read(views: Views, failed: Sequence[tuple[str, str]]) -> Iterator[str]:
    columns = views.matrix.columns
    standings = Counter(c.body.standing for c in columns)
    read = many(len(views.records), "document")
    compared = many(len(columns), "body", "bodies")
    yield (
        f"We read {read} and compared {compared}; the terms of {standings[Standing.SUPPLIED]} of them are in the "
        "documents."
    )
    if failed:
        yield f"{many(len(failed), 'file')} could not be read and {_is(len(failed))} not part of the comparison."
    if people := in_short(views):
        yield people
    hidden = [c.document for c in columns if c.body.standing is Standing.NOT_SUPPLIED]
    if hidden:
        yield f"{_names(hidden)} cannot be assessed: the terms are in a paper that was not supplied."
    away, unwritten = standings[Standing.ELSEWHERE], standings[Standing.UNWRITTEN]
    later = [f"{away} {_have(away)} terms in another document, which was not supplied"] if away else []
    later += [f"{unwritten} {_have(unwritten)} terms that are still to be written"] if unwritten else []
    if later:
        yield f"Of the other bodies, {', and '.join(later)}."
    guides = [r.document.id for r in views.records if r.kind is Kind.INDUCTION_GUIDE]
    if guides:
        yield f"{_names(guides)} {_is(len(guides))} guidance: read for reference, not compared."


def _promises(lists: Sequence[Any]) -> Iterator[str]:
    promised = sorted({v.document for v in lists if any(f.code == "promised" for f in v.findings)})
    if promised:
        yield f"Promised but still to be written, at least in part: {_names(promised)}."


def _reviews(views: Views, as_of: date) -> Iterator[str]:
    late = overdue(views, as_of)
    if len(late) == 1:
        name, due = late[0]
        yield f"{name}: the review of the terms was due {_when(due)}, before the date of this report."
    elif late:
        yield (
            f"The review of the terms was due before the date of this report at "
            f"{_names([f'{name} ({_when(due)})' for name, due in late])}."
        )


def _when(due: str) -> str:
    return f"{'on' if len(due) == len('2009-11-24') else 'in'} {day(due)}"


def _misfits(views: Views) -> Iterator[str]:
    notes = views.notes()
    if notes:
        documents = len({note.document for note in notes})
        place = many(len(notes), "place")
        yield f"At {place} in {many(documents, 'document')} the text does not fit together or has something left over."


def _gap_sentences(matrix: Matrix) -> list[str]:
    rows = gaps(matrix)
    if not rows:
        return []
    most, total = rows[0][2:]
    titles = [title for _, title, lacking, of in rows if (lacking, of) == (most, total)]
    shown = [t[:1].lower() + t[1:] for t in titles[:_NAMES_SHOWN]]
    more = f" and {len(titles) - _NAMES_SHOWN} more" if len(titles) > _NAMES_SHOWN else ""
    names = ", ".join(shown) + more if more else joined(shown)
    return [f"Most often absent: {names} ({most} of {total} bodies whose terms we have)."]


def _names(names: Sequence[str]) -> str:
    shown = list(names[:_NAMES_SHOWN])
    rest = len(names) - len(shown)
    return joined([*shown, f"{rest} more"] if rest else shown)


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def _have(number: int) -> str:
    return "has" if number == 1 else "have"
