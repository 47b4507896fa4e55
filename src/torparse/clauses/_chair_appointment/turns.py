"""A chair that goes round, and one that a vice-chair comes to."""

from __future__ import annotations

from torparse.clauses._term_of_office.lengths import values as term_values
from torparse.lexicon.phrase import phrase
from torparse.rules.context import Context, Sentence
from torparse.rules.offices import Found, offices_in, role_of
from torparse.rules.words import head

_CHAIRING = r"(?:{VICE}|{CHAIR}|chairing|chairmanship)"
_GOES_ROUND = phrase(
    rf"\b(?P<office>{_CHAIRING})\b[^.;]{{0,60}}?\b(?:goes round|passes (?:each year |every year |annually )?(?:to"
    rf"|round|between|among)|moves round|rotat\w+"
    r"|(?:is |be )?(?:taken|held) (?:in turns?|by each)|alternat\w+) ?(?:each year |annually |every year "
    r"|yearly )?(?:around |round |between |among(?:st)? |by |from |throughout )?(?P<pool>(?!years?\b|months?\b"
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


def in_turn(context: Context, sentence: Sentence) -> Found:
    """The chair goes round the partners, is taken in turn or rotates."""
    text = sentence.text
    match = _SHARED.search(text) or _TAKEN_IN_TURN.match(text) or _GOES_ROUND.search(text)
    pool = ""
    if match:
        pool = head(
            match["pool"] or "",
            limit=9,
            stop=r"\b(?:in the order|in order|each|every|annually|in turn|on|at|for|in|so|to|as|between)\b",
        )
    office = match["office"] if match else ""
    if one := _FROM_ONE.search(text):
        office, pool = one["office"], head(one["pool"])
    elif (this := _THIS_GOES_ROUND.match(text)) and offices_in(sentence.topic):
        office, pool = sentence.topic, head(this["pool"])
    elif not match and (rotating := _A_ROTATING.search(text)):
        office = rotating["office"]
    if not office:
        return []
    term = (term_values(text, sentence.topic) or {}).get("term")
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
