"""Who decides on a change of the terms, in all the ways that officers put it."""

from __future__ import annotations

from torparse.lexicon.patterns import compiled
from torparse.lexicon.phrase import phrase
from torparse.rules.thresholds import threshold
from torparse.rules.words import head, without_gloss

_MEETING = (
    r"(?:annual |special |extraordinary )+(?:open |public |general )?(?:meeting|assembly)|(?:agm|egm|sgm)"
    r"|general meeting"
    r"|assembly"
)
_MEETINGS = rf"(?:(?:the|an?|any) )?(?:{_MEETING}|special meeting)"
_IS_FOR = (
    r"(?:only )?(?:for|down to|up to|left to|a matter for|the (?:business|job|task|preserve|right) of"
    r"|within the (?:gift|power) of)"
)
_LEFT_TO = (
    r"(?:(?:rests?|lies?|falls?|belongs?|resides?) (?:only )?(?:with|to|on)|(?:is|are|shall be|will be) "
    rf"(?:with|{_IS_FOR}))"
)
_NO_ACT = (
    r"(?!(?:be|do|make|take|have|approval|agreement|decision|consultation|all to|\w+ing)\b|[^.;]*\b(?:how|who|when"
    r"|whether)\b)"
)
"""To whom a change is left; what is to be done is nobody."""
_AFTERWARDS = phrase(
    r",? (?:and |but |always )?(?:with|subject to|conditional (?:up)?on|pending|followed by) (?:the )?"
    r"(?P<later>(?:final|subsequent|later|formal|further|eventual) )?(?P<act>approval|ratification|confirmation"
    r"|endorsement"
    r"|consent|agreement|sign-off) (?:from|of|by) [^.;,]{3,60}"
)
"""Who must agree to what others have decided."""
_RATIFIED = phrase(r"^(?:ratif|confirm|endors)")
_ASKED_FOR = phrase(
    r"\b(?:if|where|when|on|upon)(?: being)? (?:so )?(?:the )?(?:request|requisition|demand|ask|petition)\w*"
    r"(?: (?:so to do|to do so|in writing))? (?:by|of|from) [^.;,]{3,110}?(?=,| (?:the [\w ]{3,25} )?(?:shall|must"
    r"|will|summon"
    r"|call|convene)\b|$)"
)
"""Those at whose wish a meeting is called to change the terms."""


def of_those_who_decide(text: str) -> str:
    """``text`` without those who ask for a change and without those who confirm what others have decided."""
    text = _ASKED_FOR.sub(" ", text)
    later = _AFTERWARDS.search(text)
    if not later:
        return text
    rest = text[: later.start()] + text[later.end() :]
    return rest if later["later"] or _RATIFIED.match(later["act"]) or threshold(rest) else text


_WORDINGS = tuple(
    phrase(pattern)
    for pattern in (
        (
            r"^\W*(?:amendments?|changes?|alterations?|variations?)? ?[:–—-]? ?(?:only )?(?:by|with) (?:a "
            r"|the )?(?:resolution"
            r"|agreement|approval|decision|consent) of (?P<by>(?:the |all )?[^.;,]{3,50})"
        ),
        r"\breserved (?:to|for) (?P<by>(?:the |our |an? )?[^.;,]{3,60})",
        (
            r"\b(?:amendment|alteration|variation|revision|change|changing|altering|amending|varying|rewriting)s?\b"
            rf"[^.;,]{{0,40}}? {_LEFT_TO} (?P<by>{_NO_ACT}(?:the |our |an? )?[^.;,]{{3,60}})"
        ),
        (
            r"^\W*(?:only )?(?:that|this|it|they|doing (?:so|that|it)|the (?:power|right|job|task)(?: to do (?:so|it"
            rf"|that))?)(?:['’]s|(?= ))(?: {_LEFT_TO}| {_IS_FOR}) (?P<by>{_NO_ACT}(?:the |our |an? )?[^.;,]{{3,60}})"
        ),
        (
            r"\b(?:to|with|for) (?P<by>(?:the |our |an? )?(?!(?:whom|which)\b)[^.;,]{3,60}?),? (?:as|since|because|for"
            r"|which|who) (?:it |they )?(?:alone |only )*(?:can|may|has|have|is|are)\b[^.;]*\b(?:alter|amend|chang|vary"
            r"|revis|rewrit)"
        ),
        (
            r"\bit(?:['’]s| is) (?:only )?(?P<by>(?:the |our )?[\w’' -]{3,40}?),? (?:which|that|who) (?:\w+ly |alone "
            r"|then"
            r" |then |can |may |gets to |must )*(?:makes?|decides?|approves?|rewrites?|agrees?|adopts?|changes?|alters?"
            r"|amends?)\b"
        ),
        r"\bwe (?P<by>members|partners|trustees)\b (?:\w+ )?(?:want|wish|can|may|decide|vote|agree|like)\b",
        rf"^\W*(?:yes|they can|it can|you can|we can|they may),? (?:but )?(?:only )?at (?P<by>{_MEETINGS})",
        r"\b(?:effected|carried out|brought about|done|rewritten) (?:only )?by (?P<by>(?:the |an? |all )?[^.;,]{3,60})",
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
            r"\b(?:amended|altered|changed|varied|revised|updated|modified) (?:only |at any time )*by (?P<by>(?:the "
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
            r"\b(?:amended|altered|changed|varied|revised|updated|modified) (?:only |at any time )*by (?:a |the "
            r"|an )?(?:simple "
            r"|special |majority |two[- ]thirds )*(?:resolution|vote|decision|agreement|majority|approval"
            r"|consent)(?: vote)? (?:of|by|passed by"
            r"|at) (?P<by>(?!(?:an? )?(?:[\w-]+ )?(?:{FRACTION} )?majority of (?:the )?votes)[^.;]{3,70})"
        ),
        (
            r"\b(?:amended|altered|changed|varied|revised|updated|modified) (?:only |at any time )*(?:by"
            r"|with the (?:agreement"
            r"|approval|consent) of) (?:not less than "
            r"|at least )?(?:(?:a )?{FRACTION} (?:majority )?of )?(?P<by>(?!(?:a "
            r"|an |the )?(?:simple |majority |special |two|three|\d|resolution|vote|pull request|merge request"
            r"|e-?mail))[^.;]{3,70})"
        ),
        (
            r"\b(?:agreed|approved|ratified|endorsed|adopted|supported|made|authorised"
            r"|signed off)(?: in writing)? (?:only )?by (?:the )?(?P<by>(?!(?:a |an )?(?:special "
            r"|ordinary )?resolution (?:passed|of|at)"
            r"|(?:a |an )?(?:[\w-]+ )?majority)[^.;]{3,60})"
        ),
        (
            r"\b(?:support of|backing of|agreement of|approval of|consent of|votes? of|(?:approved|agreed"
            r"|backed) by) (?:at least |not less than "
            r"|more than )?(?:{FRACTION}"
            r"|(?:a|the) (?:simple )?majority) of (?P<by>(?:the |all )?[^.;,]{3,50})"
        ),
        r"\bif (?P<by>all (?:of )?(?:the |our )?[\w ]{3,30}?) agree\b",
        (
            r"\b(?:resolution|vote|decision) (?:duly )?(?:passed|carried|taken|adopted|agreed|made) (?:at|by"
            r"|in) (?:an?|the"
            rf"|any) (?P<by>(?:quorate |full |(?:{_MEETING})\b ?(?:of )?|(?:ordinary )?meeting of )*(?:the |its "
            rf")?(?:[\w'’-]+ ){{0,3}}?"
            r"[\w'’-]+)(?=[.,;]|$| (?:and|with|where|on|for|of which)\b)"
        ),
        (
            r"\b(?:approval|consent|agreement|sign-off|permission|authority) (?:of|by|from) (?P<by>(?:the |all )*"
            r"[^.;,]{3,50})"
        ),
        (
            r"\b(?:go(?:es)?|put|proposed|submitted|referred|presented|passed|taken|sent|brought|forwarded|then)(?: "
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
            r")?(?:votes?"
            r"|resolution|approval|decision|agreement|support)? ?(?:of|by|in|from) (?P<by>(?:the |an? |any |all )*"
            r"(?:[\w-]+ ){0,4}?"
            r"(?:assembly|meeting|board|council|committee|forum|congress|conference|executive|members|membership|tsc"
            r"|partners|trustees|directors))\b"
        ),
        (
            r"^\W*(?P<by>(?:the |all )?(?:(?!may|can|shall|will|must|should)[\w'-]+ ){1,5}?)(?=(?:may|can|shall|will"
            r"|must|should|is|are|has"
            r"|have|approves?|authoris\w+|decides?)\b)[^.;]*?\b(?:approv|authoris|decid)(?:es?|ing) (?:on )?"
            r"(?:any |all |the )*(?:proposed )?(?:changes?|amendments?|revisions?|alterations?) (?:to|of|in)\b"
        ),
        rf"\b(?:summon|call|convene)s? (?:an?|the) (?P<by>{_MEETING})\b[^.;]*\b(?:amend|alter|chang)",
        (
            r"(?P<by>(?:the )?[\w ]{3,40}?) (?:may|can|shall|will|reserves the right to) (?:only "
            r"|by [\w ]+ )?(?:amend|alter|change|vary|revise|rewrite|redraft|update|modify|recommend)\b"
        ),
    )
)
"""Who decides, the surest wording first."""
_NOBODY = compiled(
    r"(?:(?:as|since|because|for|if|when) (?:it|they|we|you)\b|(?:it|they) alone\b|we$|you$|nobody|no one|those$"
    r"|valid\b|votes?\b|it|they|this|these|changes?|amendments?|terms|rules|\w+ing (?:this|the|these))\b"
)


def decider(text: str) -> str:
    """Who decides on a change of the terms, lower-cased; "" where it is not said."""
    text = without_gloss(text)
    narrowed = of_those_who_decide(text)
    return _first(narrowed) or _first(text)


def at_meeting(lead: str) -> str:
    """The meeting whose business a lead-in lists ("There shall be an annual general meeting at which:"), or ""."""
    match = _LISTS_BUSINESS.search(lead)
    return head(match["by"], limit=5) if match else ""


_LISTS_BUSINESS = phrase(
    rf"\b(?:an?|the|each|every|at) (?P<by>{_MEETING})\b[^.;]*\b(?:at which|where|when|shall|will|business"
    rf"|agenda)\b[^.;]*:\W*$"
)


def _first(text: str) -> str:
    for pattern in _WORDINGS:
        match = pattern.search(text)
        if match:
            found = head(
                match["by"],
                limit=8,
                stop=(
                    r"\b(?:who|which|by an?|by the|when|where|for|vote|present|in favour|must|with|on|having|that"
                    r"|after|provided|at any|if"
                    r"|carried|so|at the (?:agm|annual)|following|alone|at least|to take|in the room)\b"
                ),
            )
            if found and not _NOBODY.match(found):
                return found
    return ""
