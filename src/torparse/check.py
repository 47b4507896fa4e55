"""Which items of a checklist a document meets, body by body, with the reason and the quotes.

The judgement is of the document, never of people: a covering report whose terms were not supplied cannot be judged, and
what is promised is told apart from what is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from torparse.checklists import Checklist, Item, Part
from torparse.compare import bodies_of, clauses_of, place_of
from torparse.model import Body, Clause, Evidence, Finding, Judgement, Record, Standing, Status
from torparse.plain_words import joined

_NOT_SUPPLIED = (
    "This document is a covering report. The terms themselves are in another paper, which was not supplied, "
    "so it cannot tell us."
)

_BY_PERSON = "torparse has no test for this. A person who knows the terms can say."


def check(record: Record, checklist: Checklist) -> tuple[Finding, ...]:
    """The findings for every body that has a checklist of its own (``bodies_checked``), item by item in their order."""
    return tuple(_finding(record, body, item) for body in bodies_checked(record) for item in checklist.items)


def bodies_checked(record: Record) -> tuple[Body, ...]:
    """The bodies with a checklist: those whose terms are in the document, and covering reports.

    A body whose terms are elsewhere or unwritten has nothing to be checked; an induction guide lays nothing down.
    """
    return tuple(b for b in bodies_of(record) if b.standing in (Standing.SUPPLIED, Standing.NOT_SUPPLIED))


def _finding(record: Record, body: Body, item: Item) -> Finding:
    if body.standing is Standing.NOT_SUPPLIED:
        return Finding(item.id, body.name, Judgement.CANNOT_BE_JUDGED, False, _NOT_SUPPLIED)
    if item.by_person:
        return Finding(item.id, body.name, Judgement.CANNOT_BE_JUDGED, False, _BY_PERSON)
    covered = [c for c in clauses_of(record, body) if any(test.passes(c) for test in item.covers)]
    stated, deferred, promised = (
        [c for c in covered if c.status is status] for status in (Status.STATED, Status.DEFERRED, Status.PLACEHOLDER)
    )
    there = [part for part in item.parts if _holds(part, stated)]
    missing = [part for part in item.parts if part not in there]
    if not missing or any(test.passes(c) for test in item.enough for c in stated):
        judgement = Judgement.MET
    elif there or deferred or (stated and item.mention_counts):
        judgement = Judgement.PARTLY
    else:
        judgement = Judgement.NOT_MET
    is_promise = judgement is Judgement.NOT_MET and bool(promised)
    reason = _reason(judgement, there, missing, stated, deferred, promised)
    shown = stated if judgement is Judgement.MET else covered
    return Finding(item.id, body.name, judgement, is_promise, reason, _evidence(shown))


def _holds(part: Part, stated: Sequence[Clause]) -> bool:
    return part.supplied or any(test.passes(clause) for test in part.any_ for clause in stated)


def _reason(
    judgement: Judgement,
    there: Sequence[Part],
    missing: Sequence[Part],
    stated: Sequence[Clause],
    deferred: Sequence[Clause],
    promised: Sequence[Clause],
) -> str:
    """Plain sentences about the document: what it says, what it does not say, where the rest is or will be."""
    lacking = joined((part.label for part in missing), last="or")
    if judgement is Judgement.MET:
        # An item met by one of its "enough" tests may have parts that are not said one by one.
        return f"The terms say {joined(part.label for part in there)}." if there else "The terms provide for this."
    sentences = []
    if there:
        sentences.append(f"The terms say {joined(part.label for part in there)}.")
    elif stated:
        sentences.append("The terms touch on this.")
    if deferred:
        place = place_of(_quotes(deferred)) or "another document"
        what = "the rest" if there or stated else "this"
        sentences.append(f"For {what} they point to {place}, which was not supplied.")
        sentences[-1] = sentences[-1] if len(sentences) > 1 else sentences[-1].replace("they point", "the terms point")
    if promised:
        place = place_of(_quotes(promised), unwritten=True)
        what = "the rest" if sentences else "this"
        sentences.append(f"You have set aside {place} for {what}." if place else f"The terms promise {what}.")
        sentences.append("It still needs writing.")
    if lacking and not (deferred or promised):
        sentences.append(f"{'They' if sentences else 'The terms'} do not say {lacking}.")
    elif lacking and there:
        sentences.insert(1, f"They do not themselves say {lacking}.")
    return " ".join(sentences)


def _quotes(clauses: Iterable[Clause]) -> list[str]:
    return [e.quote for clause in clauses for e in clause.evidence]


def _evidence(clauses: Iterable[Clause]) -> tuple[Evidence, ...]:
    """The runs of text behind the clauses, each once, in the order of the document."""
    runs = {(e.start, e.end): e for clause in clauses for e in clause.evidence}
    return tuple(runs[place] for place in sorted(runs))
