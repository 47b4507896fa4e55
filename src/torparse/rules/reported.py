"""What a sentence tells of rather than lays down: a meeting's business, a body's work, subjects in bodies' names.

Terms of reference stand among minutes, reports and web pages that use the same words ("The Board noted that deputies
would attend", "to advise on the code of conduct", "Equality and Diversity Committee"); a rule may read none of them as
a provision.
"""

from __future__ import annotations

from functools import lru_cache

from torparse.lexicon.patterns import compiled
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
_PERSON = r"(?:(?:mr|mrs|ms|miss|dr|prof|cllr|councillor|rev)\b\.? (?:[\w'’-]+ ){1,3}?)"
_BY_A_BODY = phrase(
    rf"^\W*(?:in (?:response|reply|answer) to [\w ]{{0,30}}, )?(?:{_PERSON}|(?:the |some |all )?(?:[\w&'’-]+"
    rf" ){{0,4}}{_BODY} )"
    rf"(?!(?:has|have) (?:\w+ly )?agreed (?:to|that)\b)(?:had |have |has |then |also |\w+ly )*(?:{_DID}"
    rf"|(?:advised|informed|responded|replied|added|asked)\b(?="
    rf" that| the| members))\b"
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
    r"|\bas a correct record and signed\b|\bminutes(?: of [\w ,]{3,60}?)? (?:was|were) (?:\w+ly )?(?:approved"
    r"|agreed|confirmed"
    r"|accepted|received|signed|noted|taken as read)\b"
)
_TOPIC = (
    r"(?:Equalit(?:y|ies)|Diversity|Inclusion|Complaints?|Conduct|Ethics|Data Protection|Confidentiality|Disputes?"
    r"|Freedom of Information|Grievances?|Appeals|Information Governance)"
)
_NAMED_BODY = compiled(
    rf"\b(?:[A-Z][\w'’-]+,? (?:(?:and|&|of|for) )?){{0,4}}{_TOPIC}"
    r"(?:,? (?:(?:and|&|of|for) )?(?:[A-Z][\w'’-]+)){0,4}?"
    r" (?:Sub-?)?(?:[Cc]ommittee|Board|Group|Sub-?[Gg]roup|Network|Forum|Commission|Panel)\b(?!['’]s)"
)
_MATTERS = phrase(r"\b(?:complain\w*|disput\w+|grievances?|appeals?|allegations?)\b")


_WORKS = (
    r"(?:advis|assist|monitor|review|consider|hear|determin|receiv|oversee|investigat|recommend|mak(?:e|ing)"
    r" recommendations"
    r"|train|develop|devis|draft|approv|audit|updat|progress|manag|administer|scrutinis|analys|examin|adjudicat"
    r"|revis|inform"
    r"|keep(?:ing)? (?:an overview|under review)|maintain(?:ing)? oversight|provid(?:e|ing) (?:\w+ )?(?:advice"
    r"|training|a forum"
    r"|guidance|support))(?:e|es|s|ing)?\b"
)
_ITS_OBJECT = (
    r"(?:codes?(?: of conduct)?|protocols?|allegations?|misconduct|complaints?|breach(?:es)?|standards of (?:\w+"
    r" )?conduct"
    r"|ethical standards|(?:individual )?cases|registers?|registration|data protection|information governance"
    r"|freedom of information)"
)
_OF_OTHERS = (
    r"(?:by|of|among|amongst) (?:the |all |its |our )?(?:[\w-]+ ){0,2}(?:members|councillors|officers|staff"
    r"|employees|trustees"
    r"|governors)\b"
)
_REMIT = phrase(
    rf"^\W*(?:\(?[\w.]{{1,4}}[).] |\d+(?:\.\d+)* )?(?:[\w ]{{0,30}}, )?(?:to "
    rf")?{_WORKS}[^.;]{{0,100}}?\b{_ITS_OBJECT}\b"
    rf"|^\W*(?:\(?[\w.]{{1,4}}[).] |\d+(?:\.\d+)* )?(?:to )?(?:promot|maintain)(?:e|s"
    rf"|ing)?\b[^.;]{{0,40}}\bstandards of"
    rf" (?:\w+ )?(?:conduct|behaviour|probity)[^.;]{{0,10}}\b{_OF_OTHERS}"
    rf"|\bresponsible for (?:promoting|maintaining|{_WORKS})[^.;]{{0,80}}\b(?:conduct|complaints?|code)\b"
    rf"|\b(?:provide|give|offer)s? (?:\w+ )?advice (?:on|about)\b[^.;]{{0,40}}\b{_ITS_OBJECT}\b"
)
_OF_MEMBERS = phrase(r"\b(?:members?|councillors?|partners?|representatives|trustees|everyone|you|we)\b[^.;]*$")


@lru_cache(maxsize=8192)  # a dozen types ask both of each sentence
def is_remit(text: str, lead_in: str = "") -> bool:
    """Whether the words are a task of a body's that is about conduct, complaints or interests of others.

    What members shall do ("Members will: review the code each year") is no such task.

    >>> is_remit("To advise the Council on its code of conduct"), is_remit("To observe the code of conduct")
    (True, False)
    """
    return bool(_REMIT.search(text)) and not _OF_MEMBERS.search(lead_in)


def is_reported(text: str) -> bool:
    """Whether the words tell what came up at a meeting.

    >>> is_reported("The Forum noted that substitutes had attended."), is_reported("The Forum notes apologies.")
    (True, False)
    """
    return any(one.search(text) for one in (_BY_A_BODY, _IT_WAS, _NOTHING_RAISED))


@lru_cache(maxsize=8192)
def without_bodies(text: str) -> str:
    """``text`` without the names of bodies that a subject is part of ("Equality and Diversity Committee").

    A body that complaints or disputes are put to is left in: the sentence is about them.

    >>> without_bodies("Reports go to the Equality and Diversity Committee.")
    'Reports go to the  .'
    """
    rest = _NAMED_BODY.sub(" ", text)
    return text if _MATTERS.search(rest) else rest
