"""The alternatives of a regular expression, each as an expression of its own.

``a|b(?:c|d)e`` matches exactly where ``a``, ``bce`` or ``bde`` matches: each of them is faster to run, and needs more,
than the whole. What they capture and in which order they are tried is the whole expression's business.
"""

from __future__ import annotations

import re
from functools import lru_cache

_MOST = 150
_LEVELS = 3
_OPENS = re.compile(r"\((?:\?(?:P<\w+>|[a-zA-Z]*(?:-[a-zA-Z]+)?:))?(?!\?)")
"""A group that stands for its words; look-arounds, conditions and references are none."""
_REFERS = re.compile(r"\\[1-9]|\(\?(?:P=|\(|[a-zA-Z]+\))")
"""A reference to a group, a condition on one, or flags for all that follows."""
_SILENT = re.compile(r"\(\?(?!P<)")
_SHORT = 24
_SIGN = re.compile(r"(?:[^\\\[()|]|\\.|\[\^?\]?(?:[^\]\\]|\\.)*\])*+([()|])", re.DOTALL)
"""The next bracket or bar; those in escapes and classes are none."""
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


def groups(pattern: str) -> int:
    """How many groups that capture ``pattern`` has."""
    return sum(1 for at, _ in _signs(pattern) if pattern[at] == "(" and not _SILENT.match(pattern, at))


def _parted(pattern: str) -> list[str]:
    """By the bars outside all groups, else by those of the first group of phrases."""
    if "|" not in pattern:
        return [pattern]
    signs = _signs(pattern)
    bars = [at for at, depth in signs if depth == 0 and pattern[at] == "|"]
    if bars:
        return _cut(pattern, 0, bars, len(pattern))
    for first, (start, _) in enumerate(signs):
        if pattern[start] != "(" or signs[first][1]:
            continue
        last = next(at for at in range(first + 1, len(signs)) if signs[at] == (signs[at][0], 0))
        bars = [at for at, depth in signs[first + 1 : last] if depth == 1 and pattern[at] == "|"]
        end = signs[last][0]
        opens = _OPENS.match(pattern, start) if bars else None
        if opens is None or _COUNT.match(pattern, end + 1):
            continue
        inner = _cut(pattern, opens.end(), bars, end)
        if max(map(len, inner)) > _SHORT:
            return [f"{pattern[: opens.end()]}{one}{pattern[end:]}" for one in inner]
    return [pattern]


def _cut(pattern: str, start: int, bars: list[int], end: int) -> list[str]:
    return [pattern[one:other] for one, other in zip([start, *(at + 1 for at in bars)], [*bars, end], strict=True)]


def _signs(pattern: str) -> list[tuple[int, int]]:
    """Brackets and bars with how many groups there are around them; those in classes and escapes are none."""
    depth, at, found = 0, 0, []
    while sign := _SIGN.match(pattern, at):
        at = sign.end()
        one = sign[1]
        depth -= one == ")"
        found.append((at - 1, depth))
        depth += one == "("
    return found
