"""What headings, questions and labels name a provision by: a paragraph under "Conflict of interest" is about it.

A heading that names two provisions ("Complaints and disputes") or one beside another matter ("Membership and conduct")
does not say which of them a sentence is about.
"""

from __future__ import annotations

import re
from functools import lru_cache

from torparse.lexicon.phrase import phrase

_TOPICS: dict[str, str] = {
    "equalities": r"\bequal(?:ity|ities| opportunit(?:y|ies))\b(?! of votes)|\bequity\b|\bdiversity\b(?! of)"
    r"|\bEDI\b|\bDEI\b"
    r"|(?<!social\s)(?<!digital\s)(?<!financial\s)\binclusi(?:on|vity|veness)\b(?! criteria)|\b(?:non-?"
    r"|anti-?)discriminat\w+"
    r"|\bis it for every(?:one|body)\b|\beverybody is heard\b|\b(?:welcoming|open to) every(?:one|body)\b",
    "complaints": r"\bcomplain(?:ts?|ing)?\b|\b(?:un|not )happy\b|\bif things go wrong\b|\b(?:raising"
    r"|raise) (?:a )?concerns?\b"
    r"|\bmoan(?:s|ing)?\b|\bgrievances?\b|\bwhistle-?blowing\b|\bappeals (?:against|procedure|process)\b",
    "freedom_of_information": r"\bfreedom of information\b|\bFOI(?:A|SA)?\b|\baccess to (?:information|records"
    r"|documents)\b"
    r"|\bofficial information\b|\binformation requests?\b|\brequests? for information\b|\bpublication scheme\b"
    r"|\bEIRs?\b",
    "data_protection": r"^\W*data\W*$|\bdata protection\b|\bGDPR\b|\bmy (?:details|data|information)\b|\bprivacy\b"
    r"|\binformation governance\b"
    r"|\bpersonal (?:data|information|details)\b|\bdata[ -]sharing\b|\binformation[ -]sharing (?:protocol"
    r"|agreement)\b",
    "confidentiality": r"\bconfidential\w*\b|\bin confidence\b|\bnon-?disclosure\b|\bchatham house\b|\bsecrecy\b"
    r"|\btalk about (?:it|this)\b|\bsay outside\b",
    "dispute_resolution": r"\bdisputes?\b|\bdisagree\w*\b|\bdifferences\b|\bfall(?:ings?|s)?[ -]out\b"
    r"|\bresolving conflicts?\b"
    r"|\bconflict (?:resolution|management)\b|\b(?:settles?|resolves?) arguments?\b|\bmediation\b|\barbitration\b",
    "interests": r"(?<!of\sspecial\s)\binterests?\b(?! rates?\b| groups?\b)|\bdeclare anything\b"
    r"|\bconflicts?\b(?! resolution| management)|\bdeclarations\b",
    "conduct": r"(?<!for\sthe\s)(?<!the\s)\bconduct\b(?! of\b| (?:team|committee|panel|working"
    r"|group|board|council|officers?|reports?|incidents?)\b)|\bbehav(?:e|iou?rs?)\b(?! change)|\b(?:seven"
    r"|nolan) principles\b"
    r"|\bground rules\b|\bhouse rules\b|\betiquette\b|\bcode of ethics\b|\bstandards in public life\b",
    "minutes": r"\bminutes?\b|\bwrite it all down\b|\brecords? of (?:meetings?|decisions|proceedings)\b"
    r"|\bmeeting (?:notes|records?)\b"
    r"|\bnotes of (?:the )?meetings?\b|\bwrites? things down\b|\bwhat was decided\b|\bwrites? it down\b",
    "public_access": r"^\W*(?:members of )?(?:the )?public\W*$|\b(?:public|open) (?:access|attendance|admission"
    r"|meetings)\b|\bpress and public\b"
    r"|\bopen to the public\b"
    r"|\battendance (?:by|of) (?:the )?public\b|\bobservers\b|\bcan (?:any(?:body|one)|i|the public"
    r"|non-members)\b[\w ]*"
    r"\b(?:come|watch|attend|turn up|meetings?)\b|\baccess to meetings\b|\bmeetings (?:open|public|in public)\b"
    r"|\bpublic (?:be |to be )?(?:allowed|able|welcome)\b|\bpublic participation\b",
}
_PATTERNS = {name: phrase(words) for name, words in _TOPICS.items()}
_NEUTRAL = phrase(
    r"^\W*(?:the )?(?:compliments?|comments?|suggestions|feedback|ethics?|standards?|values|press|public"
    r"|publicity|probity"
    r"|register(?:s|ed)?|withdrawal|records?|recording|notes?|actions?|publication|security|handling|the law|policy"
    r"|procedures?|respect|discipline|openness|transparency|(?:a|the)? ?(?:partnership|members?|board)|how [\w ]+"
    r"|human rights|belonging|fairness|accessibility|access)\W*$"
)


def names_topic(heading: str, name: str) -> bool:
    """Whether ``heading`` names the provision ``name`` of those listed here, alone or beside others."""
    return bool(_PATTERNS[name].search(heading))


@lru_cache(maxsize=8192)  # of each heading for each of its sentences
def is_topic(heading: str, name: str) -> bool:
    """Whether ``heading`` is about the provision ``name`` and nothing else; a question is about one thing.

    >>> is_topic("Complaints and compliments", "complaints"), is_topic("Differences and complaints", "complaints")
    (True, False)
    """
    if not names_topic(heading, name) or len(heading.split()) > 12:
        return False
    if heading.rstrip().endswith("?"):
        return True
    if any(names_topic(heading, other) for other in _TOPICS if other != name):
        return False
    parts = re.split(r"\band\b|,|/|&|;", heading, flags=re.IGNORECASE)
    return len(parts) == 1 or all(names_topic(part, name) or _NEUTRAL.search(part) for part in parts)
