"""An office whose filling is told by a participle, a noun or an adjective, and one that is only promised."""

from __future__ import annotations

from torparse.clauses._chair_appointment.agents import appointment
from torparse.lexicon.phrase import phrase
from torparse.model import Status
from torparse.rules import status
from torparse.rules.context import Context, Sentence
from torparse.rules.offices import OFFICE, Found, chosen_by, method_of, offices_in, pool_of
from torparse.rules.words import head

_OF = r"(?: (?:of|for) (?:the )?[\w &'’-]+?)?"
_CHOICE = phrase(r"appoint|elect|select|chosen|choos|chair(?:man|person)? *[:=-]|chair arrangements|who will chair")
_PROMISED = phrase(
    rf"^\W*(?:the )?(?:(?:name|identity) of the )?(?P<office>{OFFICE}){_OF} (?:(?:is|are|has|have|remains?)"
    r" (?:yet |still )?to be|will be|shall be|is being|are being|(?:has|have) not (?:yet )?been|(?:is|are) not yet)"
    r" (?:\w+ly )?(?:confirmed|announced|identified|named|advised|recruited|found)"
    r"(?: (?:yet|shortly|later|soon|in due course|at a later (?:date|stage|meeting)|(?:once|when|after|following)"
    r" [^.;]{3,60}))?\W*$"
)
"""Who holds the office is promised, and so is how: "The Vice-Chair will be confirmed"."""
_FRONT = phrase(
    rf"^\W*(?:an? |the |our )?(?:\w+ly )?(?P<verb>elected|nominated|appointed|selected|chosen) (?P<office>{OFFICE})"
    r"(?P<rest>[^.;:]{0,90})\W*$"
)
_HOW = phrase(r"\b(?:by|from)\b")
_FILLED = phrase(
    rf"\b(?P<office>{OFFICE})\b[^.;]{{0,60}}? (?:is|are|be) (?:\w+ly )?(?:filled|decided|determined|settled|made)"
    r" (?:by|through|by way of) (?:an? |the )?(?:\w+ ){0,2}?(?P<noun>election|ballot|vote|appointment|nomination"
    r"|rotation)\b(?P<rest>[^.;]{0,80})"
)
_NOUNS = {
    "election": "elected",
    "ballot": "elected",
    "vote": "elected",
    "appointment": "appointed",
    "nomination": "nominated",
    "rotation": "rotating",
}
_CHOOSERS = phrase(r"^\W*(?:of|by|among(?:st)?) (?P<by>(?:the |all |its )?[^.;,]{3,50})")
_ADJECTIVE = phrase(
    rf"\b(?:has|have|with|by|and) (?:an?|its own|their own) (?:\w+ly )?(?P<verb>elected|appointed|nominated) "
    rf"(?P<office>{OFFICE})\b(?! (?:may|can|of another))"
)
_LINE = 14  # words of a line in a list or table


def unwritten(context: Context, sentence: Sentence) -> Found:
    """Who fills the office, or how, is still to be told."""
    text = sentence.text
    if promised := _PROMISED.match(text):
        return [({"role": role}, Status.PLACEHOLDER) for role in offices_in(promised["office"])]
    if status.is_placeholder(text) and _CHOICE.search(text) and offices_in(text):
        return [({"role": role}, Status.PLACEHOLDER) for role in offices_in(text)[:2]]
    if phrase(r"who leads them").search(text):
        match = phrase(r"decided by (?P<by>[^.;]{3,60})").search(text)
        return [({"role": "chair", "method": "appointed", "by": head(match["by"]) if match else ""}, None)]
    return []


def fronted_participle(context: Context, sentence: Sentence) -> Found:
    """ "Nominated Chair, by the Executive" in a list of members."""
    match = _FRONT.match(sentence.text)
    if not match or len(sentence.text.split()) > _LINE or not _HOW.search(match["rest"]):
        return []
    by = chosen_by(f"{match['verb']}{match['rest']}")
    return appointment(
        sentence.text, match["office"], method_of(match["verb"], match["verb"]), by, pool_of(match["rest"])
    )


def filled(context: Context, sentence: Sentence) -> Found:
    """ "The post of Chair is filled by election at the annual meeting"."""
    match = _FILLED.search(sentence.text)
    if not match:
        return []
    by = _CHOOSERS.match(match["rest"])
    return appointment(
        sentence.text,
        match["office"],
        _NOUNS[match["noun"].lower()],
        head(by["by"]) if by else "",
        pool_of(match["rest"]),
    )


def adjective(context: Context, sentence: Sentence) -> Found:
    """ "supported by an elected Vice-Chair"."""
    match = _ADJECTIVE.search(sentence.text)
    if not match:
        return []
    return appointment(sentence.text, match["office"], method_of(match["verb"], match["verb"]), "", "")
