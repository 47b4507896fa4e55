"""Annexes, appendices and schedules: those named in the text against those listed or attached at its end.

Why it matters: a rule that points to an annex which is not there says nothing, and a list that shows an annex as
written while the text calls it unwritten misleads whoever relies on it. Found are: named but not listed, listed but
never named, marked as still to be written in the text but not in the list. All three are asked only where the document
has annexes of its own; "Schedule 4 to the Agreement" is another document's.
Source: job B5 of the report design.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from torparse.consistency.note import Note, Reading
from torparse.model import Evidence
from torparse.plain_words import joined
from torparse.rules.status import PLACEHOLDER
from torparse.structure.units import Role

TITLE = "Annexes"
ORDER = 7

_NAMED = re.compile(
    r"\b(?P<word>(?i:annex|appendix|appendices|schedule))(?i:es|e|s)?\s+(?P<first>\d{1,2}|[A-Z])\b"
    r"(?P<more>(?:\s*(?:,|&|and|or)\s*(?:\d{1,2}|[A-Z])\b)*)"
)
_OF_OTHERS = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:to|of|in) (?:the|that|its|an?|their|part)\b(?! (?:present|terms|constitution"
    r"|document|rules|standing orders|agreement)\b(?! of the (?:council|authority|county)))",
    re.IGNORECASE,
)
_FEW_WORDS = 14  # of the line that an annex begins with
_ENTRY = 200  # characters of an entry that may say it is unwritten


@dataclass(frozen=True, slots=True)
class _Mention:
    name: str
    evidence: Evidence
    unwritten: bool


def find(reading: Reading) -> Iterator[Note]:
    """At most one note of each of the three."""
    listed, named = _read(reading)
    if not listed:
        return
    missing = _first(one for one in named if one.name not in listed)
    if missing:
        text = f"The text names {joined(missing)}, which {_is(missing)} not among the annexes of this document."
        yield Note("annexes", None, text, tuple(missing.values()))
    seen = {one.name for one in named}
    unnamed = {name: one.evidence for name, one in listed.items() if name not in seen}
    if unnamed and seen:
        text = f"This document has {joined(unnamed)}, but its text does not refer to {_it(unnamed)}."
        yield Note("annexes", None, text, tuple(unnamed.values()))
    marked = _first(one for one in named if one.unwritten and one.name in listed and not listed[one.name].unwritten)
    if marked:
        text = (
            f"The text says that {joined(marked)} {_is(marked)} still to be written; "
            "the list of annexes does not say so."
        )
        both = [run for name, run in marked.items() for run in (run, listed[name].evidence)]
        yield Note("annexes", None, text, tuple(sorted(both, key=lambda run: run.start)))


def _is(names: dict[str, Evidence]) -> str:
    return "is" if len(names) == 1 else "are"


def _it(names: dict[str, Evidence]) -> str:
    return "it" if len(names) == 1 else "them"


def _first(mentions: Iterable[_Mention]) -> dict[str, Evidence]:
    """Each annex with the first place that names it, in the order of their names."""
    found: dict[str, Evidence] = {}
    for one in mentions:
        found.setdefault(one.name, one.evidence)
    return dict(sorted(found.items(), key=lambda item: (item[0].split()[0], len(item[0]), item[0])))


def _read(reading: Reading) -> tuple[dict[str, _Mention], list[_Mention]]:
    """The annexes that the document lists or holds, and every place in its text that names one of its own."""
    heads = {
        unit.outer: match.end()
        for unit in reading.context.units
        if unit.role not in (Role.CONTENTS, Role.CELL)
        and (match := _NAMED.match(reading.text, unit.outer, unit.end))
        and (unit.role is Role.HEADING or len(reading.text[unit.outer : unit.end].split()) <= _FEW_WORDS)
    }
    starts = sorted(heads)
    listed: dict[str, _Mention] = {}
    for at, start in enumerate(starts):
        behind = starts[at + 1] if at + 1 < len(starts) else len(reading.text)
        name = _names(_NAMED.match(reading.text, start))[0]
        entry = reading.text[start : min(behind, start + _ENTRY)]
        evidence = reading.around(start, heads[start])
        listed.setdefault(name, _Mention(name, evidence, bool(PLACEHOLDER.search(entry))))
    named = []
    for match in _NAMED.finditer(reading.text):
        if match.start() in heads or _OF_OTHERS.match(reading.text, match.end()) or reading.narrative(match.start()):
            continue
        if _contents(reading, match.start()):
            continue
        unwritten = bool(PLACEHOLDER.match(reading.text[match.end() :].lstrip(" ,:;()–—-")))
        evidence = reading.around(*match.span())
        named += [_Mention(name, evidence, unwritten) for name in _names(match)]
    return listed, named


def _contents(reading: Reading, position: int) -> bool:
    return any(u.role is Role.CONTENTS and u.outer <= position < u.end for u in reading.context.units)


def _names(match: re.Match[str] | None) -> list[str]:
    """ "Annexes 1 and 4" are "Annex 1" and "Annex 4"."""
    if match is None:
        return []
    word = "Appendix" if match["word"].lower() == "appendices" else match["word"].capitalize()
    return [f"{word} {number}" for number in re.findall(r"\d+|[A-Z]\b", f"{match['first']}{match['more']}")]
