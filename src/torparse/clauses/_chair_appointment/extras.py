"""What a sentence adds to an appointment beyond the guide's fields: approval, a nominee, a constraint, an interim"
" chair."""

from __future__ import annotations

from typing import Any

from torparse.lexicon.phrase import phrase
from torparse.rules.context import Context, Sentence
from torparse.rules.offices import Found
from torparse.rules.words import head

_APPROVAL = phrase(
    r"\b(?:for|subject to|with) (?:the )?(?:approval|endorsement|confirmation|ratification) (?:of"
    r"|by) (?P<by>[^.;]{3,60})"
    r"|\b(?:and|then|to be) (?:formally )?(?:approved|endorsed|confirmed|ratified)(?: in post)? by (?P<by2>[^.;]{3,60})"
)
_NOMINEE = phrase(
    r"\bor (?:an?|his or her|their|its|the) (?:\w+ )?(?:nominee|nominated (?:deputy|representative)|designate)\b"
)
_WHILE = phrase(
    r"\b(?:for )?(?:so|as) long as (?:they|he|she|that person)|\bwhile (?:they|he or she) (?:hold|holds|remain)"
)
_DIFFERENT = phrase(
    r"\b(?:not|never) both (?:come|be|be drawn|be chosen|be members)?(?: from| of)? ?the same (?P<what>\w+)"
    r"|\b(?:from|of) different (?P<what2>\w+?)s\b"
)
_BOTH = phrase(r"{CHAIR}(?: and|,)[^.;]{0,20}{VICE}")
_INTERIM = phrase(
    r"(?P<who>(?:the )?[\w’' ]{3,60}?) (?:shall|will|is to) [^.;]{0,60}?\b(?:preside|chair|take the chair"
    r"|act as chair)[^.;]{0,30}?"
    r"\buntil (?:an? |the |its )?{CHAIR} (?:has been|is) (?P<verb>elected|appointed|chosen)"
)


def extras(text: str) -> dict[str, Any]:
    """The further fields that ``text`` gives."""
    found: dict[str, Any] = {}
    if approval := _APPROVAL.search(text):
        found["approval"] = head(approval["by"] or approval["by2"])
    if _NOMINEE.search(text):
        found["nominee"] = True
    if _WHILE.search(text):
        found["tenure"] = "while_in_office"
    if _BOTH.search(text) and (different := _DIFFERENT.search(text)):
        found["constraint"] = f"different_{(different['what'] or different['what2']).lower()}s"
    return found


def constrained(context: Context, sentence: Sentence) -> Found:
    """A condition on the two offices with no word on how they are filled."""
    given = extras(sentence.text)
    return [({"role": "chair", "constraint": given["constraint"]}, None)] if "constraint" in given else []


def interim(context: Context, sentence: Sentence) -> Found:
    """Who presides until the first chair is chosen, and so how one is chosen."""
    match = _INTERIM.search(sentence.text)
    if not match:
        return []
    method = {"elected": "elected", "appointed": "appointed"}.get(match["verb"].lower(), "selected")
    return [({"role": "chair", "method": method, "interim": head(match["who"])}, None)]
