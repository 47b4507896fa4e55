"""Numbers that officers cite: "4.5", "S.O. 12", "(3)", "a)", "Article 7", "Annex 2", "Q." before a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from torparse.lexicon.patterns import compiled

_ROMAN = r"(?:x{0,2}(?:ix|iv|v?i{1,3}|v)|x{1,2})"
_LABEL = compiled(
    r"\s*(?:"
    r"(?P<named>(?:article|section|clause|rule|part|paragraph|schedule|annex(?:e)?|appendix"
    r"|s\.?\s?o\.?)\s+(?:\d{1,2}[a-z]?(?:\.\d+)*|[ivx]{1,4}|[a-h])\b)[.:)]?(?:\s*[-:])?"
    r"|(?P<dotted>(?:\d{1,2}|[A-Z])(?:\.[1-9]\d{0,2}){1,4}(?!\.\d)|[A-H]\d{1,2})\b[.:)]?(?!\s*(?:%|per cent|am\b|pm\b))"
    r"|(?P<number>\d{1,2})\\?[.)](?=\s|$)"
    r"|(?P<bare>\d{1,2})(?=\s+(?-i:[A-Z]))"
    r"|(?P<paren>\((?:[a-z]{1,2}|\d{1,2}|" + _ROMAN + r")\))"
    r"|(?P<question>(?-i:Q)(?:uestion)?\s?\d*\s?[.:)](?=\s))"
    r"|(?P<letter>(?:[a-z]|" + _ROMAN + r")[.)])(?=\s)"
    r")",
    re.IGNORECASE,
)
_TRAILING = compiled(r"(?<=[a-z\s])(?P<label>\d{1,2}(?:\.[1-9]\d?){1,3})\s*$")


@dataclass(frozen=True, slots=True)
class Label:
    """A number at the start of a paragraph. ``text`` as cited, ``depth`` from 1 for "4", 2 for "4.5"; items are 9."""

    text: str
    kind: str
    depth: int
    end: int

    @property
    def is_item(self) -> bool:
        """True for "(a)", "b." and the like, which number an item within a paragraph."""
        return self.kind in ("paren", "letter")


def label_of(clean: str) -> Label | None:
    """The label at the start of ``clean``, or None. ``end`` is the offset behind it and the white space after it."""
    match = _LABEL.match(clean)
    if not match or match.end() == match.start():
        return None
    kind = next(name for name, value in match.groupdict().items() if value)
    text = match[kind].strip()
    if kind == "bare" and re.match(r"\s*\d{1,2}\s+(?:to|or|and|per|of|in)\b", clean):
        return None
    depth = {"number": 1, "bare": 1, "named": 1}.get(kind, 9)
    if kind == "dotted":
        depth = text.count(".") + 1
    space = re.match(r"\s*", clean[match.end() :])
    return Label(text.rstrip("."), kind, depth, match.end() + (space.end() if space else 0))


def trailing_label(clean: str) -> tuple[str, int] | None:
    """A number glued to the end of a heading by a conversion ("… Forum 4.11"): the number and where the heading ends.

    It belongs to the paragraph that follows.
    """
    match = _TRAILING.search(clean)
    return (match["label"], len(clean[: match.start()].rstrip())) if match else None
