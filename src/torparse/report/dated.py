"""Dated references as the report, the checklist and ``check`` show them: in words, as rows of JSON, as lines."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from torparse.dated import DatedReference, State, find, issued_of
from torparse.masking import Mask
from torparse.model import Evidence, Record
from torparse.plain_words import day, many
from torparse.report.views import place

#: Heading of each group, in the order shown: what was wrong from the start comes first.
STATES = {
    State.ALREADY: "Already out of date when it was issued",
    State.SINCE: "Superseded since it was issued",
    State.UNDATED: "Superseded; the document gives no date of its own",
}
_PLACES_SHOWN = 6


@dataclass(frozen=True, slots=True)
class DatedView:
    """A dated reference as shown. ``when`` is a sentence, ``places`` the words with their places, the first few.

    ``since`` and ``issued`` are ISO 8601 dates, or the month or year alone; ``number`` counts all places.
    """

    name: str
    document: str
    when: str
    changed: str
    use_instead: str
    authority: str
    places: tuple[str, ...]
    more: int
    count: str
    number: int
    kind: str
    since: str
    issued: str | None

    @property
    def listed(self) -> str:
        """The places in one line."""
        more = f"; and {many(self.more, 'more place')}" if self.more else ""
        return "; ".join(self.places) + more


@dataclass(frozen=True, slots=True)
class DatedGroup:
    """The dated references of one document that stand alike to its date."""

    title: str
    entries: tuple[DatedView, ...]

    @property
    def size(self) -> int:
        """How many there are."""
        return len(self.entries)


def dated_of(record: Record, as_of: date) -> tuple[DatedReference, ...]:
    """The dated references of a document as of a date, held against the document's own date."""
    return find(record, issued_of(record), as_of=as_of)


def dated_groups(record: Record, mask: Mask, as_of: date) -> tuple[DatedGroup, ...]:
    """The dated references of a document in their groups; no group is empty."""
    found = dated_of(record, as_of)
    groups = ((title, [one for one in found if one.state is state]) for state, title in STATES.items())
    return tuple(DatedGroup(title, tuple(_view(record, one, mask) for one in ones)) for title, ones in groups if ones)


def dated_rows(found: Sequence[DatedReference], mask: Mask) -> list[dict[str, Any]]:
    """The dated references for JSON. ``issued`` and ``since`` are ISO 8601 dates, or the month or year alone."""
    return [
        {
            "id": one.reference.id,
            "name": one.reference.name,
            "kind": one.reference.kind,
            "state": str(one.state),
            "since": one.reference.since,
            "issued": one.issued,
            "changed": one.reference.changed,
            "use_instead": one.reference.use_instead,
            "authority": one.reference.authority,
            "evidence": mask.rows(one.evidence),
        }
        for one in found
    ]


def dated_text(record: Record, mask: Mask, as_of: date, width: int = 100) -> str:
    """The dated references as lines of ``width`` columns, under a heading; nothing where there are none."""
    lines: list[str] = []
    for group in dated_groups(record, mask, as_of):
        lines += ["", f"Dated references: {group.title[:1].lower()}{group.title[1:]}"]
        for entry in group.entries:
            lines += _wrapped(f"{entry.name}: {entry.when}", width, "  ")
            lines += _wrapped(f"Instead: {entry.use_instead}", width, "      ")
            lines += _wrapped(entry.listed, width, "      ")
    return "".join(f"\n{line}" for line in lines)


def _wrapped(text: str, width: int, indent: str) -> list[str]:
    return textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=f"{indent}    ", break_long_words=False)


def _view(record: Record, one: DatedReference, mask: Mask) -> DatedView:
    reference = one.reference
    shown = one.evidence[:_PLACES_SHOWN]
    return DatedView(
        reference.name,
        record.document.id,
        when(one),
        reference.changed,
        reference.use_instead,
        reference.authority,
        tuple(_place(mask, run) for run in shown),
        len(one.evidence) - len(shown),
        many(len(one.evidence), "place"),
        len(one.evidence),
        reference.kind,
        reference.since,
        one.issued,
    )


def _place(mask: Mask, run: Evidence) -> str:
    where = place(run)
    words = " ".join(mask.quote(run).split())
    return f"“{words}” ({where})" if where else f"“{words}”"


def when(one: DatedReference) -> str:
    """In a sentence: since when, and how that stands to the date of the document."""
    since = day(one.reference.since)
    if one.issued is None:
        return f"Superseded since {since}."
    if one.state is State.ALREADY:
        return f"Already out of date when it was issued ({day(one.issued)}): gone since {since}."
    return f"Superseded since {since}, after it was issued ({day(one.issued)})."
