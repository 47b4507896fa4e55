"""Who decides on a change of the terms, in all the ways that officers put it."""

from __future__ import annotations

import re

from torparse.lexicon.phrase import phrase
from torparse.rules.words import head, without_gloss

_MEETING = (
    r"(?:annual |special |extraordinary )+(?:open |public |general )?(?:meeting|assembly)|(?:agm|egm|sgm)"
    r"|general meeting"
    r"|assembly"
)
_MEETINGS = rf"(?:(?:the|an?|any) )?(?:{_MEETING}|special meeting)"
_WORDINGS = tuple(
    phrase(pattern)
    for pattern in (
        rf"^\W*(?:yes,? )?(?:but )?only at (?P<by>{_MEETINGS}(?:,? or (?:at )?{_MEETINGS})*)",
        (
            r"^\W*(?:yes|only)\b,?(?: but)?(?: only)? by (?P<by>(?:the |all )?(?!(?:a |an )?(?:majority|vote|two"
            r"|three))[^.;,]{3,60})"
        ),
        (
            r"\bunless (?P<by>(?:every|each|all)(?: of)?(?: the)? [^.;,]{3,50}?) (?:has|have) (?:agreed|assented"
            r"|consented|approved|signed)\b"
        ),
        (
            r"\b(?:agreement|consent|approval|assent) of (?P<by>all (?:the "
            r"|of the )?(?:{NUMBER} )?[\w ]{3,30}?)(?=[.,;]|$| in\b)"
        ),
        (
            r"\bit(?:'s| is) (?:only )?(?P<by>(?:the |our )?[\w' -]{3,40}?),? (?:which|that|who) (?:changes|alters"
            r"|amends)\b"
        ),
        (
            r"\bonly (?P<by>(?:the |an? )?[\w' -]{3,50}?) (?:(?:has|have) (?:the )?(?:authority|power|right) to|may"
            r"|can)"
            r" (?:approve|agree|make|authorise|sign off|change|alter|amend|vary)\b"
        ),
        (
            r"\b(?:chang|alter|amend)ing (?:any of )?(?:this|it|them"
            r"|these \w+) is (?:a matter )?for (?P<by>(?:the )?[^.;,]{3,50})"
        ),
        (
            rf"\b(?:made|changed|amended|altered|varied|revised|considered|decided|voted on|dealt with)(?: only)? at "
            rf"(?:an?|the|any) (?P<by>{_MEETING})\b"
        ),
        (
            r"\b(?:amended|altered|changed|varied|revised) (?:only |at any time )*by (?P<by>(?:the "
            r"|full )?(?:[\w-]+ )?(?:board"
            r"|committee|executive|forum|partnership|assembly|council|group|panel|cabinet))\b"
        ),
        (
            r"^\W*(?P<by>(?:the |an? )?(?:annual |special |extraordinary )?(?:agm|egm|sgm|general meeting|board"
            r"|committee|executive|forum|partnership|assembly|council)) (?:may|can|shall|will|has power to) "
            r"(?:only )?(?:amend|alter|change|vary|revise)\b"
        ),
        (
            r"\b(?:resolution|vote|majority|agreement|approval|consent) of (?:not (?:less|fewer) than |at least "
            r"|no fewer than )?(?:a )?{FRACTION}(?: majority)? of (?P<by>(?:the |all |those )?"
            r"(?:(?!present|attending|at|voting and)[\w'-]+ ){0,3}?(?:members|partners|residents|electors|contractors"
            r"|trustees|directors|delegates|representatives))\b"
        ),
        (
            r"\b(?:amended|altered|changed|varied|revised) (?:only |at any time )*by (?:a |the |an )?(?:simple "
            r"|special |majority |two[- ]thirds )*(?:resolution|vote|decision|agreement|majority|approval"
            r"|consent)(?: vote)? (?:of|by|passed by"
            r"|at) (?P<by>(?!(?:an? )?(?:[\w-]+ )?(?:{FRACTION} )?majority of (?:the )?votes)[^.;]{3,70})"
        ),
        (
            r"\b(?:amended|altered|changed|varied|revised) (?:only |at any time )*(?:by|with the (?:agreement"
            r"|approval|consent) of) (?:not less than "
            r"|at least )?(?:(?:a )?{FRACTION} (?:majority )?of )?(?P<by>(?!(?:a "
            r"|an |the )?(?:simple |majority |special |two|three|\d|resolution|vote))[^.;]{3,70})"
        ),
        (
            r"\b(?:agreed|approved|ratified|endorsed|adopted|supported|made|authorised"
            r"|signed off)(?: in writing)? (?:only )?by (?:the )?(?P<by>(?!(?:a |an )?(?:special "
            r"|ordinary )?resolution (?:passed|of|at)"
            r"|(?:a |an )?(?:[\w-]+ )?majority)[^.;]{3,60})"
        ),
        (
            r"\b(?:support|backing|agreement|approval|consent|votes?) of (?:at least |not less than "
            r"|more than )?(?:{FRACTION}"
            r"|(?:a|the) (?:simple )?majority) of (?P<by>(?:the |all )?[^.;,]{3,50})"
        ),
        r"\bif (?P<by>all (?:of )?(?:the |our )?[\w ]{3,30}?) agree\b",
        (
            r"\b(?:approval|consent|agreement|sign-off|permission|authority) (?:of|by|from) (?P<by>(?:the |all )*"
            r"[^.;,]{3,50})"
        ),
        (
            r"\b(?:go(?:es)?|put|submitted|referred|presented|passed|taken|sent|brought|forwarded|then)(?: "
            r"\w+){0,3}? to "
            r"(?P<by>(?:the |an? )?(?:(?!and then|to\b|for\b)[^.;,]){3,70}?) for (?:\w+ "
            r"){0,2}?(?:(?<!pre-)approval|decision"
            r"|ratification|adoption|agreement)\b(?![^.;]*\b(?:then|finally)\b)"
        ),
        r"\bin (?:\w+ ){0,2}(?P<by>board|committee|executive|council) meetings?\b",
        r"\bif (?P<by>the [\w ]{3,30}?) so (?:decides?|resolves?|agrees?)\b",
        (
            r"\b(?:changed|amended|altered) only by {FRACTION} of [\w ]+? at (?P<by>a general meeting"
            r"|an? [\w ]*meeting|an? assembly)"
        ),
        (
            r"\b(?:{FRACTION}|a (?:simple |bare |clear "
            r"|special )?majority) (?:majority )?(?:of )?(?:all )?(?P<by>(?:the "
            r"|its |those )*(?:[a-z]+ )?(?:members?|directors?"
            r"|people|partners?|groups?|trustees|board|representatives|authorities|organisations?"
            r"|steering group)[\w ]{0,20}?)(?= (?:vote|agree|at|present|have|must|has|for|who|are|and|so|in favour"
            r"|say|need)|[.,;]| ?\(|$)"
        ),
        r"\bmore than half of (?P<by>those (?:there|present|at the meeting))\b",
        r"\bin (?:a |the )?(?P<by>[\w ]{3,30}?) vote\b",
        (
            r"\b(?:majority|two[- ]thirds|three[- ]quarters|{FRACTION}|qualified|special|absolute) (?:majority "
            r")?(?:vote"
            r"|resolution|approval|decision|agreement|support)? ?(?:of|by|in) (?P<by>(?:the |an? |any "
            r")?(?:[\w-]+ ){0,4}?"
            r"(?:assembly|meeting|board|council|committee|forum|congress|conference|executive|members|membership|tsc"
            r"|partners|trustees|directors))\b"
        ),
        (
            r"(?P<by>(?:the )?[\w ]{3,40}?) (?:may|can|shall|will|reserves the right to) (?:only "
            r"|by [\w ]+ )?(?:amend|alter|change|vary|revise|recommend)\b"
        ),
    )
)
"""Who decides, the surest wording first."""
_NOBODY = re.compile(
    r"(?:those$|valid\b|votes?\b|it|they|this|these|changes?|amendments?|terms|rules|\w+ing (?:this|the|these))\b"
)


def decider(text: str) -> str:
    """Who decides on a change of the terms, lower-cased; "" where it is not said."""
    text = without_gloss(text)
    for pattern in _WORDINGS:
        match = pattern.search(text)
        if match:
            found = head(
                match["by"],
                limit=8,
                stop=(
                    r"\b(?:who|when|for|vote|present|in favour|must|with|on|having|that|after|provided|at any|if"
                    r"|carried|so|at the (?:agm|annual)|following|alone|at least|to take|in the room)\b"
                ),
            )
            if found and not _NOBODY.match(found):
                return found
    return ""
