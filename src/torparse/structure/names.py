"""Names of groups in running text, and when two names are of one group: pure functions on strings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from torparse.lexicon.patterns import compiled

NOUN = (
    r"(?:board|executive|forum|partnership|(?:sub-?)?committee|panel|group|sub-?group|assembly|alliance|network"
    r"|general meeting|members'? meeting|members' assembly|annual (?:open |public |delegate )?(?:meeting|conference)"
    r"|consortium|commission|lsp|taskforce|task force|federation|trustees|secretariat|plenary|steering group)"
)
"""Nouns that make a heading or a title the name of a group wherever they stand."""
LEARNED_NOUN = (
    r"(?:council|association|society|trust|union|collective|club|team|circle|senate|directors|governors|maintainers"
    r"|developers|stewards|directorate|congress|bureau|working party|community|foundation|trustees|secretariat"
    r"|plenary|co-?operative|graziers|conference|convention|hub|league|guild|institute|chapter|branch)"
)
"""Nouns that may as well be an outsider's or mean people in general: they count where the text gives them rules."""
_NAME_WORD = r"(?:[A-Z][\w&'/-]*|&)"
_CAPITAL = compiled(
    rf"\b(?:{_NAME_WORD}\s+(?:(?:and|of|for|&)\s+)?)*"
    r"(?:Board|Executive|Forum|Partnership|(?:Sub-?)?[Cc]ommittee|Panel|Group|Sub-?[Gg]roup|Assembly|Alliance|Network|"
    r"General Meeting|Annual (?:Open |Public )?Meeting|Consortium|Commission|LSP|Taskforce|Task Force|Federation)s?\b"
    r"(?<!\bcommittee)(?<!\bcommittees)(?!\s+(?:Manager|Co-?ordinator|Officer|Secretary|Director\b|Team\b))"
)
LOWER = compiled(
    r"\b(?:(?:annual |extraordinary |special |ordinary |emergency )?general meetings?|members' meetings?"
    r"|meetings? of (?:the )?members(?! of)|[AES]GMs?(?=\W|$)"
    r"|annual (?:open |public |delegate )?meeting|(?:steering|executive|management|core|working|task"
    r"|theme|thematic|delivery|"
    r"planning|reference|officer|operational|action|advisory|strategy|sub|task and finish|interest)[\s-]groups?"
    r"|(?:standing |steering |executive |management |advisory |organising )?(?:sub-?)?committees"
    r"|(?:standing|steering|executive|management|advisory|organising|finance|governing) committee"
    r"|sub-?committee|theme partnerships?|working part(?:y|ies))\b",
    re.IGNORECASE,
)
_BARE = compiled(
    r"(?<=\bthe )(?:committee|board|panel|executive|forum|assembly|alliance)\b(?!-)"
    r"|(?<=\bThe )(?:committee|board|panel|executive|forum|assembly|alliance)\b(?!-)"
    r"|(?<=\b[Ee]ach )(?:committee|board|panel|forum)\b|(?<=\b[Ee]very )(?:committee|board|panel|forum)\b"
)
_POST = compiled(r"\b(?:Chief|Non-|Deputy) ?Executive$|^(?:Chief|Portfolio)\b")
_OUTSIDER = compiled(r"\bcouncil\b|\bcabinet\b|\bscrutiny\b|\bselect committee\b|\bcommission\b", re.IGNORECASE)
STOP = frozenset(["the", "a", "an", "of", "and", "for", "&", "district", "county", "borough", "city", "council"])
"""Words that do not tell one group's name from another's."""
_ARTICLES = frozenset(["the", "a", "an", "of", "and", "for"])


@dataclass(frozen=True, slots=True)
class Mention:
    """A group named at ``start``..``end`` of a piece of text."""

    name: str
    start: int
    end: int


def words_of(name: str) -> list[str]:
    """A name's telling words, lower-cased, plural s dropped: for comparing two names.

    >>> words_of("The Borough Council"), words_of("Theme Groups")
    (['borough', 'council'], ['theme', 'group'])
    """
    bare = re.sub(r"'s?\b|(?<=\w) \([^)]*\)$", "", name.lower())
    words = re.findall(r"[a-z0-9]+", bare)
    council = bool(words) and words[-1] == "council"  # which council it is tells "borough" and "council" itself
    telling = [w for w in words if w not in (_ARTICLES if council else STOP)]
    return [w.rstrip("s") if len(w) > 4 else w for w in telling]


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words)


def same_body(one: str, other: str) -> bool:
    """Whether two names are of one group: equal, one the tail of the other, or equal with initials written out.

    >>> same_body("LSP Executive", "Local Strategic Partnership Executive"), same_body("Board", "Partnership Board")
    (True, True)
    >>> same_body("Worcester Partnership", "Worcester Partnership Board")
    False
    """
    a, b = words_of(one), words_of(other)
    if not a or not b:
        return False
    if len(a) > len(b):
        a, b = b, a
    if a == b[-len(a) :]:
        return True
    if a[-1] != b[-1] and not (len(a) == 1 and a[0] == _initials(b)):
        return False
    long = "".join(b)
    return all(w in b or any(_initials(b[i : i + len(w)]) == w for i in range(len(b))) or w in long for w in a)


def may_mean(name: str, group: str) -> bool:
    """Whether ``name`` is the group's, or its tail; "the Board" is not one of the "Locality Boards".

    Nor is a committee with a name of its own meant by what is said of "Committees".
    """
    plural = group.lower().endswith("s") and not name.lower().endswith("s")
    one_of_many = plural and len(name.split()) == 1 and len(words_of(group)) > 1
    own_name = plural and len(words_of(group)) == 1 and len(words_of(name)) > 1
    return same_body(name, group) and not one_of_many and not own_name


def names_in(text: str, known: re.Pattern[str] | None = None) -> list[Mention]:
    """Every phrase in ``text`` that names a group, longest first where they overlap, in reading order.

    ``known`` finds the names that only this document's own words make names ("the DOC", "the Council").
    """
    found = [Mention(_trim(m[0]), m.start(), m.end()) for m in _CAPITAL.finditer(text) if not _POST.search(m[0])]
    for pattern in (known, LOWER, _BARE):
        for m in pattern.finditer(text) if pattern else ():
            over = [x for x in found if m.start() < x.end and x.start < m.end()]
            if all(pattern is known and len(x.name) < len(m[0]) for x in over):
                found = [x for x in found if x not in over]
                found.append(Mention(m[0], m.start(), m.end()))
    return sorted(found, key=lambda m: m.start)


_GENERAL_MEETINGS = {
    "AGM": "Annual General Meeting",
    "EGM": "Extraordinary General Meeting",
    "SGM": "Special General Meeting",
}


def spelt_out(name: str, copy: str, told: Mapping[str, str]) -> str:
    """The long name of a group called by its initials, where the document (``copy``) spells it; else ``name``.

    ``told`` holds the long names by the initials that the document itself gives them.

    >>> spelt_out("AGM", "An annual general meeting is held. The AGM elects the officers.", {})
    'Annual General Meeting'
    """
    if not re.fullmatch(r"[A-Z]{2,7}s?", name):
        return name
    meeting = _GENERAL_MEETINGS.get(name.rstrip("s"), "")
    if meeting and re.search(rf"\b{meeting}".replace(" ", r"\s+"), copy, re.IGNORECASE):
        return meeting
    return told.get(name, name)


def _trim(name: str) -> str:
    name = re.sub(
        r"^(?:(?:The|A|An|Each|Every|This|Our|Any|All|At|In|Of|For|And|Both|When|Where|If|Its|By)\s+|"
        r"(?:Members?|Membership|Meetings?|Minutes|Decisions|Quorum|Chair(?:man|person)?|Vice[ -]Chair(?:man)?"
        r"|Papers|Role|Leaders?)\s+of\s+|(?:Quorum|Notice|Quoracy)\s+(?:for|at|of)\s+)+(?:the\s+)?",
        "",
        name,
    )
    return " ".join(name.split())


def title_case(name: str) -> str:
    """A name in capitals as it would be written in a sentence; others unchanged.

    >>> title_case("CALDERSTOKE AND DISTRICT STRATEGIC PARTNERSHIP (LSP)")
    'Calderstoke and District Strategic Partnership (LSP)'
    """
    if not name.isupper():
        return name
    words = [w.lower() if w.lower() in ("and", "of", "for", "the", "in") else _capital(w) for w in name.split()]
    return " ".join(words)


def _capital(word: str) -> str:
    bare = word.strip("()")
    return (
        word
        if len(bare) <= 3 or not re.search(r"[AEIOUY]", bare)
        else word.capitalize()
        if word[0].isalpha()
        else ("(" + word[1:].capitalize())
    )


def is_outsider(name: str) -> bool:
    """Whether a name is that of a council's or government's organ, which is no body of the partnership."""
    return bool(_OUTSIDER.search(name))
