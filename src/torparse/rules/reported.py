"""What a sentence tells of rather than lays down: the business of a meeting, and subjects in the names of bodies.

Terms of reference stand among minutes, reports and web pages that use the same words ("The Board noted that deputies
would attend", "Equality and Diversity Committee"); a rule may read neither as a provision.
"""

from __future__ import annotations

import re

from torparse.lexicon.phrase import phrase

_BODY = (
    r"(?:board|committee|sub-?committee|panel|group|forum|council|cabinet|executive|partnership|meeting|members?"
    r"|councillors?|trustees|governors|chair(?:man|woman|person)?|clerk|secretary|officers?)"
)
_DID = (
    r"(?:noted|considered|received|heard|discussed|reported|commented|thanked|stressed|highlighted|explained|queried"
    r"|reviewed|suggested|expressed|endorsed|welcomed|acknowledged|confirmed that|stated that|pointed out|asked (?:if"
    r"|whether|about)|agreed (?:that|to)|(?:was|were) (?:advised|informed|asked (?:if|whether|about|to (?:note"
    r"|consider|comment|approve))|reminded|told|presented)|gave an? (?:\w+ )?(?:update|overview|presentation|report)"
    r"|presented (?:the|a|an) (?:\w+ )?(?:report|paper|update))"
)
_BY_A_BODY = phrase(
    rf"^\W*(?:the |some |all )?(?:[\w&'’-]+ ){{0,4}}{_BODY} (?:had |have |has |then |also |\w+ly )*{_DID}\b"
)
_IT_WAS = phrase(
    r"^\W*(?:[\d./]+\W+)?(?:in discussion,? |following discussion,? )?it (?:was|had been) (?:also |then |further )?"
    r"(?:noted|expected|reported|recogni[sz]ed|suggested|felt|pointed out|confirmed|clarified|stated|explained|queried"
    r"|acknowledged|highlighted|commented|considered|moved|proposed)\b"
)
_NOTHING_RAISED = phrase(
    r"\b(?:no|nil) (?:\w+ ){0,3}(?:interests?|declarations?|complaints?|requests?|apologies|questions|comments"
    r"|objections|matters|issues)(?: of \w+)? (?:were|was|had been|have been|has been) (?:declared|received|made"
    r"|recorded|raised|reported|submitted|expressed)\b"
    r"|^\W*there (?:were|was|had been|have been) no\b"
    r"|\b(?:was|were) (?:\w+ )?(?:agreed|approved|confirmed|signed|accepted|taken) (?:and signed )?as (?:a|an|being a)"
    r" (?:\w+ and )?(?:correct|accurate|true|fair)\b"
    r"|\bas a correct record and signed\b"
)
_TOPIC = (
    r"(?:Equalit(?:y|ies)|Diversity|Inclusion|Complaints?|Conduct|Ethics|Data Protection|Confidentiality|Disputes?"
    r"|Freedom of Information|Grievances?|Appeals|Information Governance)"
)
_NAMED_BODY = re.compile(
    rf"\b(?:[A-Z][\w'’-]+,? (?:(?:and|&|of|for) )?){{0,4}}{_TOPIC}"
    r"(?:,? (?:(?:and|&|of|for) )?(?:[A-Z][\w'’-]+)){0,4}?"
    r" (?:Sub-?)?(?:[Cc]ommittee|Board|Group|Sub-?[Gg]roup|Network|Forum|Commission|Panel)\b(?!['’]s)"
)
_HANDLES = phrase(
    r"\b(?:heard|dealt with|handled|considered|investigated|decided|determined|referred|sent|made|taken)\b"
)


def is_reported(text: str) -> bool:
    """Whether the words tell what came up at a meeting.

    >>> is_reported("The Forum noted that substitutes had attended."), is_reported("The Forum notes apologies.")
    (True, False)
    """
    return any(one.search(text) for one in (_BY_A_BODY, _IT_WAS, _NOTHING_RAISED))


def without_bodies(text: str) -> str:
    """``text`` without the names of bodies that a subject is part of ("Equality and Diversity Committee").

    A body that complaints or disputes are put to is left in: the sentence is about them.

    >>> without_bodies("Reports go to the Equality and Diversity Committee.")
    'Reports go to the  .'
    """
    return text if _HANDLES.search(text) else _NAMED_BODY.sub(" ", text)
