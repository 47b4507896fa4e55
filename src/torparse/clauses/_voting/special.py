"""Kinds of decision with a majority of their own ("Spending over £10,000 needs three quarters of those present")."""

from __future__ import annotations

import re
from typing import Any

from torparse.clauses._voting import agreement
from torparse.clauses._voting import wordings as w
from torparse.lexicon.patterns import compiled
from torparse.lexicon.phrase import phrase
from torparse.rules.base import Hit
from torparse.rules.context import Sentence
from torparse.rules.thresholds import basis, threshold
from torparse.rules.words import head

_GENERAL = compiled(
    r"^(?:any |all |every |each |most |the |its |a |other |such |these |ordinary |and |but )*(?:decisions?"
    r"|questions?|matters?"
    r"|motions?|resolutions?|proposals?|votes?|voting|business|issues?|it|they|this|that|approval|agreement|consensus"
    r"|passing|passage|decision[ -]making|recommendations?)(?: (?:of|by|at|before|put to|made by"
    r"|taken by) (?:the |a |any "
    r"|all )?(?:\w+ )?(?:board|group|forum|partnership|panel|committee|meetings?|executive|members?|assembly"
    r"|council))?$",
    re.IGNORECASE,
)
_OF_THE_TERMS = phrase(
    r"\b(?:alter(?:ation|ing)s?|amend\w*|chang(?:es|ing)|wind(?:ing)?[ -]up|dissol\w+|clos(?:ing|ure))\b"
)
"""Headings of the types that have their own majorities."""
_A_CHANGE = phrase(
    r"^(?:an? |any |all |such |each |every )*(?:amendments?|alterations?|changes|dissolution|winding[ -]up)\b"
)
"""Kinds of decision that have their types."""
_SUPPORT = phrase(
    r"\b(?:vot\w+|majority|agree\w*|support\w*|approv\w+|consent|assent|in favour|say yes|of the room|content"
    r"|for it|unanim\w+|concur\w*|back(?:s|ing)?)\b"
)
_NEEDS = phrase(
    r"^\W*(?:(?:however|in addition|but|and),? )?(?P<kind>[^.;:]{4,120}?) (?:(?:shall|will|may|must|can) (?:each |only "
    r"|always )?)?(?:requires?|needs?|be (?:carried|approved|adopted|agreed|passed|made|taken|valid|unanimous"
    r"|subject to)"
    r"|is (?:carried|approved|agreed|subject to|only)|(?:must|shall) have)\b"
)
_ORDINARILY = (
    r"(?!be\b|pass\b|carry\b|(?:an?|any|the|every) (?:decision|motion|proposal|vote|resolution"
    r"|matter)s?\b(?! (?:on|to (?!be\b)|which|that|about)))"
)
_PLAINLY = (
    phrase(rf"^\W*(?:if|where|when) it(?:'s| is) (?P<kind>{_ORDINARILY}(?:about |an? |to )?[^,.;]{{3,60}}),"),
    phrase(rf"^\W*(?P<kind>{_ORDINARILY}[^=.;:]{{4,60}}?) ?= ?(?={{FRACTION}}|all\b|every|unanim)"),
    phrase(
        rf"^\W*(?:to|for) (?P<kind>{_ORDINARILY}[^,;.]{{4,120}}?),(?= (?:the (?:agreement|consent|approval|support)"
        rf"|{{NUMBER}}|{{FRACTION}}|all|every))"
    ),
    phrase(
        rf"^\W*(?:to|for) (?P<kind>{_ORDINARILY}[^;.:]{{4,120}}?),? (?=(?:an? |at least )*{{FRACTION}}[ -]majority\b"
        r"[^.;]*\b(?:needed|required|necessary)\b)"
    ),
    phrase(
        r"^\W*(?P<kind>[^.;:]{4,80}?) (?:may|can|shall|will) (?:be \w+ )?only (?:be \w+ )?(?:if|as|when) (?:all"
        r"|every)\b"
    ),
    phrase(
        r"\b(?:does|do|will|shall|may) not (?P<kind>(?!decide|act|proceed|meet)[^.;]{4,80}?) unless (?:every|all"
        r"|each)\b"
    ),
)
"""A kind of decision named in plain talk ("if it's a grant, …", "spending over £500 = …")."""
_BARRED = phrase(
    r"\bno (?P<kind>[\w' -]{4,60}?) (?:shall|may|will|can|is to) (?:take place|have effect"
    r"|be [\w ]{3,30}?) (?:except|unless"
    r"|without|save|but)\b"
)
_WORDS = phrase(
    r"\bnot be (?:carried|approved|adopted) unless\b|\b(?:is|are) different\b|\bonly [^.]{3,70} if (?:every|all)\b|"
    r"\bqualified majority\b|\b(?:following|certain|these) (?:matters|decisions)\b|\b(?:for"
    r"|on) (?:decisions|matters) (?:relating|concerning|involving|about)|\bdecisions? (?:to|that|about|on"
    r"|relating to|involving) [\w ,]+ (?:require|need)s?\b|\bshall (?:each )?require\b"
)
_ABOUT = phrase(
    r"^(?:any |all |a |the |every )*(?:decisions?|proposals?|resolutions?|motions?|matters?|questions?"
    r"|anything) (?:to|on"
    r"|about|concerning|relating to|involving|for|which|that|committing) (?P<about>.+)"
)
_KINDS = (
    ("funding", phrase(
        r"\b(?:funds?|funding|spend\w*|expenditure|budget\w*|money|financ\w+|borrow\w*|grants?|commit\w*|reserves?|£)"
    )),
    ("membership", phrase(r"\b(?:admi(?:t|ssion)|new (?:members?|partners?)|expel|expulsion|remov\w+|membership)\b")),
    ("strategy", phrase(r"\b(?:strateg\w+|plans?|priorities)\b")),
)  # fmt: skip
_VOTERS = phrase(
    r"\b(?:every|all|each)(?: of)?(?: the)? (?P<of>(?:[\w-]+ )?(?:partners?|members?|authorities|councils?))\b"
)


def special(sentence: Sentence, text: str) -> Hit | None:
    """A kind of decision with a majority of its own is a provision of its own (GUIDE.md, Voting)."""
    kind = _kind(text)
    if kind is None or _A_CHANGE.match(kind) or w.ELSEWHERE.search(text) or _OF_THE_TERMS.search(sentence.topic):
        return None
    if agreement.SOUGHT.search(text):
        return None  # a vote for want of agreement, whatever is decided
    apart = w.REST.search(text)
    own = text[: apart.start()] if apart and apart.start() > 20 else text
    share = threshold(own)
    qualified = phrase(r"qualified majority").search(own)
    if (share in (None, "simple_majority") and not qualified) or not _SUPPORT.search(own):
        return None
    value: dict[str, Any] = {}
    plainly = any(pattern.search(text) for pattern in _PLAINLY)
    if phrase(r"\bvot(?:e|es|ing)\b").search(own) or (share != "unanimous" and not plainly):
        value["method"] = "vote"
    if share and share != "simple_majority":
        value["threshold"] = share
        if how := basis(own):
            value["threshold_basis"] = how
    if kind:
        value["applies_to"] = kind
    if share == "unanimous" and (voters := _VOTERS.search(own)):
        value["voters"] = re.sub(r"s$", "", voters["of"].lower())
    return Hit(value, (sentence,), "voting.special", key="qualified" if qualified else f"special {sentence.index}")


def _kind(text: str) -> str | None:
    """What the rule is about: a known kind, else its own words; None where it is about decisions in general."""
    barred = _BARRED.search(text)
    plainly = next((m for p in _PLAINLY if (m := p.search(text))), None)
    needs = barred or plainly or _NEEDS.search(text)
    about = needs["kind"] if needs else ""
    if not barred and (not about or _GENERAL.match(about.strip())) and not _WORDS.search(text):
        return None
    if needs and w.VOTE.search(about) and not _WORDS.search(text):
        return None  # "Votes by e-mail need …"
    if not plainly and re.search(
        r"^\W*(?:each|every|if|where|when|in|at|the (?:board|group|chair\w*|forum|partnership|panel))\b", about, re.I
    ):
        return None if not _WORDS.search(text) else ""
    known = next((name for name, words in _KINDS if words.search(about or text)), "")
    told = _ABOUT.match(about.strip())
    return known or head(told["about"] if told else about, limit=6)
