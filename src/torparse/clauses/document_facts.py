"""The document's own date, version and adoption (provision P01; the guide's document facts).

The date of a covering report or of a meeting quoted in the text is not an adoption.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from torparse.lexicon.dates import dates
from torparse.lexicon.patterns import compiled
from torparse.lexicon.phrase import phrase
from torparse.model import Kind, Status, Value
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context, Sentence
from torparse.rules.facts import agreed_on
from torparse.rules.words import head


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFacts(Value):
    """Value of a document_facts clause."""

    date: str | None = None
    """ISO 8601 date, year-month or year on the document."""
    agreed: str | None = None
    """ISO 8601 date on which the present terms were agreed or adopted."""
    agreed_by: str | None = None
    """Who agreed them, in the document's words, lower-cased."""
    version: str | None = None
    """Version as written."""
    draft: bool | None = None
    """True where the document calls itself a draft."""


VALUE = DocumentFacts
ESSENTIAL = ("agreed",)
SCOPED = False

_DRAFT = phrase(
    r"^\W*(?:working |final |first |second |revised )*draft\b|\bdraft (?:v|version|\d|terms|constitution"
    r"|\d{4})|not for circulation"
)
_VERSION = compiled(r"\b(?:version|v)\s?(?P<version>(?!(?:19|20)\d\d\b)\d+(?:\.\d+)*)\b(?!-\d)", re.IGNORECASE)
_BY = phrase(
    r"\b(?:agreed|adopted|approved|ratified|endorsed) by (?P<by>[^.;,]{3,50}?)(?= on\b| at\b| in\b| held\b|[,.;:]|$)"
)
_OF_ANOTHER = phrase(
    r"\b(?:licen[cs]ed?|copyright|(?:version|draft) of the (?:[\w-]+ ){0,3}(?:standard|strategy|plan|schema|report|data"
    r"|code|software|website)|(?:draft|version)\b[^.]{0,40}\bto be published)\b"
)
"""A version or draft that is another thing's: of a licence, a strategy, what the body is to make."""
_FRONT = 12
_NEXT = phrase(r"\breview|due|next|until|expires|meeting of|minutes|from\b")


def find(context: Context) -> Iterator[Hit]:
    """One hit: the date, version and adoption that the document gives of itself."""
    value: dict[str, Any] = {}
    sentences: list[Sentence] = []
    agreed = agreed_on(context) if context.structure.kind is not Kind.COMMITTEE_REPORT else None
    if agreed:
        value["agreed"] = agreed[0]
        sentences.append(agreed[1])
        if match := _BY.search(agreed[1].text):
            value["agreed_by"] = head(match["by"], limit=7)
    for sentence in context.front(_FRONT):
        text = sentence.text
        if len(text.split()) > 24 or _OF_ANOTHER.search(text):
            continue
        found = dates(text)
        alone = len(text.split()) <= 9 and not re.search(r"\b(?:is|was|were|will|shall|by|has|have)\b", text)
        if found and alone and "date" not in value and not agreed and not _NEXT.search(text):
            value["date"] = found[0].iso
            sentences.append(sentence)
        version = _VERSION.search(text)
        if version and "version" not in value:
            value["version"] = version["version"]
            sentences.append(sentence)
        if _DRAFT.search(text) and "draft" not in value:
            value["draft"] = True
            sentences.append(sentence)
    if value:
        order = sorted({s.index: s for s in sentences}.values(), key=lambda s: s.index)
        yield Hit(value, tuple(order), "document_facts.front", Status.STATED)


HITS = (
    Example("Ashby Forum\n\nTerms of reference\n\nJune 2016\n\nThe Forum meets monthly.", {"date": "2016-06"}),
    Example(
        "Terms of reference\n\nAgreed by the Board on 4 May 2012\n\nThe Board meets monthly.",
        {"agreed": "2012-05-04", "agreed_by": "board"},
    ),
    Example("Terms of reference\n\nVersion 3\n\nThe Board meets monthly.", {"version": "3"}),
    Example("Terms of reference\n\nDRAFT\n\nThe Board meets monthly.", {"draft": True}),
    Example("Constitution\n\nAdopted 12.06.08\n\nThe Board meets monthly.", {"agreed": "2008-06-12"}),
)
MISSES = (
    Example("The strategy was agreed in May 2012.", comment="a strategy"),
    Example("The Partnership was set up in the last century.", comment="history"),
    Example("Members will agree the plan by 4 May 2012.", comment="to come"),
    Example("The next review is due on 4 May 2012.", comment="a review"),
    Example("The guide is under the Open Licence, version 2.0, for all to use.", comment="a licence"),
    Example("The Group makes a draft version of the housing strategy.", comment="what the body is to make"),
    Example("The Board meets monthly.", comment="no date"),
)
