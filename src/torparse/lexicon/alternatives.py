"""The alternatives of a regular expression, each as an expression of its own.

``a|b(?:c|d)e`` matches exactly where ``a``, ``bce`` or ``bde`` matches: each of them is faster to run, and needs more,
than the whole. What they capture and in which order they are tried is the whole expression's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_MOST = 150
_LEVELS = 3
_OPENS = re.compile(r"\((?:\?(?:P<\w+>|[a-zA-Z]*(?:-[a-zA-Z]+)?:))?(?!\?)")
"""A group that stands for its words; look-arounds, conditions and references are none."""
_REFERS = re.compile(r"\\[1-9]|\(\?(?:P=|\(|[a-zA-Z]+\))")
"""A reference to a group, a condition on one, or flags for all that follows."""
_SHORT = 24
_TOKEN = re.compile(r"\\.|\[\^?\]?(?:[^\]\\]|\\.)*\]|[()|]", re.DOTALL)
"""An escape, a class, a bracket or a bar."""
_COUNT = re.compile(r"[?*+{]")


@lru_cache(maxsize=64)  # the parts of a pattern are asked for one by one
def alternatives(pattern: str) -> tuple[str, ...]:
    """``pattern`` as expressions that together match where it does; itself alone where it cannot be parted."""
    if _REFERS.search(pattern):
        return (pattern,)
    parts = [pattern]
    for _ in range(_LEVELS):
        finer = [one for part in parts for one in _parted(part)]
        if len(finer) > _MOST or len(finer) == len(parts):
            break
        parts = finer
    return tuple(dict.fromkeys(parts))


def _parted(pattern: str) -> list[str]:
    """By the bars outside all groups, else by those of the first group of phrases."""
    ways = _split(pattern)
    if len(ways) > 1:
        return ways
    for start, end in _groups(pattern):
        opens = _OPENS.match(pattern, start)
        if opens is None or _COUNT.match(pattern, end):
            continue
        inner = _split(pattern[opens.end() : end - 1])
        if len(inner) > 1 and max(map(len, inner)) > _SHORT:
            return [f"{pattern[: opens.end()]}{one}{pattern[end - 1 :]}" for one in inner]
    return ways


def _split(pattern: str) -> list[str]:
    ends = [at for at, depth in _signs(pattern) if pattern[at] == "|" and depth == 0]
    return [pattern[start:end] for start, end in zip([0, *(at + 1 for at in ends)], [*ends, len(pattern)], strict=True)]


def _groups(pattern: str) -> Iterator[tuple[int, int]]:
    """Where the outermost groups begin and end."""
    start = 0
    for at, depth in _signs(pattern):
        if pattern[at] == "(" and depth == 0:
            start = at
        elif pattern[at] == ")" and depth == 0:
            yield start, at + 1


def _signs(pattern: str) -> Iterator[tuple[int, int]]:
    """Brackets and bars with how many groups there are around them; those in classes and escapes are none."""
    depth = 0
    for found in _TOKEN.finditer(pattern):
        sign = found[0]
        if sign == ")":
            depth -= 1
        if sign in ("(", ")", "|"):
            yield found.start(), depth
        if sign == "(":
            depth += 1
