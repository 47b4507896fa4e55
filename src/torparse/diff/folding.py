"""One edit, one row: changes that the same words make are told once.

A rule often fills more than one provision: "elected for two years" is how the chair is chosen and a term of office, a
notice of dissolution is part of dissolution. Where their words are the same, the row of one speaks for the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from torparse.diff.fields import same_length
from torparse.diff.model import WEIGHTY, Change, Row
from torparse.model import Clause, Evidence

#: Types whose clauses also stand as a field of another (the guide: terms, notice), with their field and that one.
_DOUBLES = {"term_of_office": ("term", "term"), "notice": ("period", "notice")}


def folded(bodies: Sequence[Sequence[Row]]) -> list[tuple[Row, ...]]:
    """The rows of each body in their order, without those that another row tells; that one names them in ``also``.

    A rewording is told by the changed rule of another body too, where both are in the same words.
    """
    within = [_folded(rows) for rows in bodies]
    tellers = [(number, row) for number, rows in enumerate(within) for row in rows if row.change in WEIGHTY]
    made = [list(rows) for rows in within]
    for number, rows in enumerate(within):
        for row in rows:
            there, teller = next(((n, t) for n, t in tellers if n != number and _tells(t, row)), (number, None))
            if teller is not None and row.change is Change.REWORDED:
                made[number] = [one for one in made[number] if one is not row]
                made[there] = [_with(one, row) if _side(one) == _side(teller) else one for one in made[there]]
    return [tuple(rows) for rows in made]


def _folded(rows: Sequence[Row]) -> tuple[Row, ...]:
    kept: list[Row] = []
    # the row with most to tell first: it takes the others up
    for row in sorted(rows, key=lambda r: (_doubling(r) is not None, -len(r.fields), -_length(r))):
        teller = next((number for number, one in enumerate(kept) if _tells(one, row)), None)
        if teller is None:
            kept.append(row)
        else:
            kept[teller] = _with(kept[teller], row)
    order = {_side(row): number for number, row in enumerate(rows)}
    return tuple(sorted(kept, key=lambda r: order[_side(r)]))


def _with(teller: Row, row: Row) -> Row:
    return replace(teller, also=(*teller.also, (row.old, row.new)))


def _side(row: Row) -> tuple[int, int]:
    return (id(row.old), id(row.new))


def _length(row: Row) -> int:
    return sum(run.end - run.start for clause in (row.old, row.new) if clause for run in clause.evidence)


def _tells(teller: Row, row: Row) -> bool:
    """Whether one row tells the other's change: of the same words, and no more than it says itself."""
    if row.old is None or row.new is None:
        return _doubled(teller, row)
    if teller.old is None or teller.new is None:
        return False
    if not (_holds(teller.old, row.old) and _holds(teller.new, row.new)):
        return False
    if row.change is Change.REWORDED:
        return teller.change is not Change.MOVED
    said = {(field.old, field.new) for field in teller.fields}
    statuses = (teller.status_old, teller.status_new) == (row.status_old, row.status_new)
    return teller.change is row.change and statuses and {(f.old, f.new) for f in row.fields} <= said


def _doubling(row: Row) -> tuple[str, str] | None:
    """The fields in which a clause that came or went, and the one of which it is the double, say the same."""
    clause = row.new or row.old
    return _DOUBLES.get(clause.type) if clause and (row.old is None or row.new is None) else None


def _doubled(teller: Row, row: Row) -> bool:
    """Whether what came or went is the double of a clause that another row tells of; else it is a provision itself."""
    fields = _doubling(row)
    if fields is None:
        return False
    for mine, other in ((teller.old, row.old), (teller.new, row.new)):
        if other is not None:
            lengths = (
                (mine.value.as_dict().get(fields[1]), other.value.as_dict().get(fields[0])) if mine else (None, "")
            )
            if mine is None or not _holds(mine, other) or not same_length(*lengths):
                return False
    return True


def _holds(clause: Clause, other: Clause) -> bool:
    return all(any(_within(run, around) for around in clause.evidence) for run in other.evidence)


def _within(run: Evidence, around: Evidence) -> bool:
    return around.start <= run.start and run.end <= around.end
