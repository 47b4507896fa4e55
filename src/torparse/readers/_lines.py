"""Plain text as lines: decoding, and ranges of lines in the decoded text."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1f\x7f]")


def decode(data: bytes) -> tuple[str, str]:
    """The text and a warning or an empty string: UTF-8, UTF-16 or UTF-32 by their mark (left out), else Windows-1252.

    Never raises: bytes without a meaning become U+FFFD, and the warning says so.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(name, errors="replace")
            return text, _replaced(text, name.upper().removesuffix("-LE").removesuffix("-BE"), data)
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
        return text, _replaced(text, "Windows-1252", data) or "The text is not UTF-8; it was read as Windows-1252"


def _replaced(text: str, name: str, data: bytes) -> str:
    count = text.count("\ufffd") - data.count("\ufffd".encode()) * (name == "UTF-8")
    return f"{count} characters are not {name} and are shown as \ufffd" if count > 0 else ""


def is_text(head: bytes) -> bool:
    """Whether the first bytes of a file can be text: a byte order mark, or hardly any control characters."""
    if any(head.startswith(mark) for mark, _ in _MARKS):
        return True
    return b"\x00" not in head and len(_CONTROL.findall(head)) <= len(head) * 0.05


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its ``number`` from 1, and the range ``start``..``end`` of it without white space at either end.

    ``indent`` is the width of the white space before it, tabs to multiples of four. ``hard`` marks a Markdown line
    break (two spaces or a backslash at the end), ``page`` a form feed before it.
    """

    number: int
    start: int
    end: int
    text: str
    indent: int
    hard: bool = False
    page: bool = False

    @property
    def width(self) -> int:
        """Columns from the margin to the end."""
        return self.indent + len(self.text)


def split(text: str) -> list[Line]:
    """The lines of ``text``; a line feed, a carriage return or both end one, as in an editor."""
    lines = []
    for number, match in enumerate(_LINE.finditer(text), 1):
        whole = match[0].rstrip("\r\n")
        bare = whole.strip()
        start = match.start() + len(whole) - len(whole.lstrip())
        indent = len(whole[: start - match.start()].replace("\f", "").expandtabs(4)) if bare else 0
        hard = whole.endswith(("  ", "\\"))
        page = "\f" in whole[: start - match.start()]
        lines.append(Line(number, start, start + len(bare), bare, indent, hard, page))
    return lines


def first_word(text: str) -> int:
    """The length of the first word."""
    return len(text.split(None, 1)[0]) if text else 0


class Margins:
    """Where text is wrapped by hard line ends, and at which column, judged from its neighbourhood.

    A line is full if the next line's first word would not have fitted beside it. In text that a program wrapped, the
    lines within a paragraph are full for one and the same width; in text where each line is a paragraph they are so
    only by chance. Widths from 45 to 130 columns are considered.
    """

    # How many neighbours on either side are asked, and the share of them that has to agree; the wider circle first.
    _CIRCLES = ((24, 0.45), (10, 0.5), (5, 0.6))
    _ENOUGH, _SLACK, _STEP = 3, 2, 4
    _WORD = 12  # a longer one is an address, before which every line looks full

    def __init__(self, pairs: Sequence[tuple[int, int]]) -> None:
        """``pairs`` are the width of each line that another follows at once (0: says nothing) and of its first word."""
        self._pairs = pairs
        self._known: dict[int, int] = {}

    def width(self, at: int) -> int:
        """The wrap width around pair ``at``, or 0 where lines are not wrapped."""
        key = at // self._STEP
        if key not in self._known:
            centre = key * self._STEP + self._STEP // 2
            found = (self._best(self._pairs[max(0, centre - reach) : centre + reach], share)
                     for reach, share in self._CIRCLES)  # fmt: skip
            self._known[key] = next((width for width in found if width), 0)
        return self._known[key]

    def _best(self, near: Sequence[tuple[int, int]], share: float) -> int:
        votes: dict[int, int] = {}
        near = [pair for pair in near if pair[0]]
        for width, word in near:
            for column in range(max(width, 45), min(width + min(word, self._WORD) + self._SLACK, 130) + 1):
                votes[column] = votes.get(column, 0) + 1
        if not votes:
            return 0
        most = max(votes.values())
        enough = most >= self._ENOUGH and most >= share * len(near)
        return min(column for column, count in votes.items() if count == most) if enough else 0
