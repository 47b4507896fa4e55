"""Suggested wordings as their forms show them: plain immutable values, texts already masked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from torparse.checklists import IMPORTANCE, Checklist, Item
from torparse.masking import Mask
from torparse.model import Body, Evidence, Finding, Record
from torparse.plain_words import joined, many
from torparse.report.views import place
from torparse.report.words import GAPS, JUDGEMENTS
from torparse.reviews import finding_said
from torparse.suggesting import LABELS, Suggestion, facts_of, suggestion


@dataclass(frozen=True, slots=True)
class FactView:
    """What the draft calls a thing, or a figure of it, with the place; ``rows`` are its evidence for JSON."""

    name: str
    label: str
    text: str
    where: str
    rows: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class OfferView:
    """The wording for one gap. ``notes`` are sentences on what it covers, ``facts`` the names of the facts in it."""

    item: Item
    code: str
    word: str
    reason: str
    text: str
    notes: tuple[str, ...]
    choices: tuple[str, ...]
    facts: tuple[str, ...]
    parts: tuple[str, ...]
    repeats: bool


@dataclass(frozen=True, slots=True)
class BodyOffers:
    """The wordings for the gaps of one body: core items first, and of those the ones with most to do."""

    body: str
    facts: tuple[FactView, ...]
    offers: tuple[OfferView, ...]

    @property
    def summary(self) -> str:
        """How many gaps there are, and how many have a wording."""
        worded = sum(bool(offer.text) for offer in self.offers)
        core = sum(offer.item.importance == "core" for offer in self.offers)
        if not self.offers:
            return "Nothing to suggest: every item that can be judged is in place."
        return f"{many(len(self.offers), 'gap')}, {core} of them in core items; wording for {worded}."


def offers_of(
    record: Record, bodies: Sequence[Body], checklist: Checklist, findings: Sequence[Finding], mask: Mask
) -> tuple[BodyOffers, ...]:
    """The wordings for the gaps among ``findings``, body by body."""
    return tuple(
        _offers(record, body, checklist, [f for f in findings if f.body == body.name], mask)
        for body in bodies
        if any(f.body == body.name for f in findings)
    )


def _offers(record: Record, body: Body, checklist: Checklist, findings: Sequence[Finding], mask: Mask) -> BodyOffers:
    facts = facts_of(record, body)
    codes = list(JUDGEMENTS)
    gaps = [(f, checklist.item(f.item), f.code) for f in findings]
    gaps = sorted(
        (gap for gap in gaps if gap[2] in GAPS),
        key=lambda gap: (IMPORTANCE.index(gap[1].importance), codes.index(gap[2])),
    )
    made = [
        _offer(item, code, finding, suggestion(record, body, item, finding, facts), mask)
        for finding, item, code in gaps
    ]
    used = {name for offer in made for name in offer.facts}
    shown = [
        FactView(
            fact.name, LABELS[fact.name], mask.text(fact.text), _where(fact.evidence), tuple(mask.rows(fact.evidence))
        )
        for fact in facts.found.values()
        if fact.name in used
    ]
    return BodyOffers(mask.text(body.name), tuple(shown), tuple(made))


def _offer(item: Item, code: str, finding: Finding, made: Suggestion, mask: Mask) -> OfferView:
    notes = []
    if made.parts:
        notes.append(f"Only what is missing: {joined(made.parts)}.")
    if made.repeats:
        notes.append("This words the whole item; leave out what your draft says already.")
    if not made.text:
        notes.append("torparse has no wording for this.")
    return OfferView(
        item, code, JUDGEMENTS[code][0], finding_said(finding, mask.text), mask.text(made.text), tuple(notes),
        tuple(map(mask.text, made.choices)), tuple(fact.name for fact in made.filled), made.parts, made.repeats,
    )  # fmt: skip


def _where(evidence: Sequence[Evidence]) -> str:
    return (place(evidence[0]) or "text") if evidence else ""
