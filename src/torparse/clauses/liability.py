"""Who answers for loss: liability of members, indemnity, insurance (Cheshire West's partnership toolkit).

Beside the provisions P01 to P38 of GUIDE.md. Not: "liable to be removed", assets and liabilities on dissolution, a
limited liability partnership as a form.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context
from torparse.rules.provisions import Rules, provision_hits


@dataclass(frozen=True, slots=True, kw_only=True)
class Liability(Value):
    """Value of a liability clause."""

    insurance: bool | None = None
    """True where insurance is provided for."""
    indemnity: bool | None = None
    """True where members or partners are indemnified."""
    excluded: bool | None = None
    """True where members or partners are said not to be liable."""


VALUE = Liability
ESSENTIAL: tuple[str, ...] = ("insurance|indemnity|excluded",)
SCOPED = False
TELLS_BODIES = False

_WAYS = (
    ("indemnity", phrase(r"\bindemnif(?:y|ies|ied|ying)\b|\bindemnit(?:y|ies)\b")),
    (
        "liable",
        phrase(
            r"\b(?:(?:be|is|are|held|personally|jointly|severally|individually|not|or) )liable (?:for"
            r"|to (?:pay|any|third)|in respect|under)\b|\bliable for (?:the|any) (?:debts?|acts?|loss(?:es)?|actions"
            r"|obligations)\b|\b(?:personally|jointly and severally"
            r"|individually) liable\b|\b(?:incur\w*|accept\w*|assume\w*|have|has|limit\w*|no|legal|joint"
            r"|personal|any|employer'?s?'?|public|professional|members'?|trustees'?"
            r"|their) (?:[\w-]+ ){0,3}?liabilit(?:y|ies)\b"
        ),
    ),
    (
        "insurance",
        phrase(
            r"\b(?:insurance (?:cover|policy|arrangements|is|will|shall|must|to|against|for)|(?:provide|hold"
            r"|maintain|take out|arrange|obtain|carry|have|effect|appropriate|adequate|liability|indemnity"
            r"|own) (?:[\w-]+ ){0,4}?insurance|insured (?:by|under|against|for)"
            r"|covered by (?:the )?[\w' ]{0,40}insurance)\b"
        ),
    ),
)
_RULES = Rules(
    "liability",
    phrase(r"\bindemni|\bliab|\binsur"),
    _WAYS,
    phrase(
        r"\bliable to (?:be|prosecut|change|removal|expulsion|suspension|forfeit|disqualif|flood)|\bdissol\w+"
        r"|\bwound up\b|\bwinding[ -]up\b|\bnational insurance\b|\bsettl\w+ of (?:all )?(?:debts|liabilities)"
        r"|\b(?:satisf|discharg|payment|pay|meet)\w*\b[^.;]{0,25}\bdebts? and liabilit\w+"
        r"|\blimited liability (?:partnership|company)\b|\binsurance (?:compan|sector|industry|broker|business)"
        r"|\bmotor insur|\bassets and liabilities\b|\bmutual insurance\b"
    ),
    phrase(
        r"^\W*(?:(?:the|our|members?['’]?) )*(?:liabilit(?:y|ies)|indemnit(?:y|ies)|insurance|(?:liabilit(?:y"
        r"|ies)|indemnit(?:y|ies)|insurance)(?:,| and| &|/) (?:liabilit(?:y|ies)|indemnit(?:y|ies)"
        r"|insurance))\W*$"
    ),
    own=lambda text: bool(_read(text)),
)


def _read(text: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if phrase(r"\binsur(?:ance|ed|e)\b").search(text):
        found["insurance"] = True
    if phrase(r"\bindemni").search(text):
        found["indemnity"] = True
    if phrase(r"\b(?:not|no|nor|neither|without)\b[^.;]{0,60}\bliab(?:le|ility|ilities)\b").search(text):
        found["excluded"] = True
    return found


def find(context: Context) -> Iterator[Hit]:
    """Hits for the provision."""
    yield from provision_hits(context, _RULES, _read)


HITS = (
    Example("No member shall be personally liable for the debts of the Partnership.", {"excluded": True}),
    Example("Each partner indemnifies the others against loss.", {"indemnity": True}),
    Example("The Council will maintain public liability insurance for meetings.", {"insurance": True}),
    Example("Partners are jointly and severally liable.", {}),
    Example("Insurance\n\nTo be confirmed.", {}, Status.PLACEHOLDER),
)
MISSES = (
    Example("A member who misses meetings is liable to be removed.", comment="another sense"),
    Example("On dissolution, debts and liabilities are met first.", comment="dissolution"),
    Example("An insurance company has joined.", comment="a member"),
    Example("The firm is a limited liability partnership.", comment="a form"),
    Example("Timings are liable to change.", comment="another sense"),
)
