"""How many must be present: count, share, what joins the two, and whose presence counts."""

from __future__ import annotations

import re
from typing import Any

from torparse.clauses._quorum import wordings as w
from torparse.lexicon.fractions import Share, shares
from torparse.lexicon.numbers import NUMBER, number
from torparse.lexicon.patterns import compiled
from torparse.lexicon.phrase import phrase
from torparse.rules.words import head

_REFERENCE = compiled(
    r"(?:section|clause|rule|paragraph|para|act|annex|appendix|schedule|part|s\.o\.|order|minute)s?\s*$", re.I
)
_AMOUNT = compiled(rf"{NUMBER}|majority|half|third|quarter|%|per cent|\d/\d", re.I)
_OF_A_TOTAL = compiled(r"\b(?:between|from|of the|each of|out of|of all|than one of)\s+$", re.I)
_RANGE = phrase(r"between {NUMBER} and {NUMBER}")
_OF_SOME = phrase(r"(?:each|every one|all|both) (?:of )?(?:the |our |its )?$")


def values(text: str) -> dict[str, Any]:
    """Count, fraction and whose presence counts, as far as ``text`` gives them; {} where it gives neither."""
    over = w.ONE_OVER.search(text)
    if over:
        text = f"{text[: over.start()]}more than {text[over.end() :]}"
    core = core_of(text)
    found: dict[str, Any] = {}
    place, first = 0, len(core)
    parts = shares(core)
    if parts:
        found["fraction"], place, first = str(parts[0]), parts[0].end, parts[0].start
        if parts[0].strict or w.PLUS_ONE.search(core[place:]):
            found["strict"] = True
    elif majority := w.MAJORITY.search(core):
        found |= {"fraction": "1/2", "strict": True}
        place = majority.end()
    counted = _count(text, core, parts, place)
    if counted:
        found["count"] = number(counted[0])
        if not place or counted.start() < first:
            place = counted.end()
    if "count" in found and "fraction" in found:
        found["combine"] = _joined(text)
    if found and (whose := _whose(core, place)):
        found["of"] = whose
    return found


def core_of(text: str) -> str:
    """The part before "including …", if the amount stands there; a quorum out of a body's size begins behind it."""
    bare = _RANGE.sub(lambda match: "#" * len(match[0]), text)
    bare = w.SIZE.sub(lambda match: " " * len(match[0]), bare)
    bare = w.FIGURES.sub(lambda match: " " * len(match[0]), bare)
    apart = phrase(r"\b(?={NUMBER} of (?:whom|them|which)\b[^.;]{0,30}\bquorum)").search(text)
    if apart and apart.start():
        return " " * apart.start() + bare[apart.start() :]
    match = w.COMPOSITION.search(bare)
    before = bare[: match.start()] if match else ""
    return before if _AMOUNT.search(before) else bare


def _joined(text: str) -> str:
    if w.BOTH.search(text) and "whichever" not in text.lower():
        return "and"
    if w.LESSER.search(text):
        return "lesser_of"
    return "greater_of" if w.GREATER.search(text) else "and"


def _count(text: str, core: str, parts: list[Share], place: int) -> re.Match[str] | None:
    """The number that is the quorum: not a length of time, a reference, a part of a share or the size of the whole."""
    for counted in re.finditer(NUMBER, core, re.IGNORECASE):
        inside = any(p.start <= counted.start() < p.end for p in parts)
        if inside or not number(counted[0]) or w.TIME.match(core[counted.end() :]):
            continue
        before = core[: counted.start()]
        if (
            _REFERENCE.search(before)
            or _OF_A_TOTAL.search(before)
            or (parts and re.search(r"(?:plus|\+)\s*$", before, re.I))
        ):
            continue
        if _OF_SOME.search(before) and not w.GENERIC.match(core[counted.end() :].strip()):
            continue  # "all three statutory partners" are named, not counted
        if parts and counted.start() > place and not (w.GREATER.search(text) or w.LESSER.search(text)):
            continue
        return counted
    return None


def _whose(core: str, place: int) -> str:
    """Who is counted: the people named right after the number, else anywhere in the sentence."""
    after = re.sub(rf"^\s*\(or (?:at least )?(?:{NUMBER})[^)]*\)", " ", core[place:], flags=re.I)
    after = re.sub(
        rf"^\s*(?:or (?:at least )?{NUMBER} )?(?:(?:plus|\+) ?(?:one|1) )?(?:out )?(?:of )?(?:\d{{1,3}} )?(?:the "
        rf"|its |our |their |all |agreed (?=the)"
        r"|(?:total |whole |full )?number of |total (?=number|members))*"
        rf"(?:{NUMBER} )?(?:or more )?",
        "",
        after,
        flags=re.I,
    )
    after = re.sub(r"^\s*\(?rounded (?:up|down)[^)]*?\)?\s+(?:of )?(?:the )?", "", after, flags=re.I)
    after = re.split(r",\s+and\s+the\b", after)[0]
    after = re.sub(
        r"\b(?:the )?total number of (?:the )?",
        "",
        re.sub(r"\bfrom time to time\b.*", "", after, flags=re.I | re.S),
        flags=re.I,
    )
    match = w.PEOPLE.match(after) or w.PEOPLE.search(after[:75]) or w.PEOPLE.search(re.sub(r"^.*? of ", "", core[-60:]))
    told = head(match[1], limit=5) if match else ""
    return "" if told == "quorum" else told
