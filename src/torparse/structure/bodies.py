"""The groups a document is about: which one it is for, which others have a section of their own, where their terms are.

A group gets a column only where the document sets out, points to or promises its terms; one that is only mentioned
does not (GUIDE.md, From clauses to cells).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from torparse.model import Standing

_NOUN = (
    r"(?:board|executive|forum|partnership|committee|panel|group|sub-?group|assembly|alliance|network|general meeting|"
    r"consortium|commission|lsp|taskforce|task force|federation|trustees|secretariat)"
)
_NAME_WORD = r"(?:[A-Z][\w&'/-]*|&)"
_CAPITAL = re.compile(
    rf"\b(?:{_NAME_WORD}\s+(?:(?:and|of|for|&)\s+)?)*"
    r"(?:Board|Executive|Forum|Partnership|Committee|Subcommittee|Panel|Group|Sub-?[Gg]roup|Assembly|Alliance|Network|"
    r"General Meeting|Consortium|Commission|LSP|Taskforce|Task Force|Federation)s?\b(?!\s+(?:Manager"
    r"|Co-?ordinator|Officer|Team\b))"
)
_LOWER = re.compile(
    r"\b(?:(?:annual )?general meeting|(?:steering|executive|management|core|working|task|theme|thematic|delivery|"
    r"planning|reference|officer|operational|action|advisory|strategy|sub|task and finish)[\s-]groups?"
    r"|sub-?committees?|"
    r"theme partnerships?)\b",
    re.IGNORECASE,
)
_POST = re.compile(r"\b(?:Chief|Non-|Deputy) ?Executive$|^(?:Chief|Portfolio)\b")
_TITLE_WORDS = re.compile(
    r"\b(?:draft\b|terms? of reference|constitution|charter|by-?laws|standing orders?|governance|procedure rules|remit|"
    r"working rules|rules?|tor\b|how\b|for the regulation.*|and (?:procedures?|procedure rules"
    r"|working rules|protocols?)|version.*|v\d.*)",
    re.IGNORECASE,
)
_PROMISE = re.compile(
    r"\bto be (?:worked up|developed|written|agreed|drafted|confirmed|added|completed|produced)\b|\btb[ca]\b|"
    r"\bto follow\b|coming soon|under development|in preparation|yet to be (?:written|agreed|drafted|developed)",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"\b(?:separate|own)\s+(?:terms of reference|constitution|tor)\b|terms of reference (?:for|of) (?:the|each|this) "
    r"[\w ,&-]{3,60}? (?:are|is|can be) (?:set out |held |available |contained |found |given |published |kept )",
    re.IGNORECASE,
)
_OWN_TERMS = re.compile(
    r"\b(?:terms of reference|constitution|rules|standing orders|governing document|protocol) of (?:its|their) own\b"
    r"|\b(?:has|have|works? to|under) (?:its|their) own"
    r" (?:terms of reference|constitution|rules|standing orders|protocol)\b"
    r"|\bits terms (?:of reference )?(?:are|is) (?:held|kept|published|set out) (?:separately|elsewhere|by)\b",
    re.IGNORECASE,
)
_TERMS_TO_COME = re.compile(
    r"\b(?:terms of reference|rules|terms|constitution)\b[^.;]{0,60}"
    r"\b(?:(?:will|are to|is to|have yet to|remain to) be|to be) "
    r"(?:written|drawn up|agreed|drafted|developed|prepared|worked up)\b",
    re.IGNORECASE,
)
_OUTSIDER = re.compile(r"\bcouncil\b|\bcabinet\b|\bscrutiny\b|\bselect committee\b|\bcommission\b", re.IGNORECASE)
_STOP = frozenset(["the", "a", "an", "of", "and", "for", "&", "district", "county", "borough", "city", "council"])


def words_of(name: str) -> list[str]:
    """A name's telling words, lower-cased, plural s dropped: for comparing two names."""
    return [w.rstrip("s") if len(w) > 4 else w for w in re.findall(r"[a-z0-9]+", name.lower()) if w not in _STOP]


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


@dataclass(frozen=True, slots=True)
class Group:
    """A group found by structure: its name as written, standing, and the text that says where its terms are."""

    name: str
    standing: Standing = Standing.SUPPLIED
    main: bool = False
    pointer: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A group named at ``start``..``end`` of a piece of text."""

    name: str
    start: int
    end: int


def names_in(text: str) -> list[Mention]:
    """Every phrase in ``text`` that names a group, longest first where they overlap, in reading order."""
    found = [Mention(_trim(m[0]), m.start(), m.end()) for m in _CAPITAL.finditer(text) if not _POST.search(m[0])]
    for m in _LOWER.finditer(text):
        if not any(m.start() < x.end and x.start < m.end() for x in found):
            found.append(Mention(m[0], m.start(), m.end()))
    return sorted(found, key=lambda m: m.start)


def _trim(name: str) -> str:
    name = re.sub(
        r"^(?:(?:The|A|An|Each|Every|This|Our|Any|All|At|In|Of|For|And|Both|When|Where|If|Its|By)\s+|"
        r"(?:Members?|Membership|Meetings?|Minutes|Decisions|Quorum|Chair(?:man|person)?|Vice[ -]Chair(?:man)?"
        r"|Papers|Role|Leaders?)\s+of\s+)+(?:the\s+)?",
        "",
        name,
    )
    return " ".join(name.split())


def name_in_title(text: str) -> str:
    """The group that a title line is about, or "".

    >>> name_in_title("Worcestershire Partnership Terms of Reference")
    'Worcestershire Partnership'
    """
    text = re.sub(r"^\W*(?:title|name|group)\s*:\s*", "", text, flags=re.IGNORECASE)  # front matter of a web page
    bare = " ".join(_TITLE_WORDS.sub(" ", text).split()).strip(" :-,")
    bare = re.sub(r"\b(?:and|is run|for)\s*$|^(?:the|of|for)\s+", "", bare, flags=re.IGNORECASE).strip(" :-,")
    bare = re.sub(r"^(?:the)\s+", "", bare, flags=re.IGNORECASE)
    match = re.search(rf"^(?:.*?\b{_NOUN}s?)\b(?!.*\b{_NOUN}s?\b)(?:\s*\([^)]*\))?", bare, re.IGNORECASE)
    return match[0].strip() if match and len(match[0].split()) <= 9 else ""


def name_before_colon(text: str) -> str:
    """The group in "Isterby Together: revised terms of reference", whose name holds no such word as board; or ""."""
    match = re.match(r"\s*([A-Z][\w&' ]{2,50}?)\s*[:-]\s.*\bterms of reference\b", text, re.IGNORECASE)
    label = match and re.search(r"\b(?:draft|report|title|subject|item|how|what|our)\b", match[1], re.IGNORECASE)
    return match[1].strip() if match and not label else ""


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


def is_name(text: str) -> bool:
    """Whether a heading is nothing but a group's name ("THE BOARD", "Health and Wellbeing Forum")."""
    bare = re.sub(r"^(?:the)\s+", "", text.strip().rstrip(":"), flags=re.IGNORECASE)
    if len(bare.split()) > 8 or not re.search(rf"\b{_NOUN}s?(?:\s*\([^)]*\))?$", bare, re.IGNORECASE):
        return False
    if re.search(
        r"\b(?:of|to|by|with|about|for (?:the|our)|meetings?|membership|role|purpose|what|who|how|other|support)\b",
        bare,
        re.IGNORECASE,
    ):
        return bool(re.fullmatch(r"(?:annual |special |ordinary )?general meetings?", bare, re.IGNORECASE))
    return bool(_LOWER.search(bare) or all(w[:1].isupper() or w.lower() in _STOP or w == "&" for w in bare.split()))


def promised(text: str) -> bool:
    """Whether a section's text only promises that it will be written."""
    return bool(_PROMISE.search(text)) and len(text.split()) <= 25


def standing_told(sentence: str) -> Standing | None:
    """Where a sentence says a group's own terms are: elsewhere, unwritten, or None where it does not speak of them."""
    if _TERMS_TO_COME.search(sentence):
        return Standing.UNWRITTEN
    return Standing.ELSEWHERE if _OWN_TERMS.search(sentence) else None


def is_outsider(name: str) -> bool:
    """Whether a name is that of a council's or government's organ, which is no body of the partnership."""
    return bool(_OUTSIDER.search(name))


def pointed_elsewhere(text: str) -> re.Match[str] | None:
    """The words that send the reader to separate terms of reference, if any."""
    return _POINTER.search(text)
