"""From answers to a file and back: which of the answers' values extraction does not give back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from torparse.annotations import SCORED
from torparse.check import check
from torparse.checklists import Checklist
from torparse.drafting.answers import Answers
from torparse.drafting.expected import Expected, expected
from torparse.evaluate.values import fields_of
from torparse.model import Clause, Judgement, Record, Status

_TOLD_BY = ("role", "subject")
"""Fields that tell clauses of one type apart."""


def differences(answers: Answers, record: Record) -> Iterator[str]:
    """What differs between the answers and the clauses of scored types that were found, one line each."""
    found = [c for c in record.clauses if c.type in SCORED]
    for want in expected(answers):
        clause = next((c for c in found if _is(want, c)), None)
        if clause is None:
            yield f"{want.key}: no {want.status} {want.type} clause for {want.value}"
            continue
        found.remove(clause)
        yield from _wrong(want, clause, record)
    yield from (f"nobody answered {clause}" for clause in found)


def unmet(answers: Answers, record: Record, checklist: Checklist) -> Iterator[str]:
    """The core items that the terms do not meet though the answers hold what they ask for, one line each.

    What an answer leaves out (a majority, where decisions are by consensus alone), the terms cannot say.
    """
    left_out = set(_left_out(answers))
    for finding in check(record, checklist):
        item = checklist.item(finding.item)
        if item.importance == "core" and finding.judgement is not Judgement.MET and item.id not in left_out:
            yield f"{item.id}: {finding.reason}"


def _left_out(answers: Answers) -> Iterator[str]:
    """The core items of the induction guide's checklist whose parts the answers themselves do not all hold."""
    for item, needs in _NEEDS.items():
        for key, *groups in needs:
            value = answers.value(key)
            given = value.as_dict() if value else {}
            held_as_post = given.get("method") == "ex_officio"
            if not held_as_post and not all(any(given.get(name) is not None for name in group) for group in groups):
                yield item


_NEEDS: dict[str, list[tuple[Any, ...]]] = {
    "G03": [(office, ("method",), ("by", "from"), ("term",)) for office in ("chair", "vice_chair")],
    "G04": [("voting", ("votes_per_member",), ("threshold",), ("casting_vote", "escalates_to"))],
    "G08": [("interests", ("withdraws", "recorded"))],
    "G11": [("dissolution", ("by",), ("threshold",), ("notice",))],
    "G15": [("conduct", ("nolan",))],
}
"""For a core item the answers that it asks for, each with groups of fields of which one must be given."""


def _is(want: Expected, clause: Clause) -> bool:
    got = clause.value.as_dict()
    told = all(want.value.get(name) == got.get(name) for name in _TOLD_BY if name in want.value)
    return clause.type == want.type and clause.status is want.status and told


def _wrong(want: Expected, clause: Clause, record: Record) -> Iterator[str]:
    got: dict[str, Any] = clause.value.as_dict()
    right, asked = fields_of(want.type, want.value, got)
    for name in asked:
        if name not in right and want.status is Status.STATED:
            yield f"{want.key}.{name}: answered {want.value.get(name)}, found {got.get(name)}"
    main = next((b.name for b in record.bodies if b.main), None)
    if clause.body not in (None, main):
        yield f"{want.key}: of {clause.body}"
