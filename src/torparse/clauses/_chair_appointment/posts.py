"""A chair that comes with a post, is given to an organisation, or is only named."""

from __future__ import annotations

import re

from torparse.lexicon.phrase import phrase
from torparse.rules.context import Context, Sentence
from torparse.rules.offices import OFFICE, POST, Found, from_post, offices_in, role_of
from torparse.rules.words import head

_TAKES = phrase(
    r"(?P<post>(?:the )?[^.;:]{3,90}?),? (?:takes|shall take|will take|to take|occupies|holds|shall hold|will hold)"
    r" the (?P<what>chair|chairmanship)\b(?! (?:for|at|of) (?:that|the) meeting)"
)
_GIFT = phrase(
    r"\b(?P<office>chair(?:man)?ship|(?:post|office|position) of (?:{CHAIR}|{VICE})|{CHAIR}|{VICE}"
    r"|who chairs [\w ]{2,30})\b"
    r"[^.;]{0,30}?\b(?:is|are|lies|rests) (?:in the gift of|a matter for|for) (?P<by>[^.;]{3,60})"
)
_FORWARD = phrase(
    r"(?P<by>(?:the )?[\w ]{3,40}?) (?:shall |will |may |should )?(?:puts? forward|proposes?|recommends?"
    r"|suggests?|names|nominates?) (?:(?:an? |the |its |our )(?P<office>{CHAIR}|{VICE})"
    r"|(?:the |an? )?(?:person|one|member|somebody|someone|whoever)(?: who| that)? (?:is to|shall|will|should|to)"
    r" (?:be |become |act as |serve as |take )?(?:the |our )?(?P<seat>{CHAIR}|{VICE}))"
)
_PROVIDES = phrase(
    r"(?P<by>(?:the )?[\w'’ ]{3,50}?) (?:shall |will |to )?(?:also )?(?:provides?|supply|supplies"
    r"|furnish(?:es)?) (?:an? |the "
    r"|its )(?P<office>{CHAIR}|{VICE})(?! and (?:tables|the venue|a room))"
)
_CHAIRED_BY = phrase(
    r"\b(?:co-?)?(?:chaired|presided over|led),? (?:(?:jointly|ideally|normally|usually|preferably|initially"
    r"|where possible),? )?(?:by|(?!(?:at|in|on|for|and|or|as)\b)[a-z]{2,3}(?= the ))"
    r" (?P<post>[^.;]{3,110})"
)
_SHALL_CHAIR = phrase(
    rf"(?P<post>(?:[^.;:]|\.(?=\d)){{3,160}}?),? (?:shall|will|is to|may)? ?(?:also |normally )?(?:act as |acts as "
    rf"|serve as "
    rf"|serves as |by virtue of (?:that|their|his or her|the) (?:position|office|post) be |ex[ -]officio be "
    rf"|ex[ -]officio |automatically be(?:come)? |normally be |succeeds? to the (?:office|post|position) of |be |is "
    rf"|become"
    rf"|becomes )(?:ex[ -]officio )?(?:the |our )?(?P<office>{OFFICE})(?: of| for|[.,;]|$| ex| at the"
    r"| on| by (?:virtue|right|reason))"
)
_CHAIRS = phrase(
    r"(?P<post>[^.;:]{3,120}?) (?:(?:shall|will|is to|to) (?:chair|preside (?:at|over))"
    r"|(?<!ing\s)(?<!the\s)(?<!with\s)chairs(?! (?:and|or|of|from|who|in|to|are|with)\b)"
    r"|presides over|presides at) (?:every |all |each |meetings of )?(?:the )?(?P<what>[\w &]+)"
    r"|(?P<post2>[^.;:,]{3,80}?) (?:shall|will|is to) chair\W*$"
)
_HELD = phrase(
    rf"(?:(?:post|office|position|role|function) of (?:the )?)?(?P<office>{OFFICE})(?: of [\w ]+?)? (?:shall|will"
    rf"|is to|must)? ?"
    rf"(?:be |is |are )(?:held|filled|occupied|taken|undertaken|performed) by (?P<post>[^.;]{{3,90}})"
)
_IS = phrase(
    rf"^\W*(?:(?:by default|by custom|as a rule|unless [^,.;]{{3,60}}|in the first instance),? )?(?:the "
    rf"(?:(?-i:[A-Z])[\w&-]* ){{0,3}})?(?:(?:post|office|position"
    rf"|role) of (?:the )?)?(?P<office>{OFFICE})(?: of (?:the )?[\w &'’-]+?)? (?:is|shall be|will be"
    rf"|must be|are|should be)(?:,? by default,?)? (?P<post>(?:the|an?|one of the|leaders|members)\b[^.;]{{3,90}})"
)
_MEMBER_LIST = phrase(
    rf"^\W*(?P<post>[^:;()]{{3,90}}?),? ?(?:\((?:the )?(?P<office>{OFFICE})\)|[-–—] (?P<office2>{OFFICE}))\W*$"
)
_LABEL = phrase(
    rf"^\W*(?:the )?(?P<office>{OFFICE})(?: of [\w &']+?)?(?:\W{{0,2}}[:=]| [-–—]) *(?P<post>(?:the "
    rf"|an? )?[^.;:]{{3,90}})"
)
_PERSON = (
    r"(?-i:(?:(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Professor|Prof|Sir|Dame|Rev|Revd|Canon)\.? )?"
    r"[A-Z][\w'’áéíóúâêô]+(?: [A-Z]\.?)?(?: (?:Mc|O['’]|de |van )?[A-Z][\w'’áéíóúâêô-]+){1,2})"
)
_ORGAN = phrase(
    r"\b(?:sub-?)?(?:council|board|committee|group|forum|partnership|trust|panel|association|team|service|report"
    r"|election|workstream|network|sector|unit|department|authority|directorate|hub|cluster|federation|society"
    r"|office)s?\b"
)
_NO_NAME = phrase(
    r"\b(?:director|officer|executive|manager|minister|secretary|commissioner|constable|leader|portfolio|cabinet|chief"
    r"|president|governor|treasurer|co-?ordinator|principal|inspector|consultant|superintendent|nurse|editor)\b"
)
"""Words of a post that are nobody's name, in capitals or not."""
_NAMED = phrase(
    rf"^\W*(?:the )?(?:current )?(?P<office>{OFFICE})(?: of [\w &']+?)?(?:\W{{1,3}}| is | will be )"
    rf"(?P<person>{_PERSON})(?=$|[,;.(]| \()"
    rf"|{_PERSON}[^.;()]{{0,60}}\((?:the )?(?P<office2>{OFFICE})\)"
)
_NOT_A_POST = phrase(
    r"^\W*no\b|\b(?:cannot|can|may|if|when|where|one shall|nobody|no (?:person|one)|not|each|every|neither"
    r"|whoever (?:is|the)|someone|somebody|we)\b"
    r"|\bthere\s*$"
)


_GIVEN = phrase(
    r"^\W*(?:in the first instance|initially|at first|to begin with|for the first \w+|for now)?,? ?(?P<who>(?:the )?"
    r"(?-i:[A-Z][\w&’']+)(?: (?-i:[A-Z][\w&’']+)){0,3}) (?:shall|will|is to) (?:initially |first |also )?(?:chair"
    r"|convene"
    r"|preside over) (?:this|the|our) (?:\w+ ){0,2}?(?:committee|board|group|partnership|forum|panel|task ?force"
    r"|network|council|alliance)\b(?! meeting)"
)
_NOBODY = phrase(
    r"^(?:the )?(?:they|he|she|it|we|you|who|members?|this|that|these|there|someone|somebody|board|committee|group"
    r"|secretary|treasurer|clerk)\b"
)
_APPOSED = phrase(
    r"\b(?:its|their|our|(?:board|committee|group|forum|panel|partnership)['’]s) (?P<office>{CHAIR}), "
    r"(?P<post>(?:the|currently the) [^.;,()]{5,90}?)(?= who\b|[.;]|$| ?\()"
)
_BY_LABEL = phrase(r"^\W*(?:led|chaired|convened) by *: *(?P<post>[^.;:]{3,90})$")


def ex_officio(context: Context, sentence: Sentence) -> Found:
    """Who holds the chair by a post, by an organisation's gift, or by what the sentence says outright."""
    text = sentence.text
    if (match := _BY_LABEL.match(text)) and sentence.column:
        return from_post(text, head(match["post"].split(",")[0]), "chair")
    if match := _FORWARD.search(text):
        office = match["office"] or match["seat"]
        return [({"role": role_of(office), "method": "nominated", "by": head(match["by"])}, None)]
    if match := _GIFT.search(text):
        return [({"role": role_of(match["office"]), "method": "appointed", "by": head(match["by"])}, None)]
    match = _PROVIDES.search(text)
    if match and not phrase(r"\bchairs and\b|\btables\b").search(text):
        return [({"role": role_of(match["office"]), "method": "appointed", "by": head(match["by"])}, None)]
    if match := _HELD.search(text):
        return from_post(text, match["post"], role_of(match["office"]))
    if (match := _TAKES.match(text)) and not _NOT_A_POST.search(match["post"]):
        return from_post(text, match["post"], "chair")
    if (match := _CHAIRED_BY.search(text)) and (match[0].lower().find("led") != 0 or POST.search(match["post"])):
        return from_post(text, match["post"], "chair")
    return _chairs(text) or _complement(text)


def _chairs(text: str) -> Found:
    label, _, rest = text.partition(":")
    match = _CHAIRS.match(rest.strip() if rest and len(label.split()) <= 3 else text)
    if match and match["post2"] and not _NOT_A_POST.search(match["post2"]):
        return from_post(text, match["post2"], "chair")
    if not match or match["post2"] or len(match["post"].split()) < 2 or _NOT_A_POST.search(match["post"]):
        return []
    if re.search(r"\b(?:meeting|that|them|it)\b", match["what"], re.I) and not re.search(r"\bof the\b", match["what"]):
        return []
    return from_post(text, match["post"], "chair")


_AT_MEETINGS = phrase(r"^\W*at (?:every|each|all|any) (?:[\w-]+ ){0,3}?meetings?(?: of [\w ]{3,30})?,? (?=the\b)")


def _complement(text: str) -> Found:
    text = _AT_MEETINGS.sub("", text)
    match = _SHALL_CHAIR.match(text)
    if match and not _NOT_A_POST.search(match["post"]):
        return [found for role in offices_in(match["office"])[-1:] for found in from_post(text, match["post"], role)]
    match = _IS.match(text)
    if match and not phrase(
        r"\b(?:responsible|able|entitled|informed|member of (?:the )?(?:board|executive)\b)|^the (?:chief|principal"
        r"|senior|presiding|head|leading) officer of (?:the|this|our) (?:society|club|association"
        r"|group|organi[sz]ation|union|forum|partnership|charity|network)\b|^an? (?:officer|employee"
        r"|trustee|director) of\b"
    ).search(match["post"]):
        return from_post(text, match["post"], role_of(match["office"]))
    return []


_DOES = phrase(
    r"^(?:to|will|shall|is|are|see|responsible|tb|(?:supports?|helps?|leads?|assists?|chairs|presides?|stands? in"
    r"|deputi[sz]es?|convenes?|acts?|works?|runs?|oversees?|co-?ordinates?|represents?|guides?|advises?"
    r"|ensures?|calls?"
    r"|signs?|speaks?|liaises?|manages?|organi[sz]es?|takes? over|steps? in|covers?|reports?|facilitates?"
    r"|directs?)(?! of"
    r"\b| for\b))\b"
)
"""What the office does, not who holds it."""


def listed(context: Context, sentence: Sentence) -> Found:
    """A member list or a label: "Head of Nursing (Chair)", "Chair: the Director of Place". A person is only a"
    " holder."""
    text = sentence.text
    match = _MEMBER_LIST.match(text)
    if match and (sentence.item or sentence.column or len(text.split()) <= 14):
        role = role_of(match["office"] or match["office2"])
        person = phrase(rf"^\W*{_PERSON}(?:$|,| of| from)").match(match["post"])
        if person and not _NO_NAME.search(person[0]):
            return [({"role": role}, None)]
        if offices_in(match["post"]) and len(match["post"].split()) <= 2:
            return []  # "Chair (President)": two names of one office
        return from_post(text, match["post"], role) if POST.search(match["post"]) else []
    match = _LABEL.match(text)
    if (
        match
        and not _NOT_A_POST.search(match["post"])
        and POST.search(match["post"])
        and not (
            (person := phrase(rf"^\W*{_PERSON}(?:$|[,(])").match(match["post"])) and not _NO_NAME.search(person[0])
        )
    ):
        if _DOES.match(match["post"]):
            return []
        return from_post(text, match["post"], role_of(match["office"]))
    return []


def apposed(context: Context, sentence: Sentence) -> Found:
    """ "advises the Board and its chair, the Director of Public Health"."""
    match = _APPOSED.search(sentence.text)
    if not match or offices_in(match["post"]) or phrase(r"\band\b(?: the| an?| its)?").search(match["post"]):
        return []  # a list: "its chair, the secretary and the treasurer"
    found = from_post("", match["post"], role_of(match["office"]))
    return [one for one in found if one[0].get("method") == "ex_officio"]


def given(context: Context, sentence: Sentence) -> Found:
    """ "In the first instance the Trust will chair this committee": a holder, and no way of choosing one."""
    match = _GIVEN.match(sentence.text)
    if not match or offices_in(match["who"]) or _NOBODY.match(match["who"]):
        return []
    return [({"role": "chair"}, None)]


def asked(context: Context, sentence: Sentence) -> Found:
    """The answer to "Who chairs the meetings?"."""
    if not phrase(r"^\W*who (?:chairs|is (?:the )?chair|will chair|leads the meeting)").search(sentence.topic):
        return []
    if context.under_topic(sentence)[0] is not sentence or len(sentence.text.split()) > 14:
        return []
    match = phrase(r"^\W*(?P<post>(?:the|our|an?) [\w' ]{3,60})\W*$").match(sentence.text)
    return from_post(sentence.text, match["post"], "chair") if match else []


def named(context: Context, sentence: Sentence) -> Found:
    """A person is named and no way of choosing: only the role is known (GUIDE.md, Conventions)."""
    text = sentence.text
    match = _NAMED.search(text)
    if phrase(r"^\W*(?:the )?[\w ]{3,40} (?:will|shall)? ?(?:have|has|be led by) an independent (?:{CHAIR})\b").match(
        text
    ):
        return [({"role": "chair"}, None)]
    if not match or len(text.split()) > 25 or (match["person"] and _ORGAN.search(match["person"])):
        return []
    if len(sentence.spans) > 1 and match.end() <= sentence.spans[0][1] - sentence.spans[0][0]:
        return []  # the row's first cell says it, which is a sentence of its own
    return [({"role": role}, None) for role in offices_in(match["office"] or match["office2"])[:1]]
