"""Majorities and what they are a share of, as GUIDE.md names them."""

from __future__ import annotations

import re
from fractions import Fraction

from torparse.lexicon.fractions import shares
from torparse.lexicon.numbers import number
from torparse.lexicon.patterns import Pattern, compiled
from torparse.lexicon.phrase import phrase

_NAMES = {Fraction(2, 3): "two_thirds", Fraction(3, 4): "three_quarters"}
_UNANIMOUS = phrase(
    r"\bunanim(?:ous|ously|ity)\b|\bno recommendation in which all the members present do not concur\b"
    r"|\ball (?:members|partners|parties|of them|those present) (?:must|have to|need to|shall) agree\b"
    r"|\b(?:agreement|consent|approval|assent) of all (?:the |of the )?(?:\w+ )?(?:members|partners|parties"
    r"|signatories|authorities|councils|organi[sz]ations|agencies|bodies|trustees|directors)\b"
    r"|\b(?:agreed|approved|signed)(?: in writing)? by all (?:the |of the )?(?:members|partners|parties"
    r"|signatories)\b|\b(?:unless|only (?:if|as|when|where)|if) (?:every|each|all"
    r"|both)\b(?: of)?(?: the)?(?: {NUMBER})? [^.;,]{3,60}?"
    r" (?:(?:has|have) (?:agreed|assented|consented|approved|signed)|(?:is|are) (?:content|in favour|in agreement"
    r"|agreed"
    r"|happy)|agrees?|assents?|consents?)\b|\b(?:agreement|consent|approval|assent) of all (?:the "
    r"|of the )?{NUMBER} (?:members|partners|parties|councils|authorities)\b"
    r"|\b(?:assent|agreement|consent"
    r"|approval) of (?:every|each)\b|\bif every (?:member|partner"
    r"|organisation|voting member) agrees\b|\bif all (?:the )?(?:partners|members"
    r"|parties) agree|\bevery one of the [\w ]+ (?:wants?|agrees?)|\bwithout dissent\b|\bnem\.? con\b"
)
_SO_MANY_OF = phrase(
    r"(?P<n>{NUMBER}) (?:[a-z]+ ){0,2}?(?:out )?of (?P<the>(?:the|our|its|their|those) )?(?P<m>{NUMBER})\b"
    r"(?=[^.;]{0,60}\b(?:say (?:yes|so)|in favour|agree\w*|for it|support\w*|vot(?:e|es|ed|ing)|(?:be|are) up|assent"
    r"|consent|majority|back it|approve|happy)\b)"
)
"""A number out of the whole number ("seven of the nine have to say yes")."""
_SIMPLE = phrase(
    r"\bmost (?:votes|hands) (?:wins?|carr(?:y|ies)|decides?)\b|\b(?:simple|bare|straight|clear|ordinary"
    r"|overall) majority\b|\bmajority (?:vote|decision|verdict"
    r"|view|voting|approval)\b|\b(?:by|a|the) majority\b|\bmajority of\b"
    r"|\bmajority (?:wins|rules|carries|prevails|decides)\b"
    r"|\b(?:votes?|hands|those)(?: cast)? (?:for|in favour)\b[^.;]{0,70}?\b(?:exceeds?|outnumbers?|outweighs?|(?:are"
    r"|is) (?:more|greater)"
    r" (?:in number )?than)\b"
    r"|\bmore (?:votes (?:are )?(?:cast )?|hands )(?:for|in favour)\b|\bmore th[ae]n half\b"
    r"|\bmore hands for\b|\bmost votes\b|\b(?:greater|larger) (?:number|part) of (?:those|the (?:members|votes))\b"
    r"|\bmore (?:\w+ ){0,3}?(?:for|in favour)(?: of)?(?: it| this| that| them| the change)? than (?:are )?against\b"
)
_VOTING = phrase(
    r"\b(?:present and (?:\w+ )?(?:voting|vote)|(?:there|present|in attendance|in the room),? and (?:who )?(?:actually"
    r" )?vote"
    r"|there and voting|votes? cast|of (?:the )?valid (?:\w+ )?votes|of those (?:who are )?voting"
    r"|(?:who|members) vote\b"
    r"|members voting|voting (?:at|in|on) (?:a|the|it)|of the votes(?: of)?|voting thereon"
    r"|of those who vote|non-abstaining|of (?:the )?voters|more votes (?:are )?(?:cast )?(?:for|in favour) than "
    r"against"
    r"|majority of (?:the |those )?(?:replies|responses|respondents)|casting a vote|eligible votes received"
    r"|votes?(?: cast)? (?:for|in favour)\b[^.;]{0,70}? (?:exceeds?|outnumbers?|outweighs?|than)"
    r"|(?:members|contractors|growers|voters|[a-z]+s|those) voting (?:\([^()]*\) )?(?:at|in|on) (?:a|an|the|any)"
    r"|of those [\w ]{2,30}? (?:who|that) vote|say aye|hands for)"
)
_PRESENT = phrase(
    r"\b(?:present|in attendance|attending|there\b(?=,|$| and)|(?:people|those|members) (?:who are )?there|in the room"
    r"|of the room|(?:half|quarters?"
    r"|thirds?) the room|at the meeting|at that meeting"
    r"|who attend|(?:participating|taking part|voting|joining) (?:in (?:person|the (?:meeting|call|discussion"
    r"|session))|at (?:the|a) meeting"
    r"|by (?:tele|video|conference)))\b"
)
_ALL = phrase(
    r"\b(?:all (?:the |of the )?(?:\w+ )?(?:members?|directors|partners|organisations|trustees"
    r"|representatives|voting members)|whole (?:of the )?(?:panel|board|membership|number|committee"
    r"|partnership)|in post|total (?:membership|number)|entire membership|of the (?:full )?membership"
    r"|\b(?:if|unless|that) every (?:single )?(?:voting )?(?:member|partner|organisation|director"
    r"|trustee) (?:agrees|consents"
    r"|votes)|(?:entire|whole) (?-i:[A-Z])\w+"
    r"|whether or not (?:represented|present)|for the time being|of its members\b)"
)


_A_PROPORTION = 3
"""Up to this whole number "so many of so many" may be a share of some, not of all."""
_EVERY_ONE = phrase(
    r"\b(?:if|as|when|unless) all (?:of )?(?:the |our )?{NUMBER} [a-z]+ (?:agree|assent|consent|have agreed|are)\b"
)
_OF_ALL = phrase(
    r"\bof all (?:the |of the |our |its |their )?(?:\w+ )?(?:members?|directors|partners|trustees|representatives"
    r"|councillors)\b"
    r"(?! (?:who (?:are|were) )?(?:present|attending|there(?! (?:are|is)\b)|voting|who vote|casting"
    r"|and voting|at the))"
)


def threshold(text: str) -> str | None:
    """The majority that ``text`` asks for: "unanimous", "two_thirds", "three_quarters", "3/5" … or "simple_majority".

    A named fraction goes before a bare majority ("a two-thirds majority").
    """
    if _UNANIMOUS.search(text):
        return "unanimous"
    for share in shares(text):
        if share.value == Fraction(1, 2):
            if share.strict:
                return "simple_majority"
            continue
        before = text[max(0, share.start - 25) : share.start]
        if not re.search(r"quorum\W*$", before, re.I) and share.value < 1:
            return _NAMES.get(share.value, str(share))
    if (counted := _counted(text)) is not None:
        return _NAMES.get(counted, f"{counted.numerator}/{counted.denominator}")
    return "simple_majority" if _SIMPLE.search(text) else None


def _counted(text: str) -> Fraction | None:
    for match in _SO_MANY_OF.finditer(text):
        part, whole = number(match["n"]), number(match["m"])
        if part and whole and whole <= 2 * part < 2 * whole:
            return Fraction(part, whole)
    return None


_PARTS = compiled(r"\s*(?:;|,)\s+(?:and|but|while|whereas|although|though)\s+|\s*;\s+", re.IGNORECASE)


def parts_of(text: str) -> list[str]:
    """The parts of a sentence that turns from one kind of decision to another (", but", ";")."""
    return _PARTS.split(text)


def own_part(text: str, cue: Pattern) -> str:
    """The part of ``text`` with ``cue``, where another part gives other business a majority of its own."""
    parts = parts_of(text)
    own = [part for part in parts if cue.search(part) and threshold(part)]
    others = [part for part in parts if part not in own and threshold(part)]
    return "; ".join(own) if own and others and not any(cue.search(part) for part in others) else text


def basis(text: str) -> str | None:
    """What the majority is a share of: "present_and_voting", "all_members" or "present"; None where it is not said."""
    if _OF_ALL.search(text):
        return "all_members"
    whole = _SO_MANY_OF.search(text)
    if whole and whole["the"] and (number(whole["m"]) or 0) > _A_PROPORTION:
        return "all_members"
    if _EVERY_ONE.search(text):
        return "all_members"
    if _VOTING.search(text):
        return "present_and_voting"
    if _ALL.search(text) and not phrase(
        r"\ball (?:the |of the )?(?:\w+ )?(?:members?|directors|representatives"
        r"|partners) (?:who are )?present\b"
    ).search(text):
        return "all_members"
    return "present" if _PRESENT.search(text) else None
