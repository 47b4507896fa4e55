"""Markdown, reStructuredText and underlined plain text: which lines are headings, code, comments, or no text at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from torparse.readers import _marks
from torparse.readers._lines import Line


class Role(Enum):
    """What a line is, before lines are put together."""

    TEXT = "text"
    BLANK = "blank"
    HEADING = "heading"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Marked:
    """A line with its role; ``level`` is a heading's depth from 1."""

    line: Line
    role: Role
    level: int = 0


_ATX = re.compile(r"(#{1,6})(?:[ \t]+|$)(.*?)(?:[ \t]+#+)?$")
_EQUALS = re.compile(r"(={1,6})[ \t]+(?=[^\s=])(.*?)(?:[ \t]+=+)?$")
"""AsciiDoc's headings; those of wikis close with as many signs."""
_FENCE = re.compile(r"(`{3,}|~{3,})")
_RULED = re.compile(r"([-=~^\"#*+_`:.'])\1{2,}$")
_STRONG = re.compile(r"(\*{2,3}|_{2,3})(?=\S)(.+?)(?<=\S)\1$")
_EDGE = re.compile(r"[^\W_]")
_HEADING_WORDS = 14
_HEADING_LENGTH = 1000  # characters; a longer line is no heading, and would be slow to match


def roles(lines: Sequence[Line], media: str) -> list[Marked]:
    """The lines with their roles; underlines, rules, comments and fences become blank. ``media`` is txt, md or rst."""
    marked = [Marked(line, Role.TEXT if _EDGE.search(line.text) else Role.BLANK) for line in lines]
    if media == "md":
        first = _front_matter(marked)
        _fences_and_comments(marked, first)
        _signs(marked, first, _ATX)
        _underlined(marked, first, media)
        _bold_titles(marked)
    else:
        _signs(marked, 0, _EQUALS)
        _underlined(marked, 0, media)
    return marked


def _front_matter(marked: list[Marked]) -> int:
    """Where the text begins behind YAML between two lines of dashes at the top; its lines stay text."""
    if not marked or marked[0].line.text != "---":
        return 0
    end = next((i for i, one in enumerate(marked[1:], 1) if one.line.text in ("---", "...")), 0)
    return end + 1 if end else 0


def _part(line: Line, start: int, end: int) -> Line:
    """The line cut down to ``start``..``end`` of its text, without white space at either end."""
    text = line.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    return replace(line, start=line.start + start, end=line.start + start + len(text), text=text)


def _fences_and_comments(marked: list[Marked], first: int) -> None:
    fence = ""
    comment = False
    for i in range(first, len(marked)):
        line = marked[i].line
        if fence:
            closes = line.text.startswith(fence) and not line.text.strip(fence[0])
            marked[i] = Marked(line, Role.BLANK if closes or not line.text else Role.CODE)
            fence = "" if closes else fence
            continue
        opening = _FENCE.match(line.text)
        if opening and not comment and line.text.count(opening[1][0]) == len(opening[1]):
            fence = opening[1]
            marked[i] = Marked(line, Role.BLANK)
        elif comment or line.text.startswith("<!--"):
            end = line.text.find("-->")
            comment = end < 0
            rest = _part(line, end + 3, len(line.text)) if end >= 0 else line
            blank = comment or not _EDGE.search(rest.text)
            marked[i] = Marked(rest, Role.BLANK if blank else Role.TEXT)


def _signs(marked: list[Marked], first: int, sign: re.Pattern[str]) -> None:
    """Lines that begin with one or more signs of a heading; the signs are no part of the title."""
    for i in range(first, len(marked)):
        line = marked[i].line
        can_be = marked[i].role is Role.TEXT and line.indent < 4 and len(line.text) < _HEADING_LENGTH
        match = sign.match(line.text) if can_be else None
        if match:
            title = _part(line, match.start(2), match.end(2))
            marked[i] = Marked(title, Role.HEADING if _EDGE.search(title.text) else Role.BLANK, len(match[1]))


def _underlined(marked: list[Marked], first: int, media: str) -> None:
    """A single line with a row of one punctuation character under it, about as long, is a heading."""
    order: list[str] = []
    for i in range(first, len(marked) - 1):
        title, under = marked[i], marked[i + 1].line
        rule = _RULED.match(under.text)
        if title.role is not Role.TEXT or not rule or under.indent > 3 or (i and marked[i - 1].role is Role.TEXT):
            continue
        if media != "rst" and rule[1] not in "=-~_*":
            continue
        text = title.line.text
        if (
            len(under.text) < len(text) * 0.6
            or len(text.split()) > _HEADING_WORDS
            or "|" in text
            or _marks.bullet(text)
        ):
            continue
        style = rule[1] + ("over" if i and marked[i - 1].line.text == under.text else "")
        if style not in order:
            order.append(style)
        level = "=-".find(rule[1]) + 1 if media == "md" and rule[1] in "=-" else order.index(style) + 1
        marked[i] = Marked(title.line, Role.HEADING, level)


def _bold_titles(marked: list[Marked]) -> None:
    """A short line by itself that is bold from end to end is a heading under the last one marked with ``#``."""
    level = 0
    for i, one in enumerate(marked):
        if one.role is Role.HEADING:
            level = one.level
        match = _STRONG.match(one.line.text) if one.role is Role.TEXT and one.line.indent < 4 else None
        alone = all(0 <= j < len(marked) and marked[j].role is Role.BLANK for j in (i - 1, i + 1) if j < len(marked))
        if match and alone and match[1][0] not in match[2].strip(match[1][0]):
            title = _part(one.line, match.start(2), match.end(2))
            if len(title.text.split()) <= _HEADING_WORDS and not title.text.endswith((".", ";", ",", ":")):
                marked[i] = Marked(title, Role.HEADING, level + 1)
