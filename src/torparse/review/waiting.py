"""Which clauses a person should look at, the doubtful ones first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from torparse.compare import status_code
from torparse.corrections import Applied, Entry
from torparse.model import Clause, Status
from torparse.report.people import RECOMMENDED
from torparse.report.words import STATUSES
from torparse.review.kept import Every, kept

UNSURE = 0.7
"""Clauses of a lower confidence (0 to 1) come first."""


class Why(StrEnum):
    """Why a clause waits, in the order of the queue."""

    DIFFERS = "differs"
    UNSURE = "unsure"
    AMBIGUOUS = "ambiguous"
    DEFERRED = "deferred"
    REST = "rest"
    CHECKED = "checked"


WORDS: Mapping[Why, str] = {
    Why.DIFFERS: "Reviewers differ",
    Why.UNSURE: "torparse is not sure",
    Why.AMBIGUOUS: "The words can be read in two ways",
    Why.DEFERRED: "Elsewhere or still to be written",
    Why.REST: "Not checked yet",
    Why.CHECKED: "Checked",
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """A clause of the document ``key`` with the reason why it waits, or that it does not."""

    key: str
    entry: Entry
    why: Why

    @property
    def path(self) -> str:
        """The address of its screen."""
        return f"/clause/{self.key}/{self.entry.id}"


def why(entry: Entry) -> Why:
    """Why a clause waits to be checked."""
    if entry.differs:
        return Why.DIFFERS
    if entry.events:
        return Why.CHECKED
    clause: Clause = entry.shown
    if clause.confidence < UNSURE:
        return Why.UNSURE
    if any(note.startswith("ambiguous") for note in clause.notes):
        return Why.AMBIGUOUS
    return Why.DEFERRED if clause.status in (Status.DEFERRED, Status.PLACEHOLDER) else Why.REST


@kept
def queue(every: Every) -> tuple[Waiting, ...]:
    """Every clause of the documents: by the reason, the least certain first, then as they stand in the documents."""
    found = [(place, Waiting(key, entry, why)) for key, one in every.items() for place, entry, why in reasons(one)]
    return tuple(waiting for _, waiting in sorted(found, key=lambda one: one[0]))


@kept
def reasons(applied: Applied) -> tuple[tuple[tuple[int, float], Entry, Why], ...]:
    """Every clause of a document with where it comes in the queue, and why."""
    order = {reason: number for number, reason in enumerate(Why)}
    reasons = [(entry, why(entry)) for entry in applied.entries]
    return tuple(((order[reason], entry.shown.confidence), entry, reason) for entry, reason in reasons)


@kept
def left(every: Every) -> tuple[Waiting, ...]:
    """Those that still wait."""
    return tuple(one for one in queue(every) if one.why is not Why.CHECKED)


def status_of(clause: Clause) -> tuple[str, str]:
    """The code of a clause's status, which is its style, and the word that is shown."""
    if clause.status is Status.RECOMMENDED:  # of guides, which have no cells
        return "stated", RECOMMENDED
    code = status_code(clause.status, clause.completeness)
    return code, STATUSES[code][0]


def neighbours(waiting: Sequence[Waiting], key: str, entry: str) -> tuple[Waiting | None, Waiting | None]:
    """The ones before and behind a clause in the queue; from a clause that does not wait, the first is next."""
    at = next((n for n, one in enumerate(waiting) if (one.key, one.entry.id) == (key, entry)), None)
    if at is None:
        return None, waiting[0] if waiting else None
    after = waiting[at + 1] if at + 1 < len(waiting) else None
    return (waiting[at - 1] if at else None), after
