"""Suggested wordings to read on the terminal, as Markdown, as a page, as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from torparse import __version__
from torparse.checklists import Checklist
from torparse.plain_words import joined, wrapped
from torparse.report.pages import environment
from torparse.suggest_views import BodyOffers, FactView, OfferView
from torparse.suggesting import CAUTION

HOW = (
    "Words and figures are the draft's own where it gives them. What stands in [square brackets] is for you to decide; "
    "a name in brackets is a proposal from the draft, to be confirmed."
)
"""How to read the wordings, in two sentences."""
_WORDS = 12


def suggestions_text(name: str, checklist: Checklist, bodies: Sequence[BodyOffers], width: int) -> str:
    """The wordings to read, in lines of ``width`` columns."""
    lines = [*wrapped(f"Suggested wording for {name}, against: {checklist.title}", width)]
    lines += wrapped(f"{CAUTION} {HOW}", width)
    for one in bodies:
        lines += ["", one.body, *wrapped(f"  {one.summary}", width, "  ")]
        lines += [line for fact in one.facts for line in wrapped(f"  {_said(fact)}", width, "    ")]
        for offer in one.offers:
            lines += ["", *_offer(offer, width)]
    return "\n".join(lines)


def _said(fact: FactView) -> str:
    return f"{fact.label}: {fact.text}{f' ({fact.where})' if fact.where else ''}"


def _offer(offer: OfferView, width: int) -> Iterator[str]:
    first = f"  {offer.word:{_WORDS}}  {offer.item.id}  "
    yield from wrapped(f"{first}{offer.item.requirement}", width, " " * len(first))
    yield from wrapped(f"      {offer.reason}", width, "      ")
    for note in offer.notes:
        yield from wrapped(f"      {note}", width, "      ")
    if offer.text:
        yield ""
        yield from wrapped(f"        {offer.text}", width, "        ")
        yield ""
    if offer.choices:
        yield from wrapped(f"      To decide: {joined(offer.choices)}.", width, "      ")
    if not offer.text:
        yield from wrapped(f"      Next: {offer.item.next_step}", width, "      ")


def suggestions_page(
    name: str, checklist: Checklist, bodies: Sequence[BodyOffers], suffix: str, *, masked: bool
) -> str:
    """The wordings as a page: ``suffix`` is "html" or "md"."""
    return (
        environment()
        .get_template(f"suggest.{suffix}")
        .render(
            version=__version__, masked=masked, document=name, checklist=checklist, bodies=bodies, caution=CAUTION,
            how=HOW, said=_said,
        )
    )  # fmt: skip


def suggestions_json(name: str, checklist: Checklist, bodies: Sequence[BodyOffers], *, masked: bool) -> str:
    """The wordings as one JSON object; its keys are described in
    docs/guides/check.md. The same input, the same bytes."""
    data = {
        "document": name,
        "checklist": checklist.name,
        "caution": CAUTION,
        "bodies": [
            {
                "body": one.body,
                "facts": [
                    {"name": f.name, "label": f.label, "text": f.text, "evidence": list(f.rows)} for f in one.facts
                ],
                "suggestions": [_row(offer) for offer in one.offers],
            }
            for one in bodies
        ],
        "masked": masked,
        "torparse": __version__,
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _row(offer: OfferView) -> dict[str, object]:
    return {
        "item": offer.item.id,
        "requirement": offer.item.requirement,
        "importance": offer.item.importance,
        "judgement": offer.code,
        "reason": offer.reason,
        "text": offer.text,
        "choices": list(offer.choices),
        "facts": list(offer.facts),
        "parts": list(offer.parts),
        "repeats": offer.repeats,
        "next_step": offer.item.next_step,
    }
