"""Sentence boundaries that never cross a block.

Tokens (``tokens``) tell an abbreviation ("e.g.") from the end of a sentence; here is where sentences start.
"""

from __future__ import annotations

import re
from functools import lru_cache

from torparse.structure.tokens import tokens

_END = frozenset(".?!")
_ABBREVIATIONS = frozenset(
    ["mr", "mrs", "ms", "dr", "cllr", "no", "nos", "para", "paras", "ref", "refs", "art", "s.o", "so", "v", "vs",
     "approx", "incl", "e.g", "i.e", "etc", "viz", "cf", "st", "p", "pp", "sec", "ch", "fig", "a.m", "p.m"]
)  # fmt: skip
_CLOSERS = frozenset("\"')]")
_OPENERS = frozenset("\"'([½⅓⅔£")
_CHUNK = re.compile(r"\S+")
_INITIALS = re.compile(r"(?:\w\.)+")

_ENDS, _GOES_ON, _KEEPS, _STOP = range(4)
"""What a token does to a sentence: ends it; goes on with it; leaves it as it is, where it ended; a full stop by itself,
which ends it unless the token before is an abbreviation."""
_Token = tuple[int, bool, bool, int]
"""Where in its chunk it starts, whether a sentence can start with it, whether it is a closer, and what it does."""


def _effect(text: str) -> int:
    if text == ".":
        return _STOP
    if text[-1] in _END and (not text.rstrip(".?!") or text[-1] != "."):
        return _ENDS
    if text[-1] == "." and text.lower().rstrip(".") not in _ABBREVIATIONS and not _INITIALS.fullmatch(text):
        return _ENDS  # "working..", "2008."
    return _KEEPS if text in _CLOSERS else _GOES_ON


def _abbreviates(text: str) -> bool:
    return text.lower() in _ABBREVIATIONS or (len(text) == 1 and text.isalpha())


def _can_start(text: str) -> bool:
    return text[0].isupper() or text[0].isdigit() or text[0] in _OPENERS


@lru_cache(maxsize=50_000)
def _read(chunk: str) -> tuple[tuple[_Token, ...], bool]:
    """The tokens of a chunk, and whether its last one is an abbreviation. A stop behind a token of its own chunk has
    been judged by it."""
    found: list[_Token] = []
    at, before = 0, ""
    for text in tokens(chunk):
        effect = _effect(text)
        if effect == _STOP and before:
            effect = _GOES_ON if _abbreviates(before) else _ENDS
        found.append((at, _can_start(text), text in _CLOSERS, effect))
        at, before = at + len(text), text
    return tuple(found), _abbreviates(before)


def _starts(text: str) -> list[int]:
    """Where sentences start in ``text``: after closing punctuation where the next word can begin one."""
    starts = [0]
    ended = abbreviated = False
    end = 0
    for match in _CHUNK.finditer(text):
        start = match.start()
        found, abbreviates = _read(match[0])
        spaced = start - end == 1 and text[end] == " "  # else white space is a token by itself
        for at, can_start, closer, effect in found:
            if ended and can_start and not (closer and (at or not spaced)):
                starts.append(start + at)
            if effect == _ENDS:
                ended = True
            elif effect == _STOP:
                ended = not (abbreviated and spaced)
            elif effect == _GOES_ON:
                ended = False
        abbreviated, end = abbreviates, match.end()
    return starts


def split(clean: str) -> list[tuple[int, int]]:
    """Ranges of the sentences in ``clean`` (one block of the reading copy), white space around them left out."""
    if not clean.strip():
        return []
    found = []
    starts = _starts(clean)
    for first, last in zip(starts, [*starts[1:], len(clean)], strict=True):
        text = clean[first:last]
        start = first + len(text) - len(text.lstrip())
        end = first + len(text.rstrip())
        if end > start:
            found.append((start, end))
    return found
