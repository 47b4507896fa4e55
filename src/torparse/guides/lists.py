"""A list of things in running words, taken apart: "election protocols; voting procedures and job descriptions".

Commas and "and" part things only where the words show it: "gifts and hospitality" is one thing, "a quorum and a
complaints procedure" are two. What is in brackets stays together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from torparse.guides.names import named

_ASIDE = re.compile(r"[(\[][^)\]]*[)\]]")
_PAIRS = re.compile(
    r"\b(?:roles and responsibilities|aims and objectives|terms and conditions|gifts (?:and|or) hospitality"
    r"|equality and diversity|diversity and inclusion|rights and responsibilities|purpose and (?:aims|objectives)"
    r"|duties and responsibilities|openness and (?:honesty|transparency)|chair and vice-?(?: )?chair"
    r"|chair (?:and|or) (?:deputy|vice|co)[- ]chair|agendas? and papers|rules and procedures|roles and duties"
    r"|policies and procedures|when and (?:how|where|by whom)|how and (?:when|why)|who and how"
    r"|votes? and (?:how|who))\b",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*,?\s+(?:and|or|as well as|plus)\s+", re.IGNORECASE)
_FIRST_AND = re.compile(r"^\W*(?:and|or|as well as|plus)\s+", re.IGNORECASE)
_GOES_ON = re.compile(
    r"^\W*(?:with|of|for|to|in|on|by|at|from|including|where|which|that|who|whose|if|when they|so|such|as|because"
    r"|since|without|under|their|its|it|them|then|not)\b",
    re.IGNORECASE,
)
"""Words that a new thing in a list does not begin with."""
_REASON = re.compile(
    r"\s*[,;–—-]?\s+(?:so that|so you|because|since|in order (?:to|that)|to avoid|rather than|otherwise|and why)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_HEAD = re.compile(
    r"\s(?P<head>procedures?|arrangements|polic(?:y|ies)|rules|protocols?|processe?s?)\W*$", re.IGNORECASE
)
_LONGEST = 9  # words of a thing that stands behind the last "and" of a list


def things(words: str) -> Iterator[tuple[int, int]]:
    """The range of each thing in ``words``, in order."""
    reason = _REASON.search(words)
    end = reason.start() if reason and reason.start() else len(words)
    hidden = _ASIDE.sub(lambda m: "x" * len(m[0]), words[:end])
    for start, stop in _pieces(hidden):
        start, stop = _trimmed(words, start, stop)
        if start < stop:
            yield start, stop


def _pieces(words: str) -> Iterator[tuple[int, int]]:
    """Where the list is parted: at its semicolons, else at its commas; then at the "and" that shows two things."""
    cuts = [m.start() for m in re.finditer(";", words)] or [m.start() for m in re.finditer(",", words)]
    ends = list(zip([0, *(cut + 1 for cut in cuts)], [*cuts, len(words)], strict=True))
    merged: list[tuple[int, int]] = []
    for start, end in ends:
        if merged and _GOES_ON.match(words[start:end]):
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    for number, (start, end) in enumerate(merged):
        last = len(merged) > 1 and number == len(merged) - 1
        yield from _at_and(words, start, end, last=last)


def _at_and(words: str, start: int, end: int, *, last: bool) -> Iterator[tuple[int, int]]:
    first = _FIRST_AND.match(words[start:end])
    begun = bool(first)
    start += first.end() if first else 0
    atoms = _atoms(words, start, end)
    kinds = [named(words[a:b])[:1] for a, b in atoms]
    if len(atoms) > 1 and all(kinds) and len(set(kinds)) == len(kinds):
        yield from atoms
        return
    cuts = [m for m in _AND.finditer(words, start, end) if not _in_pair(words, m)]
    if last and not begun and cuts:
        cut = cuts[-1]
        if not _GOES_ON.match(words[cut.end() : end]) and len(words[cut.end() : end].split()) <= _LONGEST:
            yield start, cut.start()
            yield cut.end(), end
            return
    yield start, end


def _atoms(words: str, start: int, end: int) -> list[tuple[int, int]]:
    """The finest parts: at every comma and "and" that does not go on with what stands before it."""
    found, at = [], start
    for match in re.finditer(rf",|{_AND.pattern}", words[start:end], re.IGNORECASE):
        cut, after = start + match.start(), start + match.end()
        follows = _FIRST_AND.sub("", words[after:end])
        if cut < at or _GOES_ON.match(follows) or _in_pair(words, match, start):
            continue
        found.append((at, cut))
        at = end - len(follows)
    return [(a, b) for a, b in (*found, (at, end)) if words[a:b].strip(" ,.;")]


def _in_pair(words: str, match: re.Match[str], offset: int = 0) -> bool:
    place = match.start() + offset
    return any(pair.start() < place < pair.end() for pair in _PAIRS.finditer(words))


def _trimmed(words: str, start: int, stop: int) -> tuple[int, int]:
    piece = words[start:stop]
    start += len(piece) - len(piece.lstrip(" \t\r\n,;:–—-•"))
    return start, start + len(words[start:stop].rstrip(" \t\r\n,;:.–—-"))


def with_head(words: str, after: str) -> str:
    """ "review" before "dissolution procedures" is "review procedures": the head that two things share."""
    head = _HEAD.search(after)
    return f"{words} {head['head']}" if head and len(words.split()) == 1 and not words.endswith("s") else words
