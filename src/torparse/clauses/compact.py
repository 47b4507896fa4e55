"""The Compact between public bodies and the voluntary sector, where the body signs up to it (NAVCA).

Beside the provisions P01 to P38 of GUIDE.md. Not: compact in the sense of small or dense.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from torparse.lexicon.patterns import compiled
from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context
from torparse.rules.provisions import Rules, provision_hits


@dataclass(frozen=True, slots=True, kw_only=True)
class Compact(Value):
    """Value of a compact clause."""

    instrument: str | None = None
    """The Compact's name, as the document writes it."""


VALUE = Compact
ESSENTIAL: tuple[str, ...] = ()
SCOPED = False
TELLS_BODIES = False

_NAME = compiled(
    r"\b(?:(?!The\b|This\b|Our\b)[A-Z][\w'’-]+ (?:and |& )?){0,4}Compact(?: (?:Code|Codes) of [A-Z]\w+"
    r"| Agreement| Principles)?\b"
)
_CONTEXT = phrase(
    r"\b(?:principles|sign\w*|commit\w*|endors\w*|compl(?:y|ies|iance)|accord\w*|adher\w*|abid\w*"
    r"|adopt\w*|guided|honour\w*|respect\w*|observe\w*|follow\w*|work(?:s|ing)? (?:within|to|under)|"
    r"spirit|in line|support\w*|uphold\w*|code|voluntary|third sector|vcs|recogni[sz]\w*|appl(?:y|ies)"
    r"|promot\w*|champion\w*|implement\w*|compact)\b"
)
_RULES = Rules(
    "compact",
    phrase(r"\bcompact\b"),
    (
        (
            "named",
            compiled(
                r"(?i:\b(?:the|our|local|this|a|county|national|voluntary sector) (?:[\w'’]+"
                r" ){0,2}?)?\b(?:[A-Z][\w'’-]+ )*Compact\b(?! [a-z]+(?:er|ity)\b)"
            ),
        ),
    ),
    phrase(
        r"\bcompact (?:disc|camera|size|form|town|settlement|city|urban|area|layout|building|development"
        r"|board|group|team)s?\b|\b(?:more|very|too|small and) compact\b|\bcompact\b[^.]{0,30}\b(?:walk"
        r"|street|site)\b"
    ),
    own=lambda text: bool(_CONTEXT.search(text)),
)


def _read(text: str) -> dict[str, Any]:
    match = _NAME.search(text)
    return {"instrument": " ".join(match[0].split())} if match and " " in match[0] else {}


def find(context: Context) -> Iterator[Hit]:
    """Hits for the provision."""
    yield from provision_hits(context, _RULES, _read)


HITS = (
    Example("Partners will work to the principles of the Ashby Compact.", {"instrument": "Ashby Compact"}),
    Example("Members sign up to the Compact.", {}),
    Example(
        "The Partnership endorses the Fellshire Voluntary Sector Compact.",
        {"instrument": "Fellshire Voluntary Sector Compact"},
    ),
    Example("A local Compact is to be developed.", {}, Status.PLACEHOLDER),
    Example("Dealings with voluntary groups follow the County Compact.", {"instrument": "County Compact"}),
)
MISSES = (
    Example("Ashby is a compact town.", comment="small"),
    Example("The room is compact.", comment="small"),
    Example("Members want a more compact board.", comment="small"),
    Example("The Compact disc is kept by the Secretary.", comment="a thing"),
    Example("A contract is signed with each supplier.", comment="words alike"),
)
