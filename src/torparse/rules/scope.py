"""Which body a provision governs: named in the sentence, in the table's column, by the section or the one before."""

from __future__ import annotations

import re

from torparse.lexicon.phrase import phrase
from torparse.rules.base import Hit
from torparse.rules.context import Context, Sentence
from torparse.structure.bodies import Group, names_in, same_body, words_of

_ACTOR = re.compile(
    r"(?:\b(?:by|to|from|with|before|after|following|until|since|between|under|for|at|on|than|via"
    r"|through|behalf of|approval of|consent of|direction of|meeting of|"
    r"leave of|(?:executive|officer|manager|secretary|co-?ordinator|treasurer|director|work|aims|name"
    r"|funds|life) of|member of|members of|chair(?:man)? of|role in|part of|relating to"
    r"|of all)\s+(?:the\s+"
    r"|an?\s+|each\s+|every\s+)?(?:next\s+|relevant\s+|main\s+|full\s+)?)$",
    re.IGNORECASE,
)
_GOVERNED = phrase(
    r"\b(?:meetings? of|quorum (?:of|for|at)|members? of|chair(?:man|person)? of|proceedings of"
    r"|business of|at (?:a|an|the|every|each)|for (?:the|a|an)|preside at every|preside at|preside over"
    r"|papers for|notice of) (?:the |a |an |each |every )?(?:next )?$"
)
_AT = re.compile(r"\bat (?:an?|the|every|each) (?:next )?$", re.I)
_GENERIC = frozenset(["meeting", "meetings", "partnership", "group", "groups", "lsp", "network"])
_EXTERNAL = re.compile(
    r"\bcouncil\b|\bcabinet\b|\bauthority\b|\btrust\b|\bcommission\b|\blsps\b|\bselect committee\b"
    r"|\bscrutiny\b|\bstandards committee\b|\bnominations? committee\b"
    r"|\bworking party\b",
    re.I,
)


def body_of(hit: Hit, context: Context, scoped: bool) -> str | None:
    """The name of the body that the hit governs, or None for the whole partnership.

    The main group is named only where the document has other groups with a section or rules of their own; that is
    settled once all hits are known (see ``torparse.pipeline``), so here None stands for it.
    """
    if hit.no_body:
        return None
    groups = context.structure.groups
    if hit.body:
        return _match(hit.body, groups) or hit.body
    first = hit.sentences[0]
    section = context.structure.scopes[first.section] if first.section is not None else None
    if not scoped or hit.key in ("dissolution", "amendment", "resignation"):
        return _sub(section, groups) or (_subject_group(first, groups) if hit.rule.startswith("dissolution") else None)
    if first.column:
        named = _in(first.column, groups)
        if named:
            return named
    named = _governed(first.text, groups, election=hit.rule.startswith(("chair_", "term_")))
    if named:
        return named
    if first.topic:
        named = _in(first.topic, groups) if first.topic.endswith("?") or section is None else None
        if named and not _is_main(named, groups):
            return named
    if _sub(section, groups):
        return section
    if re.match(r"\W*(?:this|that|the latter) (?:body|group|meeting|latter)\b", first.text, re.I):
        # "this body" is the one that the sentence before ends with
        for sentence in context.before(first, 1):
            known = [found for mention in names_in(sentence.text) if (found := _known(mention.name, groups))]
            if known:
                return known[-1]
    if (
        re.search(r"\b(?:they|them|its|it|their|this (?:body|group))\b", first.text[:60], re.I)
        or first.text[:1].islower()
    ):
        for sentence in context.before(first, 2):
            if sentence.unit == first.unit or sentence.index == first.index - 1:
                named = _governed(sentence.text, groups)
                if named:
                    return named
    return section


def _sub(section: str | None, groups: tuple[Group, ...]) -> str | None:
    return section if section and not _is_main(section, groups) else None


def _is_main(name: str, groups: tuple[Group, ...]) -> bool:
    return bool(groups) and groups[0].name == name


def _match(name: str, groups: tuple[Group, ...]) -> str | None:
    """The group of the structure that ``name`` means: the one of just that name, else the main one, else another."""
    fitting = [group.name for group in groups if same_body(name, group.name) and not _one_of_many(name, group.name)]
    exact = [fit for fit in fitting if words_of(fit) == words_of(name)]
    return next(iter(exact or fitting), None)


def _one_of_many(name: str, group: str) -> bool:
    """ "The Board" is not one of the "Locality Boards"."""
    plural = group.lower().endswith("s") and not name.lower().endswith("s")
    return plural and len(name.split()) == 1 and len(group.split()) > 1


def _known(name: str, groups: tuple[Group, ...]) -> str | None:
    """A group of the structure, or a group that only sentences name ("steering group"); None for outsiders."""
    found = _match(name, groups)
    if found:
        return found
    low = name.lower()
    if _EXTERNAL.search(low) or low in _GENERIC or re.search(r"\b(?:special|ordinary)\b", low):
        return None
    if re.fullmatch(r"(?:the )?(?:board|executive|forum|panel|committee|assembly|alliance|consortium)s?", low):
        return groups[0].name
    return name


def _in(text: str, groups: tuple[Group, ...]) -> str | None:
    for mention in names_in(text):
        found = _known(mention.name, groups)
        if found:
            return found
    return None


def _governed(text: str, groups: tuple[Group, ...], *, election: bool = False) -> str | None:
    """The group a sentence is about: the first one named that does not merely act, receive or lend members."""
    for mention in names_in(text):
        before = text[: mention.start]
        found = _known(mention.name, groups)
        if not found:
            continue
        if election and re.search(r"\bat (?:the|an?|each|every|its) $", before, re.I):
            continue  # the meeting at which a chair is elected is not the body that is chaired
        if re.search(r"\bchair(?:man|person)? of the $", before, re.I) and re.search(
            r"\bpreside", text[mention.end :], re.I
        ):
            continue
        if _ACTOR.search(before) and not (_GOVERNED.search(before) and (mention.start < 45 or not _AT.search(before))):
            continue
        if re.search(r"\bby a member of the $", before, re.I):
            continue
        return found
    return None


def _subject_group(sentence: Sentence, groups: tuple[Group, ...]) -> str | None:
    """The lesser group that a sentence ends or dissolves ("Groups … may be ended", "discharge a Theme Partnership")."""
    match = phrase(
        r"^\W*(?:each |any |a |the )?(?P<name>(?:[\w-]+ )?(?:sub-?committees?|groups?|sub-?groups?|panels?"
        r"|working part(?:y|ies)))\b(?=[^.]{0,60}(?:dissolved|ended|closed|disbanded|wound up))"
        r"|\bset up an? (?P<own>task and finish groups?|(?:[\w-]+ )?(?:sub-?groups?|sub-?committees?|groups?))\b"
        r"(?=[^.]*\b(?:ends|closes|dissolves|disbands) (?:the group|it|them)\b)"
        r"|\b(?:discharge|dissolve|disband|end|wind up|abolish) (?:a |any |the "
        r"|each )?(?P<object>(?:[\w-]+ )?(?:sub-?committees?|groups?|sub-?groups?|panels?"
        r"|theme partnerships?))\b"
    ).search(sentence.text)
    if not match:
        return None
    name = match["name"] or match["own"] or match["object"]
    return _match(name, groups[1:]) or name
