"""How a line or paragraph begins and ends: bullets, labels, unfinished sentences, titles. Shared by readers."""

from __future__ import annotations

import re
from enum import IntEnum

_TIGHT = "•·▪▫◦●○■□◆‣⁃∙►➢➤✓✔❖❑❒☐☑☒◊⬥➔✦\uf0b7\uf0a7\uf0d8\uf0fc"
_BULLET = re.compile(rf"(?:[{_TIGHT}]|[-–—*+](?=\s)|o(?=\t|\s{{2}})|[\uf02d\uf076](?=\s))\s*")
_ROMAN = r"(?=[ivxlc])(?:x{0,3})(?:ix|iv|v?i{0,3})"
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{1,3}){1,4}[.):]?(?=\s|$)")
_STRONG = re.compile(
    rf"(?:\((?:\d{{1,3}}|[a-z]{{1,2}}|{_ROMAN})\)|(?:[a-z]|{_ROMAN}|\d{{1,3}})\)|\d{{1,3}}\\?[.:])(?=\s|$)"
    rf"|\[\d{{1,2}}\](?=\s)|[QA]\d{{0,2}}[.:](?=\s)",
    re.IGNORECASE,
)
_WEAK = re.compile(rf"(?:(?:[a-z]|{_ROMAN})\.(?=\s))", re.IGNORECASE)
_BARE = re.compile(r"\d{1,2}(?:\t|\s{2,}(?=\S)|\s(?=[A-Z‘“\"'(\[]))")
_NAMED = re.compile(
    r"(?:article|section|clause|rule|part|schedule|annex(?:e)?|appendix|s\.\s?o\.)\s+(?:\d{1,2}|[ivx]{1,4}|[a-h])\b",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"\d{1,2}\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", re.IGNORECASE
)  # a date, not a label
_REFERS = re.compile(
    r"\b(?:articles?|sections?|clauses?|rules?|parts?|schedules?|annex(?:es)?|appendix|(?:sub-?)?paragraphs?|items?|"
    r"regulations?|(?:standing )?orders?|points?|nos?\.?)$",
    re.IGNORECASE,
)
_FINISHED = re.compile(r"[.:;!?…][\"'”’)\]*_]*$|\.{4,}\s*\d*$|[*_=~-]{4,}$")
_HANGING = re.compile(r"(?<![,;])\s(?:a|an|and|at|by|for|from|in|of|on|or|that|the|to|with|which|whose)$")


_FIELD = re.compile(r"[A-Z\d]?[\w' /-]{1,30}:(?:\s|$)")

_TAIL = 200  # how much of a line's end is looked at; without a limit a row of a million dots takes hours


class Mark(IntEnum):
    """How surely a line begins something new."""

    NONE = 0
    WEAK = 1
    LABEL = 2
    BULLET = 3


def bullet(text: str) -> int:
    """The length of the bullet at the start with the white space behind it, or 0."""
    match = _BULLET.match(text)
    return match.end() if match else 0


def numbers_an_item(text: str) -> bool:
    """Whether the text begins with an item's label, "(a)" or "1.", rather than a clause number "4.5" or "Annex B"."""
    return bool(_STRONG.match(text)) and not _DOTTED.match(text)


def mark(text: str) -> Mark:
    """What ``text`` begins with: a bullet, a label ("(a)", "4.5 The"), or something that may be one ("A. Smith")."""
    if bullet(text):
        return Mark.BULLET if text[0] not in "–—" else Mark.WEAK
    dotted = _DOTTED.match(text)
    if dotted:  # "4.2 million" may go on with a sentence
        rest = text[dotted.end() :].lstrip()
        return Mark.WEAK if rest[:1].islower() else Mark.LABEL
    if _STRONG.match(text):
        return Mark.LABEL
    named = _NAMED.match(text)
    if named:  # "Annex 2 Voting" is a title, "Section 6(a), it" goes on with a sentence
        rest = text[named.end() :].lstrip()
        return Mark.LABEL if not rest or rest[0].isupper() or rest[0] in ":-–—" else Mark.WEAK
    if (_BARE.match(text) and not _MONTH.match(text)) or _WEAK.match(text):
        return Mark.WEAK
    return Mark.NONE


def finished(text: str) -> bool:
    """Whether the text ends as a sentence, a list's lead-in, an item or a contents line does."""
    return bool(_FINISHED.search(text[-_TAIL:]))


def hangs(text: str) -> bool:
    """Whether the text ends in a word that another must follow ("for members of")."""
    return bool(_HANGING.search(text[-_TAIL:]))


def continues(before: str, after: str, *, full: bool) -> bool:
    """Whether the label that ``after`` begins with is part of a sentence: "under paragraph" … "(a) above".

    ``full`` says that the line before was full, so that its end says nothing.
    """
    if mark(after) is Mark.BULLET:
        return False
    rest = after.split(None, 1)[1:] or [""]
    if _REFERS.search(before[-_TAIL:]) and not rest[0][:1].isupper():
        return True
    return mark(after) is Mark.WEAK and not finished(before) and (full or hangs(before))


def begins_lower(text: str) -> bool:
    """Whether the text begins in lower case or with punctuation that only goes on with a sentence."""
    return text[:1].islower() or text[:1] in ";,)" or (text[:2] in ("– ", "— ") and text[2:3].islower())


def separate(before: str, after: str) -> bool:
    """Whether two lines stand apart by their look: fields of a form ("Date: …"), capitals under other text."""
    if _FIELD.match(before) and _FIELD.match(after):
        return True
    return len(after) > 3 and after.isupper() and not before.isupper()


LONG_HEADING = 120
"""Characters; a longer paragraph that the file marks as a heading is a clause, so marked for its number."""
_TITLE_WORDS = 14


def is_clause(text: str) -> bool:
    """Whether a paragraph that the file marks as a heading is a clause that is marked so for its number."""
    return len(text) > LONG_HEADING or (text.endswith((".", ";")) and len(text.split()) > 10)


def titles(text: str) -> bool:
    """Whether words that are bold throughout can be a title: few, in one line, and not a sentence or a lead-in."""
    single = "\n" not in text and "\t" not in text and len(text.split()) <= _TITLE_WORDS
    return single and bool(re.search(r"[^\W\d_]{2}", text)) and not text.endswith((".", ";", ",", ":"))
