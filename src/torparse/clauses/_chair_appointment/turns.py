"""A chair that goes round, and one that a vice-chair comes to."""

from __future__ import annotations

import re

from torparse.clauses._term_of_office.lengths import values as term_values
from torparse.lexicon.phrase import phrase
from torparse.rules.context import Context, Sentence
from torparse.rules.offices import Found, offices_in, pool_of, role_of
from torparse.rules.words import head

_CHAIRING = r"(?:{VICE}|{CHAIR}|chairing|chairmanship)"
_GOES_ROUND = phrase(
    rf"\b(?P<office>{_CHAIRING})\b[^.;]{{0,60}}?\b(?:goes round|passes (?:each year |every year |annually )?(?:to"
    rf"|round|between|among)|moves round|rotat\w+"
    r"|(?:is |be )?(?:taken|held) (?:in turns?|by each)|alternat\w+) ?(?:each (?:year|meeting|quarter) |annually "
    r"|every (?:year|meeting|quarter) |yearly )?(?:around |round |between |among(?:st)? |by |from "
    r"|throughout )?(?P<pool>(?!years?\b|months?\b"
    r"|weeks?\b"
    r"|meetings?\b)[^.;,]{3,60})?"
)
_TAKEN_IN_TURN = phrase(
    r"^\W*(?P<pool>(?:the |each of the )?[\w' ]{3,50}?) (?:shall |will )?(?:takes?|holds?"
    r"|share) (?:the )?(?P<office>chair"
    r"|chairmanship|vice-chair) (?:in turns?|by turns|in rotation|on rotation)"
)
_FROM_ONE = phrase(
    rf"\b(?P<office>{_CHAIRING})\b[^.;]{{0,20}}? (?:pass(?:es)?|moves?|goes"
    rf"|rotates) from one (?P<pool>[\w' ]{{3,40}}?) to"
    r" (?:another|the next)\b"
)
_SHARED = phrase(
    rf"\b(?P<office>{_CHAIRING})\b[^.;]{{0,30}}?\b(?:held|taken|filled|shared) by (?P<pool>[^.;,]{{3,60}}?),? "
    rf"(?:in turns?"
    r"|by turns|in rotation|on rotation|on a rota(?:ting|tional|tion)? basis|alternately|turn and turn about)\b"
)
_THIS_GOES_ROUND = phrase(
    r"^\W*(?:this|it|the (?:post|role|job|office)) (?:goes round|moves round|passes (?:round|between|among)"
    r"|rotates (?:round|between|among(?:st)?|around)) (?P<pool>(?:the |our )?[\w' ]{3,50})"
)
_A_ROTATING = phrase(r"\b(?:a |the )?rotating (?P<office>{CHAIR}|{VICE}|chairmanship)")
_TAKES_TURNS = phrase(
    rf"(?P<pool>(?:the |our |all |each of the )?[\w'’ ]{{2,40}}?) (?:shall |will |all |then )*takes? (?:it in )?turns? "
    rf"(?:at |in |to |with |about |on )?(?:be |being |hold |holding |have |having |do |doing |as |fill |filling )?"
    rf"(?:the |our )?(?P<office>{_CHAIRING})\b"
)
_HANDED_ROUND = phrase(
    rf"\b(?P<office>{_CHAIRING})\b[^.;]{{0,20}}? (?:gets?|is|are|shall be|will be|to be) (?:passed|handed|shared"
    rf"|moved|swapped) (?:round|around|on|along|out)(?: (?:by turns|in turn|among(?:st)?|between|from|to))*\b"
    r"(?! (?:the )?(?:table|room|papers))(?: (?P<pool>the [\w' ]{3,40}))?"
)
_HAS_A_GO = phrase(
    rf"\b(?:each|every|all|everyone|everybody)(?: of)?(?: the| our)? ?(?P<pool>[\w' ]{{0,30}}?) (?:shall |will"
    rf" )?(?:has|have"
    rf"|takes?|gets?|serves?) (?:a|an|its|their|one) (?:go|turn|spell|stint|term) (?:at|in|as|of|with|on) (?:being "
    rf"|holding "
    rf"|having |doing )?(?:the )?(?P<office>{_CHAIRING})\b"
)
_BY_ROTATION = phrase(
    rf"\b(?P<office>{_CHAIRING})\b[^.;]{{0,30}}? (?:is|are|shall be|will be|to be|held|taken|filled|chosen)"
    rf"(?: held| filled| taken| chosen| decided)? (?:by|on|in|through) (?:\w+ )?(?:rotation|a rota|rota|turns)\b"
    rf"(?: (?:among(?:st)?|between|of|round) (?P<pool>[^.;,]{{3,60}}))?"
)
_ROTA = r"(?:on an? (?:rotat\w+|rota) basis|on a rota|in rotation|by rotation|in turns?|by turns|turn and turn about)"
_MEETINGS_IN_TURN = phrase(
    rf"\b(?:chaired|presided over|chairing (?:is|shall be|will be|of [\w ]{{3,30}}? (?:is|shall be|will be)))\b"
    rf"[^.;]{{0,40}}? {_ROTA}\b(?:,? (?:by|between|among(?:st)?|from"
    rf"|across) (?P<pool>[^.;,]{{3,60}}))?"
    rf"|\b(?:chaired|presided over) (?:by|between|among(?:st)?) (?P<pool2>[^.;,]{{3,60}}?),? {_ROTA}\b"
    r"|(?:^|[.;] ?)\W*(?P<pool3>(?:the |all |our )?[\w' -]{3,40}?) (?:shall |will |may )?(?:takes?|share) (?:it in )?"
    r"turns? (?:at|in|to|with)? ?(?:be |being |the )?chair(?:ing)?\b"
    r"|(?:^|[.;] ?)\W*(?:a|each time a|every time a) different (?P<pool4>[\w' -]{3,30}?) (?:shall |will |is to |to )?"
    r"(?:chairs?|takes? the chair) (?:at |of |for )?(?:each|every) (?:\w+ )?meeting"
)
"""Meetings that are chaired by one after the other."""
_ONE_OF = phrase(r"^(?:(?:each|one|any|all) of )?(?:the |its |their |our )?")
_EACH_YEAR = phrase(
    r"\b(?:each|every) (?:year|january|february|march|april|may|june|july|august|september|october"
    r"|november|december)|annual|yearly|a year at a time"
)
_SUCCEEDS = phrase(
    r"(?P<from>(?:{VICE}|(?:president|chair|convener)[ -]elect))(?: of [\w ]+?)? (?:shall|will"
    r"|is to)? ?(?:automatically |then "
    r"|normally )?(?:be (?:promoted|elevated) to|becomes?|succeeds? (?:to the (?:office|post|position|role) of|as|to)"
    r"|serves? as"
    r"|moves? up to|takes? over as|assumes? the (?:office|role|position) of) (?:the )?(?P<office>{CHAIR})"
)
_OUTGOING = phrase(
    r"\b(?P<from>(?:the )?(?:outgoing|immediate past|retiring|past|previous) (?:{CHAIR}))(?: of [\w ]+?)? (?:shall"
    r"|will|is to)? ?"
    r"(?:normally |automatically )?(?:serves? as|acts? as|be|is|becomes?) (?:the )?(?P<office>{VICE})"
)


_ROUNDS = (_TAKES_TURNS, _HANDED_ROUND, _HAS_A_GO, _SHARED, _TAKEN_IN_TURN, _BY_ROTATION, _GOES_ROUND)
_ROUND_THE_ROOM = phrase(
    r"^\W*(?:the |our )?(?:table|room|group|houses?|site|audience|floor|members? to|partners to)\b"
)
"""A chair who asks everybody in turn."""
_POOL_STOP = (
    r"\b(?:in (?:the |alphabetical |strict )?order|each|every|annually|in turn|on|at|for|in|so|to|as|between)\b"
)


def _named_before(context: Context, sentence: Sentence) -> str:
    """The one office that the sentence before names, or the heading; "" where they name none or both."""
    before = context.before(sentence)
    for text in (*(one.text for one in before), sentence.topic):
        if offices_in(text):
            return text if len(offices_in(text)) == 1 else ""
    return "the chair" if _WHO_CHAIRS.search(sentence.topic) else ""


_WHO_CHAIRS = phrase(r"\bwho(?:['’]s| is| are)? (?:chairs|in (?:the chair|charge))\b")


def in_turn(context: Context, sentence: Sentence) -> Found:
    """The chair goes round the partners, is taken in turn or rotates."""
    text = sentence.text
    match = next((goes for pattern in _ROUNDS if (goes := pattern.search(text))), None)
    pool = ""
    if match and _ROUND_THE_ROOM.match(match["pool"] or ""):
        return []
    if match:
        pool = head(match["pool"] or "", limit=9, stop=_POOL_STOP)
        if re.match(r"basis\b|$", pool):  # "on a rotating basis from the partner bodies"
            pool = pool_of(text[match.end("office") :])
        pool = "" if pool in ("we", "they", "it", "everyone", "and") else pool
    office = match["office"] if match else ""
    if not pool and (turns := _MEETINGS_IN_TURN.search(text)):
        told = next((group for name, group in turns.groupdict().items() if group), "")
        office, pool = "the chair", head(_ONE_OF.sub("", told), limit=6)
    if one := _FROM_ONE.search(text):
        office, pool = one["office"], head(one["pool"])
    elif (this := _THIS_GOES_ROUND.match(text)) and (named := _named_before(context, sentence)):
        office, pool = named, head(this["pool"], stop=_POOL_STOP)
    elif not office and (rotating := _A_ROTATING.search(text)):
        office = rotating["office"]
    if not office:
        return []
    term = (term_values(text, "term of office") or {}).get("term")
    found = {
        "role": role_of(office),
        "method": "rotating",
        "from": pool,
        "term": term or ("P1Y" if _EACH_YEAR.search(text) else ""),
    }
    return [({k: v for k, v in found.items() if v}, None)]


def succession(context: Context, sentence: Sentence) -> Found:
    """The vice-chair becomes chair, or the outgoing chair vice-chair."""
    match = _SUCCEEDS.search(sentence.text) or _OUTGOING.search(sentence.text)
    if not match or phrase(r"\b(?:absence|absent|meeting|vacan\w+|resign\w*|unable)\b").search(sentence.text):
        return []
    return [({"role": role_of(match["office"]), "method": "ex_officio", "from": head(match["from"])}, None)]
