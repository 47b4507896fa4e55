"""How an office is filled: which offices a sentence names, by what method, by whom, from what pool, for how long."""

from __future__ import annotations

import re
from typing import Any

from torparse.lexicon.phrase import phrase
from torparse.model import Status
from torparse.rules.words import head

Found = list[tuple[dict[str, Any], Status | None]]
"""Values of appointments with the status, where it is known already."""

_METHODS: tuple[tuple[str, str], ...] = (
    (
        "elected",
        r"\belect(?:s|ed|ing)?\b|\bballot\b|\bvote[sd]? (?:for|in)\b|\belection of (?:a |the )?(?:{CHAIR}|{VICE})",
    ),
    (
        "rotating",
        (
            r"\bgoes round\b|\bpasses (?:to|round|between)\b|\bmoves round\b|\bhands? every\b|\brotat(?:e|es|ed"
            r"|ing|ion|ional)\b|\bin turn\b|\btake turns\b|taken in turns?"
        ),
    ),
    ("appointed", r"\bappoint(?:s|ed|ing|ment)?\b|\brecruited\b"),
    ("nominated", r"\bnominat(?:e|es|ed|ing)\b|\bput(?:s|ting)? forward\b|\bpropos(?:es?|ed|ing)\b"),
    (
        "selected",
        (
            r"\b(?:select(?:s|ed)?|chosen|choose|chooses|pick(?:s|ed)?|drawn|agree(?:d|s)? (?:upon )?(?:by|from|a)"
            r"|identified|decided by)\b"
        ),
    ),
)
OFFICE = (
    r"(?:(?:{VICE})|(?:{CHAIR})|\bmoderator\b)(?:\W+(?:and|or|&|/)?\W*(?:the |a |an |one |its )?"
    r"(?:(?:{VICE})|(?:{CHAIR})))?"
)
_DOING = (
    r"(?!(?:voting|participating|outgoing|incoming|founding|steering|governing|managing|existing|remaining|sitting"
    r"|standing|serving|attending|funding|contributing|retiring|working|organi[sz]ing|co-?ordinating|building|planning"
    r"|nursing|engineering|commissioning|housing|appointing|nominating|hosting|leading|presiding|ruling|electing"
    r"|constituting|teaching|training|supporting|sponsoring|operating|advising|competing|member|paying|sending)\b)"
    r"[a-z]{3,}ing\b(?! (?:committee|board|group|panel|body|forum|council|team|meeting|members?|partners?)\b)"
)
"""What is done, where the doer would stand ("appointed to help by bringing people together")."""
_BY = phrase(
    r"\b(?:elected|appointed|selected|chosen|nominated|agreed|picked|decided|recruited|approved|provided|supplied|drawn"
    r"|determined|designated|identified|named|voted in|put forward|proposed)\b[^.;]{0,60}?\bby (?!virtue|rotation"
    r"|consensus|agreement|lot\b|then\b|email|post\b"
    rf"|\d|(?:the )?(?:end|start|close|date)\b|{_DOING}|open (?:recruitment|advert)"
    rf"|(?:an? )?(?:\w+ )?elections? (?:from"
    r"|among|out of|at|held|each|every)\b|(?:an? )?(?:secret |open |postal "
    r"|online )?(?:ballot"
    r"|show of hands|vote)(?! of| by))(?P<by>[^.;]{3,110})"
)
_HOW = phrase(
    r"^(?:(?:an? |the )?(?:[\w-]+ ){0,2}(?:majority|votes?|ballot|election|agreement|consensus)(?: vote| decision)?"
    r" (?:of|by|from|among(?:st)?|between) |(?:and|or) (?:from|among) (?:among(?:st)? )?|from and by )"
)
_BY_VOTE = phrase(r"\bby (?:an? |the )?(?:[\w-]+ ){0,2}(?:majority(?! of whom)|votes?|ballot|show of hands)\b")
_OWN_VOTE = phrase(
    r"\b(?:appointed|chosen|selected|filled|made|determined|decided) by (?:an? )?(?:\w+ )?election\b|"
    r"\bby (?:an? |the )?(?:[\w-]+ ){0,2}(?:majority vote|votes?|ballot|show of hands) (?:of|by|among(?:st)?)"
    r" (?:the |all |its |their )?(?:[\w-]+ ){0,2}(?:members(?:hip)?|those present|committee|group"
    r"|forum|partnership|panel|assembly|partners)\b"
)
"""Members who vote elect, whatever the verb ("appointed by a majority vote of the members")."""
_OWN = phrase(
    r"\b(?:from(?: among(?:st)?| within)?|out of|among(?:st)?) (?P<pool>(?:themselves|themself|(?:their"
    r"|its) [\w ]{3,40}))"
)
_FROM = phrase(
    r"\b(?:from(?: among(?:st)?| within)?|out of|among(?:st)?|one of)\b (?!any (?:one|single)\b|the same\b|then on\b"
    r"|now on\b|time to time\b|the floor\b)"
    r"(?P<pool>[^.;,]{3,80})"
)
_THOSE_WHO = phrase(r"^(?:those|people|persons|anyone|all) (?:who|that) [^.;,]{3,60}")
"""A pool told by what its people do: the words after "those" are all there is of it."""
_ONE_OF_THEIR_NUMBER = phrase(r"\bone of (?P<pool>their number|its number|themselves)\b")
POST = phrase(
    r"\b(?:leaders?|directors?|mayor|provost|officer|executive|head|managers?|minister|secretary|commissioner"
    r"|member for"
    r"|portfolio holder|cabinet member|lead member|vicar|rector|principal|dean|president|governor|conven[eo]r"
    r"|treasurer|clerk"
    r"|headteacher|warden|superintendent|professor|registrar|co-?ordinator|lead|chief|nurse|editor|librarian|bishop"
    r"|sheriff"
    r"|commander|chancellor|ceo|owner|chair\w*|finished|holder of|inspector|consultant|vice-chair|whoever)\b"
)
"""Words by which a post is told from a person or a crowd."""
_ANY_OF = phrase(
    r"^(?:an? |one (?:of )?|(?=leaders|members|representatives))(?:the )?(?:[\w’'-]+ ){0,3}?(?:members?|councillors?"
    r"|trustees?"
    r"|representatives?|residents?|persons?|people|leaders|carers?|directors|parents?|nominees?)\b"
)

STAND_IN = phrase(
    r"\b(?:in the absence of|in the (?:{CHAIR}|{VICE})[’']s absence|when the (?:{CHAIR}) is (?:absent|away)"
    r"|if (?:both |neither )?(?:the )?(?:{CHAIR}|{VICE})[^.;]{0,60}(?:absent"
    r"|unavailable|not present|unable|cannot|is in the room)|in (?:his|her|their|whose) absence"
    r"|for that meeting|at that meeting|to preside for|if neither|preside at (?:the|that) meeting"
    r"|neither of them|lead it|(?:if|where|should) there (?:is|be) no such (?:person|officer)|(?:is|are) not present"
    r" within|if no (?:trustee|member|director|such person)[^.;]{0,30}? (?:is )?present)\b"
)
"""Who presides at one meeting: no appointment."""
FOR_THE_TIME = phrase(
    r"\b(?:temporary|acting|interim|substitute|stand-?in) (?:{CHAIR}|{VICE})"
    r"|\bfor (?:that|the|this) (?:\w+ )?meeting(?: only)?\W*$|\bfor the (?:duration|purposes?) of (?:that|the"
    r"|this) meeting\b"
)
"""Who is chosen for one meeting, by election too."""
DUTY = phrase(
    r"^\W*(?:the )?(?:{CHAIR}|{VICE})(?: of [\w ]+?)? (?:shall|will|should|may|must|is responsible|has"
    r"|can) (?!be (?:elected|appointed|selected|chosen|nominated|drawn|a |an |the |one |agreed|from|provided"
    r"|supplied|decided|determined|picked"
    r"|designated|named"
    r"|recruited|taken|held|rotated)|come from|rotate|also be)"
)
"""What a chair does: no appointment."""
SUCCESSORS = phrase(r"\bsuccessors? (?:is|are|has been|have been) (?:elected|appointed|chosen)")
"""Until when an office is held: no appointment."""


def offices_in(text: str) -> list[str]:
    """The roles that ``text`` names: "chair", "vice_chair"."""
    vice = phrase(r"{VICE}").search(text)
    chair = phrase(r"{CHAIR}|^\W*(?:the |a )?moderator\b").search(text)
    return [role for role, match in (("chair", chair), ("vice_chair", vice)) if match]


def role_of(office: str) -> str:
    """The role of one office's name."""
    return "vice_chair" if phrase(r"{VICE}").search(office) else "chair"


_CHAIR = phrase(r"\bchair(?:man|woman|person)?\b")
_PRESIDENT = phrase(r"^(?!.*\bchair)(?=.*\bpresidents?\b)")


def honorary(text: str, whole: str) -> bool:
    """Whether a sentence is about a president only, in a document (``whole``) whose body has a chair besides."""
    return bool(_PRESIDENT.search(text) and _CHAIR.search(whole))


_BY_TURNS = phrase(
    r"\bon an? (?:[\w-]+ ){0,2}?rotat(?:ing|ional|ion|ory) basis\b|\b(?:in|by|on) rotation\b|\bby turns\b"
)


def method_of(verb: str, text: str) -> str:
    """The method that ``verb`` (in the sentence ``text``) stands for, as GUIDE.md names it."""
    if _OWN_VOTE.search(text) or (_BY_VOTE.search(text) and not re.match(r"appoint|nominat", verb, re.I)):
        return "elected"
    if re.search(
        r"\b(?:by|through) (?:secret )?ballot\b|\belect(?:s|ion)?\b"
        r"|\belected\b(?! (?:members?|councillors?|representatives?|mayors?|politicians?)\b)",
        text,
        re.I,
    ) and not re.search(r"^appoint", verb, re.I):
        return "elected"
    if _BY_TURNS.search(text) and not re.match(r"appoint|nominat", verb, re.I):
        return "rotating"
    for name, pattern in _METHODS:
        if phrase(pattern).search(verb):
            return name
    return "selected"


def pool_of(text: str) -> str:
    """Whom the holder is chosen from, in the document's words, or ""."""
    match = _ONE_OF_THEIR_NUMBER.search(text) or _OWN.search(text) or _FROM.search(text)
    if not match or phrase(r"^(?:the )?(?:{CHAIR}|{VICE}|date|time|outset)\b").match(match["pool"]):
        return ""
    if those := _THOSE_WHO.match(match["pool"]):
        return " ".join(those[0].lower().split()[1:])
    lead = re.match(r"one of", match[0], re.I)
    found = head(
        match["pool"],
        limit=8,
        stop=(
            r"\b(?:an? (?=chair|vice|deputy|convener|president)|as (?:the |its |their )?(?=chair|vice|deputy|convener)"
            r"|shall|will|who (?:is|are)|by|for|at|every|each"
            r"|annually|to (?:be|act|chair|serve|preside)|and (?:shall|will|the|serves?|holds? office|acts?|sits?)|on"
            r"|in|until)\b"
        ),
    )
    return found if not lead or len(found.split()) > 2 else f"one of {found}"


_BEING = phrase(r"\b(?:shall|will|must|should|to)(?: normally| always)? be (?P<pool>an? [^.;,()]{3,70}?)\W*$")
_ACTING = phrase(
    r"^\W*(?P<pool>(?:an?|one) [^.;,()]{3,70}?) (?:(?:shall|will|must|should|to|is to) )?(?:act|serve|sit) as "
    r"(?:the |its )?$"
)


def one_of(before: str, gap: str) -> str:
    """Whom an office falls to as one of a kind: "shall be a lay member appointed by", "A lay member to act as Chair".

    ``before`` is the text before the office, ``gap`` that between the office and the verb.
    """
    match = _BEING.search(gap) or _ACTING.match(before)
    return head(match["pool"]) if match else ""


def chosen_by(text: str) -> str:
    """Who chooses, in the document's words, or ""."""
    match = _BY.search(text)
    if not match:
        return ""
    return head(
        _HOW.sub("", match["by"]),
        limit=10,
        stop=(
            r"\b(?:from|at|for|every|each|annually|who|in|on|after|following|with|to serve|subject|until|but|via"
            r"|through"
            r"|as (?:an?|the) (?:standing|standard|regular|first|last|agenda)\b"
            r"|and (?:shall|will|formally|re-?\w+ed\b|approved|confirmed|appointed|ratified|[\w]+ed by))\b"
        ),
    )


_CHOICE = phrase(
    r"\b(?:elected(?! (?:members?|councillors?|representatives?|politicians?|mayor)\b)|appointed|selected|chosen"
    r"|nominated)\b"
)


def from_post(text: str, post: str, role: str) -> Found:
    """A post named is ex officio; "one of the councillors, chosen by the Board" is a choice."""
    post = phrase(r"^\W*(?:by virtue of|ex officio|at|in|on|under|as|for|with|after)\b[^,]*, ").sub("", post)
    post = phrase(r"^\W*at (?:every|each|all|any) (?:[\w-]+ ){0,3}?meetings?,? (?:the )?").sub("the ", post)
    if phrase(r"^\W*(?:in|at|on|with|for|after|under|by|of|to)\b").match(post):
        return []
    if _ANY_HOLDER.match(post.strip()):
        return []
    general = bool(_GENERAL_MEETING.match(text))
    if holder := _HOLDER_OF.match(post.strip()):
        other = head(holder["office"])
        if role_of(other) == role and _CHAIR.search(other) and not general:
            return [({"role": role}, None)]
        return [({"role": role, "method": "ex_officio", "from": other}, None)]
    choice = _CHOICE.search(text)
    if choice:
        bare = post[: told.start()] if (told := _CHOICE.search(post)) and told.start() > 3 else post
        value = {"role": role, "method": method_of(choice[0], text), "by": chosen_by(text), "from": head(bare)}
        return [({k: v for k, v in value.items() if v}, None)]
    if re.search(r"\b(?:independent|rotat)", post, re.I):
        method = "rotating" if "rotat" in post.lower() else None
        return [({k: v for k, v in {"role": role, "method": method}.items() if v}, None)]
    sent = phrase(
        r"^(?:an? |the |one )?(?:senior |nominated |named )?representatives? (?:of|from) "
        r"(?P<host>.+)"
    ).match(post.strip())
    if sent:
        host = head(sent["host"], limit=12, stop=r"\b(?:who|whose|until|and will|and shall|at|by virtue)\b")
        return [({"role": role, "from": host}, None)]  # given to an organisation, which says who
    if _ORGANISATION.match(post.strip()) and not POST.search(post):
        return [({"role": role}, None)]  # a holder named, and no way of choosing one
    if _HOST.match(post.strip()):
        return [({"role": role, "from": head(post)}, None)]
    bare = head(post, limit=12, stop=r"\b(?:who|whose|until|and will|and shall|under rule|at|by virtue)\b")
    if not bare or bare in ("person", "one", "member", "he", "she", "they", "it", "this", "which"):
        return []
    if _FINITE.search(post.split(",")[0]) and not phrase(r"^\W*whoever").match(post):
        return []
    if _ANY_OF.match(post.strip()):
        return [({"role": role, "from": bare}, None)]
    if bare == "president" and role == "chair" and _CHAIR.search(text):
        return [({"role": role, "method": "ex_officio", "from": bare}, None)]
    if _SENT_BY.match(post.strip()):
        return [({"role": role, "method": "ex_officio", "from": bare}, None)]
    if not POST.search(bare) or (offices_in(bare) == [role] and not _FORMER.search(bare) and not general):
        return []
    return [({"role": role, "method": "ex_officio", "from": bare}, None)]


_ORGANISATION = phrase(
    r"^(?:the |our )?(?-i:[A-Z])[\w&'’-]*(?: (?:(?:of|and|for|the) )*(?-i:[A-Z])[\w&'’-]*){0,5}? "
    r"(?-i:Service|Council|Department|Agency|Authority|Trust|University|College|Institute|Ministry|Police|Unit"
    r"|Association)"
    r"(?: (?:of|for) [\w ]{3,30})?(?=$|[.,;(]| (?:and|who|which|at|until|for)\b)"
)
"""An organisation that chairs, whoever it sends."""
_HOST = phrase(
    r"^(?:the )?(?:host(?:ing)?|secretariat)\b(?: (?:partner|organi[sz]ation|body|agency"
    r"|council))?(?=$| ?\()"
)
"""An organisation that has the chair with the running of the body."""
_SENT_BY = phrase(
    r"^the (?-i:[A-Z])[\w&-]*(?: (?-i:[A-Z])[\w&-]*){0,3}(?:['’]s?)? (?:lead |senior |main )?representative\b"
)
"""The one whom an organisation has on the body ("the Trust's representative on the Panel"): a seat like a post."""
_GENERAL_MEETING = phrase(
    r"^\W*(?:all |the |an? |any |every )?(?:(?:annual|special|extra-?ordinary|ordinary) )?(?:general"
    r"|annual) meetings?\b"
    r"[^.;]{0,40}? (?:chaired|presided over) by\b"
)
"""A general meeting is a body of its own: who chairs it by being the committee's chair holds it by that post."""
_ANY_HOLDER = phrase(
    r"^(?:the |any |an? |each )?(?:person|member|individual|trustee|director|one|officer)s? (?:so |thus |then )?"
    r"(?:elected|appointed|chosen|selected|nominated)\W*$"
)
"""Whoever was chosen to chair ("the person appointed to chair … shall have no powers"): not how one is chosen."""
_HOLDER_OF = phrase(
    r"^(?:the |whichever |that )?(?:person|member|individual|one|officer|trustee|director|candidate|student"
    r"|parent)(?: for the time being)? (?:(?:(?:who|that) (?:has been|have been|is|was) )?(?:duly |last |currently )?"
    r"(?:elected|appointed|chosen|serving|acting)(?: as| to be| to)? |(?:who|that) (?:is|holds) |holding |in )"
    r"(?:the )?(?:(?:office|post|position|role) of )?(?:the )?(?P<office>(?-i:[A-Z])[\w-]+(?: (?-i:[A-Z])[\w-]+){0,3})"
)
"""The holder of another post, told by how he or she came to it ("the person who has been elected as President")."""
_FORMER = phrase(
    r"\b(?:outgoing|past|retiring|previous|(?:chair\w*|conven[eo]r|president) of|chair[ -]elect|president[ -]elect"
    r"|finished)\b"
)
_FINITE = phrase(
    r"\b(?:will|shall|may|must|can|cannot|has|have|does|do|arranges|is|are)\b|^\W*(?:no|nobody|any|when|if)\b"
)
