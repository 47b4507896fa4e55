"""A checklist as shown: its findings in groups, and how many of each are in place. Counts, never a single score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from torparse.checklists import Item
from torparse.report.words import JUDGEMENTS, NOT_NEEDED, SHOWN_JUDGEMENTS

GROUPS: Mapping[str, str] = {
    "core": "Core items",
    "recommended": "Recommended items",
    "context": "Items that depend on the place and the time",
}
"""The heading of each importance, in the order in which they are shown."""
ASKED: Mapping[str, str] = {"guide": "Where the guide asks", "addition": "Our addition", "authority": "Authority"}
"""What stands before the place of an item, by who asks for it."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A masked quote and where it is ("section 4.5, line 113")."""

    text: str
    where: str


@dataclass(frozen=True, slots=True)
class FindingView:
    """An item of a checklist as shown. ``peers`` are sentences of other documents that meet it, where it is a gap.

    ``wording`` is one to start from in the document's own terms, for a gap; "" where there is none.
    """

    item: Item
    code: str
    word: str
    reason: str
    quotes: tuple[Quote, ...]
    peers: tuple[Quote, ...] = ()
    met_by: str = ""
    wording: str = ""


@dataclass(frozen=True, slots=True)
class NoteView:
    """A consistency note as shown: its kind in words, the body or "", what does not fit, and the places."""

    title: str
    body: str
    document: str
    text: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class ChecklistView:
    """The checklist of one body; ``findings`` begin with the core items that are not in place.

    ``stem`` names its files, ``summary`` counts the core items, ``counts`` the others. ``unsettled`` is what people
    said and no longer fits. ``notes`` are the consistency notes that concern the body, with those on the whole
    document.
    """

    stem: str
    body: str
    document: str
    kind: str
    findings: tuple[FindingView, ...]
    summary: str
    notes: tuple[NoteView, ...]
    counts: tuple[str, ...] = ()
    unsettled: tuple[str, ...] = ()

    @property
    def judgements(self) -> Mapping[str, tuple[str, str]]:
        """The judgements that there may be, with what each means; those of people only where there are some."""
        found = {finding.code for finding in self.findings}
        return {code: words for code, words in SHOWN_JUDGEMENTS.items() if code in JUDGEMENTS or code in found}

    @property
    def groups(self) -> tuple[tuple[str, str, tuple[FindingView, ...]], ...]:
        """Importance, heading and findings of each group that has any."""
        some = {code: tuple(f for f in self.findings if f.item.importance == code) for code in GROUPS}
        return tuple((code, title, some[code]) for code, title in GROUPS.items() if some[code])


def counted(judged: Sequence[tuple[Item, str]]) -> list[str]:
    """How many items are in place or partly, of those that can be judged: the core ones first, additions apart.

    ``judged`` are items with the code of their judgement.
    """
    lines = []
    for importance in GROUPS:
        group = [(item, code) for item, code in judged if item.importance == importance]
        asked = [code for item, code in group if item.source != "addition"]
        added = [code for item, code in group if item.source == "addition"]
        lines += [_count(asked, f"{importance} items")] if asked or importance == "core" else []
        lines += [_count(added, "items that are not in the guide")] if added else []
    return lines


def _count(codes: Sequence[str], name: str) -> str:
    spared = codes.count(NOT_NEEDED)
    judged = [code for code in codes if code not in ("cannot_be_judged", NOT_NEEDED)]
    good = sum(code in ("met", "partly") for code in judged)
    unknown = len(codes) - len(judged) - spared
    people = f"; {spared} not needed, people say" if spared else ""
    if codes and not judged:
        if not unknown:
            return f"None of the {len(codes)} {name} is needed, people say."
        return f"None of the {len(codes)} {name} can be judged from this file{people}."
    more = f"; {unknown} more cannot be judged" if unknown else ""
    return f"{good} of {len(judged)} {name} in place or partly{more}{people}."
