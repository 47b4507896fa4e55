"""The report in a few plain sentences, and the findings that they are made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from torparse.compare import Matrix
from torparse.consistency.kinds.overdue import is_past
from torparse.model import Kind, Standing, Status
from torparse.plain_words import day, joined
from torparse.report.views import Views, many

_NAMES_SHOWN = 5


def gaps(matrix: Matrix) -> list[tuple[str, str, int, int]]:
    """Provisions that supplied bodies lack: id, title, how many lack it, of how many; the most common first."""
    bodies = [c for c in matrix.columns if c.body.standing is Standing.SUPPLIED]
    rows = []
    for provision in matrix.provisions:
        lacking = sum(matrix.cell(c.id, provision.id).status is Status.ABSENT for c in bodies)
        if lacking:
            rows.append((provision.id, provision.title, lacking, len(bodies)))
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


def summary(views: Views, lists: Sequence[Any], failed: Sequence[tuple[str, str]], as_of: date) -> list[str]:
    """The report in a few plain sentences, the most important first."""
    columns = views.matrix.columns
    standings = Counter(c.body.standing for c in columns)
    supplied = standings[Standing.SUPPLIED]
    read = many(len(views.records), "document")
    compared = many(len(columns), "body", "bodies")
    lines = [f"We read {read} and compared {compared}; the terms of {supplied} of them are in the documents."]
    if failed:
        lines.append(
            f"{many(len(failed), 'file')} could not be read and {_is(len(failed))} not part of the comparison."
        )
    hidden = [c.document for c in columns if c.body.standing is Standing.NOT_SUPPLIED]
    if hidden:
        lines.append(f"{_names(hidden)} cannot be assessed: the terms are in a paper that was not supplied.")
    away, unwritten = standings[Standing.ELSEWHERE], standings[Standing.UNWRITTEN]
    later = [f"{away} {_have(away)} terms in another document, which was not supplied"] if away else []
    later += [f"{unwritten} {_have(unwritten)} terms that are still to be written"] if unwritten else []
    if later:
        lines.append(f"Of the other bodies, {', and '.join(later)}.")
    lines += _gap_sentences(views.matrix)
    promised = sorted({v.document for v in lists if any(f.code == "promised" for f in v.findings)})
    if promised:
        lines.append(f"Promised but still to be written, at least in part: {_names(promised)}.")
    for name, due in overdue(views, as_of):
        when = f"{'on' if len(due) == len('2009-11-24') else 'in'} {day(due)}"
        lines.append(f"{name}: the review of the terms was due {when}, before the date of this report.")
    guides = [r.document.id for r in views.records if r.kind is Kind.INDUCTION_GUIDE]
    if guides:
        lines.append(f"{_names(guides)} {_is(len(guides))} guidance: read for reference, not compared.")
    return lines


def _gap_sentences(matrix: Matrix) -> list[str]:
    rows = gaps(matrix)
    if not rows:
        return []
    most, total = rows[0][2:]
    titles = [title for _, title, lacking, _ in rows if lacking == most]
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
