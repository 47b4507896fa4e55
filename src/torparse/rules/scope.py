"""Which body a provision governs: named in the sentence, the table's column, the section or the sentence before."""

from __future__ import annotations

import re

from torparse.lexicon.patterns import compiled
from torparse.lexicon.phrase import phrase
from torparse.rules.base import Hit
from torparse.rules.context import Context, Sentence
from torparse.structure.bodies import Group
from torparse.structure.names import Mention
from torparse.structure.roster import Roster

_ACTOR = compiled(
    r"(?:\b(?:by|to|from|with|before|after|following|until|since|between|under|for|at|on|than|via"
    r"|through|behalf of|approval of|consent of|direction of|meeting of|"
    r"leave of|(?:executive|officer|manager|secretary|co-?ordinator|treasurer|director"
    r"|work|aims|name"
    r"|funds|life|close|end|conclusion|rising|start|beginning) of"
    r"|member of|members of|chair(?:man)? of|role in|part of|relating to"
    r"|of all)\s+(?:the\s+"
    r"|an?\s+|each\s+|every\s+)?(?:next\s+|relevant\s+|main\s+|full\s+)?)$",
    re.IGNORECASE,
)
_GOVERNED = phrase(
    r"\b(?:meetings? of|quorum (?:of|for|at)|members? of|chair(?:man|person)? of|proceedings of"
    r"|business of|at (?:a|an|the|every|each)|for (?:the|a|an)|preside at every|preside at|preside over"
    r"|papers for|notice of) (?:the |a |an |each |every )?(?:next )?$"
)
_AT = compiled(r"\bat (?:an?|the|every|each) (?:next )?$", re.I)
_OF_CUE = {
    "quorum": phrase(
        r"\bquor(?:um|ate|acy) (?:of|for|at|in) (?:(?:an?|any|each|every|the|all) )?"
        r"(?:(?:ordinary |special |meetings?|business) (?:of|for) )?(?:(?:the|an?|each|every|any|all) )?$"
    ),
    "chair_appointment": phrase(r"\b{CHAIR} (?:and (?:the )?(?:{CHAIR}) )?of (?:(?:the|an?|each|every|any) )?$"),
    "term_of_office": phrase(r"\b{CHAIR} of (?:(?:the|an?|each|every|any) )?$"),
}
"""What stands before the body in the words that name the provision itself ("the quorum for the Panel")."""
_CALLED_TO = compiled(
    r"\b(?:invit\w+|notice|notif\w+|summon\w*|call\w*|papers|agenda)\b[^.;]{0,60}"
    r"\b(?:to|of|for|before) (?:(?:the|an?|each|every|any|all|its|our) )?$",
    re.IGNORECASE,
)
"""What stands before the meeting that members are called to, whoever calls them."""
_AS_IF_AT = compiled(
    r"\b(?:proposed|moved|passed|made|adopted) (?:at|by) (?:an?|the|any) (?:(?:duly )?(?:\w+ )?meeting of the )?$",
    re.IGNORECASE,
)
"""What stands before the meeting in whose place a decision in writing is made."""
_CUES = {
    "quorum": phrase(r"\bquor(?:um|ate|acy)\b|\bmust be (?:present|there)\b"),
    "meeting_frequency": phrase(r"\bmeet(?:s|ings?)?\b"),
    "chair_appointment": phrase(r"\b{CHAIR}\b"),
}
_RELATIVE = compiled(r"^,?\s+(?:which|whose|(?:of|for|at) which|that|where)\b", re.IGNORECASE)
_PRONOUN = compiled(r"\b(?:they|them|its|it|their|this (?:body|group|committee|panel|forum))\b", re.IGNORECASE)
_STARTS = compiled(r"^\W*(?:[A-Z]\w+ (?:of|for|to) )?(?:they|its?|their|these|both)\b", re.IGNORECASE)
_OF_MEMBERSHIP = compiled(r"^ (?:membership|member's|meetings?)\b", re.IGNORECASE)
_ON_RULES = phrase(
    r"\b(?:meets?|meetings?|quorum|consists?|compris\w+|members?|elects?|elected|appoint\w*|chair\w*|vot\w+|decid\w+)\b"
)
_MEETING = compiled(r"\b(?:meetings?|assembly|[AES]GMs?)$", re.IGNORECASE)
_ELECTS = compiled(
    r"^\s+(?:(?:shall|will|must|should|also|then|each year|every year)\s+)*(?:elects?|appoints?|chooses?|selects?)\b"
    r"(?:\s+(?:an?|the|its)\s+(?:new\s+)?(?P<body>(?:[\w-]+\s+){0,2}?(?:committee|board|executive|council|trustees)))?",
    re.IGNORECASE,
)
"""The meeting that elects is not the body that is chaired; that is the committee it elects."""
_BACK = 5
"""How many sentences back a pronoun or a sentence without a subject may take its body from."""


def body_of(hit: Hit, context: Context, scoped: bool) -> str | None:
    """The name of the body that the hit governs, or None for the whole partnership.

    The main group is named only where the document has other groups with a section or rules of their own; that is
    settled once all hits are known (see ``torparse.merging``), so here None stands for it.
    """
    if hit.no_body:
        return None
    roster = context.structure.roster
    if hit.body:
        return roster.match(hit.body) or hit.body
    first = hit.sentences[0]
    section = context.structure.scopes[first.section] if first.section is not None else None
    if not scoped or hit.key in ("dissolution", "amendment", "resignation"):
        named = _subject_group(first, roster) if hit.rule.startswith("dissolution") else None
        return _sub(section, roster) or named
    type_ = hit.rule.partition(".")[0]
    return (
        _in(first.column, roster)
        or _governed(first.text, roster, section, type_)
        or _of_topic(first, roster, section)
        or _pointed(first, context)
        or (_carried(first, context, section, type_) if _STARTS.match(first.text) else None)
        or _sub(section, roster)
        or (_governed(first.lead_in, roster, section) if first.lead_in else None)
        or _carried(first, context, section, type_)
        or section
    )


def _sub(section: str | None, roster: Roster) -> str | None:
    return section if section and not _is_main(section, roster) else None


def _is_main(name: str, roster: Roster) -> bool:
    return bool(roster.groups) and roster.groups[0].name == name


def _in(text: str, roster: Roster) -> str | None:
    """The first group that a heading of a column or a question names."""
    for mention in roster.mentions(text) if text else ():
        found = roster.known(mention.name)
        if found:
            return found
    return None


def _of_topic(sentence: Sentence, roster: Roster, section: str | None) -> str | None:
    """The group in the question, run-in heading or row label that a sentence stands under."""
    own = sentence.topic.endswith("?") or section is None
    named = _in(sentence.topic, roster) if own else None
    return named if named and not _is_main(named, roster) else None


def _pointed(sentence: Sentence, context: Context) -> str | None:
    """ "This body", "the latter": the last group of the sentence before; "the former": the one before that."""
    match = re.match(r"\W*(?:this|that|the (?P<which>latter|former)) ?(?:body|group|meeting)?\b", sentence.text, re.I)
    if not match or not (match["which"] or re.search(r"body|group|meeting", match[0], re.IGNORECASE)):
        return None
    roster = context.structure.roster
    for before in context.before(sentence, _BACK):
        known = [found for mention in roster.mentions(before.text) if (found := roster.known(mention.name))]
        if known:
            if not match["which"]:
                return known[-1]
            pair = list(dict.fromkeys(known))[-2:]
            return pair[0] if match["which"].lower() == "former" else pair[-1]
    return None


def _refers_back(sentence: Sentence) -> bool:
    return bool(_PRONOUN.search(sentence.text[:60])) or sentence.text[:1].islower()


def _carried(sentence: Sentence, context: Context, section: str | None, type_: str) -> str | None:
    """The body of the sentences before: a pronoun or a sentence without a subject goes on with what they speak of."""
    roster = context.structure.roster
    at, refers = sentence, _refers_back(sentence)
    for before in context.before(sentence, _BACK):
        same = before.unit == at.unit
        if not same and not (before.index == at.index - 1 and _refers_back(at)):
            return None
        if before.narrative:
            return None
        named = _governed(before.text, roster, section, type_) or _introduced(before.text, roster)
        if named:
            return named if refers or _ON_RULES.search(before.text) else None
        at = before
    return None


def _introduced(text: str, roster: Roster) -> str | None:
    """The group that a sentence sets up or names last ("The work is done by a Steering Group")."""
    match = re.search(
        r"\b(?:set up|establish\w*|appoint\w*|run by|managed by|governed by|steered by|done by|carried (?:out|on) by"
        r"|assisted by|supported by|fall\w* to|delegated to|also|is|be) (?:an?|the|its) ",
        text,
        re.IGNORECASE,
    )
    if not match:
        return None
    for mention in roster.mentions(text):
        if mention.start >= match.end() - 1 and (found := roster.known(mention.name)):
            return found
    return None


def _governed(text: str, roster: Roster, section: str | None = None, type_: str = "") -> str | None:
    """The group a sentence is about: the first one named that does not merely act, receive or lend members."""
    mentions = [(m, found) for m in roster.mentions(text) if (found := roster.known(m.name, section))]
    named = _by_cue(text, mentions, type_)
    if named:
        return named
    election = type_ in ("chair_appointment", "term_of_office")
    for mention, found in mentions:
        before = text[: mention.start]
        if election and re.search(r"\bat (?:the|an?|each|every|its) $", before, re.I):
            continue  # the meeting at which a chair is elected is not the body that is chaired
        if election and (chosen := _ELECTS.match(text[mention.end :])) and _MEETING.search(mention.name):
            own = roster.known(chosen["body"]) if chosen["body"] else None
            if own:
                return own
            continue
        if re.search(r"\bchair(?:man|person)? of the $", before, re.I) and re.search(
            r"\bpreside", text[mention.end :], re.I
        ):
            continue
        acts = _ACTOR.search(before) and not (
            _GOVERNED.search(before) and (mention.start < 45 or not _AT.search(before))
        )
        if acts and not (type_ == "term_of_office" and _OF_MEMBERSHIP.match(text[mention.end :])):
            continue
        if re.search(r"\bby a member of the $", before, re.I):
            continue
        return found
    return None


def _by_cue(text: str, mentions: list[tuple[Mention, str]], type_: str) -> str | None:
    """The group in the words that name the provision: "the quorum for the Panel", "the Panel, whose chair …"."""
    if type_ in _OF_CUE:
        for mention, found in mentions:
            if _OF_CUE[type_].search(text[: mention.start]) and not re.search(r"\bpreside", text[mention.end :], re.I):
                return found
    if type_ == "notice":
        for mention, found in mentions:
            if mention.name.lower().endswith(("meeting", "meetings")) and _CALLED_TO.search(text[: mention.start]):
                return found
    if type_ == "urgent_decisions":
        for mention, found in mentions:
            if _AS_IF_AT.search(text[: mention.start]):
                return found
    if type_ == "voting":
        votes = [found for mention, found in mentions if re.match(r" votes?\b", text[mention.end :])]
        if votes:
            return votes[0]
    if type_ in _CUES:
        for i, (mention, found) in enumerate(mentions):
            relative = _RELATIVE.match(text[mention.end :])
            until = mentions[i + 1][0].start if i + 1 < len(mentions) else len(text)
            if relative and _CUES[type_].search(text[mention.end : until]):
                return found
    return None


def _subject_group(sentence: Sentence, roster: Roster) -> str | None:
    """The lesser group that a sentence ends or dissolves ("Groups … may be ended", "discharge a Theme Partnership")."""
    match = phrase(
        r"^\W*(?:each |any |every |all |such |a |the )?(?P<name>(?:[\w-]+ )?"
        r"(?:sub-?committees?|groups?|sub-?groups?|panels?|working part(?:y|ies)))\b"
        r"(?=[^.]{0,60}(?:dissolved|ended|closed|disbanded|wound up))"
        r"|\bset up an? (?P<own>task and finish groups?|(?:[\w-]+ )?(?:sub-?groups?|sub-?committees?|groups?))\b"
        r"(?=[^.]*\b(?:ends|closes|dissolves|disbands) (?:the group|it|them)\b)"
        r"|\b(?:discharge|dissolve|disband|end|wind up|abolish) (?:a |any |the "
        r"|each )?(?P<object>(?:[\w-]+ )?(?:sub-?committees?|groups?|sub-?groups?|panels?"
        r"|theme partnerships?))\b"
    ).search(sentence.text)
    if not match:
        return None
    name = match["name"] or match["own"] or match["object"]
    return _lesser(name, roster.groups[1:]) or name


def _lesser(name: str, groups: tuple[Group, ...]) -> str | None:
    return Roster(groups).match(name)
