"""The groups a document is about: which one it is for, which others have a section of their own, where their terms are.

A group gets a column only where the document sets out, points to or promises its terms; one that is only mentioned
does not (GUIDE.md, From clauses to cells).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from torparse.lexicon.patterns import compiled
from torparse.model import Standing
from torparse.structure.names import LEARNED_NOUN, LOWER, NOUN, STOP

_TITLE_WORDS = compiled(
    r"\b(?:draft\b|terms? of reference|constitution|charter|by-?laws|standing orders?|governance|procedure rules|remit|"
    r"hand ?book|manual|"
    r"working rules|rules?|tor\b|how\b|for the regulation.*|and (?:procedures?|procedure rules"
    r"|working rules|protocols?)|version.*|v\d.*)",
    re.IGNORECASE,
)
_PROMISE = compiled(
    r"\bto be (?:worked up|developed|written|agreed|drafted|confirmed|added|completed|produced)\b|\btb[ca]\b|"
    r"\bto follow\b|coming soon|under development|in preparation|yet to be (?:written|agreed|drafted|developed)",
    re.IGNORECASE,
)
_POINTER = compiled(
    r"\b(?:separate|own)\s+(?:terms of reference|constitution|tor)\b|terms of reference (?:for|of) (?:the|each|this) "
    r"[\w ,&-]{3,60}? (?:are|is|can be) (?:set out |held |available |contained |found |given |published |kept )",
    re.IGNORECASE,
)
_OWN_TERMS = compiled(
    r"\b(?:terms of reference|constitution|rules|standing orders|governing document|protocol) of (?:its|their) own\b"
    r"|\b(?:has|have|works? to|under) (?:its|their) own"
    r" (?:terms of reference|constitution|rules|standing orders|protocol)\b"
    r"|\bits terms (?:of reference )?(?:are|is) (?:held|kept|published|set out) (?:separately|elsewhere|by)\b",
    re.IGNORECASE,
)
_TERMS_TO_COME = compiled(
    r"\b(?:terms of reference|rules|terms|constitution)\b[^.;]{0,60}"
    r"\b(?:(?:will|are to|is to|have yet to|remain to) be|to be) "
    r"(?:written|drawn up|agreed|drafted|developed|prepared|worked up)\b",
    re.IGNORECASE,
)
_COVERING = compiled(r"\b(?:city|county|borough|district|parish|town|metropolitan|shire) council\b", re.IGNORECASE)
_NO_NAME = compiled(
    r"\b(?:of|to|by|with|about|for (?:the|our)|meetings?|membership|role|purpose|what|who|how|other|support)\b",
    re.IGNORECASE,
)
_GENERAL = compiled(
    r"(?:the )?(?:(?:annual |special |ordinary |extraordinary )?(?:general|members') meetings?"
    r"|annual (?:open |public )?(?:meeting|conference)|meetings? of (?:the )?members)",
    re.IGNORECASE,
)
_PEOPLE = compiled(rf"(?:the )?(?:[\w-]+ ){{0,3}}(?:{LEARNED_NOUN[3:-1]})s?", re.IGNORECASE)
_TOPIC = (
    r"(?:quorum|meetings?|members|membership|proceedings|composition|constitution|terms of reference|tor|roles?|remit"
    r"|elections?"
    r"|chair\w*|vice-?chair\w*|procedures?|powers|decisions?|decision[- ]making|voting|rules|functions|business|duties"
    r"|appointments?|officers|terms? of office|conduct|notice|governance|structure|purpose|minutes|agendas?|papers"
    r"|frequency|attendance)"
)
_TOPIC_OF = compiled(
    rf"^(?:.*\b)?{_TOPIC}\b[\w, ]*?\b(?:of|for|at|in|by|to) (?:the |an? |any |each |every |all )?(?P<name>.+)$",
    re.IGNORECASE,
)
_TOPIC_AFTER = compiled(rf"^(?:the )?(?P<name>.+?)(?:'s|')?[\s:-]+{_TOPIC}(?:\b.*)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Group:
    """A group found by structure: its name as written, standing, and the text that says where its terms are.

    ``aliases`` are its other names in the document.
    """

    name: str
    standing: Standing = Standing.SUPPLIED
    main: bool = False
    pointer: tuple[int, int] | None = None
    aliases: tuple[str, ...] = ()


def name_in_title(text: str) -> str:
    """The group that a title line is about, or "".

    >>> name_in_title("Worcestershire Partnership Terms of Reference")
    'Worcestershire Partnership'
    """
    if re.match(r"\W*(?:\d+ ?x |to (?-i:[a-z]))", text, re.IGNORECASE):
        return ""  # a seat at the table, an aim
    text = re.sub(r"^\W*(?:title|name|group)\s*:\s*", "", text, flags=re.IGNORECASE)  # front matter of a web page
    bare = " ".join(_TITLE_WORDS.sub(" ", text).split()).strip(" :-=,\"'")
    bare = re.sub(r"\b(?:and|is run|for)\s*$|^(?:the|of|for)\s+", "", bare, flags=re.IGNORECASE).strip(" :-,")
    bare = re.sub(r"^(?:the)\s+", "", bare, flags=re.IGNORECASE)
    for noun in (NOUN, LEARNED_NOUN):
        of = r"(?: of (?:directors|trustees|governors|management|commissioners))?"
        match = re.search(rf"^(?:.*?\b{noun}s?)\b{of}(?!.*\b{noun}s?\b)(?:\s*\([^)]*\))?", bare, re.IGNORECASE)
        if match and len(match[0].split()) <= 9 and not _COVERING.search(bare):
            return match[0].strip()
    return ""


_OF_ITS_KIND = r"(?:constitution|charter|by-?laws|terms of reference|rules|standing orders|governing document)"
_ITS_TERMS = compiled(
    rf"\W*(?:the )?(?P<before>(?-i:[A-Z])[\w&'’., -]{{2,70}}?)(?:\s*\((?:the )?[\"']?[A-Z][\w&-]{{1,9}}[\"']?\))?"
    rf"['’]?s?\s*(?:[:|—–-]+\s*)(?:draft |revised |the )?{_OF_ITS_KIND}\W*"
    rf"|\W*(?:the )?{_OF_ITS_KIND} (?:of|for) (?:the )?(?P<after>(?-i:[A-Z])[\w&'’., -]{{2,70}}?)"
    r"(?:\s*\((?:the )?[\"']?[A-Z][\w&-]{1,9}[\"']?\))?\W*",
    re.IGNORECASE,
)
_NO_BODY = compiled(
    r"\b(?:draft|report|title|subject|item|how|what|our|model|template|example|sample|standard|annex\w*|appendix"
    r"|schedule"
    r"|section|part|chapter|version|meetings?|agenda|regulations?|proceedings?|procedures?|conduct|business|debate"
    r"|use|guide|community|project|governance|members?|group"
    r"|slug|permalink|layout|tags?|categor(?:y|ies)|type|status|author|description|parent|url|path|file(?:name)?|page"
    r"|source|language|document)\b|\d",
    re.IGNORECASE,
)


def name_beside_terms(text: str) -> str:
    """The body of a title that is set apart from the word for its terms and has no such word as board, or "".

    >>> name_beside_terms("FRIENDS OF LOW WOOD (FOLW) - Constitution"), name_beside_terms("Charter of Wexcombe Arts")
    ('FRIENDS OF LOW WOOD', 'Wexcombe Arts')
    """
    match = _ITS_TERMS.fullmatch(" ".join(text.split()))
    name = (match["before"] or match["after"] or "").strip(" ,.-") if match else ""
    words = [word for word in name.split() if word.lower() not in (*STOP, "in", "at", "to", "on", "with")]
    written = all(word[:1].isupper() or word[:1].isdigit() for word in words)
    return name if 0 < len(words) <= 7 and written and not _NO_BODY.search(name) else ""


def name_before_colon(text: str) -> str:
    """The group in "Isterby Together: revised terms of reference", whose name holds no such word as board; or ""."""
    match = re.match(r"\s*([A-Z][\w&' ]{2,50}?)\s*[:-]\s.*\bterms of reference\b", text, re.IGNORECASE)
    label = match and re.search(r"\b(?:draft|report|title|subject|item|how|what|our)\b", match[1], re.IGNORECASE)
    return match[1].strip() if match and not label else ""


def is_name(text: str) -> bool:
    """Whether a heading is nothing but a group's name ("THE BOARD", "Health and Wellbeing Forum")."""
    bare = re.sub(r"^(?:the)\s+", "", text.strip().rstrip(":"), flags=re.IGNORECASE)
    if _GENERAL.fullmatch(bare):
        return True
    if bare.lower() == "secretariat":
        return False  # the support that somebody gives
    if len(bare.split()) > 8 or not re.search(rf"\b{NOUN}s?(?:\s*\([^)]*\))?$", bare, re.IGNORECASE):
        return False
    if _NO_NAME.search(bare):
        return False
    return bool(LOWER.search(bare) or all(w[:1].isupper() or w.lower() in STOP or w == "&" for w in bare.split()))


def group_in_heading(title: str) -> str:
    """The group whose matter a heading is about ("Quorum of the Board", "Board meetings"), or "".

    >>> group_in_heading("Terms of reference of the Early Help Sub-Group"), group_in_heading("Reporting to the Board")
    ('Early Help Sub-Group', '')
    """
    if title.isupper():
        title = title.title().replace("'S", "'s")
    if _PEOPLE.fullmatch(title.strip()) and not _COVERING.search(title):
        return re.sub(r"^the ", "", title.strip(), flags=re.IGNORECASE)
    for pattern in (_TOPIC_OF, _TOPIC_AFTER):
        match = pattern.match(title.strip())
        name = match["name"].strip() if match else ""
        if _GENERAL.fullmatch(name) or (is_name(name) and not re.search(r"\b(?:for|in)\b", name)):
            return name
    return ""


def promised(text: str) -> bool:
    """Whether a section's text only promises that it will be written."""
    return bool(_PROMISE.search(text)) and len(text.split()) <= 25


def standing_told(sentence: str) -> Standing | None:
    """Where a sentence says a group's own terms are: elsewhere, unwritten, or None where it does not speak of them."""
    if _TERMS_TO_COME.search(sentence):
        return Standing.UNWRITTEN
    return Standing.ELSEWHERE if _OWN_TERMS.search(sentence) else None


def pointed_elsewhere(text: str) -> re.Match[str] | None:
    """The words that send the reader to separate terms of reference, if any."""
    return _POINTER.search(text)
