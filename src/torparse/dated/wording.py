"""From plain words to what finds them in a text, and how a text shows that it speaks of the past."""

from __future__ import annotations

import re
from functools import cache

from torparse.model import Document
from torparse.structure.clean import clean

_GAP = r"[^\S\n]*(?:[^\S\n]|-)[^\S\n]*"
"""Between two words: spaces or a hyphen, never the end of a paragraph (a line feed in the copy that is searched)."""
_HYPHEN = rf"(?:{_GAP})?"
_YEAR_GAP = r",?[^\S\n]*\(?"
_YEAR_AHEAD = r"(?!,?[^\S\n]*\(?(?:19|20)\d\d\b)"


@cache
def pattern(
    words: tuple[str, ...], *, case: bool = False, plural: bool = True, no_year: bool = False
) -> re.Pattern[str]:
    """What finds any of ``words``, whole words only. ``case``: written exactly so; ``plural``: of several of them too;
    ``no_year``: no year goes with them ("Act", but not "Act 2018").
    """
    alternatives = "|".join(_one(one, plural) for one in sorted(words, key=len, reverse=True))
    behind = _YEAR_AHEAD if no_year else ""
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w){behind}", 0 if case else re.IGNORECASE)


def _one(words: str, plural: bool) -> str:
    parts = re.split(r"([ -])", words)
    made = ""
    for at, part in enumerate(parts):
        if part == " ":
            made += _YEAR_GAP if re.fullmatch(r"\d{4}", parts[at + 1]) else _GAP
        elif part == "-":
            made += _HYPHEN
        else:
            last = at == len(parts) - 1
            made += _plural(part) if plural and last else re.escape(part).replace("'", "['’]")
    return made


def _plural(word: str) -> str:
    """The word, of one or of several: "Trust(s)", "Authority/Authorities"."""
    if not word[-1].isalpha() or "." in word:
        return re.escape(word)
    if len(word) > 2 and word[-1] in "yY" and word[-2] not in "aeiouAEIOU":
        return rf"{re.escape(word[:-1])}(?:y|ies)"
    return rf"{re.escape(word)}s?"


_NO_VERB = r"(?!(?:is|are|was|were|will|shall|must|may|has|have|had|by|and)\b)"
_HISTORY_BEFORE = re.compile(
    r"\b(?:formerly|previously|once|the then|former|(?:now[- ])?abolished|defunct|(?:the )?old"
    r"|replac(?:ed|es|ing)|succeed(?:ed|s|ing)|supersed(?:ed|es|ing)|(?:took|taken|taking) over from"
    r"|successors?(?: \w+)? (?:to|of)|predecessors?|in place of|instead of|inherited from|transferred from"
    r"|(?:abolition|closure|repeal|demise|dissolution|winding[- ]up|end) of)\b(?! by\b)"
    rf"[,(:]?\s*(?:{_NO_VERB}[\w'’&-]+,?\s+){{0,5}}[(“\"'‘]?$",
    re.IGNORECASE,
)
_HISTORY_AFTER = re.compile(
    r"^(?:['’]s)?[”\"'’]?(?:\s*\([A-Z][A-Za-z]{1,6}\))?\s*[,(]*\s*(?:(?:which|that|who|it) )?"
    r"(?:(?:since|now|later|subsequently|formally|then|finally) )*"
    r"(?:(?:has|have|had) (?:since |now )?(?:been )?|(?:was|were|is|are|will be|being|been) )?"
    r"(?:(?:since|now|later|subsequently|formally|then|finally) )*"
    r"(?:(?:abolished|closed|dissolved|replaced|disbanded|repealed|revoked|superseded|renamed|wound up|merged|withdrawn"
    r"|defunct|ceased|as was)\b|no longer\b|now (?:known|called|part|the|a|an|replaced|merged|[A-Z]))",
)
_NOW_BEHIND = re.compile(
    r"^(?:\s*\([A-Z][A-Za-z]{1,6}\))?\s*(?:,|\(|[-–])\s*(?:now|since renamed|today)\b", re.IGNORECASE
)
_YEAR = r"(?:\w+ )?(?:19|20)\d\d\b"
_ENDED = re.compile(
    rf"\buntil {_YEAR}|\bfrom {_YEAR} (?:to|until) {_YEAR}|\bbetween {_YEAR} and {_YEAR}", re.IGNORECASE
)
_TOLD = re.compile(
    rf"^(?=.*\b(?:in|during|by|since) {_YEAR})"
    r"(?=.*\b(?:was|were|had|found|reported|recommended|advised|concluded|hosted|led|worked|gave|paid)\b)"
    r"(?!.*\b(?:is|are|has|have|will|shall|must|(?-i:may)|can|should)\b)",
    re.IGNORECASE,
)
"""A sentence about a year gone by: in the past tense, and nothing of it in the present or laid down."""
_CITED = re.compile(
    r"^[,:]?\s*\(?(?:19|20)\d\d\b|^(?:\([A-Z]+\))?[,:]\s*[“\"‘'*_][^\n]{3,120}?\(?(?:19|20)\d\d\b",
)
_SENTENCE_END = re.compile(r"[.;!?](?=\s)|\n")
_REACH = 200


def paragraphs(document: Document) -> str:
    """The reading copy of the text, in which a line feed stands between two blocks and nowhere else."""
    text = clean(document.text, document.prompts)
    made, last = list[str](), 0
    for block in document.blocks:
        made += ["\n" * (block.start - last), text[block.start : block.end]]
        last = block.end
    return "".join([*made, "\n" * (len(text) - last)])


def beside(text: str, start: int, end: int) -> str:
    """The words around ``start``..``end`` of the same paragraph, at most ``_REACH`` characters on either side."""
    head, tail = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    return head.rpartition("\n")[2] + text[start:end] + tail.partition("\n")[0]


def is_history(text: str, start: int, end: int) -> bool:
    """Whether the sentence itself says that what stands at ``start``..``end`` is a thing of the past."""
    head = _SENTENCE_END.split(text[max(0, start - _REACH) : start])[-1]
    tail = _SENTENCE_END.split(text[end : end + _REACH])[0]
    whole = head + text[start:end] + tail
    if _ENDED.search(whole) or _TOLD.match(whole):
        return True
    return bool(_HISTORY_BEFORE.search(head) or _HISTORY_AFTER.match(tail) or _NOW_BEHIND.match(tail))


def is_citation(text: str, end: int) -> bool:
    """Whether a body's name that ends at ``end`` is the author of a publication: a year or a quoted title follows."""
    return bool(_CITED.match(text[end : end + _REACH]))
