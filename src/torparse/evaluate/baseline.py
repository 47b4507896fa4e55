"""What has become better or worse since the baseline: right clauses gained and lost in each document.

The baseline lists the clauses that were right (status, body and every field), each by its type and the range of its
first run in the reference text, for each text by its SHA-256: no words. A clause is found again by text and range,
never by its place in a list.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from torparse.annotations import Annotation
from torparse.errors import BadData
from torparse.evaluate.matching import Assessed

Place = tuple[str, int, int]
"""Type of a clause, start and end of its first run of evidence (code points, end exclusive)."""


@dataclass(frozen=True, slots=True)
class Change:
    """A document against the baseline. ``gone`` are clauses that were right and are annotated no more."""

    document: str
    gained: tuple[Place, ...] = ()
    lost: tuple[Place, ...] = ()
    gone: tuple[Place, ...] = ()
    known: bool = field(default=True)
    """False where the baseline does not have this text: there is nothing to compare."""


def right_clauses(documents: Iterable[Assessed]) -> list[dict[str, Any]]:
    """For each document the clauses that are right, as the baseline keeps them."""
    return [
        {
            "document": one.gold.document,
            "text_sha256": one.gold.sha256,
            "right": sorted([*_place(pair.wanted)] for pair in one.pairs if pair.right),
        }
        for one in documents
    ]


def known_clauses(data: Any, where: str) -> dict[str, list[Place]]:
    """The right clauses of each text (by its SHA-256) that a baseline file gives; raises BadData, naming ``where``."""
    known: dict[str, list[Place]] = {}
    try:
        for figures in data.values():
            for entry in figures["clauses"]:
                places = [(str(name), int(start), int(end)) for name, start, end in entry["right"]]
                known[str(entry["text_sha256"])] = places
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise BadData("is no baseline with clauses", where=where, todo="Write it anew: make baseline") from error
    return known


def compared(documents: Iterable[Assessed], known: Mapping[str, Sequence[Place]]) -> list[Change]:
    """Each document against the baseline, in order."""
    return [_change(one, known.get(one.gold.sha256)) for one in documents]


def _change(one: Assessed, before: Sequence[Place] | None) -> Change:
    if before is None:
        return Change(one.gold.document, known=False)
    now = {id(pair.wanted) for pair in one.pairs if pair.right}
    places = [_place(wanted) for wanted in one.gold.clauses]
    # an exact range first; then the widest overlap, for annotations whose ends have been moved
    candidates = sorted(
        (-_overlap(old, place), id(wanted) not in now, i, j)
        for i, old in enumerate(before)
        for j, (place, wanted) in enumerate(zip(places, one.gold.clauses, strict=True))
        if old[0] == place[0] and _overlap(old, place)
    )
    again: dict[int, int] = {}
    for *_, i, j in candidates:
        if i not in again and j not in again.values():
            again[i] = j
    lost = [places[j] for j in again.values() if id(one.gold.clauses[j]) not in now]
    gained = [
        place
        for j, (place, wanted) in enumerate(zip(places, one.gold.clauses, strict=True))
        if id(wanted) in now and j not in again.values()
    ]
    gone = [old for i, old in enumerate(before) if i not in again]
    return Change(one.gold.document, tuple(sorted(gained)), tuple(sorted(lost)), tuple(sorted(gone)))


def _place(wanted: Annotation) -> Place:
    return (wanted.type, *min(wanted.runs))


def _overlap(one: Place, other: Place) -> float:
    """Shared characters over those of either: 1 for the same range, 0 for none."""
    shared = min(one[2], other[2]) - max(one[1], other[1])
    return max(0, shared) / (max(one[2], other[2]) - min(one[1], other[1]))
