"""Cross-references to a section of the same document that it does not have.

Why it matters: a rule that depends on another one which is not there cannot be followed, and tells that the document
was renumbered or cut. Asked only where the document numbers its sections in that way ("7.3" where it has 7.1 and 7.2,
or 4.1 to 4.14). Sections of Acts, of agreements and of other documents, and former ones, are left alone.
Source: the plan for consistency notes; the numbers are those that officers cite (``structure.citations``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from torparse.consistency.note import Note, Reading
from torparse.structure.units import Role

TITLE = "References to sections that are not there"
ORDER = 8

_REFERENCE = re.compile(
    r"(?P<noun>\b(?:paragraphs?|paras?\.?|sections?|clauses?|articles?|rules?|standing orders?|s\.\s?o\.)"
    r"|\b(?:see|listed in|set out in|described in|as per|under))"
    r"\s+(?P<number>\d{1,2}(?:\.\d{1,3}){0,3})(?![\d%/:])(?!\.\d)",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?:see|listed|set|described|as|under)\b", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\W*(?:\([\w.]+\)\s*)*(?:,? (?:of|in|to|under) (?:the|that|its|their|an?|part)\b"
    r"(?! (?:present|terms|standing orders)\b)"
    r"|(?-i:[A-Z])|(?:amended|replaced|added|deleted|removed|inserted)\b|(?:to|and|or) \d+ of the\b"
    r"|(?:agreements?|dut(?:y|ies)|funds?|monies|officers?|reports?|per cent|percent"
    r"|days?|weeks?|months?|years?|members?)\b)",
    re.IGNORECASE,
)
_LAW = re.compile(r"\b(?:Act|Regulations|Directive|Companies House|statut\w+|Procedure Rules?|Part \d+)\b")
_BEFORE = re.compile(r"\b(?:former|formerly|old|previous|new|Procedure|Part \d+,?)\s*$", re.IGNORECASE)
_AT_LEAST = 3  # numbers of one depth that make a numbering
_FAR = 2  # times the largest number of the document: what lies beyond is another document's


def find(reading: Reading) -> Iterator[Note]:
    """A note for each number that is named and not there."""
    numbers = _numbers(reading)
    told = set()
    for match in _REFERENCE.finditer(reading.text):
        number = match["number"]
        if number in told or _is_there(number, numbers) or not _may_be_ours(reading, match, numbers):
            continue
        told.add(number)
        run = reading.around(match.start("number"), match.end("number"))
        noun = "" if _BARE.match(match["noun"]) else f"{' '.join(match['noun'].lower().split())} "
        text = f"The text refers to {noun}{number}, but this document has no such number."
        yield Note("references", None, text, (run,))


def _numbers(reading: Reading) -> frozenset[str]:
    """Every number that a unit of the document has, as "4", "4.5", "14.3"; those of annexes are not among them."""
    found = set()
    for unit, citation in zip(reading.context.units, reading.context.structure.citations, strict=True):
        if unit.role is Role.CONTENTS or re.match(r"(?:annex|appendix|schedule)", citation, re.IGNORECASE):
            continue
        for text in (citation, unit.label.text if unit.label else ""):
            joined = ".".join(re.findall(r"\d+", text))
            if joined:
                found.add(joined)
    found |= {one.number.rstrip(".") for one in reading.context.structure.outline.sections if one.number}
    return frozenset(found)


def _is_there(number: str, numbers: frozenset[str]) -> bool:
    return number in numbers or any(one.startswith(f"{number}.") for one in numbers)


def _may_be_ours(reading: Reading, match: re.Match[str], numbers: frozenset[str]) -> bool:
    number, text = match["number"], reading.text
    alike = {one for one in numbers if one.count(".") == number.count(".") and one[:1].isdigit()}
    first = max((int(one.split(".")[0]) for one in alike), default=0)
    if len(alike) < _AT_LEAST or int(number.split(".")[0]) > first * _FAR:
        return False
    if _BARE.match(match["noun"]) and "." not in number:
        return False
    unit = next((u for u in reading.context.units if u.outer <= match.start() < u.end), None)
    if unit is None or unit.role in (Role.CONTENTS, Role.HEADING, Role.CELL) or match.start() < unit.start:
        return False
    sentence = reading.context.at(match.start())
    words = sentence.text if sentence else text[unit.start : unit.end]
    if _LAW.search(words) or (sentence is not None and sentence.narrative):
        return False
    before = text[max(unit.outer, match.start() - 20) : match.start()]
    return not _ELSEWHERE.match(text, match.end()) and not _BEFORE.search(before)
