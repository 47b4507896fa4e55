"""A body to which another one's undecided matters go, without a rule on how it decides itself.

Why it matters: a route for deadlock that ends at a body without a decision rule only moves the deadlock. Asked only of
bodies whose terms are in the same document.
Source: the hand-made matrix of the seeds (provision P15) and job B6 of the report design.
"""

from __future__ import annotations

from collections.abc import Iterator

from torparse.consistency.note import Note, Reading
from torparse.structure.names import may_mean, words_of

TITLE = "A way out of deadlock without a rule of its own"
ORDER = 4


def find(reading: Reading) -> Iterator[Note]:
    """A note for each body that sends matters to one without a rule."""
    for body in reading.bodies():
        for clause in reading.stated("voting", body):
            target = str(clause.value.as_dict().get("escalates_to", ""))
            others = [b for b in reading.bodies() if b is not body and target and may_mean(target, b.name)]
            others.sort(key=lambda b: words_of(b.name) != words_of(target))
            if not others or any(c.body == others[0].name and c.type == "voting" for c in reading.record.clauses):
                continue
            text = (
                f"What {_the(body.name)} cannot agree goes to {_the(others[0].name)}. "
                f"The terms do not say how {_the(others[0].name)} decides."
            )
            yield Note("deadlock", body.name, text, clause.evidence)


def _the(name: str) -> str:
    return name if name.lower().startswith("the ") else f"the {name}"
