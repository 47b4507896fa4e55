"""What extraction must give back from drafted terms: the answers as clauses, with the guide's scored fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from torparse.annotations import SCORED
from torparse.drafting.answers import Answers
from torparse.drafting.provision import Provision
from torparse.drafting.provisions import PROVISIONS
from torparse.model import Status

_NOTICE_OF = {"dissolution": "dissolution", "amendment": "amendment", "extra_meetings": "extraordinary_meeting"}
"""Provisions whose period of notice is a notice clause of its own too, with its subject (GUIDE.md, Conventions)."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A clause that drafted terms hold: its type, its status, and the scored fields of its value.

    ``key`` is the answer's.
    """

    key: str
    type: str
    status: Status
    value: dict[str, Any]


def expected(answers: Answers) -> tuple[Expected, ...]:
    """The clauses of scored types that the terms drafted from ``answers`` hold, in the order of ``PROVISIONS``."""
    return tuple(one for provision in PROVISIONS for one in _of(answers, provision))


def _of(answers: Answers, provision: Provision) -> Iterator[Expected]:
    key = provision.key
    value = answers.value(key)
    if value is None:
        if answers.is_open(key) and provision.type in SCORED:
            yield Expected(key, provision.type, Status.PLACEHOLDER, {})
        return
    given = value.as_dict()
    if provision.type in SCORED:
        scored = {name: given[name] for name in SCORED[provision.type] if name in given}
        yield Expected(key, provision.type, Status.STATED, scored | _facts(answers, provision))
    if key == "information_sharing":  # an agreement between partners is where the rules on personal data are
        yield Expected(key, "data_protection", Status.DEFERRED, {})
    if key == "secretariat" and answers.value("minutes") is None:  # the secretariat takes them all the same
        yield Expected(key, "minutes", Status.STATED, {})
    if key in _NOTICE_OF and "notice" in given:
        yield Expected(key, "notice", Status.STATED, {"subject": _NOTICE_OF[key], "period": given["notice"]})


def _facts(answers: Answers, provision: Provision) -> dict[str, Any]:
    """The date on which the terms were agreed is a field of their review."""
    return {"agreed": answers.facts.agreed} if provision.key == "review" and answers.facts.agreed else {}
