"""What follows from absence (GUIDE.md, attendance). Expected attendance without a consequence is not this type."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from torparse.lexicon.numbers import number
from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules import status
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance(Value):
    """Value of an attendance clause."""

    missed: int | None = None
    """Meetings missed."""
    consequence: str | None = None
    """In the document's words, lower-cased."""


VALUE = Attendance
ESSENTIAL: tuple[str, ...] = ("missed", "consequence")
SCOPED = True

CUE = phrase(
    r"\bunrepresented\b|\bmissed meetings\b|"
    r"\b(?:absen(?:t|ce)|miss(?:es|ed|ing)?|fail\w* to attend|non-?attendance|not attend\w*"
    r"|without (?:sending )?(?:an? )?apolog\w*|hasn't shown|inactiv\w+|stops turning up|out of touch"
    r"|(?:has|have)(?: not|n't) made any|unavailable for|nobody has come"
    r"|(?:has|have) (?:not |n't )?come to (?:none|no|any)|(?:has|have)(?: not|n't) (?:come|been)|in a row"
    r"|does not attend|do not attend)\b|meetings in a row"
)
_MISSED = phrase(
    r"(?P<n>{NUMBER}) (?:or more )?(?:(?:consecutive|successive|ordinary|full|scheduled|quarterly|board"
    r"|panel) )*meetings?\b|meetings? (?P<m>{NUMBER}) times"
)
_CONSEQUENCE = phrase(
    r"\boffer (?:your|the|their) (?:seat|place)\b|\btaken up (?:by|with)\b"
    r"|\breplacement (?:member )?(?:may|will|shall)\b|"
    r"\b(?:treated as|given up|will be offered|writes? to|shall be (?:deemed|asked|removed|invited)"
    r"|deemed to|cease(?:s)? to be|lose(?:s)? (?:their|the)|place (?:is |will be )?lost|removed|remove"
    r"|replace\w*|will be (?:asked|told|contacted|removed|deemed|considered|invited)|taken to have left"
    r"|take you off|stand(?:s)? down|forfeit|vacat\w+|invite the|membership (?:will|may|shall) (?:lapse"
    r"|be (?:reviewed|withdrawn|terminated))|may be (?:removed|asked|declared|suspended)"
    r"|become(?:s)? (?:emeritus|inactive)|vote to replace|move themselves|take a leave"
    r"|considered (?:to have )?(?:resigned|inactive|emeritus)"
    r"|fall(?:s)? away|nominate (?:a|another)|emeritus)\b"
)
_VETO = phrase(
    r"\b(?:in the absence of (?:the|a|both)|interested in|chair is absent|absence of the (?:chair"
    r"|lsp chair))\b|\bquorum\b|\bleave of absence policy\b"
)


def find(context: Context) -> Iterator[Hit]:
    """Hits for the consequence of missing meetings."""
    for sentence in context.cued(CUE):
        text = sentence.text
        if _VETO.search(text) or not phrase(r"meeting|attend|inactiv|misses|missed|activ").search(
            text + " " + sentence.topic
        ):
            continue
        follow = _CONSEQUENCE.search(text) or re.search(r"=\s*(.+)", text)
        if not follow:
            if status.is_placeholder(text) and phrase(r"miss(?:es|ed)? meetings?|attendance").search(text):
                yield Hit({}, (sentence,), "attendance.placeholder", Status.PLACEHOLDER)
            continue
        value: dict[str, Any] = {}
        missed = _MISSED.search(text)
        if missed:
            value["missed"] = number(missed["n"] or missed["m"])
        value["consequence"] = " ".join(
            re.split(r"[.;]|, and\b", text[follow.start() :])[0].lower().lstrip("= ").split()[:14]
        )
        yield Hit(value, (sentence,), "attendance.consequence")


HITS = (
    Example(
        "A member who is absent from three consecutive meetings shall cease to be a member.",
        {"missed": 3, "consequence": "cease to be a member"},
    ),
    Example(
        "Organisations that fail to attend two meetings running will be asked to nominate a new representative.",
        {"missed": 2, "consequence": "will be asked to nominate a new representative"},
    ),
    Example(
        "Anyone who misses four meetings without apology may be removed.",
        {"missed": 4, "consequence": "may be removed"},
    ),
    Example(
        "If a member is absent for 3 successive meetings the seat shall be deemed vacant.",
        {"missed": 3, "consequence": "shall be deemed vacant"},
    ),
    Example("If a member misses meetings: [wording to follow]", {}, Status.PLACEHOLDER),
)
MISSES = (
    Example("Members are expected to attend all meetings.", comment="no consequence"),
    Example("In the absence of the Chair the Vice-Chair shall preside.", comment="standing in"),
    Example("Apologies for absence should be sent to the secretary.", comment="no consequence"),
    Example("The Board will not miss the opportunity.", comment="another sense"),
    Example("Some data are missing.", comment="another sense"),
)
