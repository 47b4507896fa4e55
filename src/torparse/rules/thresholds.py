"""Majorities and what they are a share of, as GUIDE.md names them."""

from __future__ import annotations

import re
from fractions import Fraction

from torparse.lexicon.fractions import shares
from torparse.lexicon.phrase import phrase

_NAMES = {Fraction(2, 3): "two_thirds", Fraction(3, 4): "three_quarters"}
_UNANIMOUS = phrase(
    r"\bunanim(?:ous|ously|ity)\b|\bno recommendation in which all the members present do not concur\b"
    r"|\ball (?:members|partners|parties|of them|those present) (?:must|have to|need to|shall) agree\b"
    r"|\b(?:agreement|consent|approval|assent) of all (?:the |of the )?(?:\w+ )?(?:members|partners|parties"
    r"|signatories)\b"
    r"|\b(?:agreed|approved|signed)(?: in writing)? by all (?:the |of the )?(?:members|partners|parties"
    r"|signatories)\b|\b(?:assent|agreement|consent"
    r"|approval) of (?:every|each)\b|\bif every (?:member|partner"
    r"|organisation|voting member) agrees\b|\bif all (?:the )?(?:partners|members"
    r"|parties) agree|\bevery one of the [\w ]+ (?:wants?|agrees?)|\bwithout dissent\b|\bnem\.? con\b"
)
_SIMPLE = phrase(
    r"\b(?:simple|bare|straight|clear|ordinary|overall) majority\b|\bmajority (?:vote|decision|verdict"
    r"|view|voting|approval)\b|\b(?:by|a|the) majority\b|\bmajority of\b"
    r"|\bmore (?:votes (?:are )?(?:cast )?|hands )(?:for|in favour)\b|\bmore than half\b"
    r"|\bmore hands for\b|\bmost votes\b"
)
_VOTING = phrase(
    r"\b(?:present and (?:\w+ )?voting|votes? cast|of those (?:who are )?voting|(?:who|members) vote\b"
    r"|members voting|voting (?:at|in|on) (?:a|the|it)|of the votes(?: of)?|voting thereon"
    r"|of those who vote|non-abstaining|of (?:the )?voters|more votes (?:are )?(?:cast )?(?:for|in favour) than against"
    r"|majority of (?:the |those )?(?:replies|responses|respondents)|casting a vote|eligible votes received"
    r"|say aye|hands for)"
)
_PRESENT = phrase(
    r"\b(?:present|in attendance|attending|there\b(?=,|$| and)|in the room|at the meeting|at that meeting"
    r"|who attend)\b"
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


_OF_ALL = phrase(
    r"\bof all (?:the |of the |our )?(?:\w+ )?(?:members?|directors|partners|trustees|representatives)\b"
    r"(?! (?:who (?:are|were) )?(?:present|attending|there|voting|who vote|casting|and voting|at the))"
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
    return "simple_majority" if _SIMPLE.search(text) else None


def basis(text: str) -> str | None:
    """What the majority is a share of: "present_and_voting", "all_members" or "present"; None where it is not said."""
    if _OF_ALL.search(text):
        return "all_members"
    if _VOTING.search(text):
        return "present_and_voting"
    if _ALL.search(text) and not phrase(
        r"\ball (?:the |of the )?(?:\w+ )?(?:members?|directors|representatives"
        r"|partners) (?:who are )?present\b"
    ).search(text):
        return "all_members"
    return "present" if _PRESENT.search(text) else None
