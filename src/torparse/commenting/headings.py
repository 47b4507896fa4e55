"""The place for what a document does not say: the heading that it would stand under, else the body's, else the title.

A heading is taken where it plainly names the subject; which words do is the list below. A comment that stands under the
wrong heading misleads, so there is no guessing: without such a heading it goes to the title.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from torparse.checklists import HEADING, TEXT, Item, says
from torparse.commenting.marks import Anchor
from torparse.model import Block, BlockKind, Body, Record

_NAMED: dict[str, tuple[str, ...]] = {
    "amendment": ("amend", "alteration", "changes to", "change and"),
    "attendance": ("attendance",),
    "chair_appointment": ("chair", "election", "officers", "office"),
    "communications": ("communication", "media", "publicity"),
    "compact": ("compact",),
    "complaints": ("complain",),
    "conduct": ("conduct", "behaviour", "principles", "standards"),
    "confidentiality": ("confidential",),
    "data_protection": ("data protection", "personal data", "information"),
    "deputies": ("deput", "substitut", "alternate"),
    "dispute_resolution": ("dispute", "disagree", "differences", "deadlock"),
    "dissolution": ("dissol", "ending", "winding up", "termination"),
    "engagement": ("engag", "consultation", "involving", "community"),
    "equalities": ("equal", "diversity", "inclusion"),
    "extra_meetings": ("special meeting", "extraordinary", "extra meeting"),
    "finance": ("financ", "fund", "money", "resources", "budget"),
    "freedom_of_information": ("freedom of information", "access to information", "information"),
    "hospitality": ("gifts", "hospitality"),
    "induction": ("induction", "training"),
    "information_sharing": ("information sharing", "sharing", "information"),
    "interests": ("interest",),
    "legal_status": ("legal status", "status"),
    "liability": ("liability", "insurance", "indemnit"),
    "meeting_frequency": ("frequency", "meetings"),
    "member_authority": ("membership", "members", "representation"),
    "membership": ("membership", "members"),
    "minutes": ("minutes", "record"),
    "notice": ("notice", "agenda", "papers", "meetings"),
    "performance": ("performance", "monitoring"),
    "public_access": ("public", "open meetings", "meetings"),
    "purpose": ("purpose", "aims", "objects", "objectives", "vision"),
    "quorum": ("quorum",),
    "reporting": ("reporting", "accountab"),
    "review_cycle": ("review",),
    "risk": ("risk",),
    "role_descriptions": ("role", "responsibilities", "duties"),
    "scrutiny": ("scrutiny",),
    "secretariat": ("secretariat", "administration", "support"),
    "subgroups": ("sub group", "subgroup", "theme group", "working group", "groups"),
    "term_of_office": ("term of office", "chair", "officers"),
    "urgent_decisions": ("urgent", "between meetings", "decision"),
    "voting": ("voting", "decision", "votes"),
}
"""By clause type how the words begin that a heading names its subject with, the closest first."""
_TITLE_WITHIN = 5  # blocks from the top in which the title is looked for


@dataclass(frozen=True, slots=True)
class Spot:
    """A range of the text that a comment is put on, and what it is."""

    start: int
    end: int
    on: Anchor = Anchor.WORDS


@dataclass(frozen=True, slots=True)
class _Heading:
    title: str
    spot: Spot
    end: int
    """Where what stands under it ends."""


class Headings:
    """The headings of one document."""

    def __init__(self, record: Record) -> None:
        blocks = [block for block in record.document.blocks if block.kind is not BlockKind.FOOTNOTE]
        self.title = _title(blocks or record.document.blocks)
        found = []
        for section in record.sections:
            block = next((b for b in blocks if b.start <= section.start < b.end), None)
            under = block is not None and any(block.end <= b.start < section.end for b in blocks)
            if block is not None and under and section.title and block.start != self.title.start:
                found.append(_Heading(section.title, Spot(block.start, block.end, Anchor.HEADING), section.end))
        self._found = found

    def of_body(self, body: Body) -> Spot:
        """The heading of a body's own part of the document, else the title."""
        own = self._own(body)
        return own.spot if own else self.title

    def of_item(self, item: Item, body: Body, bodies: Sequence[Body]) -> Spot | None:
        """The heading that ``item`` would stand under for ``body``, one of the document's ``bodies``, if there is one.

        For a group with a part of its own that is a heading in it, otherwise one that is in no other body's part.
        """
        own = self._own(body)
        if own:
            found = [one for one in self._found if own.spot.start < one.spot.start < own.end]
        else:
            parts = [part for one in bodies if (part := self._own(one))]
            found = [one for one in self._found if not any(p.spot.start <= one.spot.start < p.end for p in parts)]
        named = (one for word in _words(item) for one in found if says(one.title, ((word,),)))
        return next((one.spot for one in named), None)

    def _own(self, body: Body) -> _Heading | None:
        """The heading of a group's part. The partnership itself has none but the title: headings name it everywhere."""
        if body.main:
            return None
        names = [name.casefold() for name in (body.name, *body.aliases)]
        return next((one for one in self._found if any(name in one.title.casefold() for name in names)), None)


def _words(item: Item) -> Iterable[str]:
    """How a heading may name the subject of an item; the kinds of clauses come first that the item asks for first."""
    types = dict.fromkeys(test.type for test in item.covers if test.type not in (TEXT, HEADING))
    return [word for type_ in types for word in _NAMED.get(type_, ())]


def _title(blocks: Sequence[Block]) -> Spot:
    """The first heading near the top, else the first paragraph."""
    top = [block for block in blocks if block.paragraph is not None][:_TITLE_WITHIN] or blocks
    block = next((one for one in top if one.kind is BlockKind.HEADING), top[0])
    return Spot(block.start, block.end, Anchor.TITLE)
