"""How far two reviewers agree on the clauses of which both have said something."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from torparse.corrections.applying import Entry, same
from torparse.corrections.events import Action, Event, Say
from torparse.evaluate.coefficients import cohen_kappa


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two reviewers' answers held against each other. ``both`` counts clauses of which both said something, ``agreed``
    those of which they said the same. ``kappa`` is Cohen's, of the judgement right / to be changed / no clause, or None
    where it has no meaning (nothing in common, or one judgement throughout)."""

    first: str
    second: str
    both: int
    agreed: int
    kappa: float | None


def agreement(entries: Iterable[Entry]) -> tuple[Agreement, ...]:
    """One for every two people who have said something of the same clause, by name."""
    said = [latest for entry in entries if len(entry.events) > 1 and len(latest := entry.latest) > 1]
    names = sorted({name for one in said for name in one})
    out = []
    for first, second in combinations(names, 2):
        pairs = [(one[first], one[second]) for one in said if first in one and second in one]
        if pairs:
            agreed = sum(same(a.say, b.say) for a, b in pairs)
            out.append(Agreement(first, second, len(pairs), agreed, cohen_kappa([_judgements(*p) for p in pairs])))
    return tuple(out)


def _judgements(one: Event, other: Event) -> tuple[str, str]:
    return _judgement(one.say), _judgement(other.say)


def _judgement(say: Say) -> str:
    if say.action is Action.REJECT:
        return "no clause"
    return "right" if say.action is Action.CONFIRM else "to be changed"
