"""The clauses of one body in two versions, paired: which one became which.

Clauses of one type are paired by wording, value, place and status, the surest first. Where one of a kind is left on
either side (the only quorum, the only notice of papers), the two are a pair however their words differ: a rule that was
written anew is a changed rule. Votes are not: each is on a decision of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from torparse.diff.fields import Renaming, changed
from torparse.diff.wording import key, likeness
from torparse.model import Clause

_LEAST = 0.5  # likeness of words at which two clauses may be one
_LEAST_OF_VOTES = 0.3  # … where the two votes are the only ones left
_SAME_VALUE, _SAME_STATUS, _SAME_PLACE = 0.5, 0.1, 0.1  # what they weigh beside the likeness of words
_KEYS = ("role", "subject")  # fields that keep provisions of one type apart
_MANY = frozenset(["voting"])


@dataclass(frozen=True, slots=True)
class Matched:
    """Clauses in pairs, and those of either version that have no counterpart."""

    pairs: tuple[tuple[Clause, Clause], ...]
    old: tuple[Clause, ...]
    new: tuple[Clause, ...]


def words_of_clause(clause: Clause) -> str:
    """The words of all the quotes of a clause, in their order."""
    return " ".join(run.quote for run in clause.evidence)


def matched(old: Sequence[Clause], new: Sequence[Clause], renamed: Renaming) -> Matched:
    """The clauses of two versions of a body in pairs; deterministic, in the order of the new version."""
    free_old, free_new = list(old), list(new)
    found: list[tuple[Clause, Clause]] = []
    for _, a, b in sorted(_scores(old, new, renamed), key=lambda s: (-s[0], s[1], s[2])):
        if _has(free_old, old[a]) and _has(free_new, new[b]):
            _take(found, free_old, free_new, old[a], new[b])
    for one in list(free_old):
        rivals_old = [c for c in free_old if _kind(c) == _kind(one)]
        rivals_new = [c for c in free_new if _kind(c) == _kind(one)]
        if len(rivals_old) == len(rivals_new) == 1 and _may_be_written_anew(one, rivals_new[0], renamed):
            _take(found, free_old, free_new, one, rivals_new[0])
    order = {id(clause): number for number, clause in enumerate(new)}
    found.sort(key=lambda pair: order[id(pair[1])])
    return Matched(tuple(found), tuple(free_old), tuple(free_new))


def _scores(old: Sequence[Clause], new: Sequence[Clause], renamed: Renaming) -> Iterable[tuple[float, int, int]]:
    for a, one in enumerate(old):
        for b, other in enumerate(new):
            if one.type != other.type:
                continue
            alike = likeness(renamed.old(words_of_clause(one)), renamed.new(words_of_clause(other)))
            same = not changed(one, other, renamed)
            if _kind(one) != _kind(other) and alike < 1:
                continue
            said = same and bool(one.value.as_dict())
            if alike >= _LEAST or (said and alike >= _LEAST / 2):
                place = key(one.evidence[0].section) == key(other.evidence[0].section)
                status = one.status is other.status
                bonus = _SAME_VALUE * same + _SAME_STATUS * status + _SAME_PLACE * place
                yield alike + bonus + (_kind(one) == _kind(other)), a, b


def _may_be_written_anew(one: Clause, other: Clause, renamed: Renaming) -> bool:
    if one.type not in _MANY:
        return True
    return likeness(renamed.old(words_of_clause(one)), renamed.new(words_of_clause(other))) >= _LEAST_OF_VOTES


def _kind(clause: Clause) -> tuple[str, ...]:
    value = clause.value.as_dict()
    return (clause.type, *(str(value.get(name, "")) for name in _KEYS))


def _has(clauses: Iterable[Clause], one: Clause) -> bool:
    return any(clause is one for clause in clauses)


def _take(
    found: list[tuple[Clause, Clause]], free_old: list[Clause], free_new: list[Clause], one: Clause, other: Clause
) -> None:
    found.append((one, other))
    free_old[:] = [clause for clause in free_old if clause is not one]
    free_new[:] = [clause for clause in free_new if clause is not other]
